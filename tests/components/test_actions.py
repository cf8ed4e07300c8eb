"""What a card offers, in the markup that the browser is given."""

import html as markup
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from dashboard import charts, dates
from dashboard.components.actions import actions
from dashboard.components.snippet import read_with_pandas
from dashboard.query import Query
from dashboard.text import words


def parts(component: Any) -> Iterator[Any]:
    """The component and everything in it, texts included."""
    yield component
    children = getattr(component, "children", None)
    for child in children if isinstance(children, list) else [children] if children is not None else []:
        yield from parts(child)


def said(component: Any) -> str:
    return "".join(part for part in parts(component) if isinstance(part, str))


def offered(query: Query, lang: str = "en", chart: str = "containers") -> Any:
    return actions(charts.render(chart, query, lang), query, words(lang))


def attributes(component: Any, name: str) -> list[str]:
    return [found for part in parts(component) if (found := getattr(part, name, None))]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("chart", charts.BY_ID)
def test_every_chart_offers_the_same_actions_and_says_them_all(chart: str, lang: str) -> None:
    row = offered(Query(), lang, chart)
    names = attributes(row, "data-action")
    assert names[:8] == ["png", "svg", "png-copy", "table", "fullscreen", "copy", "share", "share"]
    assert attributes(row, "data-file") == ["csv", "pptx"]
    assert all(said(part).strip() for part in parts(row) if getattr(part, "data-action", None))


def test_files_and_citations_are_asked_for_in_the_state_of_the_chart() -> None:
    links = attributes(offered(Query(asof="2024-03-18")), "href")
    state = "?asof=2024-03-18&lang=en"
    assert links == [
        f"/chart/containers.csv{state}",
        f"/chart/containers.pptx{state}",
        f"/cite/chart/containers.bib{state}",
        f"/cite/chart/containers.ris{state}",
    ]


def test_an_empty_chart_offers_no_picture_no_slide_and_no_full_screen() -> None:
    row = offered(Query(start="1995", end="1996"))
    assert not {"png", "svg", "png-copy", "fullscreen"} & set(attributes(row, "data-action"))
    assert attributes(row, "data-file") == ["csv"]


def test_a_picture_is_named_by_the_day_of_knowledge() -> None:
    assert attributes(offered(Query(asof="2024-03")), "data-day") == ["2024-03-31"]
    assert attributes(offered(Query()), "data-day") == [dates.today().isoformat()]


def test_the_citation_is_the_same_as_in_its_file() -> None:
    drawn = charts.render("containers", Query(asof="2024-03-18"), "fr")
    text = said(offered(Query(asof="2024-03-18"), "fr"))
    for part in (drawn.say.title, drawn.version, "18\u00a0mars 2024", "/shipments?asof=2024-03-18&lang=fr#containers"):
        assert part in text


def test_the_frame_is_live_or_stays_as_known_on_a_day() -> None:
    today = dates.today().isoformat()
    text = said(offered(Query(start="2024")))
    assert '<iframe src="/embed/containers?start=2024&amp;lang=en" title="' in text
    assert f'<iframe src="/embed/containers?start=2024&amp;asof={today}&amp;lang=en"' in text


def test_the_frame_keeps_the_day_of_knowledge_that_is_set() -> None:
    text = said(offered(Query(asof="2024-03")))
    assert '"/embed/containers?lang=en"' in text
    assert '"/embed/containers?asof=2024-03&amp;lang=en"' in text


def test_the_title_of_a_frame_is_one_attribute_whatever_stands_in_it() -> None:
    evil = '"><script>alert(1)</script>'
    drawn = charts.render("containers", Query(), "en")
    drawn = replace(drawn, say=replace(drawn.say, subtitle=evil))
    text = said(actions(drawn, Query(), words("en")))
    assert "<script>" not in text
    assert markup.escape(evil) in text


def test_a_download_can_show_the_lines_that_read_it() -> None:
    text = said(read_with_pandas("/data/claims.csv?item=containers", words("fr")))
    assert 'import pandas as pd\ndata = pd.read_csv("/data/claims.csv?raw=1&item=containers")' in text
