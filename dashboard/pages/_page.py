"""What the pages of charts have in common: one sentence, one row of controls, the cards, and one callback.

The address and the controls are both inputs and outputs of that one callback; whichever was changed leads, the other follows,
so that address, controls and charts never disagree and the back button works. The one that follows still says the state before:
what is the same in both states is not sent again.
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
class Part:
    """A section of a page that is not a chart: its id, how it is made, and what of the page's state it obeys."""

    id: str
    make: Callable[[Query, Words], list[Any]]
    obeys: Spec = field(default_factory=lambda: Spec(period=False))


@dataclass(frozen=True)
class Page:
    """A page in the menu. `charts` are drawn in that order, `before` them the parts below the sentence and `after` them those at the
    end; `play` makes the buttons beside "as known on".
    """

    id: str
    path: str
    charts: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    before: tuple[Part, ...] = ()
    after: tuple[Part, ...] = ()
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
        *_parts(page, page.before, query, text),
        controls(page.id, page.spec, query, text, page.play(text) if page.play else None),
        html.Div(_notice(page, query, refused, text), id=f"{page.id}-notice", role="status"),
        html.Div(cards, className="cards"),
        *([lanes(page.id, charts.lanes(lang), page.spec)] if page.spec.overlay else []),
        *_parts(page, page.after, query, text),
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
            "parts": [Output(f"{page.id}-part-{part.id}", "children") for part in (*page.before, *page.after)],
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
        controls = {key: said(key, shown) for key, shown in zip(keys, values, strict=True)}
        (query, refused), (was, _) = (read(one, page.spec) for one in _states(page, search, controls))
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
            "parts": [
                no_update if _alike(part.obeys, query, was) else part.make(query, text)
                for part in (*page.before, *page.after)
            ],
            "cards": [
                card.SAME
                if _alike(charts.BY_ID[chart].params, query, was)
                else card.values(charts.render(chart, query, lang), query, text)
                for chart in page.charts
            ],
        }


def _states(
    page: Page, search: str, controls: Mapping[str, object]
) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """The parameters that whichever was changed says (the reset button, the address, or the controls), and those before."""
    address = {**parse_qs((search or "").removeprefix("?"))}
    if ctx.triggered_id == f"{page.id}-address":
        return address, controls
    return ({} if ctx.triggered_id == f"{page.id}-reset" else controls), address


def _alike(spec: Spec, query: Query, other: Query) -> bool:
    """Whether what obeys `spec` is the same in both states; lanes of context are no matter of the server's (assets/33-lane.js)."""
    return replace(query.only(spec), overlay="") == replace(other.only(spec), overlay="")


def _parts(page: Page, parts: tuple[Part, ...], query: Query, text: Words) -> list[Any]:
    return [html.Div(part.make(query, text), id=f"{page.id}-part-{part.id}") for part in parts]


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
