"""How much room words take on a chart, and how they are folded."""

from functools import lru_cache
from html import unescape
from re import sub
from textwrap import wrap


@lru_cache(maxsize=4096)
def extent(text: str, size: float) -> tuple[float, float]:
    """Width and height in pixels of a text with `<b>` and `<br>`, drawn at that size; on the safe side."""
    lines = text.split("<br>")
    bold = [sum(len(part) for part in _bold(line)) for line in lines]
    plain = [len(unescape(sub(r"<[^>]+>", "", line))) - n for line, n in zip(lines, bold, strict=True)]
    return max((b * 0.7 + p * 0.62) * size for b, p in zip(bold, plain, strict=True)), len(lines) * size * 1.3


def folded(text: str, letters: int) -> str:
    """A label broken into lines of so many letters; the bold name keeps its own line once the label is broken."""
    name, _, rest = text.partition("</b> ")
    plain = sub(r"<[^>]+>", "", text)
    if len(plain) <= letters:
        return text
    return "<br>".join([f"{name}</b>", *wrap(rest, letters, break_long_words=False)]) if rest else text


def _bold(line: str) -> list[str]:
    return [unescape(part.partition("</b>")[0]) for part in line.split("<b>")[1:]]
