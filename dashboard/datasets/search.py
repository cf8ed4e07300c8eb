"""Records found by words: in any of the four languages, under any name, with or without accents."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from dashboard.datasets import _package
from dashboard.datasets._hindsight import is_earlier
from dashboard.datasets._search_index import FIRST_NAMED, Index, Titles, index
from dashboard.datasets._search_texts import Shelf, Text
from dashboard.datasets._search_words import Range, excerpt, merged, typed

MOST, MOST_OF_ONE = 5, 100
_NONE = np.empty(0, dtype=np.uint32)


@dataclass(frozen=True)
class Hit:
    """A record found. The marks are the matched words as ranges of characters; `lang` is the language of the snippet."""

    table: str
    id: str
    date: str
    title: str
    title_marks: tuple[Range, ...]
    snippet: str
    marks: tuple[Range, ...]
    lang: str


@dataclass(frozen=True)
class Group:
    """What was found in one table: all of it counted, the first records in full."""

    table: str
    title: str
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class _Part:
    """Words of the query that belong together: what they name, what has a name with them in it (single words only),
    whether they are a whole name of several words, and whether the last of them may go on."""

    words: tuple[str, ...]
    things: frozenset[int]
    alike: frozenset[int]
    whole: bool
    begun: bool

    def meets(self, word: str) -> bool:
        return word in self.words or (self.begun and word.startswith(self.words[-1]))


@dataclass(frozen=True)
class _Asked:
    """A query with the index it is put to: its parts and how often each was typed, the records of exactly that name, the
    language, and whether the day of knowledge is an earlier one: then the texts that look back are not shown as the reason
    of a find."""

    parts: Counter[_Part]
    exact: frozenset[int]
    lang: str
    earlier: bool
    found: Index

    def rank(self, number: int) -> int:
        """0 for a record of exactly that name, 1 for one whose name holds the words, 2 for all others."""
        if number in self.exact:
            return 0
        words = self.found.name_words.get(number, ())
        return 1 if all(any(part.meets(word) for word in words) for part in self.parts) else 2


def search(text: str, lang: str, titles: Titles, *, asof: date | None = None, table: str = "") -> list[Group]:
    """The records in which every word of `text` stands, grouped by table; the last word need not be finished.

    Names count under every spelling. Within a group, records of exactly that name come first, then the newest. With `table`,
    only that table and more of it.
    """
    found = index(titles)
    words = typed(text)
    parts = Counter(_parts(words, found))
    matching = _matching(parts, found)
    if asof is not None:
        matching &= found.public <= asof.toordinal()
    asked = _Asked(parts, frozenset(found.bearing.get(" ".join(words), ())), lang, is_earlier(asof), found)
    numbers = np.flatnonzero(matching)
    bounds = [*np.searchsorted(numbers, found.starts), len(numbers)]
    groups = []
    for shelf, start, end in zip(found.shelves, bounds, bounds[1:], strict=False):
        if start < end and table in ("", shelf.table):
            groups.append(_group(shelf, numbers[start:end].tolist(), asked, MOST_OF_ONE if table else MOST))
    return groups


def _parts(words: tuple[str, ...], found: Index) -> list[_Part]:
    """The query taken apart into names (the longest first) and single words."""
    parts, at = [], 0
    while at < len(words):
        for end in range(min(len(words), at + found.names.longest), at, -1):
            begun = end == len(words)
            things = found.names.called(words[at:end], begun=begun and end - at > 1)
            if things or end == at + 1:
                whole = end - at > 1 and bool(found.names.called(words[at:end], begun=False))
                alike = found.names.with_word(words[at], begun=begun) if end == at + 1 else set()
                parts.append(_Part(words[at:end], frozenset(things), frozenset(alike), whole, begun))
                at = end
                break
    return parts


def _matching(parts: Iterable[_Part], found: Index) -> NDArray[np.bool_]:
    """Of each record whether every part stands in it, by itself or under another name."""
    sets = []
    for part in parts:
        one = np.zeros(len(found.rows), dtype=bool) if part.whole else _holding(part, found)
        for thing in part.things | part.alike:
            one[found.naming.get(thing, _NONE)] = True
        sets.append(one)
    return np.logical_and.reduce(sets) if sets else np.zeros(len(found.rows), dtype=bool)


def _holding(part: _Part, found: Index) -> NDArray[np.bool_]:
    """Of each record whether it holds the words of the part as they were typed."""
    sets = []
    for at, word in enumerate(part.words, start=1):
        sets.append(np.zeros(len(found.rows), dtype=bool))
        sets[-1][found.holding.of(word, begun=part.begun and at == len(part.words))] = True
    whole: NDArray[np.bool_] = np.logical_and.reduce(sets)
    return whole


def _group(shelf: Shelf, numbers: list[int], asked: _Asked, most: int) -> Group:
    """What was found of a table. Only the records that are shown are read; their numbers have them the newest first."""
    resource = _package.resource(shelf.table)
    title = resource.get(f"title_{asked.lang}") or resource["title"]
    named = shelf.table in FIRST_NAMED
    first = sorted(numbers, key=asked.rank) if asked.exact or named else numbers
    return Group(shelf.table, title, len(numbers), tuple(_hit(one, asked) for one in first[:most]))


def _hit(number: int, asked: _Asked) -> Hit:
    shelf, at = asked.found.place(number)
    row, title = shelf.shown(at), asked.found.titles[asked.lang][number]
    texts = [text for text in shelf.texts(row) if not (asked.earlier and text.later)]
    title_marks = merged([*chain.from_iterable(_marks(title, asked))])
    chosen, marks = _chosen(texts, title, asked, bool(title_marks))
    snippet, kept = excerpt(chosen.text, merged([*chain.from_iterable(marks)]))
    day, lang = row.get(shelf.day) or "", chosen.lang or asked.lang
    return Hit(shelf.table, str(row[shelf.key]), day, title, tuple(title_marks), snippet, tuple(kept), lang)


def _chosen(texts: list[Text], title: str, asked: _Asked, titled: bool) -> tuple[Text, list[list[Range]]]:
    """The text that shows best why the record was found, with the marks of each part.

    A sentence in the reader's language comes first, then a name, then what only the other language says.
    """
    told = [each for each in texts if each.lang in ("", asked.lang) and each.text not in title]
    own = [each for each in told if not each.aside]
    rest = [each for each in told if each.aside], [each for each in texts if each.lang not in ("", asked.lang)]
    for some in (own, *(() if titled else rest)):
        if best := _best(some, asked):
            return best
    return (own[0] if own else Text("", "")), []


def _best(texts: Iterable[Text], asked: _Asked) -> tuple[Text, list[list[Range]]] | None:
    """The first of the texts in which most parts stand; None when none stands in any."""
    best, most = None, 0
    for text in texts:
        marks = _marks(text.text, asked)
        met = sum(often for marked, often in zip(marks, asked.parts.values(), strict=True) if marked)
        if met > most:
            best, most = (text, marks), met
        if most == asked.parts.total():
            break
    return best


def _marks(text: str, asked: _Asked) -> list[list[Range]]:
    """Where each part of the query stands in the text: as typed, else under another name."""
    words, mentions = asked.found.names.read(text)
    marks = []
    for part in asked.parts:
        single, known, begun = len(part.words) == 1, part.words, part.words[-1] if part.begun else ""
        here = [where for where, things in mentions if not things.isdisjoint(part.things)]
        if single or not (here or part.whole):
            here += [(start, end) for word, start, end in words if word in known or (begun and word.startswith(begun))]
        if single and not here:
            here = [where for where, things in mentions if not things.isdisjoint(part.alike)]
        marks.append(here)
    return marks
