"""Frames as files: the one CSV writer that every export uses, and the rows of a JSON answer."""

import csv
import io
import math
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

_BOM = b"\xef\xbb\xbf"  # without it Excel takes UTF-8 for the local code page
# What a spreadsheet takes for the start of a formula; the full-width forms count too in East Asian editions.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def to_csv(frame: pd.DataFrame, *, raw: bool = False) -> bytes:
    """The frame as CSV (RFC 4180, CRLF). For a spreadsheet, with BOM and formula-safe text; `raw` leaves both out."""
    return b"".join(csv_parts(frame, raw=raw))


def csv_parts(frame: pd.DataFrame, *, raw: bool = False, rows: int = 2_000) -> Iterator[bytes]:
    """What `to_csv` gives, so many rows at a time: a long table need not stand in memory as text."""
    cell = plain if raw else _safe
    yield (b"" if raw else _BOM) + _lines([[cell(name) for name in frame.columns]])
    for start in range(0, len(frame), rows):
        part = frame.iloc[start : start + rows].itertuples(index=False, name=None)
        yield _lines([cell(value) for value in row] for row in part)


def _lines(rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def to_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as JSON takes them: numbers as numbers, whole ones without a fraction, empty cells as None."""
    columns = [str(name) for name in frame.columns]
    rows = frame.itertuples(index=False, name=None)
    return [{name: value_of(cell) for name, cell in zip(columns, row, strict=True)} for row in rows]


def plain(value: object) -> str:
    """A cell as text: empty where there is nothing, numbers in plain digits, whole ones without a fraction."""
    kept = value_of(value)
    return "" if kept is None else str(kept)


def _safe(value: object) -> str:
    text = plain(value)
    # Only text can hurt: -73.5 is a number and stays one, "-73.5" typed into a text column is escaped.
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def value_of(value: object) -> Any:
    """A cell as JSON takes it: None where there is nothing, whole numbers without a fraction."""
    if isinstance(value, str):  # most cells are
        return value or None
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    item: Any = value.item() if hasattr(value, "item") else value  # numpy's scalars as Python's own
    if isinstance(item, float):
        if not math.isfinite(item):
            return None
        return int(item) if item.is_integer() else item
    return item if isinstance(item, int) else str(item)
