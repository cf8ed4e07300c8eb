"""The page on sanctions."""

from typing import Any

from dash import Dash

from dashboard.components.vessels import vessels
from dashboard.datasets import shipments_voyages
from dashboard.pages._page import Page, Part, layout_of, register, spec_of
from dashboard.query import Query
from dashboard.text import Words

ID, PATH = "sanctions", "/sanctions"
_CHARTS = ("sanctions-map", "measures", "designations", "who-listed-whom", "monitoring")
_COLUMNS = ("name", "imo", "flag", "role", "listed", "note")


def _ships(query: Query, words: Words) -> list[Any]:
    """The ships with what is known of them; for an earlier day without the notes, which are not dated."""
    known = query.known()
    rows = shipments_voyages.vessels(asof=known).to_dict("records")
    columns = _COLUMNS[:-1] if known else _COLUMNS
    sentence = words("ships.sentence_asof" if known else "ships.sentence")
    return vessels(f"{ID}-ships", rows, columns, query, words, title=words("ships.title"), sentence=sentence)


PAGE = Page(ID, PATH, charts=_CHARTS, after=(Part("last", _ships),), spec=spec_of(*_CHARTS))


def layout(lang: str, **params: Any) -> list[Any]:
    """The page in the state its address says."""
    return layout_of(PAGE, params, lang)


def register_callbacks(app: Dash) -> None:
    """Registers the page's callback."""
    register(app, PAGE)
