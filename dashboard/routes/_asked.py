"""What the address of a table asks for; everything in it is obeyed or refused, nothing is ignored."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard import dates
from dashboard.errors import QueryError
from dashboard.query import Query, Spec, read_strictly

_COMMON = ("start", "end", "asof", "lang")
_SPEC = Spec()


@dataclass
class Asked:
    """The records asked for, and whether the file is for a program (`raw`)."""

    query: Query = field(default_factory=Query)
    where: dict[str, list[str]] = field(default_factory=dict)
    contains: dict[str, str] = field(default_factory=dict)
    text: str = ""
    raw: bool = False


def asked(pairs: Iterable[tuple[str, str]], resource: Mapping[str, Any]) -> Asked:
    """Read the parameters of `/data/<table>`. Raises QueryError at the first that is unknown or wrong."""
    fields = {one["name"]: one for one in resource["schema"]["fields"]}
    result, common = Asked(), []
    for key, value in pairs:
        column = key.removesuffix("~")
        if key in _COMMON:
            common.append((key, value))
        elif key == "raw":
            result.raw = is_raw(value)
        elif key == "q":
            result.text = value
        elif column not in fields:
            raise QueryError(key, value, f"unknown parameter, wanted one of {_known(fields)}")
        elif value and key != column:
            result.contains[column] = value
        elif value:
            result.where.setdefault(column, []).extend(_values(key, value, fields[column]))
    result.query = read_strictly(common, _SPEC)
    return result


def is_raw(value: str) -> bool:
    """What `raw=` says. Raises QueryError when it says neither yes nor no."""
    if value not in ("", "0", "1"):
        raise QueryError("raw", value, "wanted 1 for a file without BOM and escapes, or 0")
    return value == "1"


def _known(fields: Iterable[str]) -> str:
    return f"{', '.join(_COMMON)}, q, raw, or a column (<column>=one,two or <column>~=part): {', '.join(fields)}"


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
