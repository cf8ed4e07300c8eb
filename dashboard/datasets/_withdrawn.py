"""Rows that were taken out: their ids stay taken, and the reason can be read at their address."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard import dates
from dashboard.datasets import _apart
from dashboard.datasets._read import Sheet
from dashboard.errors import Offence

FILE = "withdrawn.toml"


@dataclass(frozen=True)
class Withdrawal:
    """One row that was taken out on the day `on`: why, and the rows (`table/id`) that stand in its place, if any."""

    table: str
    id: str
    on: str
    reason_en: str
    reason_fr: str
    instead: tuple[str, ...] = ()
    line: int = 0


def read(directory: Path, offences: list[Offence]) -> tuple[Withdrawal, ...]:
    """The withdrawn rows of the package in `directory`, none without the file; faults of its form join `offences`."""
    return tuple(
        Withdrawal(
            one.table, one.id, one.told["on"], one.reason_en, one.reason_fr, tuple(one.told.get("instead", ())), one.line
        )
        for one in _apart.read(directory / FILE, "withdrawn", ("on", "instead"), _wrong, offences)
    )  # fmt: skip


def offences(sheets: Mapping[str, Sheet], withdrawn: Sequence[Withdrawal]) -> Iterator[Offence]:
    """Ids that are in use again, and withdrawn rows of no table or with nothing in their place."""
    gone = {(one.table, one.id): one for one in withdrawn}
    for name, sheet in sheets.items():
        for row in sheet.rows:
            column, key = next(iter(row.cells.items()))
            if one := gone.get((name, key)):
                problem = f"was withdrawn on {one.on} (data/{FILE}:{one.line}), an id is never given again"
                yield Offence(sheet.file, row.line, column, key, problem)
    for one in withdrawn:
        if one.table not in sheets:
            yield Offence(FILE, one.line, "rows", f"{one.table}/{one.id}", f"a row of {', '.join(sheets)} wanted")
        for other in one.instead:
            table, _, key = other.partition("/")
            if table not in sheets or key not in (sheets[table].keys or {key}):
                yield Offence(FILE, one.line, "instead", other, "no such row")


def _wrong(group: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    on = group.get("on")
    if not isinstance(on, str) or not dates.valid(on) or not dates.is_day(on) or dates.first_day(on) > dates.today():
        yield "on", str(on or ""), "the day of the change wanted as text, YYYY-MM-DD, not ahead"
    if "instead" in group and not _apart.is_list_of_rows(group["instead"]):
        yield "instead", str(group["instead"]), 'a list of table/id wanted, such as ["claims/CC10"]'
