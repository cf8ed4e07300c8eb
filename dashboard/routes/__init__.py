"""Everything the server answers beside the pages: data, charts, records, health, and errors in one shape."""

from collections.abc import Collection
from pathlib import Path

from flask import Flask

from dashboard.routes import boundaries, chart, cite, data, errors, health, limits, record, search, site
from dashboard.routes._site import Site, settle

_ROUTES = (health, data, boundaries, chart, record, cite, search, site)


def register(server: Flask, pages: Collection[str], assets: Path) -> None:
    """Add every route to the server, the limits before them and the errors after them.

    `pages` are the paths that Dash answers, in menu order; a path that nobody answers does not exist.
    """
    settle(server, Site(pages, assets))
    limits.register(server)
    errors.register(server)
    for route in _ROUTES:
        route.register(server)
