"""One cell against its field descriptor: type, kind, constraints. Each check says what is wrong; "" when nothing is."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import pycountry

from dashboard import dates

Field = Mapping[str, Any]

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_INTEGER = re.compile(r"-?\d+", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9._-]+")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?", re.ASCII)
# The largest whole number that a float holds exactly; beyond it spreadsheets and JSON readers change the digits.
_LARGEST = 2**53


def problem(value: str, field: Field) -> str:
    """What is wrong with the value of this field; "" when nothing is."""
    constraints = field.get("constraints", {})
    if not value:
        return "is empty, a value wanted" if constraints.get("required") else ""
    allowed = constraints.get("enum")
    if allowed and value not in allowed:
        return f"one of {', '.join(allowed)} wanted"
    return _TYPES[field["type"]](value, field) or _KINDS.get(field.get("kind", "text"), _fine)(value, field)


def date_of(value: str, field: Field) -> list[str]:
    """The EDTF dates that a valid cell of this field holds: none, one, or one per listing."""
    if not value or problem(value, field):
        return []
    if field.get("kind") == "edtf":
        return [value]
    return [one.partition(":")[2] for one in value.split(";")] if field.get("kind") == "listings" else []


def _fine(value: str, field: Field) -> str:
    return ""


def _number(value: str, field: Field) -> str:
    if not _NUMBER.fullmatch(value):
        return "plain digits wanted, with a point before decimals, no separators between thousands"
    return _bounds(float(value), field)


def _integer(value: str, field: Field) -> str:
    return _bounds(float(value), field) if _INTEGER.fullmatch(value) else "a whole number in plain digits wanted"


def _bounds(number: float, field: Field) -> str:
    low = field.get("constraints", {}).get("minimum", -_LARGEST)
    high = field.get("constraints", {}).get("maximum", _LARGEST)
    if low <= number <= high:
        return ""
    return f"at least {low} wanted" if number < low else f"at most {high} wanted"


def _edtf(value: str, field: Field) -> str:
    return "" if dates.valid(value) else "a date that exists wanted: YYYY, YYYY-MM or YYYY-MM-DD"


def _time(value: str, field: Field) -> str:
    return "" if _TIME.fullmatch(value) else "a time wanted: HH:MM or HH:MM:SS"


def _id(value: str, field: Field) -> str:
    return "" if _ID.fullmatch(value) else "only letters A-Z a-z, digits and . _ - wanted"


@lru_cache(1)
def _codes() -> frozenset[str]:
    return frozenset(country.alpha_3 for country in pycountry.countries)


def _iso3(value: str, field: Field) -> str:
    also = field.get("also", [])
    if value in _codes() or value in also:
        return ""
    return f"an ISO 3166-1 alpha-3 code{' or one of ' + ', '.join(also) if also else ''} wanted"


def _url(value: str, field: Field) -> str:
    wanted = "an http or https address with a host wanted"
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return wanted
    plain = not re.search(r"[\s<>\"\\]", value) and not parts.username
    return "" if parts.scheme in ("http", "https") and "." in host and plain else wanted


def _imo(value: str, field: Field) -> str:
    if not re.fullmatch(r"[0-9]{7}", value):
        return "an IMO number of seven digits wanted"
    total = sum(int(digit) * weight for digit, weight in zip(value, range(7, 1, -1), strict=False))
    return "" if total % 10 == int(value[-1]) else f"an IMO number wanted: the last digit should be {total % 10}"


def _list(value: str, field: Field) -> str:
    items = value.split(";")
    if any(not item or item != item.strip() for item in items):
        return "values joined by ; wanted, without blanks or empty places"
    if doubled := next((item for item in items if items.count(item) > 1), ""):
        return f"{doubled} stands twice, once wanted"
    if "list_of" in field and (bad := next((item for item in items if _id(item, field)), "")):
        return f"{bad} is no id: {_id(bad, field)}"
    allowed = field.get("list_enum")
    if allowed and (bad := next((item for item in items if item not in allowed), "")):
        return f"{bad} is not known, of {', '.join(allowed)} wanted"
    return ""


def _listings(value: str, field: Field) -> str:
    wanted = "SENDER:date pairs joined by ; wanted, such as USA:2022-05;KOR:2024-04-02"
    pairs = [one.partition(":") for one in value.split(";")]
    return wanted if any(_iso3(sender, field) or not dates.valid(day) for sender, _, day in pairs) else ""


_TYPES: dict[str, Callable[[str, Field], str]] = {"string": _fine, "number": _number, "integer": _integer}
# Kinds say more than the type: latitude and longitude have their bounds as constraints.
_KINDS: dict[str, Callable[[str, Field], str]] = {
    "text": _fine,
    "lat": _fine,
    "lon": _fine,
    "edtf": _edtf,
    "time": _time,
    "id": _id,
    "iso3": _iso3,
    "url": _url,
    "imo": _imo,
    "list": _list,
    "listings": _listings,
}
TYPES, KINDS = frozenset(_TYPES), frozenset(_KINDS)
