"""The one timeline of the Overview."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import context, marks, theme

LANES = ("shipments", "launches", "meetings", "sanctions", "events")
_DAY_MS = 86_400_000
# Where each kind of event stands within its lane (0 is the lane's floor, 1 its ceiling), its symbol, size and colour.
_ROWS = {
    "satellite_success": (0.68, "star", 15, "#8C1D4F"),
    "satellite_failure": (0.68, "x-thin", 10, "#8C1D4F"),
    "missiles": (0.30, "circle", 8, "#E08A1E"),
    "leaders": (0.72, "line-ns", 26, "#1F5FA8"),
    "ministers": (0.46, "line-ns", 18, "#1F5FA8"),
    "others": (0.20, "line-ns", 12, "#6B6357"),
    "link": (0.58, "line-ns", 24, "#5B4B8A"),
    "other": (0.18, "line-ns", 10, "#B9B1A3"),
    "admission": (0.70, "circle", 9, "#A0522D"),
    "denial": (0.70, "circle-open", 9, "#A0522D"),
    "event": (0.30, "line-ns", 14, "#6B6357"),
}


def timeline(
    frame: Any,
    words: Any,
    *,
    lang: str,
    first: date,
    last: date,
    compiled: Mapping[str, date],
    events: Any = (),
    height: int = 540,
) -> go.Figure:
    """One axis, a lane each for shipments, launches, meetings, sanctions and everything else.

    `frame` as `datasets.overview.timeline` gives it; `compiled` says per lane how far it is compiled; `events` are (day, label).
    """
    figure = theme.base(lang, height=height, left=196, right=16, top=56, bottom=34)
    figure.update_layout(
        xaxis=theme.time_axis(first, last),
        yaxis={"range": [0, len(LANES)], "visible": False, "fixedrange": True},
        hoverdistance=12,
    )
    for index, lane in enumerate(LANES):
        floor = len(LANES) - 1 - index
        _ground(figure, lane, floor, words)
        theme.hatched(figure, min(last, compiled[lane]), last, floor + 0.02, floor + 0.98, words)
        rows = frame[frame["lane"] == lane]
        _bars(figure, rows, floor, words) if lane == "shipments" else _marks(figure, rows, floor, words)
    context.events(figure, events, first, last)
    sparse = {f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()}
    theme.narrow(figure, layout__margin__l=6, layout__margin__r=6, **sparse)
    return figure


def _ground(figure: go.Figure, lane: str, floor: int, words: Any) -> None:
    figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=floor, y1=floor, line={"color": theme.GRID, "width": 1})
    at = figure.notes
    name, sub = words(f"lane.{lane}"), words(f"lane.{lane}_sub")
    figure.add_annotation(
        text=f"<b>{name}</b><br><span style='font-size:12px'>{sub}</span>", x=0, xref="paper", xanchor="right", xshift=-14, align="right",
        y=floor + 0.5, yanchor="middle", showarrow=False, font={"size": 14, "color": theme.INK},
    )  # fmt: skip
    change = {
        "text": f"<b>{name}</b>",
        "xanchor": "left",
        "xshift": 0,
        "y": floor + 0.99,
        "yanchor": "top",
        "font__size": 12,
    }
    theme.narrow(figure, **{f"layout__annotations[{at}]__{key}": value for key, value in change.items()})


def _bars(figure: go.Figure, rows: Any, floor: int, words: Any) -> None:
    if not len(rows):
        return
    highest = float(rows["value"].max())
    figure.add_trace(
        go.Bar(
            x=rows["day"], y=[0.78 * value / highest for value in rows["value"]], base=[floor] * len(rows), width=9 * _DAY_MS,
            marker={"color": [theme.mark_colour(group) for group in rows["row"]], "line": {"width": 0}}, name="shipments",
            text=None, customdata=rows[["table", "id"]].values.tolist(), hovertemplate="%{hovertext}<extra></extra>",
            hovertext=[f"<b>{words('timeline.containers', n=words.amount(row['value']))}</b><br>{row['text_' + words.lang]}<br>{words.date(row['day'])}"
                       for row in rows.to_dict("records")],
        )
    )  # fmt: skip


def _marks(figure: go.Figure, rows: Any, floor: int, words: Any) -> None:
    for kind in dict.fromkeys(rows["row"]):
        some = rows[rows["row"] == kind]
        place, symbol, size, colour = _ROWS[kind]
        _spans(figure, some, floor + place, colour)
        many = [size + 2.6 * (value - 1) ** 0.7 if kind == "missiles" else size for value in some["value"]]
        thick = 2 if kind in ("leaders", "link", "satellite_failure") else 1.3
        filled = kind in ("missiles", "satellite_success", "admission")
        figure.add_trace(
            go.Scatter(
                x=some["day"], y=[floor + place] * len(some), mode="markers", name=kind,
                marker={"symbol": symbol, "size": many, "color": colour, "opacity": 0.55 if kind == "missiles" else 1,
                        "line": {"width": 0 if filled else thick, "color": colour}},
                text=[_hover(row, kind, words) for row in some.to_dict("records")], hovertemplate="%{text}<extra></extra>",
                customdata=some[["table", "id"]].values.tolist(),
            )
        )  # fmt: skip


def _spans(figure: go.Figure, rows: Any, y: float, colour: str) -> None:
    """Events whose day is not known are drawn over the whole stretch on which they may have been."""
    vague = rows[rows["day"] != rows["until"]]
    if not len(vague):
        return
    x = [day for row in vague.to_dict("records") for day in (row["day"], row["until"], None)]
    figure.add_trace(
        go.Scatter(
            x=x,
            y=[y] * len(x),
            mode="lines",
            line={"color": colour, "width": 1.5},
            hoverinfo="skip",
            name="day-unknown",
        )
    )


def _hover(row: Mapping[str, Any], kind: str, words: Any) -> str:
    head = words(f"timeline.{kind}", n=words.number(row["value"]))
    until = "" if row["day"] == row["until"] else row["day"][:7]
    day = words.date(until) if until else words.date(row["day"])
    return f"<b>{head}</b><br>{marks.folded(row['text_' + words.lang])}<br>{day}"
