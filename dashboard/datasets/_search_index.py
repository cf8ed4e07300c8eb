"""The words of every record, ready to be searched: built once for each version of the data.

A record is known by its number: table by table, the newest first, so that the first numbers found are those to show.
The texts are not kept: of the few records that are shown they are read again.
"""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._search_names import COLUMNS, Names, stretch
from dashboard.datasets._search_texts import LANGUAGES, NAMED, Shelf, called_by, nfc

Numbers = NDArray[np.uint32]
# Gives what a record of a table is called in a language.
Titles = Callable[[str, Mapping[str, Any], str], str]
# Where a name that holds the words counts before any other text.
FIRST_NAMED = (*NAMED, "claimants")
# In the order of the menu; what is left over follows, the sources last.
_ORDER = (
    *("claims", "meetings", "events", "agreements", "un_votes", "satellite_launches", "missile_tests", "nuclear_tests"),
    *("tech_claims", "measures", "designations", "vessels", "voyages", "messages", "people", "places", "monitoring"),
    *("claimants", "regimes"),
)


class Holding:
    """Which records hold a word: the words in order, and for each a stretch of one long row of numbers."""

    def __init__(self, found: Mapping[str, "array[int]"]) -> None:
        self._words = sorted(found)
        self._ends = np.cumsum([0, *(len(found[word]) for word in self._words)])
        self._numbers = np.concatenate([_numbers(found[word]) for word in self._words])

    def of(self, word: str, *, begun: bool) -> Numbers:
        """The records with this word; with `begun`, with a word that begins so (some of them several times)."""
        start, end = stretch(self._words, word)
        if not begun:
            end = start + (self._words[start : start + 1] == [word])
        return self._numbers[self._ends[start] : self._ends[end]]


@dataclass(frozen=True)
class Index:
    """All records by number: where they stand, the day they became public (ordinal, 0 for always), what they are called,
    which of them hold a word, name a thing of several names or bear a name, and the words in the names of some."""

    shelves: tuple[Shelf, ...]
    starts: tuple[int, ...]
    rows: Numbers
    public: NDArray[np.int32]
    titles: Mapping[str, list[str]]
    holding: Holding
    names: Names
    naming: Mapping[int, Numbers]
    bearing: Mapping[str, "array[int]"]
    name_words: Mapping[int, frozenset[str]]

    def place(self, number: int) -> tuple[Shelf, int]:
        """The table of a record and its row there."""
        return self.shelves[bisect_right(self.starts, number) - 1], int(self.rows[number])


_building = Lock()


def index(titles: Titles) -> Index:
    """The index of the data in use."""
    with _building:  # the second who asks waits for the first instead of building another
        return _built(_package.current().version, titles)


@lru_cache(maxsize=2)
def _built(_version: str, titles: Titles) -> Index:
    shelves, names = _shelves(), _names()
    starts, rows, public = [], array("I"), array("i")
    said: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
    holding, naming, bearing = (defaultdict[Any, "array[int]"](lambda: array("I")) for _ in range(3))
    name_words = {}
    for shelf in shelves:
        starts.append(len(rows))
        known = shelf.column(shelf.known_on)
        for at in _newest_first(shelf.column(shelf.day)):
            number, row = len(rows), shelf.row(at)
            borne = shelf.names(row)
            rows.append(at)
            public.append(_ordinal(known[at]))
            for lang in LANGUAGES:
                said[lang].append(nfc(titles(shelf.table, row, lang)))
            called = [said[lang][-1] for lang in LANGUAGES]
            words, things = names.met((*called, *(one.text for one in shelf.texts(row)), shelf.codes(row)))
            for found, keys in ((holding, words), (naming, things), (bearing, borne)):
                for key in keys:
                    found[key].append(number)
            if shelf.table in FIRST_NAMED:
                name_words[number] = frozenset(word for name in borne for word in name.split(" "))
    return Index(
        shelves,
        tuple(starts),
        _numbers(rows),
        np.frombuffer(public, dtype=np.int32),
        said,
        Holding(holding),
        names,
        {thing: _numbers(found) for thing, found in naming.items()},
        dict(bearing),
        name_words,
    )


def _shelves() -> tuple[Shelf, ...]:
    """The tables in the order of the groups."""
    others = {name: called_by(name) for name in FIRST_NAMED}
    return tuple(Shelf(name, others) for name in _tables())


def _names() -> Names:
    tables = (_package.table(name).filter(COLUMNS) for name in NAMED)
    return Names(row for table in tables for row in table.itertuples(index=False, name=None))


def _numbers(found: "array[int]") -> Numbers:
    return np.frombuffer(found, dtype=np.uint32)


def _ordinal(day: str) -> int:
    return dates.last_day(day).toordinal() if day else 0


def _newest_first(days: list[str]) -> list[int]:
    """The rows of a table by their days; those of one day as they stand."""
    return sorted(range(len(days)), key=lambda at: -_ordinal(days[at]))


def _tables() -> list[str]:
    known = _package.current().tables
    rest = [name for name in known if name not in (*_ORDER, "sources")]
    return [name for name in (*_ORDER, *rest, "sources") if name in known]
