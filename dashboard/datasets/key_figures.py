"""The key figures of the Overview: each computed, each with the record it rests on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard.datasets import sanctions, shipments
from dashboard.datasets._select import select


@dataclass(frozen=True)
class KeyFigure:
    """One number that carries its record. `row` is that record; `low` and `high` enclose what other claimants say (None if nobody)."""

    key: str
    value: float
    day: str
    table: str
    id: str
    row: dict[str, Any]
    low: float | None = None
    high: float | None = None


def key_figures(*, asof: date | None = None) -> list[KeyFigure]:
    """The key figures as known on that day, each computed; one that has no row yet is left out."""
    return [figure for make in (_containers, _troops, _satellites, _summits, _veto, _states) for figure in make(asof)]


def _standing(key: str, frame: pd.DataFrame) -> list[KeyFigure]:
    """The highest claim in force, with what the other groups say."""
    if not len(frame):
        return []
    standing = frame.groupby("group_id", sort=False).tail(1)
    top = standing.loc[standing["value"].idxmax()].to_dict()
    others = standing[standing["group_id"] != top["group_id"]]["value"]
    low, high = (float(others.min()), float(others.max())) if len(others) else (None, None)
    return [KeyFigure(key, float(top["value"]), top["stated_on"], "claims", top["claim_id"], top, low, high)]


def _containers(asof: date | None) -> list[KeyFigure]:
    return _standing("containers", shipments.containers(asof=asof))


def _troops(asof: date | None) -> list[KeyFigure]:
    """Soldiers said to be present; before anybody counted those, soldiers said to have been sent."""
    frame = shipments.claims(("troops",), asof=asof)
    for variant in ("present", "ever_sent"):
        found = frame[(frame["variant"] == variant) & (frame["basis"] == "delivered")]
        if len(found):
            return _standing(f"troops_{variant}", found)
    return []


def _satellites(asof: date | None) -> list[KeyFigure]:
    frame = select("satellite_launches", start=date(2023, 1, 1), asof=asof, where={"attempt_status": ("attempt",)})
    reached = frame[frame["outcome"] == "success"]
    if not len(frame):
        return []
    row = (reached if len(reached) else frame).iloc[-1].to_dict()
    return [
        KeyFigure(
            "satellites", len(reached), row["date_utc"], "satellite_launches", row["launch_id"], row, high=len(frame)
        )
    ]


def _summits(asof: date | None) -> list[KeyFigure]:
    frame = select("meetings", start=date(2012, 1, 1), asof=asof, where={"level": ("head_of_state",)})
    both = frame["dprk_participants"].str.contains("Kim Jong Un") & frame["russia_participants"].str.contains(
        "Vladimir Putin"
    )
    frame = frame[both].sort_values("start_date")
    if not len(frame):
        return []
    row = frame.iloc[-1].to_dict()
    return [KeyFigure("summits", frame["visit_id"].nunique(), row["start_date"], "meetings", row["meeting_id"], row)]


def _veto(asof: date | None) -> list[KeyFigure]:
    frame = select("un_votes", asof=asof, where={"outcome": ("vetoed",)})
    if not len(frame):
        return []
    row = frame.sort_values("date").iloc[-1].to_dict()
    return [KeyFigure("veto", float(row["yes"]), row["date"], "un_votes", row["vote_id"], row, high=float(row["no"]))]


def _states(asof: date | None) -> list[KeyFigure]:
    frame = sanctions.by_country(asof=asof)
    both = frame[frame["class"] == "both"]
    if not len(both):
        return []
    row = both.iloc[0].to_dict()
    return [KeyFigure("states", len(both), "", "regimes", "", row)]
