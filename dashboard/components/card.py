"""The chart card: title that states the finding, subtitle, the chart, its sources, and what can be done with it."""

from collections.abc import Mapping
from typing import Any

from dash import Output, dcc, html

from dashboard.components.actions import actions
from dashboard.query import Query, Spec
from dashboard.text import Words

# No mode bar: it would offer to upload the figure to a third party.
CONFIG = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "displaylogo": False,
    "scrollZoom": False,
    "doubleClick": "reset",
}
_PUBLISHERS = 4


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
        style={"height": f"{figure.get('layout', {}).get('height') or drawn.chart.height}px"},
    )
    return html.Section(
        [
            *([html.P(context, className="card-context")] if context else []),
            html.Div(head, id=f"{stem}-head", className="card-head"),
            html.Div(graph, id=f"{stem}-body", className=body),
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
    """Figure, head, foot and class of a card for one state."""
    empty = not drawn.rows
    return (
        drawn.figure,
        _head(drawn, query, words),
        _foot(drawn, query, words),
        "card-body is-empty" if empty else "card-body is-map" if drawn.chart.map else "card-body",
    )


def filters(query: Query, spec: Spec, words: Words) -> str:
    """The filters in force as a phrase, empty when none differs from the default."""
    said = []
    if query.start or query.end:
        said.append(
            words.span(query.start or "…", query.end) if query.start and query.end else _half_open(query, words)
        )
    said += [words(f"choice.{key}.label") + ": " + ", ".join(words(f"choice.{key}.{one}") for one in ids)
             for key, ids in query.choices if ids != spec.choice(key).default]  # fmt: skip
    if query.known():
        said.append(words("filter.asof", date=words.date(query.asof)))
    return " · ".join(said)


def _half_open(query: Query, words: Words) -> str:
    if query.start:
        return words("filter.since", date=words.date(query.start))
    return words("filter.until", date=words.date(query.end))


def _head(drawn: Drawn, query: Query, words: Words) -> list[Any]:
    say, chosen = drawn.say, filters(query.only(drawn.chart.params), drawn.chart.params, words)
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
    named = list(drawn.publishers[:_PUBLISHERS])
    more = len(drawn.publishers) - len(named)
    if more > 0:
        named.append(words("chart.more_sources", n=words.number(more)))
    said = [
        words("chart.sources", names=", ".join(named)),
        words("chart.data_as_of", date=words.date(drawn.compiled)),
        "CC BY 4.0",
    ]
    if drawn.chart.map:
        said.append(words("map.disclaimer"))
    notes = [html.P(drawn.say.note, className="card-note")] if drawn.say.note else []
    return [
        *notes,
        html.P(" · ".join(said), className="card-sources"),
        actions(drawn, query, words),
    ]
