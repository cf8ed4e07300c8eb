"""What stands around the plot of a time chart: the names of its lanes, and above it the few days that carry the story."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from dashboard.figures import theme


def lane_name(figure: go.Figure, name: str, sub: str, floor: int, *, short: str = "") -> None:
    """The name of a lane from `floor` to `floor + 1`, left of it, with a line below; inside its top where the chart is narrow.

    `short` is what follows the name there.
    """
    at = figure.notes
    figure.add_annotation(
        text=f"<b>{name}</b><br><span style='font-size:12px'>{sub}</span>", x=0, xref="paper", xanchor="right", xshift=-14,
        align="right", y=floor + 0.5, yanchor="middle", showarrow=False, font={"size": 13, "color": theme.INK},
    )  # fmt: skip
    change = {
        "text": f"<b>{name}</b> {short}".strip(),
        "xanchor": "left",
        "xshift": 0,
        "y": floor + 0.97,
        "yanchor": "top",
        "font__size": 12,
    }
    theme.narrow(figure, **{f"layout__annotations[{at}]__{key}": value for key, value in change.items()})


def events(figure: go.Figure, named: Sequence[tuple[str, str]], first: date, last: date, *, wide: int = 860) -> None:
    """Few named days above the plot: (day, label) pairs, each on the lowest level where it touches no other.

    Sets the top margin to what the levels need. `wide` is the plot's width in pixels that labels may count on, 320 where it is narrow.
    """
    days = (last - first).days or 1
    shown = [(day, text) for day, text in named if first.isoformat() <= day <= last.isoformat()]
    places = [((date.fromisoformat(day) - first).days / days, theme.text_width(text, 12)) for day, text in shown]
    levels, narrow_levels = _levels(places, wide), _levels(places, 320)
    for (day, text), level, narrow_level in zip(shown, levels, narrow_levels, strict=True):
        figure.add_shape(
            type="line",
            x0=day,
            x1=day,
            y0=0,
            y1=1,
            yref="y domain",
            layer="below",
            line={"color": theme.RULE, "width": 1, "dash": "dot"},
        )
        at = figure.notes
        figure.add_annotation(
            text=text,
            x=day,
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=10 + level * 17,
            showarrow=False,
            font={"size": 12, "color": theme.MUTED},
        )
        theme.narrow(
            figure,
            **{
                f"layout__annotations[{at}]__yshift": 10 + narrow_level * 17,
                f"layout__annotations[{at}]__font__size": 11,
            },
        )
    figure.update_layout(margin_t=16 + 18 * (max(levels, default=-1) + 1))
    theme.narrow(figure, layout__margin__t=16 + 18 * (max(narrow_levels, default=-1) + 1))


def _levels(places: Sequence[tuple[float, float]], pixels: float) -> list[int]:
    """The lowest level for each label (share of the width, own width in pixels) on which it overlaps none before it."""
    ends: list[float] = []
    levels = []
    for place, width in places:
        left = place * pixels - width / 2
        level = next((i for i, end in enumerate(ends) if left > end + 6), len(ends))
        ends[level : level + 1] = [left + width]
        levels.append(level)
    return levels
