"""The one shape of an error: a small JSON on data addresses, a readable page elsewhere, never a traceback."""

import traceback
from functools import partial
from pathlib import Path

from flask import Flask, Response, request
from werkzeug import exceptions
from werkzeug.exceptions import HTTPException

from dashboard.errors import QueryError
from dashboard.routes import _html
from dashboard.routes._reply import json_answer
from dashboard.routes._site import reader_language
from dashboard.routes.health import has_data
from dashboard.routes.limits import CALLBACK
from dashboard.text import words

_DATA = ("/data/", "/chart/", "/cite/", "/healthz", "/readyz", "/_")
_SUITES = "/_dash-component-suites/"
# The line of ours that led to the fault says more than the line of a library where it came out.
_OURS = str(Path(__file__).parent.parent)
# Where Dash takes a callback's body apart; what fails there was wrong in the body.
_TAKING_APART = {"_initialize_context", "_prepare_callback", "_inputs_to_vals"}


def register(server: Flask) -> None:
    """Answer every error of the server."""
    server.register_error_handler(HTTPException, _http)
    server.register_error_handler(QueryError, _query)
    server.register_error_handler(Exception, partial(_unexpected, server))


def _http(error: HTTPException) -> Response | HTTPException:
    if error.response is not None or (error.code or 500) < 400:
        return error  # a redirect, or an answer that somebody made on purpose
    code = error.code or 500
    response = _as_data(error, code) if _is_data(request.path) else _as_page(error, code)
    response.headers["Cache-Control"] = "no-store"
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _query(error: QueryError) -> Response | HTTPException:
    return _http(exceptions.BadRequest(str(error)))


def _unexpected(server: Flask, error: Exception) -> Response | HTTPException:
    if not has_data():
        return _http(exceptions.ServiceUnavailable(retry_after=5))
    if request.path.startswith(_SUITES):
        return _http(exceptions.NotFound())  # Dash raises for every package and file that it does not serve
    frames = traceback.extract_tb(error.__traceback__)
    if request.path == CALLBACK and any(frame.name in _TAKING_APART for frame in frames):
        return _http(exceptions.BadRequest("the body does not fit any callback"))
    last = next((frame for frame in reversed(frames) if _OURS in frame.filename), frames[-1])
    place = f"{last.filename}:{last.lineno}"
    server.logger.error("%s %r: %s: %r at %s", request.method, request.path, type(error).__name__, str(error), place)
    return _http(exceptions.InternalServerError())


def _is_data(path: str) -> bool:
    return path.startswith(_DATA) or path.endswith((".json", ".csv", ".pptx"))


def _as_data(error: HTTPException, code: int) -> Response:
    said = _own_words(error) or words("en")(_key(code, "text"))
    return json_answer({"ok": False, "error": said, "status": code}, code)


def _as_page(error: HTTPException, code: int) -> Response:
    lang = reader_language()
    text = words(lang)
    return _html.error_page(text(_key(code, "title")), _own_words(error) or text(_key(code, "text")), lang, code)


def _own_words(error: HTTPException) -> str:
    """What the route said of this error; "" when it left that to the error's kind."""
    common = exceptions.default_exceptions.get(error.code or 500)
    said = error.description or ""
    return "" if common is not None and said == common.description else said


def _key(code: int, part: str) -> str:
    key = f"error.{code}.{part}"
    return key if key in words("en") else f"error.any.{part}"
