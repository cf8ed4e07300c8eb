"""What the first response gives a reader whose browser runs no scripts."""

import html
import re

import pytest
from flask import Flask

from dashboard import charts
from dashboard.datasets import _package
from dashboard.pages import PAGES
from dashboard.query import Query
from dashboard.text import words


def without_scripts(server: Flask, address: str) -> str:
    """The part of the page that a browser without scripts shows, as written."""
    answer = server.test_client().get(address)
    assert answer.status_code == 200
    return answer.text.partition("<noscript>")[2].partition("</noscript>")[0]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.ID)
def test_every_page_says_its_sentence_its_findings_and_where_their_data_are(
    whole: Flask, page: object, lang: str
) -> None:
    text = without_scripts(whole, f"{page.PATH}?lang={lang}")  # type: ignore[attr-defined]
    plain = html.unescape(text)
    assert words(lang)(f"page.{page.ID}.sentence") in plain  # type: ignore[attr-defined]
    for chart in page.PAGE.charts if hasattr(page, "PAGE") else ():
        assert f"<h2>{charts.render(chart, Query(), lang).say.title}</h2>" in plain
        assert f'href="/chart/{chart}.csv?lang={lang}"' in text
    assert re.search(r'href="/data/[a-z_]+\.csv', text)
    assert re.search(r'href="/record/[a-z_]+/', text)


@pytest.mark.parametrize("path", ["/", "/sanctions", "/data"])
def test_every_address_in_it_answers(whole: Flask, path: str) -> None:
    client = whole.test_client()
    addresses = {html.unescape(one) for one in re.findall('href="([^"]+)"', without_scripts(whole, path))}
    assert len(addresses) > 20
    assert {one: client.get(one).status_code for one in addresses if client.get(one).status_code != 200} == {}


def test_what_came_after_the_day_of_knowledge_does_not_show(whole: Flask) -> None:
    text = without_scripts(whole, "/shipments?lang=en&asof=2024-03-18")
    assert "public on 18\xa0March 2024" in text
    assert charts.render("containers", Query(asof="2024-03-18"), "en").say.title in html.unescape(text)
    assert 'href="/chart/containers.csv?asof=2024-03-18&amp;lang=en"' in text
    later = _package.table("claims")[lambda frame: frame["stated_on"] > "2024-03-18"]["claim_id"]
    assert not {one for one in later if f"/record/claims/{one}?" in text}


def test_an_address_that_makes_no_sense_is_no_fault(whole: Flask) -> None:
    assert "<h1>" in without_scripts(whole, "/launches?asof=yesterday&start=%00&type=<b>")
