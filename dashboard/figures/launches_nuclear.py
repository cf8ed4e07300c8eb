"""The nuclear tests with the range of the yields cited for them."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import marks, theme
from dashboard.figures.launches_marks import change, when


def nuclear_tests(frame: Any, words: Any, *, lang: str) -> go.Figure:
    """A row per test with a bar from the lowest to the highest yield cited, on an axis of powers of ten (kilotons)."""
    rows = frame.to_dict("records")
    figure = theme.base(lang, height=len(rows) * 44 + 60, left=190, right=200, top=14, bottom=30)
    ticks = [0.3, 1, 3, 10, 30, 100, 300]
    figure.update_layout(
        xaxis={"type": "log", "range": [-0.6, 2.62], "tickvals": ticks, "gridcolor": theme.GRID, "fixedrange": True, "zeroline": False,
               "ticktext": [words("launches.kt", n=words.number(one, 1 if one < 1 else 0)) for one in ticks],
               "tickfont": {"size": 12, "color": theme.MUTED}},
        yaxis={"range": [-0.6, len(rows) - 0.4], "visible": False, "fixedrange": True},
    )  # fmt: skip
    for i, row in enumerate(rows):
        _test(figure, row, len(rows) - 1 - i, words)
    theme.narrow(figure, layout__margin__l=10, layout__margin__r=10, layout__height=len(rows) * 62 + 60,
                 layout__xaxis__tickvals=[1, 10, 100], layout__xaxis__ticktext=[words("launches.kt", n=one) for one in (1, 10, 100)])  # fmt: skip
    return figure


def _test(figure: go.Figure, row: Mapping[str, Any], y: float, words: Any) -> None:
    at = len(figure.data)
    figure.add_trace(
        go.Scatter(
            x=[row["yield_low_kt"], row["yield_high_kt"]], y=[y, y], mode="lines+markers", name=row["test_id"],
            line={"color": theme.WARN, "width": 7}, marker={"symbol": "line-ns", "size": 16, "line": {"width": 2, "color": theme.WARN}},
            text=[_test_hover(row, words)] * 2, hovertemplate="%{text}<extra></extra>", customdata=[["nuclear_tests", row["test_id"]]] * 2,
        )
    )  # fmt: skip
    theme.narrow(figure, **{f"data[{at}]__y": [y - 0.15] * 2})
    low, high = (
        words.number(row[part], 0 if float(row[part]).is_integer() else 1) for part in ("yield_low_kt", "yield_high_kt")
    )
    span = words("launches.kt", n=words("number.range", low=low, high=high))
    for text, x, anchor, shift, colour in (
        (f"<b>{words.date(row['date_utc'])}</b>", 0, "left", -186, theme.INK),
        (
            f"{span} · {words('launches.magnitude', m=words.number(row['magnitude_usgs'], 1))}",
            1,
            "left",
            10,
            theme.MUTED,
        ),
    ):
        number = figure.notes
        figure.add_annotation(
            text=text,
            x=x,
            xref="paper",
            xanchor=anchor,
            xshift=shift,
            y=y,
            showarrow=False,
            font={"size": 13, "color": colour},
        )
        change(figure, number, y=y + 0.24, xshift=0, font__size=12, **({"xanchor": "right"} if x else {}))


def _test_hover(row: Mapping[str, Any], words: Any) -> str:
    sizes = words(
        "launches.magnitudes",
        usgs=words.number(row["magnitude_usgs"], 1),
        ctbto=words.number(row["magnitude_ctbto"], 2),
    )
    lines = [f"<b>{words('launches.test', n=row['number'])}</b>, {row[f'site_{words.lang}']}", when(row, words), sizes]
    return marks.joined(
        [
            *lines,
            marks.folded(row[f"note_{words.lang}"] or row["note_en"]),
            words(f"source_check.{row['source_check']}"),
        ]
    )
