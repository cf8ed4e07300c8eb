"""How far each table goes: its rows, how new they are, how many rest on a source that was read."""

from dataclasses import dataclass

import pandas as pd

from dashboard.datasets import _package


@dataclass(frozen=True)
class Coverage:
    """One table.

    `compiled_to` and `newest` are EDTF dates, empty where the table has none; `newest` is the last date on which a row became
    public. `checked` counts the rows that say whether a source was read, `read` those where one was; `undated` counts the rows
    whose date is not known to the day.
    """

    name: str
    rows: int
    compiled_to: str
    newest: str
    checked: int
    read: int
    undated: int


def coverage() -> list[Coverage]:
    """Every table of the package in use, in the order of the descriptor."""
    return [
        _of(str(one["name"]), one.get("known_on"), one.get("compiled_to")) for one in _package.descriptor()["resources"]
    ]


def not_checked() -> tuple[int, int]:
    """The countries whose sanctions nobody has checked yet for one target at least, and all rows of `regimes`."""
    frame = _package.table("regimes")
    return int((frame["status"] == "not_checked").sum()), len(frame)


def _of(name: str, column: str | None, compiled_to: str | None) -> Coverage:
    frame = _package.table(name)
    days = frame[column] if column else pd.Series([], dtype="str")
    days = days[days != ""]
    checks = frame["source_check"] if "source_check" in frame else pd.Series([], dtype="str")
    return Coverage(
        name=name,
        rows=len(frame),
        compiled_to=compiled_to or "",
        newest=str(days.max()) if len(days) else "",
        checked=len(checks),
        read=int((checks == "read").sum()),
        undated=int((days.str.len() < len("2024-03-18")).sum()),
    )
