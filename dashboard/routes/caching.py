"""How long what may be kept by a browser or a cache on the way, where neither Dash nor a route says it."""

from flask import Flask, Response, request

from dashboard.routes._site import site


def register(server: Flask) -> None:
    """Say it on answers that do not yet."""
    server.after_request(_say)


def _say(response: Response) -> Response:
    if request.path in site().pages:
        # The same address speaks the language that the browser prefers.
        response.vary.add("Accept-Language")
        response.headers.setdefault("Cache-Control", "no-cache")
    elif request.path.startswith("/_dash-component-suites/"):
        # Those with a fingerprint in their name say a year themselves; the others are asked for again by their tag.
        response.headers.setdefault("Cache-Control", "no-cache")
    return response
