"""Missiles fired by year: the days on which any flew, and how many of which type."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import theme
from dashboard.figures.launches_marks import MISSILE, change, key

_YEAR_MS = 365.25 * 86_400_000
_ERA_TOP = 34


def days_by_year(
    frame: Any,
    words: Any,
    *,
    lang: str,
    first: date,
    last: date,
    compiled: date,
    eras: Sequence[tuple[str, date, date]],
) -> go.Figure:
    """A bar per year: its days with at least one missile; `+` where there may have been more. `eras` are (name, first, last day)."""
    figure = _years(lang, words, first, last, compiled, float(frame["days"].max()) * 1.1, eras, 400)
    shown = frame[frame["days"] > 0]
    plus = [words.number(row.days) + ("+" if row.day_unknown == "yes" else "") for row in shown.itertuples()]
    at = len(figure.data)
    figure.add_trace(
        go.Bar(
            x=[f"{year}-07-02" for year in shown["year"]], y=shown["days"], width=_YEAR_MS * 0.74, name="days", marker={"color": MISSILE},
            text=plus, textposition="outside", constraintext="none", textangle=0, textfont={"size": 12, "color": theme.INK}, cliponaxis=False,
            hovertext=[_year_hover(row, words) for row in shown.to_dict("records")], hovertemplate="%{hovertext}<extra></extra>",
            customdata=[["missile_tests", one] for one in shown["test_id"]],
        )
    )  # fmt: skip
    if len(shown) > 9:
        theme.narrow(figure, **{f"data[{at}]__text": _sparse(list(shown["year"]), list(shown["days"]), plus)})
    return figure


def types_by_year(
    frame: Any,
    words: Any,
    *,
    lang: str,
    first: date,
    last: date,
    compiled: date,
    eras: Sequence[tuple[str, date, date]],
) -> go.Figure:
    """A bar per year, stacked by type; `+` above a year in which more missiles may have flown than are listed."""
    totals = frame.groupby("year")["missiles"].sum()
    figure = _years(lang, words, first, last, compiled, float(totals.max()) * 1.1, eras, 440)
    kinds = [kind for kind in theme.MISSILES if (frame["missile_type"] == kind).any()]
    figure.update_layout(barmode="stack")
    for kind in kinds:
        rows = frame[frame["missile_type"] == kind].to_dict("records")
        figure.add_trace(
            go.Bar(
                x=[f"{row['year']}-07-02" for row in rows], y=[row["missiles"] for row in rows], width=_YEAR_MS * 0.74, name=kind,
                marker={"color": theme.MISSILES[kind][0], "line": {"width": 0.5, "color": theme.CARD}},
                hovertext=[_type_hover(row, words) for row in rows], hovertemplate="%{hovertext}<extra></extra>",
                customdata=[["missile_tests", row["test_id"]] for row in rows],
            )
        )  # fmt: skip
    more = [year for year in totals.index if (frame[frame["year"] == year]["undercount"] == "yes").any()]
    if more:
        figure.add_trace(
            go.Scatter(
                x=[f"{year}-07-02" for year in more], y=[totals[year] for year in more], mode="text", text=["<b>+</b>"] * len(more),
                textposition="top center", textfont={"size": 14, "color": theme.INK}, hoverinfo="skip", name="undercount", cliponaxis=False,
            )
        )  # fmt: skip
    items = [(f"■ {words(f'choice.type.{kind}')}", theme.MISSILES[kind][1]) for kind in kinds]
    tall = key(figure, items, left=40, lift=_ERA_TOP + 4, narrow_left=32, narrow_lift=_ERA_TOP + 4)
    figure.update_layout(margin={"t": _ERA_TOP + 30})
    theme.narrow(figure, layout__margin__t=_ERA_TOP + tall + 10, layout__height=420 + tall)
    return figure


def _years(
    lang: str, words: Any, first: date, last: date, compiled: date, ceiling: float, eras: Any, height: int
) -> go.Figure:
    """The ground of a chart by year: whole years, the leaders above, the hatched strip."""
    start, end = date(first.year, 1, 1), date(last.year, 12, 31)
    figure = theme.base(lang, height=height, left=44, right=14, top=_ERA_TOP + 6, bottom=34)
    ceiling = max(ceiling, 4)
    figure.update_layout(
        xaxis=theme.time_axis(start, end, anchor="free", position=0),
        yaxis=theme.value_axis(range=[0, ceiling], tickformat="d", dtick=None if ceiling > 8 else 1),
    )
    theme.hatched(figure, min(compiled, end), end, 0, ceiling, words)
    for name, since, until in eras:
        _era(figure, words(f"launches.{name}"), since, min(until, end), start, (end - start).days)
    sparse = {f"layout__xaxis__{one}": value for one, value in theme.sparser(start, end).items()}
    theme.narrow(figure, layout__margin__l=36, layout__margin__r=8, **sparse)
    return figure


def _era(figure: go.Figure, name: str, since: date, until: date, start: date, days: int) -> None:
    """A ruled line above the plot with the leader's name, where it is long enough to be named."""
    left = max(since, start)
    if left >= until:
        return
    right = theme.days_after(until, -max(1, days // 150))
    figure.add_shape(
        type="line", x0=left.isoformat(), x1=max(left, right).isoformat(), y0=10, y1=10, yref="paper", ysizemode="pixel", yanchor=1,
        line={"color": theme.RULE, "width": 3},
    )  # fmt: skip
    if since > start:
        figure.add_shape(
            type="line", x0=since.isoformat(), x1=since.isoformat(), y0=0, y1=1, yref="y domain", layer="below",
            line={"color": theme.RULE, "width": 1, "dash": "dot"},
        )  # fmt: skip
    if (until - left).days > days * 0.14:
        figure.add_annotation(
            text=name, x=left.isoformat(), xanchor="left", y=1, yref="paper", yanchor="bottom", yshift=13, showarrow=False,
            font={"size": 12, "color": theme.MUTED},
        )  # fmt: skip
        change(figure, figure.notes - 1, font__size=11)


def _sparse(years: list[int], values: list[int], texts: list[str]) -> list[str]:
    """The labels that have room on a narrow chart: the highest bars, three years apart."""
    kept: list[int] = []
    for i in sorted(range(len(years)), key=lambda j: -values[j]):
        if all(abs(years[i] - years[j]) >= 3 for j in kept):
            kept.append(i)
    return [text if i in kept else "" for i, text in enumerate(texts)]


def _year_hover(row: Mapping[str, Any], words: Any) -> str:
    lines = [f"<b>{row['year']}</b>", words("launches.days", n=words.number(row["days"]))]
    if row["korean_days"] != row["days"]:
        lines.append(words("launches.korean_days", n=words.number(row["korean_days"])))
    lines += [words("launches.day_unknown")] if row["day_unknown"] == "yes" else []
    return "<br>".join(lines)


def _type_hover(row: Mapping[str, Any], words: Any) -> str:
    lines = [f"<b>{row['year']}</b>", f"{words('choice.type.' + row['missile_type'])}: {words.number(row['missiles'])}"]
    return "<br>".join(lines + ([words("launches.undercount")] if row["undercount"] == "yes" else []))
