"""Figures about who met whom, how often, and who wrote to whom."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import context, diplomacy_lanes, marks, theme
from dashboard.figures.diplomacy_lanes import Mark

_MESSAGES = {
    "letter": "circle", "message": "diamond", "phone_call": "star", "video_ceremony": "star", "gift": "square", "alleged_letters": "x",
}  # fmt: skip
# Colour of the marks and of the words in a group's bars.
_BARS = {
    "leaders": (theme.INK, theme.INK),
    "ministers": (theme.mark_colour("us"), theme.text_colour("us")),
    "others": (theme.mark_colour("press"), theme.text_colour("press")),
}


def meetings(
    frame: Any, words: Any, *, first: date, last: date, compiled: date, levels: Sequence[str], summits: Sequence[tuple[str, str]] = (),
    gap: tuple[date, date] | None = None, ticks: Any = None,
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
        dots, lanes, words, first=first, last=last, compiled=compiled, height=440, ticks=ticks, events=summits,
        named=[(words(f"diplomacy.host.{host}"), colour) for host, colour in hosts],
    )  # fmt: skip
    if gap:
        _silence(figure, gap, words)
    return figure


def host_colour(country: str) -> str:
    """Moscow's colour where Russia hosted, Pyongyang's where North Korea did, ink elsewhere."""
    return {"RUS": theme.mark_colour("ru"), "PRK": theme.mark_colour("kp")}.get(country, theme.INK)


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
    return "<br>".join([*lines, words(f"source_check.{row['source_check']}")])


def per_year(frame: Any, words: Any, *, first: date, last: date, compiled: date, quiet: Sequence[int] = (), ticks: Any = None) -> go.Figure:
    """Visits per year, stacked by group of rank. `frame` as `datasets.diplomacy.per_year` gives it; `quiet` years had borders shut."""
    floor = diplomacy_lanes.floor(ticks, 300)
    figure = theme.base(words.lang, height=360, left=34, right=14, top=8, bottom=34)
    totals = frame.groupby("year")["visits"].sum()
    ceiling = float(totals.max()) * 1.18
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0),
        yaxis=theme.value_axis(range=[0, ceiling], domain=[floor, 1], dtick=_step(ceiling), tickformat="d"),
        barmode="stack",
        bargap=0.2,
    )
    theme.hatched(figure, max(first, compiled), last, 0, ceiling, words)
    for group in _BARS:
        _bars(figure, frame[frame["group"] == group], group, words)
    figure.add_trace(
        go.Scatter(
            x=[f"{year}-07-01" for year in totals.index], y=totals, mode="text", text=[f"<b>{words.number(n)}</b>" for n in totals],
            textposition="top center", textfont={"size": 12, "color": theme.INK}, hoverinfo="skip", cliponaxis=False, name="totals",
        )
    )  # fmt: skip
    theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__textfont__size": 11})
    diplomacy_lanes.key(figure, [(f"■ {words('diplomacy.group.' + group)}", colours[1]) for group, colours in _BARS.items()])
    if quiet:
        _quiet(figure, quiet, ceiling, words)
    if ticks is not None:
        context.lane(figure, ticks, words, floor)
    theme.narrow(figure, **{f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()})
    return figure


def messages(frame: Any, words: Any, *, first: date, last: date, compiled: date, ticks: Any = None) -> go.Figure:
    """Letters, messages and calls in a lane per direction. `frame` as `datasets.diplomacy_papers.messages` gives it."""
    lanes = [(way, words(f"diplomacy.way.{way}")) for way in ("RUS-PRK", "PRK-RUS")]
    dots = [
        Mark(row["direction"], row["day"], row["until"], _MESSAGES[row["kind"]] + ("" if row["source_check"] == "read" else "-open"),
             theme.mark_colour("ru" if row["direction"] == "RUS-PRK" else "kp"), _message(row, words), ("messages", row["message_id"]))
        for row in frame.to_dict("records")
    ]  # fmt: skip
    return diplomacy_lanes.draw(dots, lanes, words, first=first, last=last, compiled=compiled, height=220, ticks=ticks)


def china(frame: Any, words: Any, *, first: date, last: date, compiled: date, ticks: Any = None) -> go.Figure:
    """Beijing's part in three lanes. `frame` as `datasets.diplomacy_papers.china` gives it."""
    lanes = [(lane, words(f"diplomacy.china.{lane}")) for lane in ("council", "committee", "host")]
    shapes = {"with": "circle", "apart": "x", "blocked": "square", "meeting": "diamond"}
    dots = [
        Mark(row["lane"], row["day"], row["until"], shapes[row["kind"]] + ("" if row["source_check"] == "read" else "-open"),
             theme.WARN if row["kind"] == "apart" else theme.mark_colour("cn"),
             f"<b>{words('diplomacy.china.' + row['kind'])}</b><br>{words.date(row['date'])}<br>{marks.folded(row['text_' + words.lang])}",
             (row["table"], row["id"]))
        for row in frame.to_dict("records")
    ]  # fmt: skip
    return diplomacy_lanes.draw(dots, lanes, words, first=first, last=last, compiled=compiled, height=220, ticks=ticks)


def _message(row: Mapping[str, Any], words: Any) -> str:
    french = words.lang == "fr"
    sides = (row["from_fr"], row["to_fr"]) if french else (row["from_person"], row["to_person"])
    head = f"<b>{words('diplomacy.message.' + row['kind'])}</b>, {words.date(row['date'])}"
    said = marks.folded(row["summary_fr"] if french and row["summary_fr"] else row["summary_en"])
    return f"{head}<br>{sides[0]} → {sides[1]}<br>{said}<br>{words('source_check.' + row['source_check'])}"


def _meeting(row: Mapping[str, Any], words: Any, first: date, last: date) -> Mark:
    """A meeting's mark; one that began before the axis stands at its edge."""
    known = row["day"] == row["until"]
    day = max(row["day"], first.isoformat()) if known else row["day"]
    end = min(row["end_date"], last.isoformat()) if len(row["end_date"]) == 10 else ""
    return Mark(
        row["level"], day, day if known else row["until"], "circle" if row["source_check"] == "read" else "circle-open",
        host_colour(row["host_iso3"]), meeting_text(row, words), ("meetings", row["meeting_id"]), end,
    )  # fmt: skip


def _silence(figure: go.Figure, gap: tuple[date, date], words: Any) -> None:
    """The longest stretch without a meeting, named where it is."""
    figure.add_shape(
        type="rect", x0=gap[0].isoformat(), x1=gap[1].isoformat(), y0=0, y1=1, yref="y domain", layer="below",
        fillcolor=theme.BAND, line={"width": 0},
    )  # fmt: skip
    at = len(figure.layout.annotations)
    middle = theme.days_after(gap[0], (gap[1] - gap[0]).days // 2).isoformat()
    figure.add_annotation(
        text=words("diplomacy.silence"), x=middle, y=0.5, yref="y domain", showarrow=False, font={"size": 13, "color": theme.MUTED}
    )
    theme.narrow(figure, **{f"layout__annotations[{at}]__text": words("diplomacy.silence_short"), f"layout__annotations[{at}]__font__size": 11})


def _step(ceiling: float) -> int:
    return next(step for step in (1, 2, 5, 10, 20, 50, 100) if ceiling / step <= 8)


def _bars(figure: go.Figure, some: Any, group: str, words: Any) -> None:
    if not len(some):
        return
    name = words(f"diplomacy.group.{group}")
    figure.add_trace(
        go.Bar(
            x=[f"{year}-07-01" for year in some["year"]], y=some["visits"], name=group, width=[300 * 86_400_000] * len(some),
            marker={"color": _BARS[group][0], "line": {"width": 0}},
            hovertext=[f"<b>{year}</b>, {name}<br>" + words("diplomacy.bar", visits=words.number(n), rows=words.number(rows))
                       for year, n, rows in zip(some["year"], some["visits"], some["meetings"], strict=True)],
            hovertemplate="%{hovertext}<extra></extra>", customdata=[["meetings", one] for one in some["meeting_id"]],
        )
    )  # fmt: skip


def _quiet(figure: go.Figure, years: Sequence[int], ceiling: float, words: Any) -> None:
    figure.add_shape(
        type="rect", x0=f"{min(years)}-01-01", x1=f"{max(years)}-12-31", y0=0, y1=ceiling, layer="below", fillcolor=theme.BAND,
        line={"width": 0},
    )  # fmt: skip
    at = len(figure.layout.annotations)
    figure.add_annotation(
        text=words("diplomacy.quiet"), x=f"{min(years)}-07-01" if len(years) == 1 else f"{(min(years) + max(years)) // 2}-07-01",
        y=ceiling * 0.9, showarrow=False, font={"size": 12, "color": theme.MUTED},
    )  # fmt: skip
    theme.narrow(figure, **{f"layout__annotations[{at}]__font__size": 11})
