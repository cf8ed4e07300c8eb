"""What the Overview shows: the key figures, and everything that happened on one time axis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard import dates
from dashboard.datasets import launches_missiles, sanctions, shipments
from dashboard.datasets._select import select

LANE_TABLES = {
    "shipments": "claims",
    "launches": "missile_tests",
    "meetings": "meetings",
    "sanctions": "measures",
    "events": "events",
}
LANES = tuple(LANE_TABLES)
_NOT_SANCTIONS = ("un_resolution", "monitoring", "veto")
_HIGH_LEVELS = ("head_of_state", "head_of_government", "minister", "security_council")


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


def timeline(*, start: date | None = None, end: date | None = None, asof: date | None = None) -> pd.DataFrame:
    """Everything dated, one row per event.

    Columns: `lane` (shipments, launches, meetings, sanctions, events), `row` (the kind within the lane), `day` and `until` (first and last day
    it may have been on), `value` (containers, or missiles fired that day), `text_en, text_fr, table, id, source_ids`.
    """
    asked: dict[str, Any] = {"start": start, "end": end, "asof": asof}
    parts = [
        _shipments(asked),
        _satellite_rows(asked),
        _missile_days(asked),
        _meetings(asked),
        _measures(asked),
        _other(asked),
    ]
    frame = (
        pd.concat([part for part in parts if len(part)], ignore_index=True)
        if any(map(len, parts))
        else pd.DataFrame(columns=_COLUMNS)
    )
    return frame.sort_values(["day", "lane", "id"], ignore_index=True)


_COLUMNS = ["lane", "row", "day", "until", "value", "text_en", "text_fr", "table", "id", "source_ids"]


def _shipments(asked: dict[str, Any]) -> pd.DataFrame:
    frame = shipments.containers(asof=asked["asof"], end=asked["end"])
    if asked["start"]:
        frame = frame[frame["day"] >= asked["start"].isoformat()]
    return _events("shipments", "claims", "claim_id", frame, "stated_on", (
        (row["group_id"], row["value"], row["claimant_en"], row["claimant_fr"]) for row in frame.to_dict("records")))  # fmt: skip


def _satellite_rows(asked: dict[str, Any]) -> pd.DataFrame:
    frame = select("satellite_launches", where={"attempt_status": ("attempt",)}, **asked)
    return _events("launches", "satellite_launches", "launch_id", frame, "date_utc", (
        (f"satellite_{row['outcome']}", 1, row["payload"], row["payload"]) for row in frame.to_dict("records")))  # fmt: skip


def _missile_days(asked: dict[str, Any]) -> pd.DataFrame:
    frame = launches_missiles.missiles(**asked)
    days = frame.groupby("date_utc", sort=True, as_index=False).agg(test_id=("test_id", "first"), source_ids=("source_ids", "first"),
                                                                    n=("test_id", "size"), what=("missile", _named))  # fmt: skip
    return _events("launches", "missile_tests", "test_id", days, "date_utc", (
        ("missiles", row["n"], row["what"], row["what"]) for row in days.to_dict("records")))  # fmt: skip


def _meetings(asked: dict[str, Any]) -> pd.DataFrame:
    frame = select("meetings", **asked)
    said = ((_rank(row["level"]), 1, *_people(row)) for row in frame.to_dict("records"))
    return _events("meetings", "meetings", "meeting_id", frame, "start_date", said)


def _measures(asked: dict[str, Any]) -> pd.DataFrame:
    frame = select("measures", **asked)
    frame = frame[~frame["kind"].isin(_NOT_SANCTIONS)]
    said = (("link" if row["dprk_russia_link"] == "yes" else "other", 1, f"{row['sender']}: {row['name_en']}",
             f"{row['sender']}\u00a0: {row['name_fr'] or row['name_en']}") for row in frame.to_dict("records"))  # fmt: skip
    return _events("sanctions", "measures", "measure_id", frame, "date", said)


def _other(asked: dict[str, Any]) -> pd.DataFrame:
    frame = select("events", **asked)
    said = ((_tone(row["kind"]), 1, row["title_en"], row["title_fr"]) for row in frame.to_dict("records"))
    return _events("events", "events", "event_id", frame, "date", said)


def _tone(kind: str) -> str:
    """Denials and admissions are the spine of the story; everything else is its flesh."""
    return kind if kind in ("denial", "admission") else "event"


def _events(
    lane: str, table: str, key: str, frame: pd.DataFrame, column: str, said: Iterable[tuple[str, float, str, str]]
) -> pd.DataFrame:
    rows = []
    for row, (kind, value, en, fr) in zip(frame.to_dict("records"), said, strict=True):
        first, last = dates.span(row[column])
        rows.append(
            (lane, kind, first.isoformat(), last.isoformat(), value, en, fr, table, row[key], row["source_ids"])
        )
    return pd.DataFrame(rows, columns=_COLUMNS)


def _named(missiles: pd.Series) -> str:
    return ", ".join(dict.fromkeys(name for name in missiles if name))


def _rank(level: str) -> str:
    return "leaders" if level == "head_of_state" else "ministers" if level in _HIGH_LEVELS else "others"


def _people(row: dict[str, Any]) -> tuple[str, str]:
    who = " – ".join(part.replace(";", ", ") for part in (row["dprk_participants"], row["russia_participants"]) if part)
    return f"{row['city']}: {who}", f"{row['city']}\u00a0: {who}"


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
