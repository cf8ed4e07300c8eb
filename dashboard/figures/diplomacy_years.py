"""The figure of visits per year."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import diplomacy_lanes, theme

# Colour of the marks and of the words in a group's bars.
_BARS = {
    "leaders": (theme.INK, theme.INK),
    "ministers": (theme.mark_colour("us"), theme.text_colour("us")),
    "others": (theme.mark_colour("press"), theme.text_colour("press")),
}


def per_year(
    frame: Any, words: Any, *, first: date, last: date, compiled: date, quiet: Sequence[int] = ()
) -> go.Figure:
    """Visits per year, stacked by group of rank. `frame` as `datasets.diplomacy.per_year` gives it; `quiet` years had borders shut."""
    figure = theme.base(words.lang, height=360, left=34, right=14, top=8, bottom=34)
    totals = frame.groupby("year")["visits"].sum()
    ceiling = float(totals.max()) * 1.18
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0),
        yaxis=theme.value_axis(range=[0, ceiling], dtick=_step(ceiling), tickformat="d"),
        barmode="stack",
        bargap=0.2,
    )
    theme.hatched(figure, max(first, compiled), last, 0, ceiling, words)
    for group in _BARS:
        _bars(figure, frame[frame["group"] == group], group, words, first, last)
    figure.add_trace(
        go.Scatter(
            x=[_middle(year, first, last)[0] for year in totals.index],
            y=totals,
            mode="text",
            text=[f"<b>{words.number(n)}</b>" for n in totals],
            textposition="top center",
            textfont={"size": 12, "color": theme.INK},
            hoverinfo="skip",
            cliponaxis=False,
            name="totals",
        )
    )
    theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__textfont__size": 11})
    diplomacy_lanes.key(
        figure, [(f"■ {words('diplomacy.group.' + group)}", colours[1]) for group, colours in _BARS.items()]
    )
    if quiet:
        _quiet(figure, quiet, ceiling, words)
    theme.narrow(figure, **{f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()})
    return figure


def _step(ceiling: float) -> int:
    return next(step for step in (1, 2, 5, 10, 20, 50, 100) if ceiling / step <= 8)


def _middle(year: int, first: date, last: date) -> tuple[str, int]:
    """Where a year's bar stands and how many days it is wide: over the part of the year that is shown."""
    begins, ends = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
    days = max(1, (ends - begins).days)
    return theme.days_after(begins, days // 2).isoformat(), max(1, round(days * 0.82))


def _bars(figure: go.Figure, some: Any, group: str, words: Any, first: date, last: date) -> None:
    if not len(some):
        return
    name = words(f"diplomacy.group.{group}")
    figure.add_trace(
        go.Bar(
            x=[_middle(year, first, last)[0] for year in some["year"]],
            y=some["visits"],
            name=group,
            width=[_middle(year, first, last)[1] * 86_400_000 for year in some["year"]],
            marker={"color": _BARS[group][0], "line": {"width": 0}},
            hovertext=[
                f"<b>{year}</b>, {name}<br>" + words("diplomacy.bar", visits=words.number(n), rows=words.number(rows))
                for year, n, rows in zip(some["year"], some["visits"], some["meetings"], strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            customdata=[["meetings", one] for one in some["meeting_id"]],
        )
    )


def _quiet(figure: go.Figure, years: Sequence[int], ceiling: float, words: Any) -> None:
    figure.add_shape(
        type="rect",
        x0=f"{min(years)}-01-01",
        x1=f"{max(years)}-12-31",
        y0=0,
        y1=ceiling,
        layer="below",
        fillcolor=theme.BAND,
        line={"width": 0},
    )
    at = figure.notes
    figure.add_annotation(
        text=words("diplomacy.quiet"),
        x=f"{min(years)}-07-01" if len(years) == 1 else f"{(min(years) + max(years)) // 2}-07-01",
        y=ceiling * 0.9,
        showarrow=False,
        font={"size": 12, "color": theme.MUTED},
    )
    theme.narrow(figure, **{f"layout__annotations[{at}]__font__size": 11})
