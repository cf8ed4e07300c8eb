"""Panels below each other on one axis of days: their heights, titles and quantity axes."""

from collections.abc import Sequence
from math import floor as whole
from math import log10
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import theme

NARROW_LEFT = 42  # pixels left of the plot on narrow charts
_TITLE, _GAP = 30, 10
_LONGEST = 320  # pixels of a title that stands on one line of a narrow chart


def height(claims: int) -> float:
    """The height in pixels of a panel with so many claims."""
    return 70.0 if claims <= 2 else 112.0 if claims <= 4 else 168.0 if claims <= 7 else 220.0 if claims <= 9 else 260.0


def axis(at: int) -> str:
    """The name of the quantity axis of that panel, as traces call it."""
    return "y" if at == 0 else f"y{at + 1}"


def key(at: int) -> str:
    """The name of the quantity axis of that panel, as the layout calls it."""
    return "yaxis" if at == 0 else f"yaxis{at + 1}"


def stack(figure: go.Figure, wide: Sequence[float], narrow: Sequence[float]) -> None:
    """Gives the figure its height and each panel its place, top panel first."""
    for heights, tight in ((wide, False), (narrow, True)):
        plot = sum(heights) + len(heights) * (_TITLE + _GAP)
        top = plot
        margin = figure.layout.margin
        whole_height = plot + margin.t + margin.b
        if tight:
            theme.narrow(figure, layout__height=whole_height)
        else:
            figure.update_layout(height=whole_height)
            figure.layout.meta["height"] = whole_height
        for at, tall in enumerate(heights):
            top -= _TITLE
            domain = [max(0.0, (top - tall) / plot), top / plot]
            top -= tall + _GAP
            if tight:
                theme.narrow(figure, **{f"layout__{key(at)}__domain": domain})
            else:
                figure.update_layout({key(at): {"domain": domain, "anchor": "x"}})


def title(figure: go.Figure, at: int, text: str) -> None:
    """The panel's own title, above its top left corner: `name · unit`, the name in bold."""
    name, dot, unit = text.partition(" · ")
    place = figure.notes
    figure.add_annotation(
        text=f"<b>{name}</b>{dot}{unit}", x=0, xref="paper", xanchor="left", xshift=-figure.layout.margin.l, y=1, yref=f"{axis(at)} domain",
        yanchor="bottom", yshift=4, showarrow=False, font={"size": 13, "color": theme.INK}, align="left",
    )  # fmt: skip
    change: dict[str, Any] = {"font__size": 12, "xshift": -NARROW_LEFT}
    if theme.text_width(text, 12) > _LONGEST:
        change["text"] = f"<b>{name}</b><br>{unit}"
    theme.narrow(figure, **{f"layout__annotations[{place}]__{key}": value for key, value in change.items()})


def on_phones(figure: go.Figure, days: Any, *, right: int) -> None:
    """Smaller margins and fewer ticks on the axis of days, for narrow charts."""
    theme.narrow(figure, layout__margin__l=NARROW_LEFT, layout__margin__r=right)
    axis = theme.sparser(days.first, days.last)
    theme.narrow(figure, **{f"layout__xaxis__{key}": value for key, value in axis.items()})


def quantity(ceiling: float, tall: float, words: Any) -> dict[str, Any]:
    """A quantity axis from zero with as many ticks as the panel's height bears, written short: `5m`."""
    step = _step(ceiling / max(2.0, tall / 44))
    values = [step * i for i in range(int(ceiling / step) + 1)]
    return theme.value_axis(
        range=[0, ceiling], tickvals=values, ticktext=[_tick(value, values[-1], words) for value in values]
    )


def short(value: float, words: Any) -> str:
    """A number for an axis: `500`, `2,000`, `5m`, `1.5bn`."""
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if value >= size:
            scaled = value / size
            return str(words(f"number.{name}_short", n=words.number(scaled, 0 if scaled == int(scaled) else 1)))
    return str(words.number(value))


def _tick(value: float, top: float, words: Any) -> str:
    """A tick in the size of the highest one: beside `1m` stands `0.5m`."""
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if top >= size and value:
            return str(words(f"number.{name}_short", n=words.number(value / size, int(value % size > 0))))
    return str(words.number(value))


def _step(least: float) -> float:
    """The smallest of 1, 2, 5, 10 … that is not below `least`."""
    power = 10 ** whole(log10(least))
    return float(next(power * one for one in (1, 2, 5, 10) if power * one >= least))


def span(figure: go.Figure, row: dict[str, Any], days: Any, axis: str, width: float) -> None:
    """The days that a claim counts as a bar at its height, and a thin line from there to the day on which it was made."""
    colour = theme.mark_colour(row["group_id"])
    first, last = days.kept(row["span_from"]), days.kept(row["span_to"])
    value = row["value"]
    for x, line, faint in (
        ([first, last], {"width": width}, 0.5),
        ([last, days.kept(row["day"])], {"width": 1, "dash": "dot"}, 1),
    ):
        figure.add_trace(
            go.Scatter(
                x=x,
                y=[value, value],
                yaxis=axis,
                mode="lines",
                line={"color": colour, **line},
                opacity=faint,
                hoverinfo="skip",
                name="period",
            )
        )
