"""The parts of the data page: the list of tables, and one table with its fields, its rows and its files."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html

from dashboard import dates
from dashboard.components.choice import choice
from dashboard.components.grid import grid, target, title
from dashboard.components.table import table as plain_table
from dashboard.components.values import label
from dashboard.datasets import _package
from dashboard.pages.data_controls import downloads, tools
from dashboard.pages.data_state import State
from dashboard.text import Words


def listing(shown: str, words: Words) -> html.Ul:
    """Every table, with its rows, as links; for wide windows."""
    return html.Ul([_entry(resource, shown, words) for resource in _package.descriptor()["resources"]])


def chooser(name: str, shown: str, words: Words) -> html.Details:
    """The same as a choice; for narrow windows."""
    tables = {
        one["name"]: f"{title(one, 'title', words)} ({words.number(_total(one['name']))})"
        for one in _package.descriptor()["resources"]
    }
    return choice(name, words("data_page.table"), tables, shown, className="tables-choice")


def panel(state: State, rows: Sequence[Mapping[str, Any]], words: Words) -> list[Any]:
    """One table: what it is, how far it goes, its fields, its controls, its rows, its files."""
    table, resource = state.table, _package.resource(state.table)
    name = title(resource, "title", words)
    return [
        html.H2(name),
        html.P(_extent(resource, words), className="table-extent"),
        html.P(title(resource, "description", words), className="table-text"),
        _fields(resource, words),
        html.Div(tools(state, words), className="table-tools", role="group", **{"aria-label": words("controls.label")}),
        html.P(id="data-count", className="table-count", role="status"),
        dcc.Store(id="data-counted", data=counted(table, len(rows), words)),
        html.Div(
            grid("data-grid", resource, rows, words, shown=state.columns, model=state.model()),
            className="grid-box",
            role="region",
            # A new table is a new grid: filters and sorting of the one before are not carried over.
            key=f"grid-{table}",
            **{"aria-label": words("data_page.rows_label", table=name)},
        ),
        html.Div(downloads(state, words), id="data-downloads", className="downloads"),
        html.P(words("data_page.note"), className="table-note"),
    ]


def counted(table: str, rows: int, words: Words) -> dict[str, Any]:
    """What the browser needs to say how many rows are left."""
    said = words("data_page.count", n="{n}", total="{total}")
    return {"rows": rows, "total": _total(table), "text": said, "lang": words.lang}


def _entry(resource: Mapping[str, Any], shown: str, words: Words) -> html.Li:
    name = resource["name"]
    current = {"className": "is-current", "aria-current": "true"} if name == shown else {}
    parts = [html.Span(title(resource, "title", words)), html.Small(words.number(_total(name)))]
    link = dcc.Link(parts, href=f"/data{State(name).address(words.lang)}", className="tables-link")
    return html.Li(link, **current)


def _total(table: str) -> int:
    return len(_package.current().tables[table])


def _extent(resource: Mapping[str, Any], words: Words) -> str:
    total = _total(resource["name"])
    rows = words("data_page.row") if total == 1 else words("data_page.rows", n=words.number(total))
    end = resource.get("compiled_to")
    key = "day" if dates.is_day(end or "") else "month"
    said = words(f"data_page.compiled_{key}", date=words.date(end)) if end else words("data_page.reference")
    return f"{rows} · {said} · CC BY 4.0"


def _fields(resource: Mapping[str, Any], words: Words) -> html.Details:
    """Every field: its title and name, what it means, what it holds."""
    fields = resource["schema"]["fields"]
    heads = [words(f"data_page.{one}") for one in ("field", "meaning", "values")]
    rows = [
        [
            [html.Span(title(field, "title", words)), html.Br(), html.Code(field["name"])],
            title(field, "description", words),
            _holds(field, resource, words),
        ]
        for field in fields
    ]
    caption = words("data_page.fields_caption", table=title(resource, "title", words))
    summary = html.Summary(words("data_page.fields", n=words.number(len(fields))))
    return html.Details([summary, plain_table(caption, heads, rows, stacked=True)], className="table-fields")


def _holds(field: Mapping[str, Any], resource: Mapping[str, Any], words: Words) -> list[Any]:
    """Kind, limits and allowed values of a field, in words."""
    limits = field.get("constraints", {})
    said = [_kind(field, resource, words)]
    said += [words("data_page.from", n=_limit(limits["minimum"], words))] if "minimum" in limits else []
    said += [words("data_page.up_to", n=_limit(limits["maximum"], words))] if "maximum" in limits else []
    said += [words("data_page.always")] if limits.get("required") else []
    values = limits.get("enum") or field.get("list_enum") or []
    if not values:
        return [" · ".join(said)]
    return [" · ".join(said), html.Ul([_value(field["name"], one, words) for one in values], className="allowed")]


def _value(column: str, value: str, words: Words) -> html.Li:
    named = label(column, value, words)
    return html.Li([html.Code(value), f" {named}" if named else ""])


def _kind(field: Mapping[str, Any], resource: Mapping[str, Any], words: Words) -> str:
    table = target(field, resource)
    if table and field["name"] != resource["schema"]["primaryKey"][0]:
        key = "keys_of" if "list_of" in field else "key_of"
        return words(f"data_page.kind.{key}", table=title(_package.resource(table), "title", words))
    if field.get("constraints", {}).get("enum"):
        return words("data_page.kind.enum")
    kind = field.get("kind") or ("text" if field["type"] == "string" else field["type"])
    return words(f"data_page.kind.{kind}")


def _limit(value: float, words: Words) -> str:
    return words.number(value, 0 if float(value).is_integer() else 1)
