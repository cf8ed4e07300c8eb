"""The fields of a record as a person reads them: labels for ids, dates in words, names and links behind keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from dashboard.datasets import _package
from dashboard.datasets.records import find
from dashboard.routes._html import element, joined, link
from dashboard.text import LANGUAGES, Words
from dashboard.text import words as in_words
from dashboard.text.countries import country

Record = Mapping[str, Any]
Field = Mapping[str, Any]

# What a record is called: the columns that tell it from its neighbours (those in two languages without `_en`, `_fr`).
_HEADINGS = {
    "claims": ("claimant_id", "stated_on"),
    "voyages": ("vessel_id", "carrier", "from_place_id", "to_place_id", "start_date"),
    "satellite_launches": ("payload", "vehicle", "date_utc"),
    "missile_tests": ("missile", "date_utc"),
    "nuclear_tests": ("number", "date_utc"),
    "tech_claims": ("programme", "claim_kind", "claimant_id", "date"),
    "meetings": ("city", "level", "start_date"),
    "un_votes": ("resolution", "subject", "date"),
    "messages": ("kind", "from_person", "to_person", "date"),
    "measures": ("sender", "name", "date"),
    "regimes": ("iso3", "target_iso3", "status"),
    "designations": ("name", "designated_by", "date"),
    "sources": ("publisher", "title", "published"),
}
_OTHER_HEADINGS = ("name", "title", "date", "date_signed")
# The sections of the text files in which the label of a value may stand.
_LABELS = ("record.value", "unit", "group", "source_check")
# The columns of ids and lists whose values have labels; in those without a kind they all have.
_WITH_LABELS = ("variant", "unit", "topics", "doubt")
_APART = ("source_ids", "source_check")


@dataclass(frozen=True)
class Reader:
    """For whom a record is written: the language, and the day of knowledge as the address says it and as a day."""

    words: Words
    asof: str = ""
    day: date | None = None


def heading(table: str, record: Record, reader: Reader) -> Markup:
    """What the record is called."""
    parts = [figure(record, reader.words)] if table == "claims" else []
    for field in _of_heading(_package.current().version, table):
        said = _shown(table, field, record, reader, linked=False)
        parts += [said] if said else []
    return joined(parts, " · ") or escape(next(iter(record.values())))


@lru_cache(maxsize=64)
def _of_heading(_version: str, table: str) -> list[Field]:
    """The fields that make the heading of a table's records."""
    fields = {field["name"]: field for field in _fields(table)}
    found = (fields.get(one) or fields.get(f"{one}_en") for one in _HEADINGS.get(table, _OTHER_HEADINGS))
    return [field for field in found if field]


def figure(claim: Record, words: Words) -> Markup:
    """The quantity of a claim in words: `more than 7,000 containers`; the item alone where no number was said."""
    numbers = list(dict.fromkeys(_number(claim[end], words) for end in ("low", "high") if claim[end] is not None))
    if not numbers:
        return _label("item", claim["item"], words)
    number = numbers[0] if len(numbers) == 1 else words("number.range", low=numbers[0], high=numbers[1])
    bounded = words(f"qualifier.{claim['qualifier']}", n=number)
    return Markup("{} {}").format(bounded, _label("unit", claim["unit"], words))


def counted(claim: Record, words: Words) -> Markup:
    """What exactly a claim counts: its variant, and its basis where it is not said to have happened."""
    basis = [] if claim["basis"] == "delivered" else [_label("basis", claim["basis"], words)]
    return joined([_label("variant", claim["variant"], words), *basis])


def described(table: str, record: Record, reader: Reader) -> Iterator[tuple[str, str, Markup]]:
    """Title, explanation and value of every field that says something; sources stand apart."""
    for field in _fields(table):
        if field["name"] in _APART or field["name"].endswith("_fr"):
            continue
        if said := _shown(table, field, record, reader, linked=True):
            # The description of a text in two languages speaks of its English column, which is not what is shown.
            explained = "" if field["name"].endswith("_en") else in_language(field, "description", reader.words)
            yield in_language(field, "title", reader.words), explained, said


def in_language(described: Mapping[str, Any], key: str, words: Words) -> str:
    """The title or description of a table or field; the descriptor's English where it has no other."""
    found = described.get(f"{key}_{words.lang}") if words.lang != "en" else None
    return str(found or described.get(key) or described["name"])


def _fields(table: str) -> list[Field]:
    return list(_package.resource(table)["schema"]["fields"])


def _shown(table: str, field: Field, record: Record, reader: Reader, *, linked: bool) -> Markup:
    """The value of the field, empty when there is none; `linked` says whether keys and addresses become links."""
    name, kind = field["name"], field.get("kind")
    if name.endswith("_en"):
        return _in_either_language(name.removesuffix("_en"), record, reader.words)
    value = record[name]
    if value is None:
        return Markup("")
    if target := _target(table, name):
        return _named(target, value, reader, linked=linked)
    if kind == "list":
        return joined(_item(field, one, reader.words) for one in value.split(";"))
    if kind == "listings":
        return joined((_listing(one, reader.words) for one in value.split(";")), " · ")
    if kind == "url":
        return outward(value, value) if linked else escape(value)
    return _plain(name, kind, value, reader.words)


def _plain(name: str, kind: str | None, value: Any, words: Words) -> Markup:
    if kind == "edtf":
        return _day(value, words.lang)
    if kind == "iso3":
        return escape(country(value, words.lang))
    if isinstance(value, (int, float)):
        return escape(_number(value, words))
    return _label(name, value, words) if kind is None or name in _WITH_LABELS else escape(value)


@lru_cache(maxsize=4096)
def _day(value: str, lang: str) -> Markup:
    return element("time", in_words(lang).date(value), {"datetime": value})


def outward(address: str, text: str, lang: str = "") -> Markup:
    """A link that leaves the site; only the text where the address is not one of the web."""
    said = {"lang": lang} if lang else {}
    if not address.lower().startswith(("https://", "http://")):
        return element("span", text, said)
    return element("a", text, {"href": address, "rel": "external noopener noreferrer", **said})


def _in_either_language(stem: str, record: Record, words: Words) -> Markup:
    """The text in the reader's language, else in the other one and marked as such."""
    for lang in sorted(LANGUAGES, key=lambda one: one != words.lang):
        if text := record.get(f"{stem}_{lang}"):
            return escape(text) if lang == words.lang else element("span", text, {"lang": lang})
    return Markup("")


def _target(table: str, column: str) -> str:
    """The table whose keys the column holds; "" when it holds none."""
    keys = _package.resource(table)["schema"].get("foreignKeys", [])
    return next((key["reference"]["resource"] or table for key in keys if key["fields"] == [column]), "")


def _named(table: str, key: str, reader: Reader, *, linked: bool) -> Markup:
    """The name of another record, with the way there; the bare key while that record was not public."""
    name = _name(_package.current().version, table, key, reader.words.lang, reader.day)
    if name is None:
        return escape(key)
    return link(f"/record/{table}/{key}", name, asof=reader.asof, lang=reader.words.lang) if linked else name


@lru_cache(maxsize=4096)
def _name(_version: str, table: str, key: str, lang: str, day: date | None) -> Markup | None:
    """The name of a record as it was on that day; None while it was not public."""
    found = find(table, key, asof=day)
    return None if found is None else heading(table, found, Reader(in_words(lang), day=day))


def _item(field: Field, value: str, words: Words) -> Markup:
    return _label(field["name"], value, words) if field["name"] in _WITH_LABELS else escape(value)


def _listing(cell: str, words: Words) -> Markup:
    """One entry of a list of sanctions: who listed it and when."""
    who, _, day = cell.partition(":")
    return joined([country(who, words.lang), *([words.date(day)] if day else [])])


def _label(column: str, value: str, words: Words) -> Markup:
    """What a value is called; the value itself, marked as English, where the text files have no name for it."""
    for key in (f"record.value.{column}-{value}", *(f"{section}.{value}" for section in _LABELS)):
        if key in words:
            return escape(words(key))
    text = value.replace("_", " ")
    return escape(text) if words.lang == "en" else element("span", text, {"lang": "en"})


def _number(value: float, words: Words) -> str:
    decimals = 0 if isinstance(value, int) else len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return words.number(value, decimals)
