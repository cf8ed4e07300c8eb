"""Every table: to search, sort and filter here, to download, each field explained."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard.components.grid import cells, style
from dashboard.datasets import _package
from dashboard.datasets._export import to_records
from dashboard.datasets.records import records
from dashboard.pages.data_table import address, chooser, counted, downloads, listing, panel
from dashboard.query import Choice, Spec, read
from dashboard.text import Words, words

ID, PATH = "data", "/data"
LONGEST = 200  # characters that are searched for


def layout(lang: str, **params: Any) -> list[Any]:
    """The page in the state its address says."""
    text = words(lang)
    table, q, refused = _asked(params)
    return [
        dcc.Location(id="data-address", refresh=False),
        dcc.Store(id="data-lang", data=lang),
        dcc.Store(id="data-shown", data=[table, q]),
        html.H1(text("page.data.title")),
        html.P(text("page.data.sentence"), className="page-sentence"),
        html.Div(_notice(refused, text), id="data-notice", role="status"),
        html.Div(
            [
                html.Nav(
                    listing(table, text), id="data-list", className="tables", **{"aria-label": text("data_page.tables")}
                ),
                chooser("data-table", table, text),
                html.Section(panel(table, q, _rows(table, q), text), id="data-panel", className="table-panel"),
            ],
            className="tables-page",
        ),
    ]


def register_callbacks(app: Dash) -> None:
    """Registers the page's callback, and the one that counts in the browser."""
    app.clientside_callback(
        ClientsideFunction("grid", "counted"),
        Output("data-count", "children"),
        Input("data-grid", "paginationInfo"),
        Input("data-counted", "data"),
    )

    @app.callback(
        output=_OUTPUTS,
        inputs={
            "search": Input("data-address", "search"),
            "table": Input("data-table", "value"),
            "q": Input("data-q", "value"),
            "shown": State("data-shown", "data"),
            "lang": State("data-lang", "data"),
        },
        prevent_initial_call=True,
    )
    def follow(search: str, table: str, q: str | None, shown: list[str], lang: str) -> dict[str, Any]:
        before = shown[0] if isinstance(shown, list) and shown else ""
        table, q, refused = _asked(_leading(search, table, q, before))
        if [table, q] == shown:
            raise PreventUpdate
        text = words(lang)
        changed = _another(table, q, text) if table != before else _searched(table, q, text)
        # An address that leads is left as it is: writing it anew would cut off the way forward in the browser's history.
        # Nor is what is being typed written back: it would lose the blank at its end.
        leads = ctx.triggered_id
        changed["search"] = no_update if leads == "data-address" else address(table, q, lang)
        changed["q"] = q if leads == "data-address" and table == before else no_update
        return {**changed, "notice": _notice(refused, text), "table": table, "shown": [table, q]}


_OUTPUTS = {
    "search": Output("data-address", "search"),
    "table": Output("data-table", "value"),
    "q": Output("data-q", "value"),
    "notice": Output("data-notice", "children"),
    "list": Output("data-list", "children"),
    "panel": Output("data-panel", "children"),
    "rows": Output("data-grid", "rowData"),
    "style": Output("data-grid", "style"),
    "counted": Output("data-counted", "data"),
    "downloads": Output("data-downloads", "children"),
    "shown": Output("data-shown", "data"),
}


def _another(table: str, q: str, text: Words) -> dict[str, Any]:
    """What changes with the table: its panel as a whole."""
    whole = {"list": listing(table, text), "panel": panel(table, q, _rows(table, q), text)}
    return {**dict.fromkeys(_OUTPUTS, no_update), **whole}


def _searched(table: str, q: str, text: Words) -> dict[str, Any]:
    """What changes with the words searched for: the rows, their count and the files."""
    rows = _rows(table, q)
    parts = {"rows": cells(rows), "style": style(len(rows)), "counted": counted(table, len(rows), text)}
    return {**dict.fromkeys(_OUTPUTS, no_update), **parts, "downloads": downloads(table, q, text)}


def _asked(params: Mapping[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    """The table and the words searched for, and what was not understood. Never raises."""
    tables = tuple(_package.current().tables)
    rest = {key: value for key, value in params.items() if key != "q"}
    spec = Spec(period=False, asof=False, choices=(Choice("table", tables, tables[:1], several=False),))
    query, refused = read(rest, spec)
    said = params.get("q", "")
    q = str(said[-1] if isinstance(said, list) and said else said)
    return query.only(spec).chosen("table")[0], q.strip()[:LONGEST], refused


def _leading(search: str, table: str, q: str | None, before: str) -> dict[str, Any]:
    """The parameters that whichever was changed says: the address, the choice of the table, or the search box."""
    if ctx.triggered_id == "data-address":
        return dict(parse_qs((search or "").removeprefix("?")))
    return {"table": table, "q": (q or "") if table == before else ""}


def _rows(table: str, q: str) -> list[dict[str, Any]]:
    return to_records(records(table, text=q))


def _notice(refused: tuple[str, ...], text: Words) -> list[Any]:
    return [html.P(text("data_page.refused", values=", ".join(refused)), className="notice")] if refused else []
