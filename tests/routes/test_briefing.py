"""Decks are presented by the server: readable without scripts, whole when they open, never broken by an address."""

import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from dashboard.briefing import decks
from dashboard.charts import Rendered
from dashboard.routes import _slides

NAMES = ["march-2024", "today", "launches", "sanctions"]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_a_deck_is_a_readable_list_without_scripts(client: FlaskClient, name: str, lang: str) -> None:
    page = client.get(f"/briefing/{name}?lang={lang}")
    assert page.status_code == 200
    deck = decks.deck(name)
    assert deck is not None
    said = unescape(page.text)
    for one in deck.slides:
        assert f'<h2 class="slide-takeaway">{one.takeaway[lang]}</h2>' in said
        assert one.notes[lang] in said
    assert f'<html lang="{lang}">' in page.text
    assert page.text.count('class="slide-sources"') == len(deck.slides) + 1


def test_every_slide_carries_its_figure_its_table_and_the_state_it_shows(client: FlaskClient) -> None:
    page = client.get("/briefing/march-2024?lang=en").text
    figures = re.findall(r'<script type="application/json" class="slide-figure">(.*?)</script>', page, re.DOTALL)
    deck = decks.deck("march-2024")
    assert deck is not None
    assert [set(json.loads(one)) >= {"data", "layout"} for one in figures] == [True] * len(deck.slides)
    assert page.count('class="slide-table"') == len(deck.slides)
    assert page.count("as known on 31\u00a0March 2024</em>") == len(deck.slides)


def test_the_table_of_a_slide_has_the_columns_of_the_charts_csv(client: FlaskClient) -> None:
    page = client.get("/briefing/own?s=containers~asof%3D2024-03-18&lang=en").text
    head = client.get("/chart/containers.csv?asof=2024-03-18&raw=1").text.splitlines()[0].split(",")
    wanted = [
        re.sub(r"_en$", "", one).replace("_", " ") for one in head if not one.endswith("_fr") and one != "source_ids"
    ]
    assert re.findall(r'<th scope="col">(.*?)</th>', page) == wanted


def test_what_a_page_inlines_cannot_end_its_script(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Rendered, "json", lambda self: _as_json({"data": [{"text": "</script><b>"}], "layout": {}}))
    page = client.get("/briefing/own?s=votes~").text
    assert "</script><b>" not in page
    assert "\\u003c/script" in page or "\\u003c\\u002fscript" in page


def _as_json(figure: dict[str, object]) -> str:
    from dashboard.figures.as_json import as_json

    return as_json(figure)


def test_an_unknown_deck_is_a_readable_page_that_names_the_others(client: FlaskClient) -> None:
    page = client.get("/briefing/nothing")
    assert page.status_code == 404
    assert page.mimetype == "text/html"
    assert "march-2024, today, launches, sanctions" in page.text


def test_ones_own_deck_drops_what_it_does_not_know_and_names_it(client: FlaskClient) -> None:
    page = client.get("/briefing/own?s=boxes~;votes~foo%3D1;containers~unit%3Dshells&bar=2&lang=en")
    assert page.status_code == 200
    assert "bar=2, boxes, votes~foo=1" in page.text
    assert re.findall(r'data-chart="([a-z-]+)"', page.text) == ["votes", "containers"]


def test_ones_own_deck_is_reordered_and_shortened_by_links(client: FlaskClient) -> None:
    page = unescape(client.get("/briefing/own?s=votes~;oil~;china~&lang=en").text)
    links = re.findall(r'<a href="(/briefing/own\?[^"]*)" data-own=""', page)
    orders = [re.findall(r'data-chart="([a-z-]+)"', client.get(link).text) for link in links]
    assert orders == [
        ["oil", "votes", "china"],
        ["oil", "china"],
        ["oil", "votes", "china"],
        ["votes", "china", "oil"],
        ["votes", "china"],
        ["votes", "china", "oil"],
        ["votes", "oil"],
    ]


def test_an_empty_deck_says_how_to_fill_it(client: FlaskClient) -> None:
    page = client.get("/briefing/own?lang=en")
    assert page.status_code == 200
    assert "Add to briefing" in page.text
    assert "own.pptx" not in page.text


def test_what_is_written_into_the_address_is_escaped(client: FlaskClient) -> None:
    page = client.get("/briefing/own?s=<script>alert(1)</script>&<b>=<i>")
    assert "<script>alert" not in page.text
    assert "<b>=" not in page.text


def test_the_page_of_a_slide_is_the_one_its_chart_stands_on() -> None:
    deck = decks.deck("march-2024")
    assert deck is not None
    address = _slides.page_of(deck.slides[2], "fr")
    assert address.endswith("start=2023-09&asof=2024-03-31&lang=fr#overview-containers-card") or address.startswith(
        "/shipments?start=2023-09&asof=2024-03-31"
    )


def test_each_language_has_its_own_tag(client: FlaskClient) -> None:
    first = client.get("/briefing/launches", headers={"Accept-Language": "fr"})
    assert "Accept-Language" in first.headers["Vary"]
    again = {"Accept-Language": "en", "If-None-Match": first.headers["ETag"]}
    assert client.get("/briefing/launches", headers=again).status_code == 200
    assert client.get("/briefing/launches", headers=again | {"Accept-Language": "fr"}).status_code == 304
