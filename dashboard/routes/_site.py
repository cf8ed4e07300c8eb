"""What the routes must know of the site they stand in; the app says it once, at `register`."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, current_app, request

from dashboard.query import language

_NAME = "tumen-site"


@dataclass(frozen=True)
class Site:
    """`pages`: the paths that Dash answers, in menu order. `assets`: the folder of style sheets, scripts and icons."""

    pages: Collection[str]
    assets: Path


def settle(server: Flask, site: Site) -> None:
    """Make `site` known to every route of the server."""
    server.extensions[_NAME] = site


def site() -> Site:
    """The site that the running request belongs to."""
    found: Site = current_app.extensions[_NAME]
    return found


def reader_language() -> str:
    """The language of the running request: `lang`, else the browser's, else English."""
    return language(request.args.get("lang"), request.headers.get("Accept-Language", ""))
