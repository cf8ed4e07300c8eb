"""Texts as words that can be compared: without case, accents, hyphens and apostrophes; each knows where it stands."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# A number with its thousands apart is one word; a plain space parts them only in what a reader types.
_WORD = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|[^\W_]+")
_TYPED = re.compile(r"(?<!\d)(\d{1,3})((?: \d{3})+)(?!\d)")
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
# On a phone about a hundred characters are seen.
_LONGEST, _FAR, _BEFORE = 170, 80, 40

Range = tuple[int, int]


# A word as it is compared, and from where to where it stands in the text. (A class of its own would take twice as long.)
Word = tuple[str, int, int]


def words_of(text: str) -> list[Word]:
    """The words of a text that is in composed form (NFC)."""
    return [(_folded(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]


def typed(text: str) -> tuple[str, ...]:
    """The words of what a reader typed."""
    whole = _TYPED.sub(lambda found: found[0].replace(" ", ""), unicodedata.normalize("NFC", text))
    return tuple(word for word, _, _ in words_of(whole))


def joined(text: str) -> str:
    """The words of a text with one blank between them."""
    return " ".join(word for word, _, _ in words_of(unicodedata.normalize("NFC", text)))


def excerpt(text: str, marks: Sequence[Range]) -> tuple[str, list[Range]]:
    """The part of the text around the first mark, cut between words, and the marks within it."""
    first = marks[0][0] if marks else 0
    if len(text) <= _LONGEST and first <= _FAR:
        return text, list(marks)
    start = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE, first) + 1 or first
    end = len(text) if start + _LONGEST >= len(text) else text.rfind(" ", start, start + _LONGEST)
    end = end if end > first else start + _LONGEST
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    kept = [(max(one, start) + shift, min(other, end) + shift) for one, other in marks if one < end and other > start]
    return before + text[start:end] + after, kept


def merged(marks: Sequence[Range]) -> list[Range]:
    """The ranges in order, those that overlap as one."""
    found: list[Range] = []
    for start, end in sorted(marks):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    if word.isascii():
        return word.lower().replace(",", "")
    apart = unicodedata.normalize("NFKD", word.translate(_LIGATURES).casefold())
    return "".join(char for char in apart if not unicodedata.combining(char) and char not in ",\u00a0\u202f ")
