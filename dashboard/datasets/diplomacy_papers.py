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
    sides = [
        frame.assign(state=state, vote=frame[column])
        for state, column in zip(STATES, ("russia_vote", "china_vote"), strict=True)
    ]
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
        since = start.isoformat()
        kept = [
            row["until"] >= since or (row["rank"] == "treaty" and (not row["ended"] or row["ended"] >= since))
            for row in frame.to_dict("records")
        ]
        frame = frame[pd.Series(kept, index=frame.index, dtype=bool)]
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
    votes_cast = select("un_votes", start=start, end=end, asof=asof)
    held = select("monitoring", start=start, end=end, asof=asof)
    held = held[[set(members.split(";")) == set(STATES) for members in held["members"]]]
    hosted = select("meetings", start=start, end=end, asof=asof, where={"country_iso3": ("CHN",)})
    rows = [
        *(
            _event(
                "council", "with" if row["russia_vote"] == row["china_vote"] else "apart", row, "un_votes", "vote_id"
            )
            for row in votes_cast.assign(
                **{f"text_{lang}": _subjects(votes_cast, lang) for lang in ("en", "fr")}
            ).to_dict("records")
        ),
        *(_event("committee", "blocked", row, "monitoring", "event_id", "summary") for row in held.to_dict("records")),
        *(_event("host", "meeting", row, "meetings", "meeting_id", "outcome") for row in hosted.to_dict("records")),
    ]
    columns = [
        "lane",
        "kind",
        "date",
        "day",
        "until",
        "text_en",
        "text_fr",
        "table",
        "id",
        "source_ids",
        "source_check",
    ]
    return pd.DataFrame(rows, columns=columns).sort_values(["day", "id"], ignore_index=True)


def _event(lane: str, kind: str, row: dict[str, str], table: str, key: str, text: str = "text") -> tuple[str, ...]:
    day = row.get("date") or row["start_date"]
    first, last = (one.isoformat() for one in dates.span(day))
    said = row[f"{text}_en"], row[f"{text}_fr"] or row[f"{text}_en"]
    return (lane, kind, day, first, last, *said, table, row[key], row["source_ids"], row["source_check"])


def _subjects(votes_cast: pd.DataFrame, lang: str) -> list[str]:
    colon = "\u00a0:" if lang == "fr" else ":"
    return [
        f"{row['resolution']}{colon} {row[f'subject_{lang}'] or row['subject_en']}"
        for row in votes_cast.to_dict("records")
    ]
