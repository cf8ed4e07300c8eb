"""Lanes of events on one axis of days: marks of a crowded stretch are stacked, unknown days are drawn as spans."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import context, theme
from dashboard.figures.diplomacy_stacks import Mark, Placed, placed

TOP, BOTTOM, LEFT = 10, 34, 168
_LINE = 20
_HEAD, _ROW = (9, 20), (11, 9)  # on wide charts, on narrow ones
_SIZE, _SIZE_NARROW = 10, 7
_WIDTH, _WIDTH_NARROW = 1000, 330  # pixels of plot that the stacking reckons with


def draw(
    marks: Sequence[Mark],
    lanes: Sequence[tuple[str, str]],
    words: Any,
    *,
    first: date,
    last: date,
    compiled: date,
    height: int,
    events: Sequence[tuple[str, str]] = (),
    named: Sequence[tuple[str, str]] = (),
) -> go.Figure:
    """A figure with those lanes, (id, name) from top to bottom, that share `height` pixels; as high as the stacks need where it is narrow.

    `events` are few named days above, (day, label); `named` the key in colours above them, (text, colour).
    """  # fmt: skip
    days = max(1, (last - first).days)
    figure = theme.base(words.lang, height=height, left=LEFT, right=14, top=TOP, bottom=BOTTOM)
    theme.narrow(figure, layout__margin__t=TOP)
    if events:
        context.events(figure, events, first, last)
    key(figure, named)
    tops = figure.layout.margin.t, figure.narrow["layout.margin.t"]
    room = height - tops[0] - BOTTOM
    shown = placed(marks, lanes, first, days * (_SIZE + 1) / _WIDTH, _HEAD[0], _ROW[0], room)
    tight = placed(marks, lanes, first, days * (_SIZE_NARROW + 1) / _WIDTH_NARROW, _HEAD[1], _ROW[1])
    _axes(figure, first, last, shown, tight, tops[1])
    _names(figure, lanes, shown, tight)
    if max(first, compiled) < last:
        theme.hatched(figure, max(first, compiled), last, 0, shown.total, words)
        theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__y": [0, 0, tight.total, tight.total, 0]})
    _lasting(figure, marks, shown, tight, days * _SIZE / _WIDTH)
    _vague(figure, marks, shown, tight, first)
    _dated(figure, marks, shown, tight)
    return figure


def _axes(figure: go.Figure, first: date, last: date, shown: Placed, tight: Placed, narrow_top: int) -> None:
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0),
        yaxis={"range": [0, shown.total], "visible": False, "fixedrange": True},
        hoverdistance=12,
    )
    theme.narrow(figure, layout__margin__l=8, layout__margin__r=8, layout__yaxis__range=[0, tight.total])
    theme.narrow(figure, layout__height=round(tight.total) + narrow_top + BOTTOM)
    theme.narrow(figure, **{f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()})


def key(figure: go.Figure, named: Sequence[tuple[str, str]]) -> None:
    """Names in their colours in one line above all else, (text, colour) pairs; the top margin grows by that line."""
    if not named:
        return
    tops = figure.layout.margin.t, figure.narrow.get("layout.margin.t", figure.layout.margin.t)
    shift = tight = 0.0
    for text, colour in named:
        at = figure.notes
        figure.add_annotation(
            text=text,
            x=0,
            xref="paper",
            xanchor="left",
            xshift=shift,
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=tops[0],
            showarrow=False,
            font={"size": 12, "color": colour},
        )
        note = f"layout__annotations[{at}]"
        theme.narrow(figure, **{f"{note}__xshift": tight, f"{note}__yshift": tops[1], f"{note}__font__size": 11})
        shift, tight = shift + theme.text_width(text, 12) + 16, tight + theme.text_width(text, 11) + 9
    figure.update_layout(margin_t=tops[0] + _LINE)
    theme.narrow(figure, layout__margin__t=tops[1] + _LINE)


def _names(figure: go.Figure, lanes: Sequence[tuple[str, str]], shown: Placed, tight: Placed) -> None:
    ceilings = [[placed.total, *placed.floors[:-1]] for placed in (shown, tight)]
    for at, (_, name) in enumerate(lanes):
        y, y_tight = shown.floors[at], tight.floors[at]
        line = figure.shapes
        figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=y, y1=y, line={"color": theme.GRID, "width": 1})
        theme.narrow(figure, **{f"layout__shapes[{line}]__{key}": y_tight for key in ("y0", "y1")})
        note = figure.notes
        figure.add_annotation(
            text=f"<b>{name}</b>",
            x=0,
            xref="paper",
            xanchor="right",
            xshift=-12,
            y=(y + ceilings[0][at]) / 2 - 4,
            yanchor="middle",
            showarrow=False,
            align="right",
            font={"size": 13, "color": theme.INK},
        )
        change = {
            "xanchor": "left",
            "xshift": 0,
            "y": ceilings[1][at] - 1,
            "yanchor": "top",
            "font__size": 12,
            "align": "left",
        }
        theme.narrow(figure, **{f"layout__annotations[{note}]__{key}": value for key, value in change.items()})


def _lasting(figure: go.Figure, marks: Sequence[Mark], shown: Placed, tight: Placed, least: float) -> None:
    """A thin line from the first to the last day of what lasted longer than its mark is wide (`least` days)."""
    ends = [date.fromisoformat(mark.end or mark.day) for mark in marks]
    long = [at for at, mark in enumerate(marks) if (ends[at] - date.fromisoformat(mark.day)).days > least]
    if long:
        x = [day for at in long for day in (marks[at].day, marks[at].end, None)]
        y, y_tight = ([one.y[at] for at in long for _ in range(3)] for one in (shown, tight))
        figure.add_trace(
            go.Scatter(
                x=x, y=y, mode="lines", line={"color": theme.MUTED, "width": 2}, hoverinfo="skip", name="lasting"
            )
        )
        theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__y": y_tight})


def _vague(figure: go.Figure, marks: Sequence[Mark], shown: Placed, tight: Placed, first: date) -> None:
    """Events whose day is not known: a bar over the days on which they may have been."""
    for at, mark in enumerate(marks):
        if mark.day == mark.until:
            continue
        begins, ends = date.fromisoformat(mark.day), date.fromisoformat(mark.until)
        x = [
            max(first, begins).isoformat(),
            theme.days_after(begins, (ends - begins).days // 2).isoformat(),
            mark.until,
        ]
        figure.add_trace(
            go.Scatter(
                x=x, y=[shown.y[at]] * 3, mode="lines", line={"color": mark.colour, "width": 6}, name="day-unknown",
                text=[mark.text] * 3, hovertemplate="%{text}<extra></extra>", customdata=[list(mark.record)] * 3,
            )
        )  # fmt: skip
        theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__y": [tight.y[at]] * 3})


def _dated(figure: go.Figure, marks: Sequence[Mark], shown: Placed, tight: Placed) -> None:
    known = [at for at, mark in enumerate(marks) if mark.day == mark.until]
    colours = [marks[at].colour for at in known]
    figure.add_trace(
        go.Scatter(
            x=[marks[at].day for at in known],
            y=[shown.y[at] for at in known],
            mode="markers",
            name="events",
            cliponaxis=False,
            marker={
                "symbol": [marks[at].symbol for at in known],
                "size": _SIZE,
                "color": colours,
                "opacity": 1,
                "line": {
                    "width": [1.5 if "-open" in marks[at].symbol else 0.7 for at in known],
                    "color": [marks[at].colour if "-open" in marks[at].symbol else theme.CARD for at in known],
                },
            },
            text=[marks[at].text for at in known],
            hovertemplate="%{text}<extra></extra>",
            customdata=[list(marks[at].record) for at in known],
        )
    )
    number = len(figure.data) - 1
    theme.narrow(
        figure, **{f"data[{number}]__y": [tight.y[at] for at in known], f"data[{number}]__marker__size": _SIZE_NARROW}
    )
