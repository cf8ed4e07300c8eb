"""Figures about what moved."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import context, marks, theme

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
    ticks: Any = None,
    height: int = 430,
) -> go.Figure:
    """Cumulative containers by claimant: a step line and a mark per claim, the band between lowest and highest in force.

    `frame` and `band` as `datasets.shipments.containers` and `in_force` give them; `events` are (day, label) pairs of context;
    `ticks` a frame with `day, text` for the lane below.
    """
    lane = ticks is not None
    figure = theme.base(lang, height=height, left=52, right=120, top=_TOP, bottom=_BOTTOM)
    ceiling = _ceiling(frame)
    floor = context.FLOOR if lane else 0.0
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0),
        yaxis=theme.value_axis(range=[0, ceiling], domain=[floor, 1]),
    )
    edge = min(last, compiled)
    _band(figure, band, first, edge)
    theme.hatched(figure, edge, last, 0, ceiling, words)
    groups = list(dict.fromkeys(zip(frame["group_id"], frame["variant"], strict=True)))
    for group, variant in groups:
        _claimant(figure, frame[(frame["group_id"] == group) & (frame["variant"] == variant)], words, first, edge)
    _names(figure, frame, groups, words, ceiling, (height - _TOP - _BOTTOM) * (1 - floor))
    context.events(figure, events, first, last)
    if lane:
        context.lane(figure, ticks, words, floor)
    theme.narrow(
        figure,
        layout__margin__l=40,
        **{f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()},
    )
    return figure


def _ceiling(frame: Any) -> float:
    highest = max(frame["value"].max(), frame["high"].max()) if len(frame) else 1000
    return 5000.0 * (highest // 5000 + 1)


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
            x=days, y=values, mode="lines+markers", line=line, name=group,
            marker={"symbol": [marks.symbol(row) for row in rows], "size": 12, "color": colour, "line": {"width": 1.5, "color": colour}},
            text=[marks.hover(row, words) for row in rows], hovertemplate="%{text}<extra></extra>",
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


def _names(
    figure: go.Figure, frame: Any, groups: list[tuple[str, str]], words: Any, ceiling: float, pixels: float
) -> None:
    last = [frame[(frame["group_id"] == group) & (frame["variant"] == variant)].iloc[-1] for group, variant in groups]
    per_pixel = ceiling / pixels
    labels = []
    wide = theme.spread([row["value"] for row in last], 19 * per_pixel, 8 * per_pixel, ceiling)
    tight = theme.spread([row["value"] + 9 * per_pixel for row in last], 15 * per_pixel, 8 * per_pixel, ceiling)
    for (group, variant), row, y, y_narrow in zip(groups, last, wide, tight, strict=True):
        at = len(figure.layout.annotations)
        name = words(f"group.{group}") + (f", {words('variant.' + variant)}" if f"variant.{variant}" in words else "")
        value = words.amount(row["value"]) + ("+" if row["qualifier"] in ("more_than", "at_least") else "")
        figure.add_annotation(
            text=f"<b>{name}</b> {value}", x=1, xref="paper", xanchor="left", xshift=8, y=y, yref="y", showarrow=False,
            font={"color": theme.text_colour(group), "size": 13}, align="left",
        )  # fmt: skip
        short = {f"layout__annotations[{at}]__{key}": change for key, change in {
            "text": f"<b>{words('group_short.' + group)}</b> {value}", "xanchor": "right", "xshift": -2, "y": y_narrow,
            "font__size": 11, "bgcolor": "rgba(255,255,255,0)",
        }.items()}  # fmt: skip
        theme.narrow(figure, layout__margin__r=6, **short)
        labels.append(f"{name} {value}")
    figure.update_layout(margin_r=24 + max(theme.text_width(label, 13) for label in labels) if labels else 16)
