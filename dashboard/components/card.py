"""The chart card: title that states the finding, subtitle, the chart, its sources, and what can be done with it."""

from collections.abc import Mapping
from typing import Any

from dash import Output, dcc, html, no_update

from dashboard.components.actions import actions
from dashboard.query import Query
from dashboard.text import Words

# No mode bar: it would offer to upload the figure to a third party.
CONFIG = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "displaylogo": False,
    "scrollZoom": False,
    "doubleClick": "reset",
    "showTips": False,
}

SAME = (no_update,) * 4  # in the place of `values`, where a card stays as it is
Drawn = Any  # a rendered chart (`charts.Rendered`): components do not know the charts


def card(
    prefix: str, drawn: Drawn, query: Query, words: Words, *, context: str = "", wide: bool = True
) -> html.Section:
    """The card of one chart on a page; its ids start with `prefix` and the chart's id. `context` is a sentence before it."""
    stem = f"{prefix}-{drawn.chart.id}"
    figure, head, foot, body = values(drawn, query, words)
    graph = dcc.Graph(
        id=f"{stem}-figure",
        figure=figure,
        config={**CONFIG, "locale": words.lang},
        responsive=True,
        style={"height": f"{drawn.height}px"},
    )
    return html.Section(
        [
            *([html.P(context, className="card-context")] if context else []),
            html.Div(head, id=f"{stem}-head", className="card-head"),
            html.Div(graph, id=f"{stem}-body", className=body, role="img", **{"aria-labelledby": f"{stem}-head"}),
            html.Div(foot, id=f"{stem}-foot", className="card-foot"),
        ],
        id=f"{stem}-card",
        className="card" if wide else "card card-half",
        **{"data-chart": drawn.chart.id, "data-table": drawn.chart.tables[0], "data-key": drawn.key},
    )


def outputs(prefix: str, chart_id: str) -> list[Output]:
    """What a page callback writes when the chart changes, in the order of `values`."""
    stem = f"{prefix}-{chart_id}"
    return [
        Output(f"{stem}-figure", "figure"),
        Output(f"{stem}-head", "children"),
        Output(f"{stem}-foot", "children"),
        Output(f"{stem}-body", "className"),
    ]


def values(drawn: Drawn, query: Query, words: Words) -> tuple[Mapping[str, Any], list[Any], list[Any], str]:
    """Figure (its lane of context is laid by assets/33-lane.js), head, foot and class of a card for one state."""
    empty = not drawn.rows
    return (
        drawn.plain,
        _head(drawn, words),
        _foot(drawn, query, words),
        "card-body is-empty" if empty else "card-body is-map" if drawn.chart.map else "card-body",
    )


def _head(drawn: Drawn, words: Words) -> list[Any]:
    say, chosen = drawn.say, drawn.filters
    parts: list[Any] = [
        html.H2(say.title),
        html.P([say.subtitle, *([" ", html.Em(chosen)] if chosen else [])], className="card-subtitle"),
    ]
    if not drawn.rows:
        return [
            *parts,
            html.P(words("chart.empty", filters=chosen or words("chart.empty_no_filter")), className="card-empty"),
        ]
    if say.key:
        parts.append(html.P(say.key, className="card-key"))
    return [*parts, html.P(say.alt, className="visually-hidden")]


def _foot(drawn: Drawn, query: Query, words: Words) -> list[Any]:
    notes = [html.P(drawn.say.note, className="card-note")] if drawn.say.note else []
    return [
        *notes,
        html.P(drawn.sources, className="card-sources"),
        actions(drawn, query, words),
    ]
