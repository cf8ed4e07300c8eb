"""What moved, who says so, and how the counts disagree."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output

from dashboard.components.play import play
from dashboard.components.vessels import vessels
from dashboard.datasets import shipments, shipments_voyages
from dashboard.pages._page import Page, Part, layout_of, register, spec_of
from dashboard.query import Query
from dashboard.text import Words

ID, PATH = "shipments", "/shipments"
_CHARTS = (
    *(
        "containers",
        "tempo",
        "rounds",
        "troops",
        "losses",
        "return-flow",
        "oil",
        "arms",
        "workers",
        "voyages",
        "routes",
    ),
)


_COLUMNS = ("name", "imo", "flag", "owner", "role", "listed")


def _vessels(query: Query, words: Words) -> list[Any]:
    """The ships that were named, as known on the day asked for."""
    rows = shipments_voyages.vessels(asof=query.known()).to_dict("records")
    title, sentence = words("vessels.title"), words("vessels.sentence")
    return vessels(f"{ID}-vessels", rows, _COLUMNS, query, words, title=title, sentence=sentence)


def _play(words: Words) -> Any:
    """Steps through the days on which the containers picture changed."""
    return play(ID, shipments.turns(), words)


PAGE = Page(ID, PATH, charts=_CHARTS, after=(Part("last", _vessels),), play=_play, spec=spec_of(*_CHARTS))


def layout(lang: str, **params: Any) -> list[Any]:
    """The page in the state its address says."""
    return layout_of(PAGE, params, lang)


def register_callbacks(app: Dash) -> None:
    """Registers the page's callback, and the one that says where the play control stands."""
    register(app, PAGE)
    app.clientside_callback(
        ClientsideFunction("play", "shown"),
        Output(f"{ID}-play-said", "children"),
        Input(f"{ID}-asof", "value"),
        Input(f"{ID}-play-data", "data"),
    )
