"""Counts that cover different days, side by side: a bar over the days counted, and the count at its end."""

from typing import Any

import plotly.graph_objects as go

from dashboard.figures import claim_words, marks, panels, theme
from dashboard.figures.claim_places import Days

_ROW, _NARROW_ROW, _LEFT = 26, 42, 216


def counted(frame: Any, words: Any, *, lang: str, days: Days) -> go.Figure:
    """One row per claim, as `datasets.shipments_voyages.counts` gives them, gathered by panel."""
    ids = list(dict.fromkeys(frame["panel"]))
    rows = {one: frame[frame["panel"] == one].to_dict("records") for one in ids}
    figure = theme.base(lang, height=400, left=_LEFT, right=28, top=8, bottom=30)
    figure.update_layout(xaxis=theme.time_axis(days.first, days.last, anchor="free", position=0))
    wide, narrow = ([tall * len(rows[one]) for one in ids] for tall in (_ROW, _NARROW_ROW))
    panels.stack(figure, wide, narrow)
    for at, one in enumerate(ids):
        axis, n = panels.axis(at), len(rows[one])
        panels.title(figure, at, words(f"panel.{one}"))
        grid = {"range": [n, 0], "visible": False, "fixedrange": True}
        figure.update_layout({panels.key(at): grid})
        theme.hatched(figure, min(days.last, days.compiled), days.last, 0, n, words, yaxis=axis)
        for i, row in enumerate(rows[one]):
            _count(figure, row, i + 0.5, words, days, axis)
    panels.on_phones(figure, days, right=10)
    return figure


def _count(figure: go.Figure, row: dict[str, Any], y: float, words: Any, days: Days, axis: str) -> None:
    """The bar (dotted to its end where the end is not stated), the mark with its count, and the name of who counted."""
    colour, text = theme.mark_colour(row["group_id"]), theme.text_colour(row["group_id"])
    first, last = days.kept(row["span_from"] or row["day"]), days.kept(row["span_to"] or row["day"])
    late = days.share(last) > 0.72
    at = len(figure.data)
    line = {"color": colour, "width": 7} if row["open_end"] == "no" else {"color": colour, "width": 3, "dash": "dot"}
    figure.add_trace(
        go.Scatter(
            x=[first, last],
            y=[y, y],
            yaxis=axis,
            mode="lines",
            line=line,
            opacity=0.55,
            hoverinfo="skip",
            name="period",
        )
    )
    detail = f"said.{row['claim_id']}"
    label = claim_words.quantity(row, words) + (f", {words(detail)}" if detail in words else "")
    symbol = marks.symbol(row)
    figure.add_trace(
        go.Scatter(
            x=[last], y=[y], yaxis=axis, mode="markers+text", name=row["claim_id"], cliponaxis=False,
            marker={"symbol": symbol, "size": 11, "color": colour, "line": {"width": 1.5, "color": colour}},
            text=[label], textposition="middle left" if late else "middle right", textfont={"size": 12, "color": text},
            hovertext=[claim_words.hover(row, words)], hovertemplate="%{hovertext}<extra></extra>", customdata=[["claims", row["claim_id"]]],
        )
    )  # fmt: skip
    theme.narrow(
        figure,
        **{f"data[{at}]__y": [y + 0.22] * 2, f"data[{at + 1}]__y": [y + 0.22], f"data[{at + 1}]__textfont__size": 11},
    )
    _name(figure, row, y, words, axis)


def _name(figure: go.Figure, row: dict[str, Any], y: float, words: Any, axis: str) -> None:
    """Who counted: left of the plot, above the bar on narrow charts."""
    place = figure.notes
    figure.add_annotation(
        text=f"<b>{claim_words.who(row, words)}</b>", x=0, xref="paper", xanchor="left", xshift=14 - _LEFT, y=y, yref=axis,
        showarrow=False, font={"size": 12, "color": theme.text_colour(row["group_id"])},
    )  # fmt: skip
    narrow = {"xshift": 4 - panels.NARROW_LEFT, "y": y - 0.24, "font__size": 11}
    theme.narrow(figure, **{f"layout__annotations[{place}]__{key}": value for key, value in narrow.items()})
