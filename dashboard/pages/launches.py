"""The page on launches."""

from typing import Any

from dash import Dash

from dashboard import charts
from dashboard.pages._page import Page, Part, layout_of, register, spec_of
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
PAGE = Page(
    ID, PATH, charts=_CHARTS, after=(Part("list", listed, charts.BY_ID["missile-days"].params),), spec=spec_of(*_CHARTS)
)


def layout(lang: str, **params: Any) -> list[Any]:
    """The page in the state its address says."""
    return layout_of(PAGE, params, lang)


def register_callbacks(app: Dash) -> None:
    """Registers the page's callback."""
    register(app, PAGE)
