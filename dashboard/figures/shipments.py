"""Figures about what moved."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import context, marks, panels, theme

_TOP, _BOTTOM = 64, 34


def containers(
    frame: Any,
    words: Any,
    *,
    lang: str,
    band: Any,
    first: date,
    last: date,
    compiled: date,
    events: Sequence[tuple[str, str]] = (),
    room: Any = None,
    height: int = 386,
) -> go.Figure:
    """Cumulative containers by claimant: a step line and a mark per claim, the band between lowest and highest in force.

    `frame` as `datasets.shipments.containers` or, in rounds and with their factors, `shells` gives it; `band` as `in_force` does,
    empty for none; `events` are (day, label) pairs of context.
    `room` is a frame like `frame` whose claims the axis and the margin shall have room for, where that is not `frame` itself.
    """
    room = frame if room is None else room
    ceiling = _ceiling(room)
    figure = theme.base(lang, height=height, left=52, right=120, top=_TOP, bottom=_BOTTOM)
    pixels = height - _TOP - _BOTTOM
    figure.update_layout(xaxis=theme.time_axis(first, last, anchor="free", position=0))
    rounds = _rounds_axis(figure, ceiling, pixels, words) if "factor" in frame else {}
    figure.update_layout(yaxis=theme.value_axis(range=[0, ceiling], **rounds))
    edge = min(last, compiled)
    _band(figure, band, first, edge)
    theme.hatched(figure, edge, last, 0, ceiling, words)
    groups = list(dict.fromkeys(zip(frame["group_id"], frame["variant"], strict=True)))
    for group, variant in groups:
        _claimant(figure, frame[(frame["group_id"] == group) & (frame["variant"] == variant)], words, first, edge)
    _names(figure, frame, groups, words, ceiling, pixels)
    figure.update_layout(margin_r=_margin(room, words))
    context.events(figure, events, first, last)
    sparser = {f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()}
    theme.narrow(figure, layout__margin__l=46, **sparser)
    return figure


def _ceiling(frame: Any) -> float:
    highest = max(frame["value"].max(), frame["high"].max()) if len(frame) else 1000
    if "factor" in frame:
        return float(1e6 * (highest * 1.12 // 1e6 + 1))  # with room for two lines above the highest
    return float(5000.0 * (highest // 5000 + 1))


def _rounds_axis(figure: go.Figure, ceiling: float, pixels: float, words: Any) -> dict[str, Any]:
    """The ticks of an axis in millions, which says at its top what it counts."""
    figure.add_annotation(
        text=words("unit.rounds"), x=0, xref="paper", xanchor="left", xshift=4, y=1, yref="y domain", yanchor="top",
        showarrow=False, font={"size": 12, "color": theme.MUTED},
    )  # fmt: skip
    axis = panels.quantity(ceiling, pixels, words)
    return {key: axis[key] for key in ("tickvals", "ticktext")}


def _band(figure: go.Figure, band: Any, first: date, edge: date) -> None:
    if len(band) == 0:
        return
    days = [max(day, first.isoformat()) for day in band["day"]] + [edge.isoformat()]
    for column, fill in (("low", None), ("high", "tonexty")):
        values = [*band[column], band[column].iloc[-1]]
        figure.add_trace(
            go.Scatter(
                x=days, y=values, mode="lines", line={"width": 0, "shape": "hv"}, fill=fill, fillcolor=theme.BAND,
                hoverinfo="skip", name=f"band-{column}",
            )
        )  # fmt: skip


def _claimant(figure: go.Figure, said: Any, words: Any, first: date, edge: date) -> None:
    rows = said.to_dict("records")
    group = rows[0]["group_id"]
    colour = theme.mark_colour(group)
    days = [max(row["day"], first.isoformat()) for row in rows]
    values = [row["value"] for row in rows]
    line = {"color": colour, "width": 2, "shape": "hv"}
    figure.add_trace(
        go.Scatter(
            x=days, y=values, mode="lines+markers", line=line, name=group, cliponaxis=False,
            marker={"symbol": [marks.symbol(row) for row in rows], "size": 12, "color": colour, "line": {"width": 1.5, "color": colour}},
            text=[_hover(row, words) for row in rows], hovertemplate="%{text}<extra></extra>",
            customdata=[["claims", row["claim_id"]] for row in rows],
        )
    )  # fmt: skip
    if days[-1] < edge.isoformat():
        figure.add_trace(
            go.Scatter(
                x=[days[-1], edge.isoformat()], y=[values[-1]] * 2, mode="lines", hoverinfo="skip", name=f"{group}-after",
                line={"color": colour, "width": 1.5, "dash": "dot"},
            )
        )  # fmt: skip


def _hover(row: dict[str, Any], words: Any) -> str:
    if "factor" not in row:
        return marks.hover(row, words)
    sum_of = words("shells.hover", n=words.number(row["containers"]), factor=words.number(row["factor"]))
    return f"{marks.hover(row, words)}<br>{sum_of}"


def _factors(said: Any, words: Any) -> str:
    """A line with the rounds per box that a group reckoned with: `about 400–500 a box`; empty where containers are drawn."""
    if "factor" not in said:
        return ""
    ends = dict.fromkeys((said["factor"].min(), said["factor"].max()))
    return "<br>" + str(words("shells.factor", n="–".join(words.number(one) for one in ends)))


def _names(
    figure: go.Figure, frame: Any, groups: list[tuple[str, str]], words: Any, ceiling: float, pixels: float
) -> None:
    found = [frame[(frame["group_id"] == group) & (frame["variant"] == variant)] for group, variant in groups]
    last = [said.iloc[-1] for said in found]
    per_pixel = ceiling / pixels
    gap, gap_narrow, edge, above = (36, 30, 16, 20) if "factor" in frame else (19, 15, 8, 15)
    wide = theme.spread([row["value"] for row in last], gap * per_pixel, edge * per_pixel, ceiling)
    raised = [row["value"] + above * per_pixel for row in last]
    tight = theme.spread(raised, gap_narrow * per_pixel, 8 * per_pixel, ceiling)
    for said, row, y, y_narrow in zip(found, last, wide, tight, strict=True):
        at, group, variant = figure.notes, row["group_id"], row["variant"]
        name, value, factors = _name(group, variant, words), _value(row, words), _factors(said, words)
        figure.add_annotation(
            text=f"<b>{name}</b>\u00a0{value}{factors}", x=1, xref="paper", xanchor="left", xshift=8, y=y, yref="y", showarrow=False,
            font={"color": theme.text_colour(group), "size": 13}, align="left",
        )  # fmt: skip
        short = {f"layout__annotations[{at}]__{key}": change for key, change in {
            "text": f"<b>{words('group_short.' + group)}</b> {value}{factors}", "xanchor": "right", "xshift": -2, "y": y_narrow,
            "font__size": 11, "bgcolor": theme.CARD, "borderpad": 0, **({"align": "right"} if factors else {}),
        }.items()}  # fmt: skip
        theme.narrow(figure, layout__margin__r=6, **short)


def _margin(frame: Any, words: Any) -> float:
    """The room that the names beside the chart need, in pixels."""
    lines: list[str] = []
    for (group, variant), said in frame.groupby(["group_id", "variant"]):
        label = f"{_name(group, variant, words)} {_value(said.iloc[-1], words)}{_factors(said, words)}"
        lines += label.split("<br>")
    return 24 + max(theme.text_width(line, 13) for line in lines) if lines else 16


def _name(group: str, variant: str, words: Any) -> str:
    key = f"variant.{variant}"
    return str(words(f"group.{group}")) + (f", {words(key)}" if key in words else "")


def _value(row: Any, words: Any) -> str:
    said = str(words.amount(row["value"]))
    if row["qualifier"] == "up_to":
        return str(words("qualifier.up_to", n=said))
    return said + ("+" if row["qualifier"] in ("more_than", "at_least") else "")
