"""The newest records across all tables that say when a row became public."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard import dates
from dashboard.datasets import _package, launches_missiles
from dashboard.datasets._export import to_records
from dashboard.datasets._select import select
from dashboard.datasets.records import find, key_column

MOST, MOST_PER_TABLE = 8, 2
# The columns that hold names of people, in English and separated by semicolons.
_PEOPLE = ("from_person", "to_person", "dprk_participants", "russia_participants")


@dataclass(frozen=True)
class Newest:
    """One record, public since `day` (EDTF). `row` has its columns, and `<column>_en`, `<column>_fr` for the names behind keys."""

    table: str
    id: str
    day: str
    row: Mapping[str, Any]


def newest(*, asof: date | None = None) -> list[Newest]:
    """The newest records as known on that day, at most two of a table; what is known to the month counts from its end.

    Missiles of one day stand as one record, and those that no chart counts are left out.
    """
    found = [one for each in _package.descriptor()["resources"] if each.get("known_on") for one in _of(each, asof)]
    found.sort(key=lambda one: dates.last_day(one.day), reverse=True)
    return found[:MOST]


def _of(resource: Mapping[str, Any], asof: date | None) -> list[Newest]:
    """The newest records of one table."""
    name, column, key = resource["name"], resource["known_on"], key_column(resource["name"])
    missiles = name == "missile_tests"
    frame = launches_missiles.missiles(asof=asof) if missiles else select(name, asof=asof)
    frame = frame.drop_duplicates(column) if missiles else frame
    frame = frame[frame[column] != ""]
    days = frame[column].map(dates.last_day)
    frame = frame.loc[days.sort_values(ascending=False, kind="stable").index[:MOST_PER_TABLE]]
    return [Newest(name, row[key], row[column], row | _names(resource, row)) for row in to_records(frame)]


def _names(resource: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, str]:
    """What the keys of other tables stand for in both languages, and people in French."""
    french = _package.table("people").set_index("name_en")["name_fr"].to_dict()
    names = {
        f"{column}_fr": ";".join(french.get(one) or one for one in row[column].split(";"))
        for column in _PEOPLE
        if row.get(column)
    }
    for key in resource["schema"].get("foreignKeys", []):
        column, table = key["fields"][0], key["reference"]["resource"] or resource["name"]
        other = (find(table, row[column]) if row[column] else None) or {}
        for lang in ("en", "fr"):
            names[f"{column}_{lang}"] = other.get(f"name_{lang}") or other.get("name") or ""
    return names
