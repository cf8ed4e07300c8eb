"""What the pages of charts have in common: one sentence, one row of controls, the cards, and one callback.

The address and the controls are both inputs and outputs of that one callback; whichever was changed leads, the other follows,
so that address, controls and charts never disagree and the back button works.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any
from urllib.parse import parse_qs

from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import charts
from dashboard.components import card, choice
from dashboard.components.controls import choices, controls, said, value
from dashboard.components.lanes import lanes
from dashboard.query import Query, Spec, read, write
from dashboard.text import Words, words


@dataclass(frozen=True)
class Page:
    """A page in the menu. `charts` are drawn in that order; `before` and `after` add what is not a chart, below the sentence or at
    the end; `play` the buttons beside "as known on".
    """

    id: str
    path: str
    charts: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    before: Callable[[Query, Words], list[Any]] | None = None
    after: Callable[[Query, Words], list[Any]] | None = None
    play: Callable[[Words], Any] | None = None
    spec: Spec = field(default_factory=Spec)


def spec_of(*chart_ids: str) -> Spec:
    """What a page with these charts may be asked."""
    return reduce(Spec.merged, (charts.BY_ID[one].params for one in chart_ids), Spec(period=False, asof=False))


def layout_of(page: Page, params: Mapping[str, Any], lang: str) -> list[Any]:
    """The content of a page of charts in the state its address says."""
    text = words(lang)
    query, refused = read(params, page.spec)
    cards = [_card(page, chart, query, text) for chart in page.charts]
    return [
        dcc.Location(id=f"{page.id}-address", refresh=False),
        dcc.Store(id=f"{page.id}-lang", data=lang),
        html.H1(text(f"page.{page.id}.title")),
        html.P(text(f"page.{page.id}.sentence"), className="page-sentence"),
        html.Div(page.before(query, text) if page.before else [], id=f"{page.id}-before"),
        controls(page.id, page.spec, query, text, page.play(text) if page.play else None),
        html.Div(_notice(page, query, refused, text), id=f"{page.id}-notice", role="status"),
        html.Div(cards, className="cards"),
        *([lanes(page.id, charts.lanes(lang), page.spec)] if page.spec.overlay else []),
        html.Div(page.after(query, text) if page.after else [], id=f"{page.id}-after"),
    ]


def register(app: Dash, page: Page) -> None:
    """Registers the page's one callback, and what its choices say."""
    choice.register(app, choices(page.id, page.spec))
    keys = page.spec.names()
    shown = [f"{page.id}-{key}" for key in keys]

    @app.callback(
        output={
            "search": Output(f"{page.id}-address", "search"),
            "values": [Output(name, "value") for name in shown],
            "notice": Output(f"{page.id}-notice", "children"),
            "before": Output(f"{page.id}-before", "children"),
            "after": Output(f"{page.id}-after", "children"),
            "cards": [card.outputs(page.id, chart) for chart in page.charts],
        },
        inputs={
            "search": Input(f"{page.id}-address", "search"),
            "reset": Input(f"{page.id}-reset", "n_clicks"),
            "values": [Input(name, "value") for name in shown],
            "lang": State(f"{page.id}-lang", "data"),
        },
        prevent_initial_call=True,
    )
    def follow(search: str, reset: int | None, values: list[Any], lang: str) -> dict[str, Any]:
        params = _leading(page, search, dict(zip(keys, values, strict=True)))
        query, refused = read(params, page.spec)
        current = [value(query, page.spec, key) for key in keys]
        led = ctx.triggered_id == f"{page.id}-address"
        if led and current == values:
            raise PreventUpdate
        text = words(lang)
        return {
            # An address that leads is left alone: to write it again would cut off the way forward.
            "search": no_update if led else write(query, page.spec, lang),
            "values": current,
            "notice": _notice(page, query, refused, text),
            "before": page.before(query, text) if page.before else [],
            "after": page.after(query, text) if page.after else [],
            "cards": [card.values(charts.render(chart, query, lang), query, text) for chart in page.charts],
        }


def _leading(page: Page, search: str, values: Mapping[str, Any]) -> dict[str, object]:
    """The parameters that whichever was changed says: the reset button, the address, or the controls."""
    if ctx.triggered_id == f"{page.id}-reset":
        return {}
    if ctx.triggered_id == f"{page.id}-address":
        return {**parse_qs((search or "").removeprefix("?"))}
    return {key: said(key, shown) for key, shown in values.items()}


def _card(page: Page, chart: str, query: Query, text: Words) -> Any:
    key = f"chart.{chart}.context"
    context = text(key) if key in text else ""
    return card.card(
        page.id, charts.render(chart, query, text.lang), query, text, context=context, wide=chart not in page.half
    )


def _notice(page: Page, query: Query, refused: tuple[str, ...], text: Words) -> list[Any]:
    parts: list[Any] = []
    if day := query.known():
        today = page.path + write(replace(query, asof=""), page.spec, text.lang)
        said = [
            text("notice.asof", date=text.date(day)),
            " ",
            html.A(text("notice.today"), href=today, className="notice-today"),
        ]
        parts.append(html.P(said, className="notice notice-asof"))
    if refused:
        parts.append(html.P(text("notice.refused", values=", ".join(refused)), className="notice"))
    return parts
