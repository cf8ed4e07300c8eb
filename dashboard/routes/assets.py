"""How long a browser may keep the style sheets and scripts of the assets."""

from flask import Flask, Response, request

_YEAR = 31_536_000


def register(server: Flask) -> None:
    """Let browsers keep an asset for good where its address says which edition it is (`?m=` the time of its last change)."""
    server.after_request(_keep)


def _keep(response: Response) -> Response:
    if response.status_code == 200 and request.path.startswith("/assets/") and "m" in request.args:
        response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    return response
