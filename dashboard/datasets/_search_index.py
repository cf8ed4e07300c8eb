"""The texts of every record, ready to be searched: built once for each version of the data."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Any

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._export import plain, to_records
from dashboard.datasets._search_names import Names
from dashboard.datasets._search_words import joined, words_of
from dashboard.datasets._select import day_columns

LANGUAGES = ("en", "fr")
# The records of a table by their key.
Rows = Mapping[str, Mapping[str, Any]]
# Gives what a record of a table is called in a language.
Titles = Callable[[str, Mapping[str, Any], str], str]
# In the order of the menu; what is left over follows, the sources last.
_ORDER = (
    *("claims", "meetings", "events", "agreements", "un_votes", "satellite_launches", "missile_tests", "nuclear_tests"),
    *("tech_claims", "measures", "designations", "vessels", "voyages", "messages", "people", "places", "monitoring"),
    *("claimants", "regimes"),
)
_NAMED = ("people", "places", "vessels")
_LINKED = (*_NAMED, "claimants")
# Columns of ids and codes that a reader may type, although no sentence shows them.
_CODES = ("item", "variant", "kind", "topics", "programme", "missile_type", "target", "target_iso3")
_NAMES = ("name", "title", "payload", "vehicle", "missile", "resolution", "variants", "aliases")
_LAST = ("name_ko", "name_ru", "variants", "aliases")
_PEOPLE = ("dprk_participants", "russia_participants", "people")
_LISTS = ("members", "owner")
_UNREAD = ("source_ids", "topics", "doubt", "language")


@dataclass(frozen=True)
class Text:
    """A text of a record; `lang` is "" where both languages share it. `aside`: a name only, no sentence."""

    text: str
    lang: str
    aside: bool = False
    later: bool = False


@dataclass(frozen=True)
class Document:
    """A record as it is searched. `day` is EDTF or ""; `public` the day on which it became known, None for always."""

    table: str
    id: str
    day: str
    public: date | None
    titles: Mapping[str, str]
    texts: tuple[Text, ...]
    codes: str
    names: frozenset[str]


@dataclass(frozen=True)
class Index:
    """All documents, which of them hold a word, and which name a thing of several names."""

    documents: tuple[Document, ...]
    holding: Mapping[str, set[int]]
    ordered: tuple[str, ...]
    names: Names
    naming: Mapping[int, set[int]]


_building = Lock()


def index(titles: Titles) -> Index:
    """The index of the data in use."""
    with _building:  # the second who asks waits for the first instead of building another
        return _built(_package.current().version, titles)


@lru_cache(maxsize=2)
def _built(_version: str, titles: Titles) -> Index:
    rows = {name: to_records(_package.table(name)) for name in _tables()}
    linked = {name: {row[_key(name)]: row for row in rows[name]} for name in _LINKED}
    linked["people"] = {row["name_en"]: row for row in rows["people"]}  # other tables name people, not their keys
    documents = tuple(_document(name, row, linked, titles) for name in rows for row in rows[name])
    names = Names([rows[name] for name in _NAMED])
    holding: dict[str, set[int]] = defaultdict(set)
    naming: dict[int, set[int]] = defaultdict(set)
    for number, one in enumerate(documents):
        for text in (*one.titles.values(), *(each.text for each in one.texts), one.codes):
            words = words_of(text)
            for word in words:
                holding[word.text].add(number)
            for _, things in names.mentions(words):
                for thing in things:
                    naming[thing].add(number)
    return Index(documents, dict(holding), tuple(sorted(holding)), names, dict(naming))


def _tables() -> list[str]:
    known = _package.current().tables
    rest = [name for name in known if name not in (*_ORDER, "sources")]
    return [name for name in (*_ORDER, *rest, "sources") if name in known]


def _key(table: str) -> str:
    return str(_package.resource(table)["schema"]["primaryKey"][0])


def _document(table: str, row: Mapping[str, Any], linked: Mapping[str, Rows], titles: Titles) -> Document:
    resource = _package.resource(table)
    fields = resource["schema"]["fields"]
    known, first = row.get(resource.get("known_on") or ""), day_columns(table)[0] or "published"
    codes = [one["name"] for one in fields if one["name"] in _CODES or one.get("kind") in ("iso3", "imo")]
    named = [one["name"] for one in fields if one["name"].removesuffix("_en").removesuffix("_fr") in _NAMES]
    named += [name for name in _LAST if name in row and table in _NAMED]
    return Document(
        table,
        str(row[_key(table)]),
        row.get(first) or "",
        dates.last_day(known) if known else None,
        {lang: _nfc(titles(table, row, lang)) for lang in LANGUAGES},
        (*_texts(fields, row, linked["people"]), *_of_others(resource, row, linked)),
        f"{row[_key(table)]} {' '.join(plain(row[name]) for name in codes)}",
        frozenset(joined(part) for name in named for part in (row[name] or "").split(";")) - {""},
    )


def _texts(fields: list[dict[str, Any]], row: Mapping[str, Any], people: Rows) -> list[Text]:
    """The texts of a record: who took part and its sentences, then other spellings of its name."""
    texts: dict[str, list[Text]] = {"en": [], "fr": [], "": []}
    later = {one["name"] for one in fields if "asof" in one}
    titles, aside = [], []
    for name in (one["name"] for one in fields if one.get("kind") in ("text", "list") and row[one["name"]]):
        lang = name[-2:] if name.endswith(("_en", "_fr")) else ""
        if name in _LAST:
            aside.append(Text(_listed(row[name]), "", True))
        elif name.startswith(("name", "title")):
            titles.append(Text(_nfc(row[name]), lang))
        elif name not in (*_PEOPLE, *_UNREAD):
            said = _listed(row[name]) if name in _LISTS else _nfc(row[name])
            texts[lang].append(Text(said, lang, later=name in later))
    present = [one for name in _PEOPLE if row.get(name) for one in row[name].split(";")]
    for lang in LANGUAGES if present else ():
        named = " · ".join(_nfc(people.get(one, {}).get(f"name_{lang}") or one) for one in present)
        joined_to = texts[lang][:1]
        whole = " – ".join([named, *(each.text for each in joined_to)])
        texts[lang][:1] = [Text(whole, lang, later=any(each.later for each in joined_to))]
    return [*(text for each in texts.values() for text in each), *titles, *aside]


def _of_others(resource: Mapping[str, Any], row: Mapping[str, Any], linked: Mapping[str, Rows]) -> list[Text]:
    """The names of the places, ships and claimants that the record points to."""
    found = []
    for key in resource["schema"].get("foreignKeys", []):
        target, value = key["reference"]["resource"], row[key["fields"][0]]
        other = linked.get(target, {}).get(value) if value else None
        for column, lang in (("name", ""), ("name_en", "en"), ("name_fr", "fr")):
            if other and other.get(column):
                found.append(Text(_nfc(other[column]), lang, True))
    return found


def _nfc(text: object) -> str:
    return unicodedata.normalize("NFC", plain(text))


def _listed(text: str) -> str:
    return _nfc(text.replace(";", " · "))
