"""The whole story on one page: key figures, the containers, and everything on one time axis."""

from typing import Any

from dash import Dash

from dashboard.components.figures import key_figures
from dashboard.datasets import key_figures as figures
from dashboard.pages._page import Page, Part, layout_of, register, spec_of
from dashboard.pages.overview_events import events
from dashboard.pages.overview_lately import lately
from dashboard.query import Query, Spec
from dashboard.text import Words

ID, PATH = "overview", "/"
_CHARTS = ("containers", "timeline")


def _figures(query: Query, words: Words) -> list[Any]:
    return [key_figures(figures.key_figures(asof=query.known()), words, query.asof)]


PAGE = Page(
    ID,
    PATH,
    charts=_CHARTS,
    before=(Part("figures", _figures),),
    after=(Part("other", events, Spec()), Part("changed", lately)),
    spec=spec_of(*_CHARTS),
)


def layout(lang: str, **params: Any) -> list[Any]:
    """The page in the state its address says."""
    return layout_of(PAGE, params, lang)


def register_callbacks(app: Dash) -> None:
    """Registers the page's callback."""
    register(app, PAGE)
