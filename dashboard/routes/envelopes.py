"""What a browser may send to a callback: the ids that the callback is made of, and values of the shape their controls have.

Dash takes the envelope's word for both and hands the values on, so that each callback would meet whatever somebody typed.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask import Flask, abort, request

from dashboard.query import LANGUAGES
from dashboard.routes.limits import CALLBACK, LONGEST_QUERY

Dependency = Mapping[str, Any]


def register(server: Flask, callbacks: Mapping[str, Mapping[str, Any]]) -> None:
    """Refuse with 400 what fits none of `callbacks`: by their output, their `inputs` and `state` as id and property."""

    def look() -> None:
        if request.path == CALLBACK and request.method == "POST" and (wrong := _wrong(_body(), callbacks)):
            abort(400, wrong)

    server.before_request(look)


def _body() -> dict[str, Any]:
    """The envelope, whose outer form `limits` has seen to."""
    text = request.get_data()
    try:
        body: dict[str, Any] = json.loads(text, parse_constant=_no_number)
        # Half a surrogate pair is a character in Python and cannot be written back.
        json.dumps(body, ensure_ascii=False).encode()
    except ValueError:
        abort(400, "the body holds what JSON cannot say: NaN, Infinity, or half a character")
    return body


def _no_number(name: str) -> None:
    raise ValueError(name)


def _wrong(body: Mapping[str, Any], callbacks: Mapping[str, Mapping[str, Any]]) -> str:
    """What does not fit; "" when everything does."""
    callback = callbacks.get(body["output"])
    if callback is None or "callback" not in callback:
        return "no callback has that output"
    if _ids(body.get("outputs")) != _outputs(body["output"]):
        return "outputs do not fit output"
    changed = body.get("changedPropIds", [])
    if not isinstance(changed, list) or not all(isinstance(one, str) for one in changed):
        return "changedPropIds wants a list of texts"
    for side in ("inputs", "state"):
        given = body.get(side) or []
        if not isinstance(given, list) or not _same(given, callback[side]):
            return f"{side} are not those of the callback"
        if strange := next((one["id"] for one in _single(given) if not _fits(one)), None):
            return f"{strange} cannot have that value"
    return ""


def _outputs(output: str) -> Any:
    """The id and property, or the list of them, that an output's name says: `a.b` or `..a.b...c.d..`."""
    names = output[2:-2].split("...") if output.startswith("..") else [output]
    pairs = [tuple(name.rpartition(".")[::2]) for name in names]
    pairs = [(key, prop.partition("@")[0]) for key, prop in pairs]
    return pairs if output.startswith("..") else pairs[0]


def _ids(outputs: object) -> Any:
    if isinstance(outputs, list):
        return [_ids(one) for one in outputs]
    if not isinstance(outputs, dict) or not isinstance(outputs.get("property"), str):
        return None
    return outputs.get("id"), outputs["property"].partition("@")[0]


def _same(given: list[Any], wanted: list[Dependency]) -> bool:
    """Whether these are the ids and properties wanted, in that order; ids that stand for many are left to Dash."""
    return len(given) == len(wanted) and all(
        str(want["id"]).startswith("{")
        or (isinstance(one, dict) and (one["id"], one["property"]) == (want["id"], want["property"]))
        for one, want in zip(given, wanted, strict=True)
    )


def _single(given: Iterable[Any]) -> Iterable[Dependency]:
    return (one for one in given if isinstance(one, dict) and isinstance(one["id"], str))


def _fits(one: Dependency) -> bool:
    """Whether a property of that name can have this value; nothing is said of properties that are not known here."""
    value = one.get("value")
    if one["property"] == "data" and one["id"].endswith("-lang"):
        return value in LANGUAGES
    return _SHAPES.get(one["property"], _any)(value)


def _any(value: object) -> bool:
    return True


def _address(value: object) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= LONGEST_QUERY)


def _count(value: object) -> bool:
    return value is None or isinstance(value, int)


def _choice(value: object) -> bool:
    """What a control shows: nothing, one thing, or several."""
    return all(
        one is None or isinstance(one, str | int | float) for one in (value if isinstance(value, list) else [value])
    )


_SHAPES: Mapping[str, Callable[[object], bool]] = {
    "search": _address,
    "pathname": _address,
    "n_clicks": _count,
    "value": _choice,
}
