"""What the search reads of a record: its texts, its codes and the names that it bears."""

import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from dashboard.datasets import _package
from dashboard.datasets._export import plain, value_of
from dashboard.datasets._search_words import joined
from dashboard.datasets._select import day_columns

LANGUAGES = ("en", "fr")
# Tables whose records have several names.
NAMED = ("people", "places", "vessels")
Row = Mapping[str, Any]
# What the people, places, ships and claimants are called, by table and by what other tables call them.
Called = Mapping[str, Mapping[str, Row]]
# Columns of ids and codes that a reader may type, although no sentence shows them.
_CODES = ("item", "variant", "kind", "topics", "programme", "missile_type", "target", "target_iso3")
_NAMES = ("name", "title", "payload", "vehicle", "missile", "resolution", "variants", "aliases")
_LAST = ("name_ko", "name_ru", "variants", "aliases")
_PEOPLE = ("dprk_participants", "russia_participants", "people")
_LISTS = ("members", "owner")
_UNREAD = ("source_ids", "topics", "doubt", "language")
_CALLED = (("name", ""), ("name_en", "en"), ("name_fr", "fr"))


class Text(NamedTuple):
    """A text of a record; `lang` is "" where both languages share it. `aside`: a name only, no sentence."""

    text: str
    lang: str
    aside: bool = False
    later: bool = False


class _Column(NamedTuple):
    """A column of texts; `place` says where its texts stand among those of the record."""

    name: str
    place: str
    lang: str
    listed: bool
    later: bool


class Shelf:
    """The records of a table. Only the table itself is kept: a record is read when it is asked for, by its row from 0."""

    def __init__(self, table: str, called: Called) -> None:
        resource = _package.resource(table)
        fields, keys = resource["schema"]["fields"], resource["schema"].get("foreignKeys", [])
        names = [str(one["name"]) for one in fields]
        self.table, self._called = table, called
        self._cells = {str(name): column.to_numpy() for name, column in _package.table(table).items()}
        self.key, self.day = str(resource["schema"]["primaryKey"][0]), day_columns(table)[0] or "published"
        self.known_on = resource.get("known_on") or ""
        self._codes = [one["name"] for one in fields if one["name"] in _CODES or one.get("kind") in ("iso3", "imo")]
        self._names = [name for name in names if name.removesuffix("_en").removesuffix("_fr") in _NAMES]
        self._names += [name for name in _LAST if name in names and table in NAMED]
        self._people = [name for name in _PEOPLE if name in names]
        self._links = [(key["fields"][0], key["reference"]["resource"]) for key in keys]
        self._texts = [one for one in map(_column, fields) if one]
        shown = (
            self.key,
            self.day,
            *(one.name for one in self._texts),
            *self._people,
            *(one for one, _ in self._links),
        )
        self._shown = {name: self._cells[name] for name in shown if name in self._cells}

    def __len__(self) -> int:
        return len(self._cells[self.key])

    def row(self, at: int) -> Row:
        """The record: numbers as numbers, empty cells as None."""
        return {name: value_of(cells[at]) for name, cells in self._cells.items()}

    def shown(self, at: int) -> Row:
        """What an answer shows of the record: its key, its day and what its texts are made of."""
        return {name: value_of(cells[at]) for name, cells in self._shown.items()}

    def column(self, name: str) -> list[str]:
        """A column of texts, "" where nothing stands; all of them where there is no such column."""
        return list(self._cells[name]) if name in self._cells else [""] * len(self)

    def codes(self, row: Row) -> str:
        """The id of the record and the codes in it."""
        return f"{row[self.key]} {' '.join(plain(row[name]) for name in self._codes)}"

    def names(self, row: Row) -> set[str]:
        """What the record is called, as it is compared."""
        return {joined(part) for name in self._names for part in (row[name] or "").split(";")} - {""}

    def texts(self, row: Row) -> list[Text]:
        """Who took part and the sentences, by language, then the names and other spellings, then the names of others."""
        texts: dict[str, list[Text]] = {"en": [], "fr": [], "": [], "name": [], "aside": []}
        for name, place, lang, listed, later in self._texts:
            if said := row[name]:
                texts[place].append(Text(_listed(said) if listed else nfc(said), lang, place == "aside", later))
        present = [one for name in self._people if row[name] for one in row[name].split(";")]
        for lang in LANGUAGES if present else ():
            people = self._called["people"]
            named = " · ".join(nfc(people.get(one, {}).get(f"name_{lang}") or one) for one in present)
            joined_to = texts[lang][:1]
            whole = " – ".join([named, *(each.text for each in joined_to)])
            texts[lang][:1] = [Text(whole, lang, later=any(each.later for each in joined_to))]
        return [*(text for each in texts.values() for text in each), *self._of_others(row)]

    def _of_others(self, row: Row) -> list[Text]:
        """The names of the places, ships and claimants that the record points to."""
        found = []
        for column, target in self._links:
            other = self._called.get(target, {}).get(row[column]) if row[column] else None
            found += [Text(nfc(other[name]), lang, True) for name, lang in _CALLED if other and other.get(name)]
        return found


def called_by(table: str) -> Mapping[str, Row]:
    """What the records of a table are called, by how other tables refer to them: people by name, all else by key."""
    frame = _package.table(table)
    by = "name_en" if table == "people" else str(frame.columns[0])
    return dict(zip(frame[by], frame.filter([name for name, _ in _CALLED]).to_dict("records"), strict=True))


def nfc(text: str) -> str:
    """The text in composed form."""
    return unicodedata.normalize("NFC", text)


def _listed(text: str) -> str:
    return nfc(text.replace(";", " · "))


def _column(field: Mapping[str, Any]) -> _Column | None:
    """How the texts of a column are read; None when they are not."""
    name = str(field["name"])
    if field.get("kind") not in ("text", "list") or name in (*_PEOPLE, *_UNREAD):
        return None
    lang = name[-2:] if name.endswith(("_en", "_fr")) else ""
    if name in _LAST:
        return _Column(name, "aside", "", True, False)
    if name.startswith(("name", "title")):
        return _Column(name, "name", lang, False, False)
    return _Column(name, lang, lang, name in _LISTS, "asof" in field)
