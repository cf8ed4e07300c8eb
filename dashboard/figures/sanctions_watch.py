"""How the keeping of the sanctions was watched: the bodies' lives and what happened in them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import context, marks, theme

LANES = ("committee", "panel", "task_force", "msmt")
_COLOURS = {
    "committee": theme.mark_colour("un"),
    "panel": theme.mark_colour("un"),
    "task_force": theme.MUTED,
    "msmt": theme.mark_colour("msmt"),
}
_SYMBOLS = {"event": ("circle", 10), "renewal": ("line-ns", 15), "report": ("square", 11), "veto": ("x", 14)}
_LANE, _LANE_NARROW, _TOP, _BOTTOM = 68, 74, 30, 34


def watch(
    frame: Any,
    words: Any,
    *,
    first: date,
    last: date,
    compiled: date,
    notes: Sequence[tuple[str, str, str]],
) -> go.Figure:
    """A lane per body: its life as a bar, mandates as ticks, reports as squares, the veto as a cross.

    `frame` as `datasets.sanctions_watch.watch` gives it; `notes` are (lane, day, text): above the bar of the
    committee and the panel, before the beginning of the others.
    """
    height = _TOP + _BOTTOM + _LANE * len(LANES)
    figure = theme.base(words.lang, height=height, left=258, right=16, top=_TOP, bottom=_BOTTOM)
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0),
        yaxis={"range": [0, len(LANES)], "visible": False, "fixedrange": True},
    )
    edge = min(last, compiled)
    theme.hatched(figure, edge, last, 0, len(LANES), words)
    for index, one in enumerate(LANES):
        _ground(figure, one, len(LANES) - 1 - index, words)
        _lane(figure, frame[frame["lane"] == one], one, len(LANES) - 1 - index, words, first, edge)
    for one, day, text in notes:
        if first.isoformat() <= day <= last.isoformat():
            _note(figure, one, day, text, len(LANES) - 1 - LANES.index(one))
    vetoed = [(row["start"], words("watch.veto_line")) for row in frame[frame["mark"] == "veto"].to_dict("records")]
    context.events(figure, vetoed, first, last)
    tall = height + (_LANE_NARROW - _LANE) * len(LANES)
    theme.narrow(figure, layout__margin__l=8, layout__margin__r=8, layout__height=tall)
    theme.narrow(figure, **{f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()})
    return figure


def _ground(figure: go.Figure, lane: str, floor: int, words: Any) -> None:
    figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=floor, y1=floor, line={"color": theme.GRID, "width": 1})
    name, sub = words(f"watch.{lane}"), words(f"watch.{lane}_sub")
    context.lane_name(figure, name, sub, floor)


def _note(figure: go.Figure, lane: str, day: str, text: str, floor: int) -> None:
    above = lane in ("committee", "panel")
    at = figure.notes
    figure.add_annotation(
        text=text, x=day, xanchor={"committee": "center", "panel": "left"}.get(lane, "right"), xshift=0 if above else -12, y=floor + (0.74 if above else 0.36),
        yanchor="middle", showarrow=False, bgcolor=theme.CARD, borderpad=2, font={"size": 12, "color": theme.MUTED},
    )  # fmt: skip
    key, value = ("visible", False) if above else ("font__size", 11)
    theme.narrow(figure, **{f"layout__annotations[{at}]__{key}": value})


def _lane(figure: go.Figure, rows: Any, lane: str, floor: int, words: Any, first: date, edge: date) -> None:
    y, colour = floor + 0.36, _COLOURS[lane]
    for row in rows[rows["mark"] == "span"].to_dict("records"):
        ends = [max(row["start"], first.isoformat()), min(row["end"] or edge.isoformat(), edge.isoformat())]
        figure.add_trace(
            go.Scatter(
                x=ends,
                y=[y, y],
                mode="lines",
                line={"color": colour, "width": 12},
                opacity=0.35,
                name=f"{lane}-span",
                hoverinfo="skip",
            )
        )
    for mark, (symbol, size) in _SYMBOLS.items():
        some = rows[rows["mark"] == mark].to_dict("records")
        if not some:
            continue
        tone = theme.WARN if mark == "veto" else colour
        thin = symbol == "line-ns"
        figure.add_trace(
            go.Scatter(
                x=[row["start"] for row in some], y=[y - 0.2 if mark == "report" else y] * len(some), mode="markers", name=f"{lane}-{mark}",
                marker={
                    "symbol": [symbol if thin or row["source_check"] == "read" else f"{symbol}-open" for row in some], "size": size,
                    "color": tone, "line": {"width": 2 if thin else 1, "color": tone if thin else theme.CARD},
                },
                text=[_hover(row, words) for row in some], hovertemplate="%{text}<extra></extra>",
                customdata=[[row["table"], row["id"]] for row in some],
            )
        )  # fmt: skip


def _hover(row: Mapping[str, Any], words: Any) -> str:
    name = marks.folded(row[f"name_{words.lang}"] or row["name_en"])
    return "<br>".join([f"<b>{name}</b>", words.date(row["start"]), words(f"source_check.{row['source_check']}")])
