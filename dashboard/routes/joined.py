"""The style sheets of the pages as one file, and their scripts as another: a first visit asks for two files instead of forty."""

import re
from functools import lru_cache

from flask import Flask, Response

from dashboard.paths import ASSETS
from dashboard.routes._lasting import Lasting

# What a page asks for by itself, and what only pages that stand alone do.
_APART = re.compile(r"boot\.js|6\d-")
_STYLE, _SCRIPT = "text/css; charset=utf-8", "text/javascript; charset=utf-8"


def register(server: Flask) -> None:
    """Add the addresses of both."""
    server.add_url_rule("/joined/<name>.css", "joined_style", _style)
    server.add_url_rule("/joined/<name>.js", "joined_script", _script)


def style() -> str:
    """Where the pages find their style sheets."""
    return f"/joined/{_file('css').name}.css"


def script() -> str:
    """Where the pages find their scripts."""
    return f"/joined/{_file('js').name}.js"


@lru_cache(maxsize=2)
def _file(ending: str) -> Lasting:
    parts = [path.read_bytes() for path in sorted(ASSETS.glob(f"*.{ending}")) if not _APART.match(path.name)]
    return Lasting((b"\n" if ending == "css" else b"\n;").join(parts), _STYLE if ending == "css" else _SCRIPT)


def _style(name: str) -> Response:
    return _file("css").answer(name)


def _script(name: str) -> Response:
    return _file("js").answer(name)
