"""Measures over time, by sender."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import plotly.graph_objects as go

from dashboard.figures import context, marks, theme

# Where the marks of a target stand within a lane (0 is its floor), and what the marks of the lane apart look like.
_ROWS = {"PRK": 0.74, "both": 0.5, "RUS": 0.26}
_NARROW = 0.66  # where it is narrow, the name of a lane stands above its marks, which take this share of it
_APART = {"un_resolution": "square", "monitoring": "line-ns", "veto": "x"}
_LANE, _LANE_NARROW, _TOP, _BOTTOM = 44, 62, 26, 34


def measures(frame: Any, words: Any, *, lanes: Sequence[str], first: date, last: date, compiled: date) -> go.Figure:
    """Measures in a lane per sender, by target; those on the cooperation are picked out.

    `frame` as `datasets.sanctions.measures` gives it; `lanes` those to draw, top to bottom.
    """
    height = _TOP + _BOTTOM + _LANE * len(lanes)
    figure = theme.base(words.lang, height=height, left=184, right=16, top=_TOP, bottom=_BOTTOM)
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0),
        yaxis={"range": [0, len(lanes)], "visible": False, "fixedrange": True},
        hoverdistance=10,
    )
    for index, one in enumerate(lanes):
        _ground(figure, one, len(lanes) - 1 - index, len(lanes) - 1, frame[frame["lane"] == one], words)
    theme.hatched(figure, min(last, compiled), last, 0, len(lanes), words)
    for index, one in enumerate(lanes):
        _marks(figure, frame[frame["lane"] == one], one, len(lanes) - 1 - index, words)
    sparse = {f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()}
    tall = {"layout__height": _TOP + _BOTTOM + _LANE_NARROW * len(lanes)}
    theme.narrow(figure, layout__margin__l=8, layout__margin__r=8, **sparse, **tall)
    return figure


def _ground(figure: go.Figure, lane: str, floor: int, highest: int, rows: Any, words: Any) -> None:
    figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=floor, y1=floor, line={"color": theme.GRID, "width": 1})
    linked, n = int((rows["dprk_russia_link"] == "yes").sum()), len(rows)
    name = words(f"measures.{lane}") if lane in ("other", "apart") else words(f"choice.sender.{lane}")
    key = "measures.not_counted" if lane == "apart" else "measures.of_all" if floor == highest else "measures.of"
    many = words(key, n=words.number(n), linked=words.number(linked))
    context.lane_name(figure, name, many, floor, short=many)


class _Style(NamedTuple):
    """How the marks of one trace look."""

    name: str
    colour: str
    symbol: str = "circle"
    size: int = 9
    opacity: float = 1.0


def _marks(figure: go.Figure, rows: Any, lane: str, floor: int, words: Any) -> None:
    if lane == "apart":
        for kind, symbol in _APART.items():
            style = _Style(kind, theme.WARN if kind == "veto" else theme.MUTED, symbol)
            _trace(figure, rows[rows["kind"] == kind], floor + 0.5, words, style)
        return
    for target, place in _ROWS.items():
        for linked, size, opacity in (("no", 8, 0.45), ("yes", 12, 1.0)):
            some = rows[(rows["target"] == target) & (rows["dprk_russia_link"] == linked)]
            style = _Style(f"{lane}-{target}-{linked}", theme.AIM[target], size=size, opacity=opacity)
            _trace(figure, some, floor + place, words, style)


def _trace(figure: go.Figure, rows: Any, y: float, words: Any, style: _Style) -> None:
    for row in rows[rows["day"] != rows["until"]].to_dict("records"):
        _span(figure, row, y, words, style)
    exact = rows[rows["day"] == rows["until"]].to_dict("records")
    if not exact:
        return
    thin = style.symbol == "line-ns"
    read = [row["source_check"] == "read" or thin for row in exact]
    rim = 1.6 if thin else 0.8 if style.size > 8 else 0
    theme.narrow(figure, **{f"data[{len(figure.data)}]__y": [_lower(y)] * len(exact)})
    figure.add_trace(
        go.Scatter(
            x=[row["day"] for row in exact], y=[y] * len(exact), mode="markers", name=style.name,
            marker={
                "symbol": [style.symbol if sure else f"{style.symbol}-open" for sure in read], "size": 16 if thin else style.size,
                "color": style.colour, "opacity": style.opacity,
                "line": {"width": [rim if sure else 1.6 for sure in read],
                         "color": [theme.CARD if sure and not thin else style.colour for sure in read]},
            },
            text=[_hover(row, words) for row in exact], hovertemplate="%{text}<extra></extra>",
            customdata=[["measures", row["measure_id"]] for row in exact],
        )
    )  # fmt: skip


def _lower(y: float) -> float:
    return int(y) + (y - int(y)) * _NARROW


def _span(figure: go.Figure, row: Mapping[str, Any], y: float, words: Any, style: _Style) -> None:
    """A measure whose day is not known: a bar over all days on which it may have been taken."""
    theme.narrow(figure, **{f"data[{len(figure.data)}]__y": [_lower(y)] * 2})
    figure.add_trace(
        go.Scatter(
            x=[row["day"], row["until"]], y=[y, y], mode="lines", opacity=style.opacity,
            line={"color": style.colour, "width": style.size - 2}, name="day-unknown", text=[_hover(row, words)] * 2, hovertemplate="%{text}<extra></extra>",
            customdata=[["measures", row["measure_id"]]] * 2,
        )
    )  # fmt: skip


def _hover(row: Mapping[str, Any], words: Any) -> str:
    name = row[f"name_{words.lang}"] or row["name_en"]
    lines = [f"<b>{marks.folded(name)}</b>", f"{words('choice.sender.' + row['sender'])}, {words.date(row['date'])}"]
    if row["counted"] == "no":
        lines.append(words(f"measures.{row['kind']}"))
    else:
        linked = words("measures.linked") if row["dprk_russia_link"] == "yes" else ""
        lines.append(words(f"measures.on_{row['target']}") + linked)
    return "<br>".join([*lines, words(f"source_check.{row['source_check']}")])
