"""The page on sanctions."""

from typing import Any

from dash import Dash

from dashboard.pages._page import Page, layout_of, register, spec_of

ID, PATH = "sanctions", "/sanctions"
_CHARTS = ("sanctions-map", "measures", "designations", "who-listed-whom", "monitoring")
PAGE = Page(ID, PATH, charts=_CHARTS, spec=spec_of(*_CHARTS))


def layout(lang: str, **params: Any) -> list[Any]:
    """The page in the state its address says."""
    return layout_of(PAGE, params, lang)


def register_callbacks(app: Dash) -> None:
    """Registers the page's callback."""
    register(app, PAGE)
