"""What the address of a table asks for; everything in it is obeyed or refused, nothing is ignored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.datasets.filters import Filters
from dashboard.errors import QueryError
from dashboard.query import Query, Spec, read_strictly

_COMMON = ("start", "end", "asof", "lang")
_SPEC = Spec()


@dataclass
class Asked(Filters):
    """The records asked for, and whether the file is for a program (`raw`)."""

    query: Query = field(default_factory=Query)
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
        else:
            result.take(key, value, fields[column])
    result.query = read_strictly(common, _SPEC)
    return result


def is_raw(value: str) -> bool:
    """What `raw=` says. Raises QueryError when it says neither yes nor no."""
    if value not in ("", "0", "1"):
        raise QueryError("raw", value, "wanted 1 for a file without BOM and escapes, or 0")
    return value == "1"


def _known(fields: Iterable[str]) -> str:
    return f"{', '.join(_COMMON)}, q, raw, or a column (<column>=one,two or <column>~=part): {', '.join(fields)}"
