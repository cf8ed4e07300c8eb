"""plotly.js, at one address for every page: the bundle of only our traces where `make bundle` has made it, else the whole library.

The address carries the version and a hash of the content, so that browsers keep it for good; it is compressed once, hard.
"""

import logging
import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from flask import Flask, Response

from dashboard.paths import ROOT
from dashboard.routes._lasting import Lasting

BUNDLE = ROOT / "deploy" / "bundle" / "build" / "plotly.min.js"
_VERSION = re.compile(r"plotly\.js v?(\d+\.\d+\.\d+)")


def register(server: Flask) -> None:
    """Add the address of plotly.js."""
    server.add_url_rule("/plotly/<name>.js", "plotly_js", _script)


def address() -> str:
    """Where the pages find plotly.js."""
    return f"/plotly/{_file().name}.js"


@lru_cache(maxsize=1)
def shipped_version() -> str:
    """The version of the plotly.js that the installed plotly brings along."""
    return _version(_shipped())


def chosen(bundle: Path) -> Path:
    """The file to serve: the bundle, unless there is none or it was built for another version (then the log says so)."""
    if not bundle.is_file():
        return _shipped()
    if (built := _version(bundle)) != shipped_version():
        logging.getLogger(__name__).warning(
            "%s: plotly.js %s: the installed plotly brings %s, so the whole library is served; run make bundle",
            bundle.relative_to(ROOT) if bundle.is_relative_to(ROOT) else bundle.name,
            built or "of no version",
            shipped_version(),
        )
        return _shipped()
    return bundle


def _shipped() -> Path:
    spec = find_spec("plotly")
    assert spec
    assert spec.origin
    return Path(spec.origin).parent / "package_data" / "plotly.min.js"


def _version(path: Path) -> str:
    with path.open(encoding="utf-8") as script:
        found = _VERSION.search(script.read(200))
    return found[1] if found else ""


@lru_cache(maxsize=1)
def _file() -> Lasting:
    return Lasting(chosen(BUNDLE).read_bytes(), "text/javascript; charset=utf-8", f"{shipped_version()}-")


def _script(name: str) -> Response:
    return _file().answer(name)
