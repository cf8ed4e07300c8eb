"""Figures about who met whom, who wrote to whom, and where Beijing appears."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import diplomacy_lanes, marks, theme
from dashboard.figures.diplomacy_stacks import Mark

_MESSAGES = {
    "letter": "circle",
    "message": "diamond",
    "phone_call": "star",
    "video_ceremony": "star",
    "gift": "square",
    "alleged_letters": "x",
}


def meetings(
    frame: Any,
    words: Any,
    *,
    first: date,
    last: date,
    compiled: date,
    levels: Sequence[str],
    summits: Sequence[tuple[str, str]] = (),
    gap: tuple[date, date] | None = None,
) -> go.Figure:
    """Meetings in a lane per rank of the visitor; coloured by the host's side, hollow where no source was read.

    `frame` as `datasets.diplomacy.meetings` gives it; `levels` in the order of the lanes; `summits` are (day, label); `gap` the
    longest stretch without any meeting.
    """  # fmt: skip
    rows = frame.to_dict("records")
    seen = set(frame["level"])
    lanes = [(level, words(f"diplomacy.level.{level}")) for level in levels if level in seen]
    dots = [_meeting(row, words, first, last) for row in rows]
    hosts = [("PRK", theme.text_colour("kp")), ("RUS", theme.text_colour("ru")), ("other", theme.INK)]
    figure = diplomacy_lanes.draw(
        dots, lanes, words, first=first, last=last, compiled=compiled, height=470, events=summits,
        named=[(words(f"diplomacy.host.{host}"), colour) for host, colour in hosts],
    )  # fmt: skip
    if gap:
        _silence(figure, gap, words)
    return figure


def host_colour(country: str) -> str:
    """Moscow’s colour where Russia or the Soviet Union hosted, Pyongyang’s where North Korea did, ink elsewhere."""
    marks_of = {"RUS": "ru", "SUN": "ru", "PRK": "kp"}
    return theme.mark_colour(marks_of[country]) if country in marks_of else theme.INK


def meeting_text(row: Mapping[str, Any], words: Any) -> str:
    """What a meeting's mark says: level and place, the people, what came of it, when, source read or not."""
    french = words.lang == "fr"
    sides = [row["dprk_fr" if french else "dprk_participants"], row["russia_fr" if french else "russia_participants"]]
    who = [
        f"{words(f'diplomacy.side.{side}')} {marks.folded(people.replace(';', ', '))}"
        for side, people in zip(("PRK", "RUS"), sides, strict=True) if people
    ]  # fmt: skip
    lines = [
        f"<b>{row['city_fr' if french else 'city']}</b>, {words.span(row['start_date'], row['end_date'])}",
        f"{words('diplomacy.level.' + row['level'])}",
        *who,
        marks.folded(row["outcome_fr"] if french and row["outcome_fr"] else row["outcome_en"]),
    ]
    if row["day"] != row["until"]:
        lines.append(words("diplomacy.day_unknown"))
    return marks.joined([*lines, words(f"source_check.{row['source_check']}")])


def messages(frame: Any, words: Any, *, first: date, last: date, compiled: date) -> go.Figure:
    """Letters, messages and calls in a lane per direction. `frame` as `datasets.diplomacy_papers.messages` gives it."""
    lanes = [(way, words(f"diplomacy.way.{way}")) for way in ("RUS-PRK", "PRK-RUS")]
    dots = [
        Mark(
            row["direction"],
            row["day"],
            row["until"],
            _MESSAGES[row["kind"]] + ("" if row["source_check"] == "read" else "-open"),
            theme.mark_colour("ru" if row["direction"] == "RUS-PRK" else "kp"),
            _message(row, words),
            ("messages", row["message_id"]),
        )
        for row in frame.to_dict("records")
    ]
    return diplomacy_lanes.draw(dots, lanes, words, first=first, last=last, compiled=compiled, height=220)


def china(frame: Any, words: Any, *, first: date, last: date, compiled: date) -> go.Figure:
    """Beijing's part in three lanes. `frame` as `datasets.diplomacy_papers.china` gives it."""
    lanes = [(lane, words(f"diplomacy.china.{lane}")) for lane in ("council", "committee", "host")]
    shapes = {"with": "circle", "apart": "x", "blocked": "square", "meeting": "diamond"}
    dots = [
        Mark(
            row["lane"],
            row["day"],
            row["until"],
            shapes[row["kind"]] + ("" if row["source_check"] == "read" else "-open"),
            theme.WARN if row["kind"] == "apart" else theme.mark_colour("cn"),
            _part(row, words),
            (row["table"], row["id"]),
        )
        for row in frame.to_dict("records")
    ]
    return diplomacy_lanes.draw(dots, lanes, words, first=first, last=last, compiled=compiled, height=220)


def _part(row: Mapping[str, Any], words: Any) -> str:
    head = f"<b>{words('diplomacy.china.' + row['kind'])}</b>"
    return f"{head}<br>{words.date(row['date'])}<br>{marks.folded(row['text_' + words.lang])}"


def _message(row: Mapping[str, Any], words: Any) -> str:
    french = words.lang == "fr"
    sides = (row["from_fr"], row["to_fr"]) if french else (row["from_person"], row["to_person"])
    head = f"<b>{words('diplomacy.message.' + row['kind'])}</b>, {words.date(row['date'])}"
    said = marks.folded(row["summary_fr"] if french and row["summary_fr"] else row["summary_en"])
    return marks.joined([head, f"{sides[0]} → {sides[1]}", said, words("source_check." + row["source_check"])])


def _meeting(row: Mapping[str, Any], words: Any, first: date, last: date) -> Mark:
    """A meeting's mark; one that began before the axis stands at its edge."""
    known = row["day"] == row["until"]
    day = max(row["day"], first.isoformat()) if known else row["day"]
    end = min(row["end_date"], last.isoformat()) if len(row["end_date"]) == 10 else ""
    return Mark(
        row["level"],
        day,
        day if known else row["until"],
        "circle" if row["source_check"] == "read" else "circle-open",
        host_colour(row["host_iso3"]),
        meeting_text(row, words),
        ("meetings", row["meeting_id"]),
        end,
    )


def _silence(figure: go.Figure, gap: tuple[date, date], words: Any) -> None:
    """The longest stretch without a meeting, named where it is."""
    figure.add_shape(
        type="rect", x0=gap[0].isoformat(), x1=gap[1].isoformat(), y0=0, y1=1, yref="y domain", layer="below",
        fillcolor=theme.BAND, line={"width": 0},
    )  # fmt: skip
    at = figure.notes
    middle = theme.days_after(gap[0], (gap[1] - gap[0]).days // 2).isoformat()
    figure.add_annotation(
        text=words("diplomacy.silence"),
        x=middle,
        y=0.5,
        yref="y domain",
        showarrow=False,
        font={"size": 13, "color": theme.MUTED},
    )
    theme.narrow(
        figure,
        **{
            f"layout__annotations[{at}]__text": words("diplomacy.silence_short"),
            f"layout__annotations[{at}]__font__size": 11,
        },
    )
