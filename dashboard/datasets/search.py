"""Records found by words: in any of the four languages, under any name, with or without accents."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, groupby

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._hindsight import is_earlier
from dashboard.datasets._search_index import Document, Index, Text, Titles, index
from dashboard.datasets._search_names import begins
from dashboard.datasets._search_words import Range, excerpt, merged, typed, words_of

MOST, MOST_OF_ONE = 5, 100
# Where a name that holds the words counts before any other text.
_NAMED = ("people", "places", "vessels", "claimants")


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


def search(text: str, lang: str, titles: Titles, *, asof: date | None = None, table: str = "") -> list[Group]:
    """The records in which every word of `text` stands, grouped by table; the last word need not be finished.

    Names count under every spelling. Within a group, records of exactly that name come first, then the newest. With `table`,
    only that table and more of it.
    """
    found = index(titles)
    parts = _parts(typed(text), found)
    numbers = _matching(parts, found)
    known = [found.documents[one] for one in sorted(numbers)]
    known = [one for one in known if asof is None or one.public is None or one.public <= asof]
    known = [_untold(one) for one in known] if is_earlier(asof) else known
    groups = []
    for name, each in groupby(known, key=lambda one: one.table):
        if table in ("", name):
            groups.append(_group(name, list(each), " ".join(typed(text)), parts, found, lang, bool(table)))
    return groups


def _untold(one: Document) -> Document:
    """The record without the texts that look back on it: under an earlier day they are not shown as the reason of a find."""
    return replace(one, texts=tuple(text for text in one.texts if not text.later))


def _parts(words: tuple[str, ...], found: Index) -> list[_Part]:
    """The query taken apart into names (the longest first) and single words."""
    parts, at = [], 0
    while at < len(words):
        for end in range(len(words), at, -1):
            begun = end == len(words)
            things = found.names.called(words[at:end], begun=begun and end - at > 1)
            if things or end == at + 1:
                whole = end - at > 1 and bool(found.names.called(words[at:end], begun=False))
                alike = found.names.with_word(words[at], begun=begun) if end == at + 1 else set()
                parts.append(_Part(words[at:end], frozenset(things), frozenset(alike), whole, begun))
                at = end
                break
    return parts


def _matching(parts: Iterable[_Part], found: Index) -> set[int]:
    """The documents in which every part stands, by itself or under another name."""
    sets = []
    for part in parts:
        named = (found.naming.get(thing, set()) for thing in part.things | part.alike)
        sets.append((set() if part.whole else _holding(part, found)).union(*named))
    return set.intersection(*sets) if sets else set()


def _holding(part: _Part, found: Index) -> set[int]:
    """The documents that hold the words of the part as they were typed."""
    *first, last = ({*found.holding.get(word, ())} for word in part.words)
    for word in begins(found.ordered, part.words[-1]) if part.begun else ():
        last |= found.holding[word]
    return last.intersection(*first)


def _group(
    name: str, documents: list[Document], query: str, parts: list[_Part], found: Index, lang: str, one: bool
) -> Group:
    resource = _package.resource(name)
    title = resource.get(f"title_{lang}") or resource["title"]
    ordered = sorted(documents, key=lambda each: (_rank(each, query, parts), -_newness(each)))
    first = ordered[: MOST_OF_ONE if one else MOST]
    return Group(name, title, len(documents), tuple(_hit(each, parts, found, lang) for each in first))


def _rank(one: Document, query: str, parts: list[_Part]) -> int:
    """0 for a record of exactly that name, 1 for one whose name holds the words, 2 for all others."""
    if query in one.names:
        return 0
    if one.table in _NAMED:
        words = {word for name in one.names for word in name.split(" ")}
        if all(any(part.meets(word) for word in words) for part in parts):
            return 1
    return 2


def _newness(one: Document) -> int:
    return dates.last_day(one.day).toordinal() if one.day else 0


def _hit(one: Document, parts: list[_Part], found: Index, lang: str) -> Hit:
    title = one.titles[lang]
    title_marks = merged([*chain.from_iterable(_marks(title, parts, found))])
    chosen, marks = _chosen(one, parts, found, lang, bool(title_marks))
    snippet, kept = excerpt(chosen.text, merged([*chain.from_iterable(marks)]))
    return Hit(one.table, one.id, one.day, title, tuple(title_marks), snippet, tuple(kept), chosen.lang or lang)


def _chosen(one: Document, parts: list[_Part], found: Index, lang: str, titled: bool) -> tuple[Text, list[list[Range]]]:
    """The text that shows best why the record was found, with the marks of each part.

    A sentence in the reader's language comes first, then a name, then what only the other language says.
    """
    told = [each for each in one.texts if each.lang in ("", lang) and each.text not in one.titles[lang]]
    own = [each for each in told if not each.aside]
    rest = [each for each in told if each.aside], [each for each in one.texts if each.lang not in ("", lang)]
    for texts in (own, *(() if titled else rest)):
        marked = [(each, _marks(each.text, parts, found)) for each in texts]
        best = max(marked, key=lambda pair: sum(map(bool, pair[1])), default=None)
        if best and any(best[1]):
            return best
    return (own[0] if own else Text("", "")), []


def _marks(text: str, parts: Iterable[_Part], found: Index) -> list[list[Range]]:
    """Where each part of the query stands in the text: as typed, else under another name."""
    words = words_of(text)
    mentions = found.names.mentions(words)
    marks = []
    for part in parts:
        named = [where for where, things in mentions if things & part.things]
        plain = [(word.start, word.end) for word in words if part.meets(word.text)]
        if len(part.words) > 1:
            plain = [] if named or part.whole else plain
        elif not named and not plain:
            named = [where for where, things in mentions if things & part.alike]
        marks.append(named + plain)
    return marks
