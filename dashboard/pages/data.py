"""Every table: to search, sort and filter here, to download, each field explained."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard.components import choice
from dashboard.components.grid import cells, columns, style
from dashboard.datasets import _package, changelog
from dashboard.pages import data_state
from dashboard.pages.data_controls import chosen, downloads, notice
from dashboard.pages.data_sent import sound
from dashboard.pages.data_state import DATES, asked, described, shown
from dashboard.pages.data_table import chooser, counted, listing, panel
from dashboard.text import Words, words

ID, PATH = "data", "/data"
_CONTROLS = ("q", *DATES, "only", "columns")


def layout(lang: str, **params: Any) -> list[Any]:
    """The page in the state its address says."""
    text = words(lang)
    state, refused = asked(params)
    tables = html.Nav(
        listing(state.table, text), id="data-list", className="tables", **{"aria-label": text("data_page.tables")}
    )
    section = html.Section(panel(state, state.rows(), text), id="data-panel", className="table-panel")
    return [
        dcc.Location(id="data-address", refresh=False),
        dcc.Store(id="data-lang", data=lang),
        dcc.Store(id="data-shown", data=state.address(lang)),
        html.H1(text("page.data.title")),
        html.P(text("page.data.sentence"), className="page-sentence"),
        html.Div(notice(state, refused, text), id="data-notice", role="status"),
        html.Div([tables, chooser("data-table", state.table, text), section], className="tables-page"),
        _changes(text),
    ]


def register_callbacks(app: Dash) -> None:
    """Registers the page's callback, and those that count in the browser and say what is chosen."""
    choice.register(app, ["data-table", "data-only"])
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
            "model": Input("data-grid", "filterModel"),
            "controls": {key: Input(f"data-{key}", "value") for key in _CONTROLS},
            "before": State("data-shown", "data"),
            "lang": State("data-lang", "data"),
        },
        prevent_initial_call=True,
    )
    def follow(
        search: str, table: str, model: dict[str, Any] | None, controls: dict[str, Any], before: str, lang: str
    ) -> dict[str, Any]:
        leads = ctx.triggered_id == "data-address"
        was, _ = asked(_said(before) if isinstance(before, str) else {})
        if not sound(table, model, controls, described(was.table) if table == was.table else None):
            raise PreventUpdate
        state, refused = asked(_said(search) if leads else _chosen(was, table, model or {}, controls))
        text, now = words(lang), state.address(lang)
        if now == before and not refused:
            raise PreventUpdate
        changed = _another(state, text) if state.table != was.table else _narrowed(state, was, text, leads=leads)
        # An address that leads is left as it is: writing it anew would cut off the way forward in the browser's history.
        changed |= {"search": no_update if leads else now, "notice": notice(state, refused, text)}
        return {**dict.fromkeys(_OUTPUTS, no_update), **changed, "table": state.table, "shown": now}


def _changes(text: Words) -> html.Details:
    """What was changed in the data, newest first as in the file; the log is kept in English."""
    entries = [
        part
        for one in changelog.entries()
        for part in (
            html.H3(text.date(one.day)),
            html.P(one.text, lang="en"),
            html.Ul([html.Li(item) for item in one.items], lang="en"),
        )
    ]
    return html.Details(
        [html.Summary(text("data_page.changes")), *entries], id="data-changes", className="table-fields data-changes"
    )


_OUTPUTS = {
    "search": Output("data-address", "search"),
    "table": Output("data-table", "value"),
    **{key: Output(f"data-{key}", "value") for key in _CONTROLS},
    "notice": Output("data-notice", "children"),
    "list": Output("data-list", "children"),
    "panel": Output("data-panel", "children"),
    "rows": Output("data-grid", "rowData"),
    "defs": Output("data-grid", "columnDefs"),
    "model": Output("data-grid", "filterModel"),
    "style": Output("data-grid", "style"),
    "counted": Output("data-counted", "data"),
    "downloads": Output("data-downloads", "children"),
    "shown": Output("data-shown", "data"),
}


def _another(state: data_state.State, text: Words) -> dict[str, Any]:
    """What changes with the table: its panel as a whole."""
    return {"list": listing(state.table, text), "panel": panel(state, state.rows(), text)}


def _narrowed(state: data_state.State, was: data_state.State, text: Words, *, leads: bool) -> dict[str, Any]:
    """What changes with the filters: the rows, their count and the files; the controls where the address leads."""
    rows = state.rows()
    changed = {"rows": cells(rows), "style": style(len(rows)), "counted": counted(state.table, len(rows), text)}
    changed["downloads"] = downloads(state, text)
    if state.columns != was.columns:
        changed["defs"] = columns(_package.resource(state.table), rows, text, state.columns)
    # What is being typed is not written back: it would lose the blank at its end. A date that makes no sense is.
    values = {key: getattr(state.query, key) for key in DATES} | {"only": chosen(state)}
    values["columns"] = list(state.columns or described(state.table))
    return changed | values | ({"q": state.q, "model": state.model()} if leads else {})


def _said(search: str) -> dict[str, Any]:
    return dict(parse_qs((search or "").removeprefix("?")))


def _chosen(
    was: data_state.State, table: str, model: Mapping[str, Any], controls: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The parameters that the controls say; of those of another table only the days are kept."""
    days = {key: (controls[key] or "").strip() for key in DATES}
    if table != was.table:
        return {"table": table, **days}
    fields = described(table)
    numbers = [f"{column}={one['filter']}" for column, one in model.items() if one["filterType"] == "number"]
    pairs = tuple(
        sorted([*(controls["only"] or []), *numbers], key=lambda pair: list(fields).index(pair.split("=")[0]))
    )
    texts = tuple((column, one["filter"]) for column, one in model.items() if one["filterType"] == "text")
    state = replace(was, q=controls["q"] or "", only=pairs, contains=texts, columns=shown(controls["columns"], fields))
    return {**_said(state.address("")), **days}
