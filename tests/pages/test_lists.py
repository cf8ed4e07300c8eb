"""Under the charts stand the records themselves, as the page is asked for them."""

from typing import Any

import pytest

from dashboard.datasets import launches_list, shipments_voyages
from dashboard.datasets.records import find
from dashboard.pages import launches, sanctions, shipments
from tests.pages._walk import every, kind, links, text


def section(page: Any, name: str, lang: str = "en", **params: str) -> Any:
    return next(one for one in every(page.layout(lang, **params)) if getattr(one, "id", None) == name)


def body(part: Any) -> list[Any]:
    return kind(kind(part, "Tbody"), "Tr")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_list_of_missiles_shows_sixty_and_says_of_how_many(lang: str) -> None:
    part = section(launches, "launches-list", lang)
    assert len(body(part)) == 60
    assert str(len(launches_list.one_by_one())) in text(part)
    assert f"/data?table=missile_tests&lang={lang}" in links(part)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_row_leads_to_a_missile_of_the_month_and_type_asked_for(lang: str) -> None:
    part = section(launches, "launches-list", lang, start="2022-11", end="2022-11", type="ICBM")
    found = [one for one in links(part) if one.startswith("/record/")]
    assert len(found) == len(body(part)) > 0
    for link in found:
        row = find(*link.removeprefix("/record/").partition("?")[0].split("/"))
        assert row is not None
        assert row["missile_type"] == "ICBM"
        assert row["date_utc"].startswith("2022-11")


def test_the_korean_day_stands_where_it_is_another() -> None:
    part = section(launches, "launches-list", start="2026-10-02", end="2026-10-02")
    assert "2\u00a0Oct 2026" in text(part)
    assert "3\u00a0Oct 2026 in Korea" in text(part)


def test_what_is_not_certain_is_said_of_each_missile() -> None:
    part = section(launches, "launches-list", start="2026-09-11", end="2026-09-11")
    for word in ("not verified", "preliminary", "source not read"):
        assert word in text(body(part)[0])


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_selection_without_missiles_says_so(lang: str) -> None:
    part = section(launches, "launches-list", lang, end="1950")
    assert kind(part, "Table") == []
    assert [one for one in every(part) if getattr(one, "className", "") == "card-empty"]


def test_links_keep_the_day_of_knowledge() -> None:
    part = section(launches, "launches-list", asof="2024-03-18")
    assert all("asof=2024-03-18" in one for one in links(part) if one.startswith("/record/"))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_ship_is_told_with_what_became_of_it(lang: str) -> None:
    part = section(sanctions, "sanctions-ships", lang)
    ships = shipments_voyages.vessels().to_dict("records")
    assert len(body(part)) == len(ships)
    for ship, row in zip(ships, body(part), strict=True):
        assert ship["name"] in text(row)
        assert ship[f"note_{lang}"] in text(row)


def test_a_ship_was_not_yet_listed_before_its_listing() -> None:
    then = section(sanctions, "sanctions-ships", asof="2024-03-18")
    assert "South Korea" not in text(then)
    assert "United States (12\u00a0December 2023)" in text(then)
    assert "South Korea" in text(section(sanctions, "sanctions-ships"))


def test_undated_notes_are_left_out_for_an_earlier_day() -> None:
    then = text(section(sanctions, "sanctions-ships", asof="2024-03-18"))
    assert not [ship["name"] for ship in shipments_voyages.vessels().to_dict("records") if ship["note_en"] in then]


def test_both_pages_name_the_same_ships() -> None:
    pages = (section(shipments, "shipments-vessels"), section(sanctions, "sanctions-ships"))
    one, other = ([link for link in links(part) if link.startswith("/record/")] for part in pages)
    assert one == other


def test_before_any_ship_was_named_there_is_no_table() -> None:
    assert not [
        one for one in every(sanctions.layout("en", asof="2016")) if getattr(one, "id", "") == "sanctions-ships"
    ]
