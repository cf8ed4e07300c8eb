"""What is turned away before any work is done for it: unknown paths, long queries, large or malformed bodies."""

import json
from collections.abc import Iterator
from typing import Any

from flask import Flask, abort, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound
from werkzeug.routing import RequestRedirect

from dashboard.routes._site import site

LONGEST_QUERY = 4_000
MOST_PARAMETERS = 60
LARGEST_BODY = 256 * 1024
DEEPEST_JSON = 30
CALLBACK = "/_dash-update-component"
# Dash answers every path that nobody else claims with its empty shell.
_CATCH_ALL = "/<path:path>"
_METHODS = ("GET", "POST")


def register(server: Flask) -> None:
    """Look at every request first."""
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    server.before_request(_refuse_unknown)
    server.before_request(_refuse_large)
    server.before_request(_refuse_malformed)


def _refuse_unknown() -> None:
    """A path is known when it is a page or when somebody but the catch-all claims it; the rest does not exist."""
    rule = request.url_rule
    if (rule is not None and rule.rule != _CATCH_ALL) or isinstance(request.routing_exception, RequestRedirect):
        return
    if request.path in site().pages:
        return
    allowed = [method for method in _METHODS if _claims(method)]
    raise MethodNotAllowed(allowed) if allowed else NotFound()


def _claims(method: str) -> bool:
    """Whether a rule other than the catch-all takes this path with that method."""
    try:
        rule, _ = current_app.url_map.bind_to_environ(request.environ).match(method=method, return_rule=True)
    except HTTPException:
        return False
    return rule.rule != _CATCH_ALL


def _refuse_large() -> None:
    query = request.query_string
    if len(query) > LONGEST_QUERY or query.count(b"&") >= MOST_PARAMETERS:
        abort(414)
    if (request.content_length or 0) > LARGEST_BODY:
        abort(413)


def _refuse_malformed() -> None:
    """Dash answers a body that it cannot take apart with a traceback; here it is told apart from a fault of ours."""
    if request.path != CALLBACK or request.method != "POST":
        return
    try:
        body = json.loads(request.get_data())
    except (ValueError, RecursionError):
        abort(400, "the body is not JSON")
    if not isinstance(body, dict):
        abort(400, "the body is not a JSON object")
    if _depth(body) > DEEPEST_JSON:
        abort(400, f"the body is nested deeper than {DEEPEST_JSON} levels")
    if not isinstance(body.get("output"), str) or not isinstance(body.get("inputs"), list):
        abort(400, "the body lacks output or inputs")
    if not all(_is_dependency(one) for one in _flat([*body["inputs"], *_list(body.get("state"))])):
        abort(400, "each of inputs and state wants an id and a property")


def _depth(body: object) -> int:
    """How many objects and lists lie within each other, found level by level and not beyond what is allowed."""
    level, depth = _inside([body]), 0
    while level and depth <= DEEPEST_JSON:
        level = [inner for one in level for inner in _inside(one)]
        depth += 1
    return depth


def _inside(value: object) -> list[Any]:
    found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in found if isinstance(one, (dict, list))]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _flat(found: list[Any]) -> Iterator[Any]:
    """The dependencies, those of pattern-matching callbacks (lists) one by one."""
    for one in found:
        yield from one if isinstance(one, list) else (one,)


def _is_dependency(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    return isinstance(value.get("id"), (str, dict)) and isinstance(value.get("property"), str)
