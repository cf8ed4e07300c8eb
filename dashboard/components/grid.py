"""A table of records as a grid: sorted, filtered and paged in the browser, each record a link to its page."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import dash_ag_grid as dag

from dashboard.text import Words

PAGE_SIZE = 50
_NARROWEST, _WIDEST, _PINNED = 96, 340, 170  # px; a key that is wider does not stay in view
_ROW, _AROUND, _TALLEST = 36, 106, 640  # px of a row, of the head and foot around the rows, of the whole
_LETTER, _PADDING, _BUTTONS = 7.4, 34, 44  # px of a letter, of a cell's sides, of the buttons in a column's head
_LOCALE = "data_page.grid."

Records = Sequence[Mapping[str, Any]]


def grid(
    name: str,
    resource: Mapping[str, Any],
    rows: Records,
    words: Words,
    *,
    shown: Collection[str] = (),
    model: Mapping[str, Any] | None = None,
) -> dag.AgGrid:
    """The rows of a table; `name` is the component's id, `resource` what the descriptor says of the table.

    `shown` are the columns to show, empty for all; `model` the filters that stand in the column heads.
    """
    return dag.AgGrid(
        id=name,
        columnDefs=columns(resource, rows, words, shown),
        rowData=cells(rows),
        filterModel=dict(model or {}),
        defaultColDef={"sortable": True, "resizable": True, "filter": "agTextColumnFilter", "minWidth": 72}
        | {"filterParams": _says("contains")},
        dashGridOptions={
            "pagination": True,
            "paginationPageSize": PAGE_SIZE,
            "paginationPageSizeSelector": False,
            "localeText": _locale(words),
            "enableCellTextSelection": True,
            "ensureDomOrder": True,
            "tooltipShowDelay": 400,
            "rowHeight": _ROW,
            "headerHeight": 40,
            "animateRows": False,
            "suppressDragLeaveHidesColumns": True,
        },
        columnSize=None,
        className="grid",
        style=style(len(rows)),
        dangerously_allow_code=False,
    )


def style(rows: int) -> dict[str, str]:
    """The height that so many rows need, up to what fits a window."""
    return {"height": f"{min(_TALLEST, _AROUND + max(rows, 3) * _ROW)}px", "maxHeight": "80vh"}


def cells(rows: Records) -> list[dict[str, Any]]:
    """The rows without their empty cells, which need not travel."""
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


def columns(
    resource: Mapping[str, Any], rows: Records, words: Words, shown: Collection[str] = ()
) -> list[dict[str, Any]]:
    """One column a field, in the order of the file; of a text in two languages the reader's own comes first."""
    return [
        _column(field, resource, rows, words) | {"hide": bool(shown) and field["name"] not in shown}
        for field in _ordered(resource["schema"]["fields"], words.lang)
    ]


def title(described: Mapping[str, Any], key: str, words: Words) -> str:
    """The `title` or `description` that the descriptor gives a table or field in the reader's language."""
    own = described.get(f"{key}_{words.lang}") if words.lang != "en" else None
    return str(own or described.get(key) or described["name"])


def target(field: Mapping[str, Any], resource: Mapping[str, Any]) -> str:
    """The table whose keys stand in the field; "" when it holds none."""
    if field["name"] == resource["schema"]["primaryKey"][0]:
        return str(resource["name"])
    if "list_of" in field:
        return str(field["list_of"].partition(".")[0])
    keys = resource["schema"].get("foreignKeys", [])
    return next(
        (str(key["reference"]["resource"] or resource["name"]) for key in keys if key["fields"] == [field["name"]]), ""
    )


def _says(option: str) -> dict[str, Any]:
    """A filter of a column head with that one condition: an address can say no other."""
    return {"filterOptions": [option], "maxNumConditions": 1, "buttons": ["reset"]}


def _ordered(fields: Sequence[Mapping[str, Any]], lang: str) -> list[Mapping[str, Any]]:
    """The fields with `…_fr` before `…_en` for a French reader."""
    places = {field["name"]: place for place, field in enumerate(fields)}

    def place(field: Mapping[str, Any]) -> tuple[int, bool]:
        stem, _, tail = field["name"].rpartition("_")
        if tail not in ("en", "fr") or f"{stem}_en" not in places:
            return places[field["name"]], False
        return places[f"{stem}_en"], tail != lang

    return sorted(fields, key=place)


def _column(field: Mapping[str, Any], resource: Mapping[str, Any], rows: Records, words: Words) -> dict[str, Any]:
    name, number = field["name"], field["type"] in ("number", "integer")
    head = title(field, "title", words)
    column = {
        "field": name,
        "headerName": head,
        "headerTooltip": f"{name}: {title(field, 'description', words)}",
        "width": _width(head, [row.get(name) for row in rows]),
    }
    if name == resource["schema"]["primaryKey"][0] and column["width"] <= _PINNED:
        column["pinned"] = "left"
    if number:
        column |= {"type": "rightAligned", "filter": "agNumberColumnFilter", "filterParams": _says("equals")}
    elif field.get("kind", "") in ("", "text", "list", "listings"):
        column["tooltipField"] = name
    if table := target(field, resource):
        column |= {"cellRenderer": "RecordLinks", "cellRendererParams": {"table": table, "lang": words.lang}}
    elif field.get("kind") == "url":
        column["cellRenderer"] = "WebLink"
    return column


def _width(head: str, values: Sequence[Any]) -> int:
    """Room for the head and for nine cells in ten, within reason."""
    lengths = sorted(len(str(value)) for value in values if value is not None)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    wanted = max(len(head) * _LETTER + _BUTTONS, usual * _LETTER) + _PADDING
    return round(min(max(wanted, _NARROWEST), _WIDEST))


def _locale(words: Words) -> dict[str, str]:
    separators = {"thousandSeparator": words.number(1000)[1], "decimalSeparator": words.number(0.5, 1)[1]}
    return {key.removeprefix(_LOCALE): words(key) for key in words.texts if key.startswith(_LOCALE)} | separators
