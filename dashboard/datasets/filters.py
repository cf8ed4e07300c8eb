"""Filters on the columns of a table as an address says them: `<column>=one,two` and `<column>~=part`."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard import dates
from dashboard.errors import QueryError


@dataclass
class Filters:
    """`where`: the values of which a column holds one. `contains`: the text that a column holds, in any case."""

    where: dict[str, list[str]] = field(default_factory=dict)
    contains: dict[str, str] = field(default_factory=dict)

    def take(self, key: str, value: str, described: Mapping[str, Any]) -> None:
        """Add what `key=value` says of the field `described`; nothing without a value. Raises QueryError for an impossible value."""
        column = described["name"]
        if value and key != column:
            self.contains[column] = value
        elif value:
            self.where.setdefault(column, []).extend(_values(key, value, described))


def _values(key: str, value: str, described: Mapping[str, Any]) -> list[str]:
    """The values in the text, each one possible in that column; free text may hold commas, so the whole counts too."""
    values = [one for one in value.split(",") if one]
    for one in values:
        if wanted := _wanted(one, described):
            raise QueryError(key, value, f"wanted {wanted}")
    return [*values, value] if described.get("kind") in ("text", "list") and "," in value else values


def _wanted(value: str, described: Mapping[str, Any]) -> str:
    """What the column takes, when it does not take this value; "" when it does."""
    enum = described.get("constraints", {}).get("enum") or described.get("list_enum")
    if enum and value not in enum:
        return f"one or several, separated by commas, of {', '.join(enum)}"
    if described["type"] in ("number", "integer") and not _is_number(value):
        return "a number in plain digits"
    if described.get("kind") == "edtf" and not dates.valid(value):
        return "a date as YYYY, YYYY-MM or YYYY-MM-DD"
    return ""


def _is_number(value: str) -> bool:
    try:
        return value.isascii() and math.isfinite(float(value))
    except ValueError:
        return False
