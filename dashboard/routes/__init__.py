"""Everything the server answers beside the pages: data, charts, records, health, and errors in one shape."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

from flask import Flask

from dashboard.datasets import _package
from dashboard.routes import (
    boundaries,
    briefing,
    caching,
    chart,
    cite,
    data,
    deck_files,
    embed,
    errors,
    health,
    joined,
    kept,
    limits,
    plotly_js,
    record,
    search,
    site,
)
from dashboard.routes._site import Site, settle

_ROUTES = (
    health,
    data,
    boundaries,
    chart,
    record,
    cite,
    search,
    site,
    briefing,
    deck_files,
    embed,
    plotly_js,
    joined,
    kept,
)


def register(server: Flask, pages: Collection[str], assets: Path) -> None:
    """Add every route to the server, the limits before them and the errors after them.

    `pages` are the paths that Dash answers, in menu order; a path that nobody answers does not exist.
    """
    settle(server, Site(pages, assets))
    server.wsgi_app = _on_one_package(server.wsgi_app)  # type: ignore[method-assign]
    limits.register(server)
    errors.register(server)
    caching.register(server)
    for route in _ROUTES:
        route.register(server)


def _on_one_package(answer: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Data that are swapped while a request is answered are for the next one."""

    def answer_pinned(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        with _package.pinned():
            return answer(environ, start_response)

    return answer_pinned
