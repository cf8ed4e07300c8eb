"""A server with the routes on it, over the real data or over a few planted rows."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from dash import Dash, Input, Output, html
from flask import Flask
from flask.testing import FlaskClient

from dashboard import routes
from dashboard.datasets import _package
from dashboard.paths import ASSETS, DATA

PAGES = ("/", "/shipments", "/launches", "/diplomacy", "/sanctions", "/briefing", "/data", "/about")


@pytest.fixture(scope="session")
def real() -> _package.Package:
    """The package of the project."""
    return _package.load(DATA)


@pytest.fixture(autouse=True)
def in_use(real: _package.Package) -> Iterator[None]:
    """Every test starts on the real data, whatever the one before it put in use."""
    _package.use(real)
    yield
    _package.use(real)


@pytest.fixture
def server() -> Flask:
    """A server with nothing but the routes."""
    server = Flask("routes", static_folder=None)
    routes.register(server, pages=PAGES, assets=ASSETS)
    return server


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    """Asks that server."""
    return server.test_client()


@pytest.fixture
def dash_client() -> FlaskClient:
    """Asks a server on which Dash answers too, with one callback; not told that it is tested, so it hides its faults."""
    app = Dash("routes", assets_folder=str(ASSETS))
    routes.register(app.server, pages=PAGES, assets=ASSETS)
    app.layout = html.Div([html.Div(id="in"), html.Div(id="out")])

    @app.callback(Output("out", "children"), Input("in", "children"))
    def say(text: str) -> str:
        if text == "fail":
            raise RuntimeError("a secret of the house")
        return f"said {text}"

    return app.server.test_client()


@pytest.fixture
def planted(tiny: Any, client: FlaskClient) -> Callable[..., FlaskClient]:
    """Puts cells into the first row of a table of the tiny package and asks that."""

    def plant(table: str, /, **cells: str) -> FlaskClient:
        tiny.set(table, **cells)
        _package.use(_package.load(tiny.directory))
        return client

    return plant


def rows(text: str) -> list[dict[str, str]]:
    """The records of a CSV file, read by the standard library."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
