"""The controls of the data page: words, period and day of knowledge, values, columns; and its files."""

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.components.grid import title
from dashboard.components.snippet import read_with_pandas
from dashboard.components.values import label
from dashboard.datasets import _package
from dashboard.pages.data_state import DATES, LONGEST, State, described, numbers, written
from dashboard.query import Query
from dashboard.text import Words

FORMS = ("csv", "xlsx", "json", "zip")
_TYPING = 400  # ms without a key before the words are searched for


def tools(state: State, words: Words) -> list[Any]:
    """Everything that chooses rows and columns, each showing what the state says."""
    days = [
        dmc.TextInput(
            id=f"data-{key}",
            label=words(f"controls.{key}"),
            value=getattr(state.query, key),
            placeholder=words(f"controls.{key}_hint"),
            debounce=True,
            inputProps={"inputMode": "numeric", "autoComplete": "off"},
            className="table-date",
        )
        for key in DATES
    ]
    return [_search(state, words), *days, _only(state, words), _columns(state, words)]


def chosen(state: State) -> list[str]:
    """The pairs that the control of values shows; single numbers stand in the column heads."""
    alone = numbers(state)
    return [pair for pair in state.only if pair.partition("=")[0] not in alone]


def downloads(state: State, words: Words) -> list[Any]:
    """The files of these rows, of the whole table where these are not all, and the description."""
    filters = state.filters()
    groups = [_files("these", state.table, filters, words)] if filters else []
    groups.append(_files("whole" if filters else "download", state.table, {}, words))
    package = html.A(words("data_page.package"), href="/data/datapackage.json", className="downloads-package")
    address = f"/data/{state.table}.csv" + (written(filters) if filters else "")
    return [*groups, package, read_with_pandas(address, words)]


def notice(state: State, refused: tuple[str, ...], words: Words) -> list[Any]:
    """Which day of knowledge is shown, with the way back to today, and what of the address was not understood."""
    parts = []
    if day := state.query.known():
        query = state.query
        today = State(state.table, state.q, Query(query.start, query.end), state.only, state.contains, state.columns)
        back = dcc.Link(words("notice.today"), href=f"/data{today.address(words.lang)}")
        said = [words("notice.asof", date=words.date(day)), " ", back]
        parts.append(html.P(said, className="notice notice-asof"))
    if refused:
        parts.append(html.P(words("data_page.refused", values=", ".join(refused)), className="notice"))
    return parts


def _search(state: State, words: Words) -> dmc.TextInput:
    return dmc.TextInput(
        id="data-q",
        value=state.q,
        label=words("data_page.search"),
        placeholder=words("data_page.search_hint"),
        debounce=_TYPING,
        inputProps={"type": "search", "maxLength": LONGEST, "autoComplete": "off"},
        className="table-search",
    )


def _only(state: State, words: Words) -> dmc.MultiSelect:
    """All values of all columns that have a list of them, by column; and what else the address asks for."""
    groups: dict[str, dict[str, str]] = {}
    for name, field in described(state.table).items():
        values = field.get("constraints", {}).get("enum") or field.get("list_enum") or []
        values = [*values, *(pair.partition("=")[2] for pair in chosen(state) if pair.startswith(f"{name}="))]
        heads = groups.setdefault(title(field, "title", words), {})
        heads |= {f"{name}={value}": label(name, value, words) or value for value in values}
    data = [
        {
            "group": head,
            "items": [{"value": pair, "label": f"{head}{words('file.colon')}{said}"} for pair, said in items.items()],
        }
        for head, items in groups.items()
        if items
    ]
    return dmc.MultiSelect(
        id="data-only",
        label=words("data_page.only"),
        placeholder="" if chosen(state) else words("data_page.only_hint"),
        data=data,
        value=chosen(state),
        searchable=True,
        clearable=True,
        maxDropdownHeight=320,
        className="table-only",
    )


def _columns(state: State, words: Words) -> html.Details:
    fields = described(state.table)
    boxes = [dmc.Checkbox(label=title(field, "title", words), value=name) for name, field in fields.items()]
    group = dmc.CheckboxGroup(boxes, id="data-columns", value=list(state.columns or fields))
    return html.Details(
        [
            html.Summary(words("data_page.columns"), className="action"),
            html.Div(group, className="columns-list", role="group", **{"aria-label": words("data_page.columns")}),
        ],
        className="columns-menu",
    )


def _files(key: str, table: str, filters: dict[str, str], words: Words) -> html.Div:
    said = written({**filters, "lang": words.lang})
    name = title(_package.resource(table), "title", words)
    links = [
        html.A(
            words(f"data_page.{form}"),
            href=f"/data/{table}.{form}{said}",
            download="",
            className="action",
            **{
                "aria-label": words(
                    "data_page.file_label", which=words(f"data_page.{key}"), form=form.upper(), table=name
                )
            },
        )
        for form in FORMS
    ]
    return html.Div([html.Span(words(f"data_page.{key}")), *links], className="downloads-group")
