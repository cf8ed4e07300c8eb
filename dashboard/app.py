"""The application: the shell, the pages, the routes."""

import json
import re
import time
from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import parse_qs, urlencode

import flask
from dash import Dash, Input, Output, State, dcc, html
from flask_compress import Compress
from markupsafe import escape

from dashboard import charts, memory, routes
from dashboard.components.shell import shell
from dashboard.datasets import _package
from dashboard.figures import theme
from dashboard.pages import MENU, PAGES
from dashboard.paths import ASSETS
from dashboard.query import LANGUAGES, Query, language
from dashboard.routes import briefing, catalogue, envelopes, headers, joined, plotly_js, search
from dashboard.routes.noscript import noscript
from dashboard.settings import Settings
from dashboard.text import words

_DEFAULT = Settings()
_BY_PATH = {page.PATH: page for page in PAGES}
_AT_THE_DOOR, _WARM_UP = 1.0, 60.0  # seconds
_GRAPH = "/_dash-component-suites/dash/dcc/async-graph.js"
_COMPRESSED = [
    "text/html",
    "text/css",
    "text/csv",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/geo+json",
    "image/svg+xml",
]


class _Dash(Dash):
    """Dash whose first response already speaks the reader's language and names the page."""

    def interpolate_index(self, **parts: Any) -> str:
        lang, path = _language(), flask.request.path
        page = _BY_PATH.get(path, PAGES[0])
        text = words(lang)
        alternate = "".join(
            f'<link rel="alternate" hreflang="{one}" href="{_alternate(path, one)}">' for one in LANGUAGES
        )
        return _INDEX.format_map(
            parts
            | {
                "lang": lang,
                "title": escape(f"{text(f'page.{page.ID}.title')} – {text('site.name')}"),
                "description": escape(text(f"page.{page.ID}.description")),
                "alternate": alternate,
                "dark": json.dumps(theme.DARK),
                "noscript": noscript(page.ID, _charts(page), MENU, lang),
                "catalogue": catalogue.script(text, flask.request.url_root) if page.ID in ("data", "about") else "",
                "scripts": _needed(parts["scripts"], page.ID),
                "plotly": _plotly(page.ID),
                "style": joined.style(),
                "script": joined.script(),
            }
        )


def create_app(settings: Settings = _DEFAULT) -> Dash:
    """The application on the current data package (`datasets._package.use` comes first)."""
    app = _Dash(
        "dashboard",
        assets_folder=str(ASSETS),
        assets_ignore=r".*",  # the pages find them joined
        suppress_callback_exceptions=True,
        serve_locally=True,
        update_title="",
        add_log_handler=False,
        # Said outright: left open, a variable of the environment (DASH_MCP_ENABLED) would decide.
        enable_mcp=settings.mcp,
    )
    app.server.config["COMPRESS_MIMETYPES"] = _COMPRESSED
    Compress(app.server)
    routes.register(app.server, pages=tuple(_BY_PATH), assets=ASSETS)
    app.layout = html.Div([dcc.Location(id="url", refresh=False), html.Div(id="page")])
    for page in PAGES:
        page.register_callbacks(app)

    @app.callback(Output("page", "children"), Input("url", "pathname"), State("url", "search"))
    def show_page(path: str, search: str) -> html.Div:
        params = {key: found[-1] for key, found in parse_qs((search or "").removeprefix("?")).items()}
        lang = language(params.pop("lang", None), flask.request.headers.get("Accept-Language", ""))
        page = _BY_PATH.get(path or "/", PAGES[0])
        return shell(page.ID, MENU, words(lang), page.layout(lang, **params), _package.updated())

    # Only now are all callbacks known, and the scripts that they may have brought.
    envelopes.register(app.server, app.callback_map)
    headers.register(app.server, app.csp_hashes(), settings.frame_ancestors)
    return app


def warm_up() -> None:
    """Read the words of every record, draw every chart and write every slide once, so that the first reader does not wait for it.

    Meant for a thread beside the server: it lets those through who waited for the start, pauses after each to let readers through, and
    ends after `_WARM_UP` seconds, so that data many times as large neither hold up the machine nor fill its memory with charts that
    nobody asked for.
    """
    time.sleep(_AT_THE_DOOR)
    memory.give_back()  # what loading left
    until = time.monotonic() + _WARM_UP
    search.warm_up()
    for _ in chain(_charts_drawn(), briefing.slides_written()):
        if time.monotonic() > until:
            break
        time.sleep(0.02)
    memory.give_back()


def _charts_drawn() -> Iterator[None]:
    for page in PAGES:
        for chart in (one for one in charts.CHARTS if one.topic == page.ID):
            for lang in LANGUAGES:
                charts.render(chart.id, Query(), lang)
                yield


def _language() -> str:
    return language(flask.request.args.get("lang"), flask.request.headers.get("Accept-Language", ""))


def _charts(page: Any) -> tuple[str, ...]:
    """The ids of the charts on a page, in their order; none on a page of another kind."""
    return page.PAGE.charts if hasattr(page, "PAGE") else ()


def _needed(scripts: str, page: str) -> str:
    """The scripts that a page needs: the grid library, over a megabyte, only where a grid is; no table of Dash's own, and no polyfills.

    The polyfills put slower code in the place of what browsers do themselves; the one thing that no browser has stands in
    assets/00-regenerator.js.
    """
    unused = r"deps/polyfill|dash_table/" + ("" if page == "data" else "|dash_ag_grid/")
    return re.sub(rf'<script src="[^"]*/(?:{unused})[^"]*"></script>', "", scripts)


def _plotly(page: str) -> str:
    """Where there are charts, plotly.js, run after Dash has asked for the page (assets/30-charts.js), and Dash's part that calls it."""
    if page in ("data", "about", "briefing"):
        return ""
    return f'<script src="{plotly_js.address()}" defer></script>\n<link rel="preload" as="script" href="{_GRAPH}">'


def _alternate(path: str, lang: str) -> str:
    said = {key: value for key, value in flask.request.args.items() if key != "lang"}
    return str(escape(f"{path}?{urlencode({**said, 'lang': lang})}"))


_INDEX = """<!DOCTYPE html>
<html lang="{lang}">
<head>
{metas}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
{alternate}
{catalogue}
<script src="/assets/boot.js"></script>
{plotly}
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{style}">
{css}
</head>
<body>
<noscript>{noscript}</noscript>
{app_entry}
<script type="application/json" id="dark-colours">{dark}</script>
<footer hidden>{config}<script src="{script}"></script>{scripts}{renderer}</footer>
</body>
</html>"""
