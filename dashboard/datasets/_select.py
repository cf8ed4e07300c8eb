"""Which rows of a table a reader asked for: by period, by what was public on a day, by columns."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from dashboard import dates
from dashboard.datasets import _hindsight, _package

# The columns in which a row says when it happened; a table that is not here is dated by its `known_on` alone.
_SPANS = {"meetings": ("start_date", "end_date"), "voyages": ("start_date", "end_date")}
# Facts that come after the row's own date, and the status that a row had before them.
_LATER: dict[str, dict[str, tuple[str, ...]]] = {
    "agreements": {
        "date_ratified_rus": (),
        "date_ratified_prk": (),
        "date_in_force": (),
        "date_ended": ("superseded_by",),
    },
    "satellite_launches": {"decay_date": ()},
    "meetings": {"end_date": ()},
}


def select(
    name: str,
    *,
    start: date | None = None,
    end: date | None = None,
    asof: date | None = None,
    where: Mapping[str, Sequence[str]] | None = None,
) -> pd.DataFrame:
    """Rows of table `name` whose days overlap `start`–`end`, that were public on `asof`, with columns among `where`.

    A row known only to the month counts as public when the month is over. Columns are the table's own.
    """
    frame = _package.table(name)
    for column, values in (where or {}).items():
        frame = frame[frame[column].isin(list(values))]
    if asof is not None and asof < dates.today():  # a row of which only the year is known is known by now
        frame = known(name, frame, asof)
    if start is not None or end is not None:
        inside = [_overlaps(name, row, start, end) for row in frame.to_dict("records")]
        frame = frame[pd.Series(inside, index=frame.index, dtype=bool)]
    return frame.reset_index(drop=True)


def known(name: str, frame: pd.DataFrame, asof: date) -> pd.DataFrame:
    """The rows that were public on that day, with later facts and texts blanked and the status they had then."""
    column = _package.resource(name).get("known_on")
    if not column:
        return frame
    public = frame[column].map(lambda day: not day or dates.last_day(day) <= asof).astype(bool)
    frame = frame[public].copy()
    if name == "agreements":
        frame["status"] = pd.Series(
            [_status(row, asof) for row in frame.to_dict("records")], index=frame.index, dtype=str
        )
    for later, follows in _LATER.get(name, {}).items():
        gone = frame[later].map(lambda day: _after(day, asof)).astype(bool)
        frame.loc[gone, [later, *follows]] = ""
    if name == "vessels":
        frame["sanctioned"] = [_listed_by(cell, asof) for cell in frame["sanctioned"]]
    return _hindsight.without(name, _without_later_rows(name, frame, asof), asof)


def _without_later_rows(name: str, frame: pd.DataFrame, asof: date) -> pd.DataFrame:
    """The rows without their keys of rows that were not public yet."""
    for key in _package.resource(name)["schema"].get("foreignKeys", []):
        column, target = key["fields"][0], key["reference"]["resource"] or name
        if public_on := _package.resource(target).get("known_on"):
            other = _package.table(target)
            later = {row for row, day in zip(other.iloc[:, 0], other[public_on], strict=True) if _after(day, asof)}
            frame.loc[frame[column].isin(later), column] = ""
    return frame


def day_columns(name: str) -> tuple[str, str]:
    """The columns that hold a row's first and last day; the same one twice where a row has one date."""
    column = _package.resource(name).get("known_on") or ""
    return _SPANS.get(name, (column, column))


def _overlaps(name: str, row: Mapping[str, str], start: date | None, end: date | None) -> bool:
    first, last = (row.get(column, "") for column in day_columns(name))
    if not first:
        return True
    return (start is None or dates.last_day(last or first) >= start) and (end is None or dates.first_day(first) <= end)


def _after(day: str, asof: date) -> bool:
    return bool(day) and dates.last_day(day) > asof


def _status(row: Mapping[str, str], asof: date) -> str:
    """The status an agreement had on that day: what is dated later had not happened; what has no date is taken as it stands.

    What ended later was in force before, also where the day it came into force was not found.
    """
    ratified = [row["date_ratified_rus"], row["date_ratified_prk"]]
    if not any(_after(day, asof) for day in (*ratified, row["date_in_force"], row["date_ended"])):
        return row["status"]
    entered = row["date_in_force"] or ("" if row["status"] not in ("superseded", "expired") else row["date_signed"])
    if entered and not _after(entered, asof):
        return "in_force"
    return "ratified" if any(day and not _after(day, asof) for day in ratified) else "signed"


def _listed_by(cell: str, asof: date) -> str:
    listings = [one.partition(":") for one in cell.split(";") if one]
    return ";".join(f"{who}{colon}{day}" for who, colon, day in listings if not day or dates.last_day(day) <= asof)
