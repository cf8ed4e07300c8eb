"""What moved, who says so, and how the counts disagree."""

from typing import Any

from dash import Dash, html

from dashboard.components.table import table
from dashboard.datasets import shipments_voyages
from dashboard.pages._page import Page, layout_of, register, spec_of
from dashboard.query import Query, Spec, write
from dashboard.text import Words
from dashboard.text.countries import country

ID, PATH = "shipments", "/shipments"
_CHARTS = ("containers", "rounds", "troops", "losses", "return-flow", "oil", "arms", "workers", "voyages", "routes")


def _vessels(query: Query, words: Words) -> list[Any]:
    """The ships that were named, as known on the day asked for."""
    rows = shipments_voyages.vessels(asof=query.known()).to_dict("records")
    if not rows:
        return []
    heads = [words(f"vessels.{key}") for key in ("name", "imo", "flag", "owner", "role", "listed")]
    parts = [
        html.H2(words("vessels.title")),
        html.P(words("vessels.sentence")),
        table(words("vessels.title"), heads, [_vessel(row, query, words) for row in rows]),
        html.P(
            [
                html.Span(words("vessels.count", n=words.number(len(rows)))),
                " · ",
                html.A(
                    words("vessels.csv"),
                    href=f"/data/vessels.csv{_known(query, words.lang)}",
                    className="action",
                    download="",
                ),
            ]
        ),
    ]
    return [html.Section(parts, id=f"{ID}-vessels", className="card", style={"marginTop": "32px"})]


def _vessel(row: dict[str, Any], query: Query, words: Words) -> list[Any]:
    lang = words.lang
    name = html.A(row["name"], href=f"/record/vessels/{row['vessel_id']}{_known(query, lang)}")
    listed = [one.partition(":") for one in row["sanctioned"].split(";") if one]
    said = "; ".join(
        f"{country(who, lang)} ({words.date(day)})" if day else country(who, lang) for who, _, day in listed
    )
    flag = country(row["flag_iso3"], lang) if row["flag_iso3"] else ""
    cells = (row["imo"], flag, row["owner"], row[f"role_{lang}"], said)
    return [name, *(cell or words("vessels.none") for cell in cells)]


def _known(query: Query, lang: str) -> str:
    """The address part that keeps the day of knowledge and the language."""
    return write(Query(asof=query.asof), Spec(period=False), lang)


PAGE = Page(ID, PATH, charts=_CHARTS, after=_vessels, spec=spec_of(*_CHARTS))


def layout(lang: str, **params: Any) -> list[Any]:
    """The page in the state its address says."""
    return layout_of(PAGE, params, lang)


def register_callbacks(app: Dash) -> None:
    """Registers the page's callback."""
    register(app, PAGE)
