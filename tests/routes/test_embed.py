"""A chart for a frame: one chart, its words, its source, the way back; strict about what it is asked."""

import json
import re

import pytest
from flask.testing import FlaskClient

from dashboard import charts
from dashboard.query import Query


@pytest.mark.parametrize("chart", charts.BY_ID)
def test_every_chart_can_be_embedded(client: FlaskClient, chart: str) -> None:
    page = client.get(f"/embed/{chart}?lang=en")
    assert page.status_code == 200
    found = re.findall(r'<script type="application/json" class="embed-figure">(.*?)</script>', page.text, re.DOTALL)
    assert [set(json.loads(one)) >= {"data", "layout"} for one in found] == [True]
    assert "CC BY 4.0" in page.text
    assert f'href="/chart/{chart}.csv?lang=en"' in page.text
    assert "<nav" not in page.text


def test_the_way_back_keeps_the_state(client: FlaskClient) -> None:
    page = client.get("/embed/votes?asof=2024-03-31&lang=fr").text
    assert 'href="/diplomacy?asof=2024-03-31&amp;lang=fr#diplomacy-votes-card"' in page
    assert charts.render("votes", Query(asof="2024-03-31"), "fr").say.title in page


@pytest.mark.parametrize("query", ["asof=soon", "foo=1", "lang=de", "unit=crates"])
def test_what_cannot_be_obeyed_is_refused_readably(client: FlaskClient, query: str) -> None:
    page = client.get(f"/embed/containers?{query}")
    assert page.status_code == 400
    assert page.mimetype == "text/html"
    assert query in page.text


def test_an_unknown_chart_is_not_found(client: FlaskClient) -> None:
    page = client.get("/embed/nothing")
    assert (page.status_code, page.mimetype) == (404, "text/html")


def test_a_chart_without_rows_says_so(client: FlaskClient) -> None:
    page = client.get("/embed/containers?end=1900&lang=en")
    assert page.status_code == 200
    assert "No row is left under these filters (until 1900)" in page.text
