"""Whether the process serves, and whether it has data to serve."""

from flask import Flask, Response

from dashboard.datasets import _package
from dashboard.routes._reply import json_answer


def register(server: Flask) -> None:
    """Add the addresses that watchers ask."""
    server.add_url_rule("/healthz", "healthz", _healthz)
    server.add_url_rule("/readyz", "readyz", _readyz)


def _healthz() -> Response:
    return _never_kept(json_answer({"status": "ok"}))


def _readyz() -> Response:
    if not has_data():
        response = json_answer({"ok": False, "error": "the data are still loading", "status": 503}, 503)
        response.headers["Retry-After"] = "5"
        return _never_kept(response)
    package = _package.current()
    counts = {name: len(table) for name, table in package.tables.items()}
    return _never_kept(
        json_answer({"ok": True, "data_version": package.version, "rows": counts, "stale": _package.stale()})
    )


def has_data() -> bool:
    """Whether a data package is in use."""
    try:
        _package.current()
    except LookupError:
        return False
    return True


def _never_kept(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
