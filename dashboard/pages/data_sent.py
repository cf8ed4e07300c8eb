"""Whether what a browser sent to the data page is what its controls can say; anything else is not answered."""

from collections.abc import Collection, Mapping
from typing import Any

from dashboard.pages.data_state import DATES

_KINDS = {"text": str, "number": int | float}


def sound(table: object, model: object, controls: Mapping[str, Any], fields: Collection[str] | None) -> bool:
    """Texts where there are boxes, lists of texts where there are menus, and filters on the columns of the table.

    `fields` are those columns; None while another table is being opened: what the controls say is then of the one before.
    """
    boxes = [controls["q"], *(controls[key] for key in DATES)]
    menus = [controls["only"] or [], controls["columns"] or []]
    return (
        isinstance(table, str)
        and all(one is None or isinstance(one, str) for one in boxes)
        and all(isinstance(menu, list) and all(isinstance(one, str) for one in menu) for menu in menus)
        and (fields is None or all(_pair(one, fields) for one in menus[0]))
        and (
            model is None
            or (isinstance(model, dict) and (fields is None or all(_filter(*one, fields) for one in model.items())))
        )
    )


def _pair(text: str, fields: Collection[str]) -> bool:
    column, equals, value = text.partition("=")
    return column in fields and bool(equals and value)


def _filter(column: str, said: Any, fields: Collection[str]) -> bool:
    kind = said.get("filterType") if isinstance(said, dict) else None
    wanted = _KINDS.get(kind) if isinstance(kind, str) else None
    return column in fields and wanted is not None and isinstance(said.get("filter"), wanted)
