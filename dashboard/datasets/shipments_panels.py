"""Claims sorted onto the panels of a chart, each panel counting one thing in one way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets.shipments import claims

# Groups that gather several houses which count apart: their claims join only when the same house makes them.
MANY_VOICES = ("researchers", "press", "kr-other")


@dataclass(frozen=True)
class Panel:
    """One panel: the claims on `items` with these variants and bases (empty: all of them).

    `numbered` keeps claims with a figure (True), without one (False) or both (None). `words` panels have no quantity axis.
    `joined` says which claims of one claimant count the same thing: those counting since the same date (start), all (any), none (never).
    """

    id: str
    items: tuple[str, ...]
    variants: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    numbered: bool | None = True
    words: bool = False
    joined: str = "start"


def by_panel(
    panels: Sequence[Panel],
    *,
    start: date | None = None,
    end: date | None = None,
    asof: date | None = None,
    claimants: tuple[str, ...] = (),
) -> pd.DataFrame:
    """One row per claim and panel, in the order of the panels and of the days on which the claims were made.

    Columns: `panel`, `series` (claims of one series count the same thing), `carried` (yes where the claim was made before `start` and
    was its series' word on that day), those of `claims()`, `factor_low, factor_high` (rounds per container of a conversion),
    `span_from, span_to` (first and last day that the claim counts, empty without a stated start).
    """
    items = tuple(dict.fromkeys(item for panel in panels for item in panel.items))
    frame = claims(items, end=end, asof=asof, claimants=claimants, numbered=False)
    parts = [_on(panel, frame) for panel in panels]
    frame = pd.concat(parts, ignore_index=True)
    frame.insert(2, "carried", "no")
    if start is not None:
        frame = _since(frame, start, [panel.id for panel in panels if not panel.words and panel.joined != "never"])
    return _with_spans(_with_factors(frame))


def standing(frame: pd.DataFrame, panel: str, variants: Sequence[str] = ()) -> pd.DataFrame:
    """The newest numbered claim of each group and variant on that panel, lowest first; only of those `variants` when named."""
    found = frame[(frame["panel"] == panel) & frame["value"].notna()]
    found = found[found["variant"].isin(variants)] if variants else found
    return found.groupby(["group_id", "variant"], sort=False).tail(1).sort_values("value", kind="stable")


def _on(panel: Panel, frame: pd.DataFrame) -> pd.DataFrame:
    found = frame[frame["item"].isin(panel.items)]
    for column, wanted in (("variant", panel.variants), ("basis", panel.bases), ("direction", panel.directions)):
        found = found[found[column].isin(wanted)] if wanted else found
    if panel.numbered is not None:
        found = found[found["value"].notna() == panel.numbered]
    found = found.copy()
    found.insert(0, "panel", panel.id)
    found.insert(1, "series", _series(panel, found.to_dict("records")))
    return found


def _series(panel: Panel, rows: list[dict[str, Any]]) -> list[str]:
    """A name for each claim's series. A count without a stated start joins only its like: its start may be any."""
    known: dict[tuple[str, ...], list[str]] = {}
    names = []
    for row in rows:
        voice = row["claimant_id"] if row["group_id"] in MANY_VOICES else row["group_id"]
        key = (voice, row["item"], row["variant"], row["basis"], row["unit"])
        starts = known.setdefault(key, [])
        start = (
            "any" if panel.joined == "any" else row["claim_id"] if panel.joined == "never" else row["counting_since"]
        )
        at = next((i for i, one in enumerate(starts) if _alike(one, start)), len(starts))
        if at == len(starts):
            starts.append(start)
        names.append("-".join((*key, str(at + 1))))
    return names


def _alike(one: str, other: str) -> bool:
    """The same start; a day is like its month, but a month is not like its year."""
    return one == other or (min(len(one), len(other)) >= 7 and one[:7] == other[:7] and one != "any")


def _since(frame: pd.DataFrame, start: date, carrying: list[str]) -> pd.DataFrame:
    """The claims since `start`, and before them what was in force on that day where claims follow each other."""
    late = pd.Series([dates.last_day(day) >= start for day in frame["stated_on"]], index=frame.index, dtype=bool)
    before = frame[~late & frame["panel"].isin(carrying)]
    before = before.groupby(["panel", "series"], sort=False).tail(1).assign(carried="yes")
    kept = pd.concat([before, frame[late]])
    order = {panel: at for at, panel in enumerate(dict.fromkeys(frame["panel"]))}
    kept = kept.assign(_order=[order[panel] for panel in kept["panel"]])
    return kept.sort_values(["_order", "day", "claim_id"], kind="stable").drop(columns="_order").reset_index(drop=True)


def _with_factors(frame: pd.DataFrame) -> pd.DataFrame:
    """Adds what a conversion did: its figure divided by the containers it was converted from."""
    boxes = _package.table("claims").set_index("claim_id")["low"]
    of = frame["converted_from"].map(boxes)
    rounds = frame["item"] == "rounds"
    frame["factor_low"] = (frame["value"] / of).where(rounds).round(0)
    frame["factor_high"] = (frame["high"].fillna(frame["value"]) / of).where(rounds).round(0)
    return frame


def _with_spans(frame: pd.DataFrame) -> pd.DataFrame:
    """Adds the days a claim counts: from its stated start to its stated end, or to the day on which it was made."""
    rows = frame.to_dict("records")
    since = [row["counting_since"] for row in rows]
    frame["span_from"] = [dates.first_day(one).isoformat() if one else "" for one in since]
    frame["span_to"] = [
        dates.last_day(row["as_of"] or row["stated_on"]).isoformat() if one else ""
        for row, one in zip(rows, since, strict=True)
    ]
    return frame
