"""The outlines of countries under every map: `/data/boundaries/<name>.geojson`."""

import hashlib

from flask import Flask, Response, abort, request

from dashboard.datasets import boundaries

_DAY = 86_400


def register(server: Flask) -> None:
    """Add the addresses of the outlines."""
    server.add_url_rule("/data/boundaries/<name>.geojson", "boundaries", _geojson)


def _geojson(name: str) -> Response:
    """The outlines, to be kept for a day and then asked for again by their tag."""
    path = boundaries.file(name)
    if path is None:
        abort(404, f"no boundaries {name!r}, one of {', '.join(boundaries.NAMES)} wanted")
    content = path.read_bytes()
    response = Response(content, content_type="application/geo+json")
    response.set_etag(hashlib.sha256(content).hexdigest()[:20])
    response.headers["Cache-Control"] = f"public, max-age={_DAY}"
    response.make_conditional(request)
    return response
