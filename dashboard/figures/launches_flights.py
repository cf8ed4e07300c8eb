"""Launch days by month, and how high and how far missiles flew."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import log10
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import theme
from dashboard.figures.launches_marks import change, key, open_if_unread, when

_SHAPES = {
    "SRBM": "circle",
    "MRBM": "square",
    "IRBM": "diamond",
    "ICBM": "star",
    "SLBM": "pentagon",
    "HGV": "hexagram",
    "unknown": "x",
}
_GLYPHS = {"circle": "●", "square": "■", "diamond": "◆", "star": "★", "pentagon": "⬟", "hexagram": "✶", "x": "✖"}


def heatmap(frame: Any, words: Any, *, lang: str, compiled: date, last: date) -> go.Figure:
    """A cell per month with its launch days; months after `compiled` are hatched.

    The `customdata` of a month with launches is `["period", "YYYY-MM"]`: a click on it asks for that month alone.
    """
    years = sorted(set(frame["year"]), reverse=True)
    cells = {(row.year, row.month): row for row in frame.itertuples()}
    months = list(range(1, 13))
    known = [[cells.get((year, month)) for month in months] for year in years]
    figure = theme.base(lang, height=len(years) * 28 + 52, left=56, right=16, top=30, bottom=10)
    names = [words.date(f"2024-{month:02}", short=True).partition(" ")[0] for month in months]
    figure.add_trace(
        go.Heatmap(
            x=months, y=list(range(len(years))), z=[[one.days if one else None for one in row] for row in known], zmin=0,
            zmax=max(4, int(frame["days"].max())), colorscale=[list(stop) for stop in theme.HEAT], showscale=False, xgap=3, ygap=3,
            name="days", hovertemplate="%{hovertext}<extra></extra>", hoverongaps=False,
            customdata=[[_period(one) for one in row] for row in known],
            hovertext=[[_month_hover(one, words) if one else "" for one in row] for row in known],
        )
    )  # fmt: skip
    _numbers(figure, frame, years, words)
    axis = {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",
        "showline": False,
        "tickfont": {"size": 12, "color": theme.MUTED},
    }
    figure.update_layout(
        xaxis=axis | {"side": "top", "tickvals": months, "ticktext": names, "range": [0.45, 12.55]},
        yaxis=axis
        | {
            "tickvals": list(range(len(years))),
            "ticktext": [str(year) for year in years],
            "range": [-0.5, len(years) - 0.5],
        },
    )
    _not_compiled(figure, years, compiled, last, words)
    theme.narrow(
        figure, layout__margin__l=40, layout__margin__r=4, layout__xaxis__ticktext=[name[:1].upper() for name in names]
    )
    return figure


def _period(cell: Any) -> list[str]:
    return ["period", f"{cell.year}-{cell.month:02}"] if cell and cell.days else ["", ""]


def _numbers(figure: go.Figure, frame: Any, years: list[int], words: Any) -> None:
    """The number of days in every cell that has any, dark on light and light on dark."""
    rows = frame[frame["days"] > 0]
    most = max(4, int(frame["days"].max()))
    figure.add_trace(
        go.Scatter(
            x=rows["month"], y=[years.index(year) for year in rows["year"]], mode="text", hoverinfo="skip", name="numbers",
            text=[words.number(days) for days in rows["days"]],
            textfont={"size": 12, "color": [theme.CARD if days / most > 0.5 else theme.INK for days in rows["days"]]},
        )
    )  # fmt: skip


def _not_compiled(figure: go.Figure, years: list[int], compiled: date, last: date, words: Any) -> None:
    """Hatches the months after the day up to which the table is compiled, to the end of the axis."""
    if last.year not in years or compiled.year != last.year or compiled.month == 12:
        return
    y, x0 = years.index(last.year), compiled.month + 0.5
    figure.add_trace(
        go.Scatter(
            x=[x0, 12.5, 12.5, x0, x0], y=[y - 0.45, y - 0.45, y + 0.45, y + 0.45, y - 0.45], fill="toself", mode="lines",
            line={"width": 0}, fillcolor="rgba(0,0,0,0)", hoveron="fills", hoverinfo="text", name="not-compiled",
            fillpattern={"shape": "/", "fgcolor": theme.HATCH, "size": 7, "solidity": 0.18},
            text=words("chart.not_compiled", date=words.date(compiled)),
        )
    )  # fmt: skip


def _month_hover(cell: Any, words: Any) -> str:
    return f"<b>{words.date(f'{cell.year}-{cell.month:02}')}</b><br>{words('launches.days', n=words.number(cell.days))}"


def height_and_range(frame: Any, words: Any, *, lang: str, named: Sequence[tuple[str, str]] = ()) -> go.Figure:
    """A mark per missile: how far (x) and how high (y) it flew, in kilometres, both on axes of powers of ten.

    `named` are (test_id, label) pairs of flights that are called by name.
    """
    figure = theme.base(lang, height=500, left=60, right=20, top=34, bottom=52)
    for axis, low, high in (("xaxis", 50, 6000), ("yaxis", 18, 11000)):
        ticks = [one for one in (20, 50, 100, 200, 500, 1000, 2000, 5000, 10000) if low <= one <= high]
        figure.update_layout({axis: {
            "type": "log", "tickvals": ticks, "ticktext": [words.number(one) for one in ticks], "gridcolor": theme.GRID, "zeroline": False,
            "fixedrange": True, "tickfont": {"size": 12, "color": theme.MUTED}, "range": _decades(low, high),
            "title": {"text": words(f"launches.{axis}"), "font": {"size": 12, "color": theme.MUTED}, "standoff": 8},
        }})  # fmt: skip
    kinds = [kind for kind in theme.MISSILES if (frame["missile_type"] == kind).any()]
    figure.add_trace(go.Scatter(x=[72, 6000], y=[18, 1500], mode="lines", hoverinfo="skip", name="quarter",
                                line={"color": theme.RULE, "width": 1.2, "dash": "dot"}))  # fmt: skip
    for kind in reversed(kinds):
        rows = frame[frame["missile_type"] == kind].to_dict("records")
        colour = theme.MISSILES[kind][0]
        figure.add_trace(
            go.Scatter(
                x=[row["distance_km"] for row in rows], y=[row["apogee_km"] for row in rows], mode="markers", name=kind, opacity=0.85,
                marker={"symbol": [open_if_unread(_SHAPES[kind], row["source_check"]) for row in rows], "size": 8 if kind == "unknown" else 10, "color": colour,
                        "line": {"width": 1.2, "color": colour}},
                text=[_flight_hover(row, words) for row in rows], hovertemplate="%{text}<extra></extra>",
                customdata=[["missile_tests", row["test_id"]] for row in rows],
            )
        )  # fmt: skip
    tall = key(figure, [(f"{_GLYPHS[_SHAPES[kind]]} {words(f'choice.type.{kind}')}", theme.MISSILES[kind][1]) for kind in kinds],
               left=52, narrow_left=44, lift=8, narrow_lift=8)  # fmt: skip
    _callouts(figure, frame, named, words)
    theme.narrow(
        figure, layout__margin__l=48, layout__margin__r=8, layout__margin__t=tall + 14, layout__height=440 + tall
    )
    return figure


def _decades(low: float, high: float) -> list[float]:
    return [log10(low), log10(high)]


def _callouts(figure: go.Figure, frame: Any, named: Sequence[tuple[str, str]], words: Any) -> None:
    """Names of a few flights beside their marks, and what the dotted line means."""
    rows = {row["test_id"]: row for row in frame.to_dict("records")}
    for record, text in named:
        x, y = log10(rows[record]["distance_km"]), log10(rows[record]["apogee_km"])
        figure.add_annotation(text=text, x=x, y=y, xanchor="right", xshift=-10, showarrow=False, align="right",
                              font={"size": 12, "color": theme.INK})  # fmt: skip
        change(figure, figure.notes - 1, font__size=11)
    figure.add_annotation(text=words("launches.quarter"), x=log10(5900), y=log10(230), xanchor="right", yanchor="middle",
                          showarrow=False, align="right", font={"size": 12, "color": theme.MUTED})  # fmt: skip
    change(figure, figure.notes - 1, text=words("launches.quarter_short"), y=log10(150), font__size=11)  # fmt: skip


def _flight_hover(row: Mapping[str, Any], words: Any) -> str:
    flown = words("launches.flown", high=words.number(row["apogee_km"]), far=words.number(row["distance_km"]))
    lines = [f"<b>{row['missile']}</b> ({words('choice.type.' + row['missile_type'])})", when(row, words), flown]
    return "<br>".join([*lines, words(f"source_check.{row['source_check']}")])
