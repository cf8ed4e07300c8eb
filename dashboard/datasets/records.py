"""The records of a table as a data address asks for them, and one record with what others said."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from dashboard.datasets import _package, shipments
from dashboard.datasets._export import plain, to_records
from dashboard.datasets._select import select

MOST_OTHERS = 12


def records(
    name: str,
    *,
    start: date | None = None,
    end: date | None = None,
    asof: date | None = None,
    where: Mapping[str, Sequence[str]] | None = None,
    contains: Mapping[str, str] | None = None,
    text: str = "",
) -> pd.DataFrame:
    """Rows of table `name` in the columns of its descriptor.

    `where`: the cell, or one item of its list, is among the values. `contains`: the cell holds that text, in any case.
    `text`: every word of it stands somewhere in the row, in any case, with or without accents.
    """
    frame = select(name, start=start, end=end, asof=asof)
    for column, values in (where or {}).items():
        wanted = {float(value) for value in values} if frame[column].dtype.kind in "fi" else set(values)
        frame = _keep(frame, [_is_among(cell, wanted) for cell in frame[column]])
    for column, part in (contains or {}).items():
        frame = _keep(frame, [part.casefold() in plain(cell).casefold() for cell in frame[column]])
    if words := _bare(text).split():
        rows = [_bare(" ".join(map(plain, row))) for row in frame.itertuples(index=False, name=None)]
        frame = _keep(frame, [all(word in row for word in words) for row in rows])
    return frame.reset_index(drop=True)


def find(name: str, key: str, *, asof: date | None = None) -> dict[str, Any] | None:
    """The record of that key, numbers as numbers and empty cells as None; None when there was none on that day."""
    found = select(name, asof=asof, where={key_column(name): (key,)})
    return to_records(found)[0] if len(found) else None


def key_column(name: str) -> str:
    """The column that holds the keys of a table."""
    return str(_package.resource(name)["schema"]["primaryKey"][0])


def said_by_others(claim: Mapping[str, Any], *, asof: date | None = None) -> list[dict[str, Any]]:
    """What other groups said of the same item in the same direction, newest first. Columns of `shipments.claims`."""
    frame = shipments.claims((claim["item"],), asof=asof, direction=claim["direction"], numbered=False)
    own = find("claimants", claim["claimant_id"]) or {}
    others = frame[frame["group_id"] != own.get("group_id")]
    return to_records(others.iloc[::-1].head(MOST_OTHERS))


def _keep(frame: pd.DataFrame, marks: list[bool]) -> pd.DataFrame:
    # A bare list would not do: of an empty frame it selects no columns instead of no rows.
    return frame[pd.Series(marks, index=frame.index, dtype=bool)]


def _is_among(cell: object, wanted: set[Any]) -> bool:
    if not isinstance(cell, str):
        return cell in wanted if plain(cell) else False
    return cell in wanted or not wanted.isdisjoint(cell.split(";"))


def _bare(text: str) -> str:
    """The text without case and accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
