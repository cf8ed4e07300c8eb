"""What was voted, signed and written, and where Beijing stood."""

from datetime import date

import pandas as pd

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._select import select

STATES = ("RUS", "CHN")
ALLIANCE, PARTNERSHIP = "A-1961-TREATY", "A-2024-TREATY"
TREATIES = (ALLIANCE, "A-2000-TREATY", PARTNERSHIP)
PANEL_VETO = "v-s-2024-255"


def votes(*, start: date | None = None, end: date | None = None, asof: date | None = None) -> pd.DataFrame:
    """How Russia and China voted in the Security Council on North Korea: one row per vote and state.

    Columns: `vote_id, resolution, date, kind, state` (RUS, CHN), `vote` (yes, no, abstain), `yes, no, abstain` (of 15), `outcome,
    subject_en, subject_fr, note_en, note_fr, source_ids, source_check`.
    """
    frame = select("un_votes", start=start, end=end, asof=asof).sort_values(["date", "vote_id"])
    sides = [frame.assign(state=state, vote=frame[column]) for state, column in zip(STATES, ("russia_vote", "china_vote"), strict=True)]
    both = pd.concat(sides, ignore_index=True)
    return both[
        ["vote_id", "resolution", "date", "kind", "state", "vote", "yes", "no", "abstain", "outcome",
         "subject_en", "subject_fr", "note_en", "note_fr", "source_ids", "source_check"]
    ]  # fmt: skip


def agreements(*, start: date | None = None, end: date | None = None, asof: date | None = None) -> pd.DataFrame:
    """Agreements that were signed or alive within the period, in the order of signature.

    Columns: those of `agreements`, then `rank` (treaty for the three friendship treaties, else text), `day` and `until` (first and
    last day on which it may have been signed), `ended` (last day on which it may have ended, empty while it has not).
    """
    frame = select("agreements", end=end, asof=asof)
    frame["ended"] = [dates.last_day(day).isoformat() if day else "" for day in frame["date_ended"]]
    spans = [dates.span(day) for day in frame["date_signed"]]
    frame["day"] = [first.isoformat() for first, _ in spans]
    frame["until"] = [last.isoformat() for _, last in spans]
    frame["rank"] = ["treaty" if one in TREATIES else "text" for one in frame["agreement_id"]]
    if start is not None:
        alive = (frame["rank"] == "treaty") & ((frame["ended"] == "") | (frame["ended"] >= start.isoformat()))
        frame = frame[alive | (frame["until"] >= start.isoformat())]
    return frame.sort_values(["day", "agreement_id"], kind="stable").reset_index(drop=True)


def messages(*, start: date | None = None, end: date | None = None, asof: date | None = None) -> pd.DataFrame:
    """Letters, messages and calls in the order of their days.

    Columns: those of `messages`, then `direction` (RUS-PRK or PRK-RUS, by the sender's country), `from_fr, to_fr`, `day, until`.
    """
    frame = select("messages", start=start, end=end, asof=asof)
    people = _package.table("people").set_index("name_en")
    country, french = people["country_iso3"].to_dict(), people["name_fr"].to_dict()
    frame["direction"] = ["PRK-RUS" if country.get(name) == "PRK" else "RUS-PRK" for name in frame["from_person"]]
    for side in ("from", "to"):
        frame[f"{side}_fr"] = [french.get(name) or name for name in frame[f"{side}_person"]]
    spans = [dates.span(day) for day in frame["date"]]
    frame["day"] = [first.isoformat() for first, _ in spans]
    frame["until"] = [last.isoformat() for _, last in spans]
    return frame.sort_values(["day", "message_id"], kind="stable").reset_index(drop=True)


def china(*, start: date | None = None, end: date | None = None, asof: date | None = None) -> pd.DataFrame:
    """Where Beijing appears in the tables: its votes, what it held up with Moscow, meetings on its soil.

    Columns: `lane` (council, committee, host), `kind` (with, apart: did it vote as Russia did; blocked; meeting), `date, day, until,
    text_en, text_fr, table, id, source_ids, source_check`.
    """
    asked = {"start": start, "end": end, "asof": asof}
    votes_cast = select("un_votes", **asked)
    held = select("monitoring", **asked)
    held = held[[set(members.split(";")) == set(STATES) for members in held["members"]]]
    hosted = select("meetings", where={"country_iso3": ("CHN",)}, **asked)
    rows = [
        *(("council", "with" if row["russia_vote"] == row["china_vote"] else "apart", row["date"],
           _vote(row, "en"), _vote(row, "fr"), "un_votes", row["vote_id"], row) for row in votes_cast.to_dict("records")),
        *(("committee", "blocked", row["date"], row["summary_en"], row["summary_fr"] or row["summary_en"], "monitoring",
           row["event_id"], row) for row in held.to_dict("records")),
        *(("host", "meeting", row["start_date"], row["outcome_en"], row["outcome_fr"] or row["outcome_en"], "meetings",
           row["meeting_id"], row) for row in hosted.to_dict("records")),
    ]  # fmt: skip
    flat = [
        (*row[:3], *(day.isoformat() for day in dates.span(row[2])), *row[3:7], row[7]["source_ids"], row[7]["source_check"]) for row in rows
    ]
    columns = ["lane", "kind", "date", "day", "until", "text_en", "text_fr", "table", "id", "source_ids", "source_check"]
    return pd.DataFrame(flat, columns=columns).sort_values(["day", "id"], ignore_index=True)


def _vote(row: dict[str, str], lang: str) -> str:
    colon = "\u00a0:" if lang == "fr" else ":"
    return f"{row['resolution']}{colon} {row[f'subject_{lang}'] or row['subject_en']}"
