"""What happened when, across tables: the context that is laid under other charts, and the few days that carry the story."""

from datetime import date

import pandas as pd

from dashboard import dates
from dashboard.datasets._select import select

COLUMNS = ["kind", "day", "known", "text_en", "text_fr", "table", "id"]

# The days that carry the story, by the record that holds each date.
_STORY = (
    ("summit", "meetings", "meeting_id", "M20230913a", "start_date"),
    ("satellite", "satellite_launches", "launch_id", "PRK-SL-08", "date_utc"),
    ("veto", "un_votes", "vote_id", "v-s-2024-255", "date"),
    ("treaty", "agreements", "agreement_id", "A-2024-TREATY", "date_signed"),
    ("troops", "claims", "claim_id", "QT01", "stated_on"),
)


def story(*, asof: date | None = None) -> pd.DataFrame:
    """The days that carry the story. Columns: `event` (summit, satellite, veto, treaty, troops), `day`, `table`, `id`."""
    rows = []
    for event, table, key, record, column in _STORY:
        found = select(table, asof=asof, where={key: (record,)})
        rows += [(event, found[column].iloc[0], table, record)] if len(found) else []
    return pd.DataFrame(rows, columns=["event", "day", "table", "id"]).sort_values("day", ignore_index=True)


def overlay(kind: str, *, start: date | None = None, end: date | None = None, asof: date | None = None) -> pd.DataFrame:
    """The events of one kind (sanctions, meetings, launches) as ticks of context.

    Sanctions are the measures against this cooperation, without resolutions, mandates and vetoes; launches are satellites.
    Columns: `kind, day, known, text_en, text_fr, table, id`; `day` is the first day an event may have been on, `known` the one on which
    it was public at the latest.
    """
    if kind == "sanctions":
        frame = select("measures", start=start, end=end, asof=asof, where={"dprk_russia_link": ("yes",)})
        frame = frame[~frame["kind"].isin(("un_resolution", "monitoring", "veto"))]
        texts = [
            (f"{row['sender']}: {row['name_en']}", f"{row['sender']} : {row['name_fr'] or row['name_en']}")
            for row in frame.to_dict("records")
        ]
        return _ticks(kind, frame, "date", texts, "measures", "measure_id")
    if kind == "meetings":
        frame = select("meetings", start=start, end=end, asof=asof)
        texts = [_meeting(row) for row in frame.to_dict("records")]
        return _ticks(kind, frame, "start_date", texts, "meetings", "meeting_id")
    if kind == "launches":
        attempts = {"attempt_status": ("attempt",)}
        frame = select("satellite_launches", start=start, end=end, asof=asof, where=attempts)
        return _ticks(
            kind, frame, "date_utc", [(row, row) for row in frame["payload"]], "satellite_launches", "launch_id"
        )
    return pd.DataFrame(columns=COLUMNS)


def _meeting(row: dict[str, str]) -> tuple[str, str]:
    who = "; ".join(part for part in (row["dprk_participants"], row["russia_participants"]) if part).replace(";", ", ")
    return f"{row['city']}: {who}", f"{row['city']} : {who}"


def _ticks(
    kind: str, frame: pd.DataFrame, column: str, texts: list[tuple[str, str]], table: str, key: str
) -> pd.DataFrame:
    said = zip(frame[column], texts, frame[key], strict=True)
    rows = [
        (kind, dates.first_day(day).isoformat(), dates.last_day(day).isoformat(), en, fr, table, record)
        for day, (en, fr), record in said
    ]
    return pd.DataFrame(rows, columns=COLUMNS)
