"""The controls of the data page: words, period and day of knowledge, values, columns; and its files."""

from typing import Any

from dash import dcc, html

from dashboard.components.choice import choice
from dashboard.components.field import date_field, field
from dashboard.components.grid import title
from dashboard.components.snippet import read_with_pandas
from dashboard.components.values import label
from dashboard.datasets import _package
from dashboard.pages.data_state import DATES, LONGEST, State, described, numbers, written
from dashboard.query import Query
from dashboard.text import Words

FORMS = ("csv", "xlsx", "json", "zip")
_TYPING = 0.4  # s without a key before the words are searched for


def tools(state: State, words: Words) -> list[Any]:
    """Everything that chooses rows and columns, each showing what the state says."""
    days = [date_field(f"data-{key}", key, getattr(state.query, key), words) for key in DATES]
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


def _search(state: State, words: Words) -> html.Div:
    return field(
        "data-q",
        words("data_page.search"),
        state.q,
        className="table-search",
        type="search",
        placeholder=words("data_page.search_hint"),
        debounce=_TYPING,
        maxLength=LONGEST,
        autoComplete="off",
    )


def _only(state: State, words: Words) -> html.Details:
    """All values of all columns that have a list of them, by column; and what else the address asks for."""
    groups: dict[str, dict[str, str]] = {}
    for name, one in described(state.table).items():
        values = one.get("constraints", {}).get("enum") or one.get("list_enum") or []
        values = [*values, *(pair.partition("=")[2] for pair in chosen(state) if pair.startswith(f"{name}="))]
        heads = groups.setdefault(title(one, "title", words), {})
        heads |= {f"{name}={value}": label(name, value, words) or value for value in values}
    return choice(
        "data-only",
        words("data_page.only"),
        {
            pair: f"{head}{words('file.colon')}{text}"
            for head, values in groups.items()
            for pair, text in values.items()
        },
        chosen(state),
        several=True,
        none=words("data_page.only_hint"),
        clear=words("controls.clear"),
        find=words("data_page.only_find"),
        key=f"only-{state.table}",
        className="table-only",
    )


def _columns(state: State, words: Words) -> html.Details:
    fields = described(state.table)
    options = [{"label": title(one, "title", words), "value": name} for name, one in fields.items()]
    boxes = dcc.Checklist(id="data-columns", options=options, value=list(state.columns or fields))
    named = {"aria-label": words("data_page.columns")}
    return html.Details(
        [
            html.Summary(words("data_page.columns"), className="action"),
            html.Div(boxes, className="choice-panel", role="group", **named),
        ],
        className="choice columns-menu",
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
