"""Everything the server answers beside the pages: data, charts, records, health, and errors in one shape."""

from collections.abc import Collection
from pathlib import Path

from flask import Flask

from dashboard.routes import assets as asset_files
from dashboard.routes import boundaries, chart, data, errors, health, kept, limits, plotly_js, record, search, site
from dashboard.routes._site import Site, settle

_ROUTES = (asset_files, health, data, boundaries, chart, record, search, site, plotly_js, kept)


def register(server: Flask, pages: Collection[str], assets: Path) -> None:
    """Add every route to the server, the limits before them and the errors after them.

    `pages` are the paths that Dash answers, in menu order; a path that nobody answers does not exist.
    """
    settle(server, Site(pages, assets))
    limits.register(server)
    errors.register(server)
    for route in _ROUTES:
        route.register(server)
