"""The page on launches."""

from typing import Any

from dash import Dash

from dashboard.pages._page import Page, layout_of, register, spec_of
from dashboard.pages.launches_list import listed

ID, PATH = "launches", "/launches"
_CHARTS = (
    "satellites",
    "tech-claims",
    "missile-days",
    "missile-types",
    "missile-heatmap",
    "missile-range",
    "launch-sites",
    "nuclear-tests",
)
PAGE = Page(ID, PATH, charts=_CHARTS, after=listed, spec=spec_of(*_CHARTS))


def layout(lang: str, **params: Any) -> list[Any]:
    """The page in the state its address says."""
    return layout_of(PAGE, params, lang)


def register_callbacks(app: Dash) -> None:
    """Registers the page's callback."""
    register(app, PAGE)
