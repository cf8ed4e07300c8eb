"""Everything that happened, on one time axis."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from dashboard import dates
from dashboard.datasets import launches_missiles, shipments
from dashboard.datasets._select import select
from dashboard.datasets._thin import thinned

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


def timeline(*, start: date | None = None, end: date | None = None, asof: date | None = None) -> pd.DataFrame:
    """Everything dated, one row per event.

    Columns: `lane` (shipments, launches, meetings, sanctions, events), `row` (the kind within the lane), `day` and `until` (first and last day
    it may have been on), `value` (containers, or missiles fired that day), `text_en, text_fr, table, id, source_ids`. Where a kind has
    more rows than a screen can show, one row stands for a stretch of days (`_thin.thinned`).
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
    return thinned(frame, ["lane", "row"]).sort_values(["day", "lane", "id"], ignore_index=True)


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
