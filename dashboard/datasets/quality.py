"""How good the data are: table by table, and over all rows against what the project set itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard import dates
from dashboard.datasets import _evidence, _package
from dashboard.datasets._evidence import Exemption

# Most rows of this table say "not checked"; counting them with the others would hide both.
APART = "regimes"
_OFFICIAL = frozenset({"official", "un_doc"})


@dataclass(frozen=True)
class Quality:
    """One table. Dates are EDTF, empty where the table has none; what is None does not apply to it.

    `checked` counts the rows that say whether a source was read, `read` those where one was. `median` and `mean` are of the sources
    a row names, `official` counts the rows with an official or UN page among them. `newest` is the key of the row that became
    public last, on `newest_on`, `age` days ago (a date without a day counts from its first). `undated` counts the rows whose date is not known to the day.
    """

    name: str
    rows: int
    compiled_to: str
    checked: int
    read: int
    median: float | None
    mean: float | None
    official: int
    newest: str
    newest_on: str
    age: int | None
    undated: int | None


@dataclass(frozen=True)
class Share:
    """So many of so many rows, and the share in per cent that is aimed at."""

    name: str
    part: int
    whole: int
    target: int

    @property
    def percent(self) -> float:
        """The share in per cent, 0 of nothing."""
        return 100 * self.part / self.whole if self.whole else 0.0

    @property
    def reached(self) -> bool:
        """Whether the aim is reached."""
        return self.percent >= self.target


def quality(*, today: date) -> list[Quality]:
    """Every table of the package in use, in the order of the descriptor."""
    return [_of(resource, today) for resource in _package.descriptor()["resources"]]


def shares() -> list[Share]:
    """Over all tables: rows with a source read (without `regimes`); of the rows under the two-source rule, those that keep each part."""
    checks = [frame["source_check"] for name, frame in _frames().items() if "source_check" in frame and name != APART]
    sources = _package.table("sources").set_index("source_id")[["publisher", "kind"]].to_dict("index")
    broken = [
        _evidence.broken([sources[one] for one in _ids(row["source_ids"])])
        for name in _evidence.DUE
        for row in _due(name)
    ]
    return [
        Share("read", sum(int((one == "read").sum()) for one in checks), sum(map(len, checks)), 95),
        Share("two", sum(_evidence.TWO not in one for one in broken), len(broken), 90),
        Share("better", sum(_evidence.BETTER not in one for one in broken), len(broken), 95),
    ]


def apart() -> tuple[int, int, int]:
    """Of the table that is counted apart: rows with a source read, rows whose status is not checked, all rows."""
    frame = _package.table(APART)
    return int((frame["source_check"] == "read").sum()), int((frame["status"] == "not_checked").sum()), len(frame)


def exceptions() -> list[tuple[Exemption, ...]]:
    """The rows let off the two-source rule, those with one reason together, in the order of their file."""
    groups: dict[tuple[Any, ...], list[Exemption]] = {}
    for one in _package.current().exemptions:
        groups.setdefault((one.rules, one.reason_en), []).append(one)
    return [tuple(group) for group in groups.values()]


def _of(resource: Mapping[str, Any], today: date) -> Quality:
    name, column = str(resource["name"]), resource.get("known_on")
    frame = _package.table(name)
    checks = frame["source_check"] if "source_check" in frame else pd.Series([], dtype="str")
    cited = [_ids(cell) for cell in frame["source_ids"]] if "source_ids" in frame else []
    counts, kinds = (
        pd.Series([len(ids) for ids in cited], dtype="float64"),
        _package.table("sources").set_index("source_id")["kind"],
    )
    newest, newest_on = _newest(frame, column) if column else ("", "")
    return Quality(
        name=name,
        rows=len(frame),
        compiled_to=resource.get("compiled_to") or "",
        checked=len(checks),
        read=int((checks == "read").sum()),
        median=float(counts.median()) if cited else None,
        mean=float(counts.mean()) if cited else None,
        official=sum(any(kinds[one] in _OFFICIAL for one in ids) for ids in cited),
        newest=newest,
        newest_on=newest_on,
        age=max(0, (today - dates.first_day(newest_on)).days) if newest_on else None,
        undated=sum(not dates.is_day(day) for day in frame[column] if day) if column else None,
    )


def _newest(frame: pd.DataFrame, column: str) -> tuple[str, str]:
    """Key and date of the row that became public last; empty when no row has a date."""
    dated = frame[frame[column] != ""]
    rows = zip(dated.iloc[:, 0], dated[column], strict=True)
    return max(rows, key=lambda row: dates.first_day(row[1]), default=("", ""))


def _frames() -> dict[str, pd.DataFrame]:
    return {name: _package.table(name) for name in _package.current().tables}


def _due(name: str) -> list[dict[str, Any]]:
    return [row for row in _package.table(name).to_dict("records") if _evidence.due(name, row)]


def _ids(cell: str) -> list[str]:
    return [one for one in cell.split(";") if one]
