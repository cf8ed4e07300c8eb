"""What a card offers, in the markup that the browser is given."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard import charts, dates
from dashboard.components.actions import actions
from dashboard.components.menus import menus
from dashboard.components.share import share, share_words
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


def facts(query: Query, lang: str = "en") -> dict[str, Any]:
    (found,) = attributes(offered(query, lang), "data-share")
    return dict(json.loads(found))


def attributes(component: Any, name: str) -> list[str]:
    return [found for part in parts(component) if (found := getattr(part, name, None))]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("chart", charts.BY_ID)
def test_every_chart_offers_the_same_actions_and_says_them_all(chart: str, lang: str) -> None:
    row = offered(Query(), lang, chart)
    names = attributes(row, "data-action")
    assert names == ["table", "fullscreen"]
    assert attributes(row, "data-menu") == ["picture", "more"]
    assert attributes(row, "data-file") == ["csv"]
    assert all(said(part).strip() for part in parts(row) if getattr(part, "className", "") == "action")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_menus_hold_pictures_the_way_into_a_briefing_a_slide_and_the_panels(lang: str) -> None:
    found = menus(words(lang))
    assert [item["data-action"] for item in found["picture"]] == ["png", "svg", "png-copy"]
    assert [item.get("data-panel") or item.get("data-file") or item["data-action"] for item in found["more"]] == [
        "brief", "pptx", "copy", "cite", "embed", "code",
    ]  # fmt: skip
    assert all(item["text"] for items in found.values() for item in items)


def test_files_and_citations_are_asked_for_in_the_state_of_the_chart() -> None:
    links = attributes(offered(Query(asof="2024-03-18")), "href")
    state = "?asof=2024-03-18&lang=en"
    assert links == [f"/chart/containers.csv{state}"]
    assert facts(Query(asof="2024-03-18"))["state"] == state


def test_an_empty_chart_offers_no_picture_no_slide_and_no_full_screen() -> None:
    row = offered(Query(start="1995", end="1996"))
    assert attributes(row, "data-action") == ["table"]
    assert attributes(row, "data-menu") == ["more"]


def test_a_picture_is_named_by_the_day_of_knowledge() -> None:
    assert facts(Query(asof="2024-03"))["day"] == "2024-03-31"
    assert facts(Query())["day"] == dates.today().isoformat()


def test_the_citation_names_finding_version_day_and_address() -> None:
    drawn = charts.render("containers", Query(asof="2024-03-18"), "fr")
    found = facts(Query(asof="2024-03-18"), "fr")
    for part in (drawn.say.title, drawn.version, "18\u00a0mars 2024"):
        assert part in found["cite"][0]
    assert found["here"] == "/shipments?asof=2024-03-18&lang=fr#containers"


def test_a_frame_is_live_or_stays_as_known_today() -> None:
    found = facts(Query(start="2024"))
    assert found["live"] == "/embed/containers?start=2024&lang=en"
    assert found["then"] == f"/embed/containers?start=2024&asof={dates.today()}&lang=en"


def test_a_frame_keeps_the_day_of_knowledge_that_is_set() -> None:
    found = facts(Query(asof="2024-03"))
    assert found["live"] == "/embed/containers?lang=en"
    assert found["then"] == "/embed/containers?asof=2024-03&lang=en"


def test_what_a_card_carries_for_sharing_stays_small() -> None:
    for chart in charts.BY_ID:
        assert len(share(charts.render(chart, Query(), "fr"), Query(), words("fr")).encode()) < 1600


def test_the_words_of_the_panels_stand_on_the_page_once() -> None:
    said = share_words(words("fr")).to_plotly_json()["props"]
    assert said["data-card-copy"] == "Copier"
    assert said["data-lines"].startswith("import pandas as pd")


def test_a_download_can_show_the_lines_that_read_it() -> None:
    text = said(read_with_pandas("/data/claims.csv?item=containers", words("fr")))
    assert 'import pandas as pd\ndata = pd.read_csv("/data/claims.csv?raw=1&item=containers")' in text
