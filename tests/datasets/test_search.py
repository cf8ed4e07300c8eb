"""Whoever and whatever has several names is found under each of them; every word of the query must stand in the record."""

import re
import time
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._search_words import excerpt, typed
from dashboard.datasets.search import MOST, MOST_OF_ONE, Group, search
from dashboard.text import LANGUAGES


def title(table: str, record: Mapping[str, Any], lang: str) -> str:
    """What a record is called here: its name or title, else its id."""
    for column in (f"name_{lang}", f"title_{lang}", "name", "title", "payload", "missile"):
        if record.get(column):
            return str(record[column])
    return str(next(iter(record.values())))


def found(text: str, lang: str = "en", *, asof: date | None = None, table: str = "") -> dict[str, Group]:
    return {group.table: group for group in search(text, lang, title, asof=asof, table=table)}


def all_ids(text: str, table: str) -> set[str]:
    return {hit.id for hit in found(text, table=table)[table].hits}


CHOE = ("Choe Son Hui", "Choi Sun-hee", "최선희", "Чхве Сон Хи", "Цой Сон Хи", "choe son-hui", "Ch'oe Sŏn-hŭi")


@pytest.mark.parametrize("name", CHOE)
def test_a_person_is_found_under_every_spelling(name: str) -> None:
    assert found(name)["people"].hits[0].id == "choe-son-hui"
    assert all_ids(name, "meetings") == all_ids(CHOE[0], "meetings") >= {"M20190425a", "M20181008a"}


@pytest.mark.parametrize("name", ["Najin", "Rajin", "Rason", "나진", "Раджин"])
def test_a_place_is_found_under_every_spelling(name: str) -> None:
    assert found(name)["places"].hits[0].id == "rajin"
    assert "M20151211a" in all_ids(name, "meetings")  # says Rason
    assert "CC14" in all_ids(name, "claims")  # says Rajin


def test_a_country_is_found_under_its_names_and_initials() -> None:
    totals = [
        {name: group.total for name, group in found(text).items()}
        for text in ("DPRK", "North Korea", "Corée du Nord", "RPDC", "КНДР")
    ]
    assert totals[0]["claims"] > 5
    assert totals[0]["regimes"] > 5
    assert all(one == totals[0] for one in totals)


@pytest.mark.parametrize(("plain", "accented"), [("coree du nord", "Corée du Nord"), ("SEOUL", "Séoul")])
def test_case_and_accents_make_no_difference(plain: str, accented: str) -> None:
    assert {name: one.total for name, one in found(plain).items()} == {
        name: one.total for name, one in found(accented).items()
    }


@pytest.mark.parametrize("number", ["7,000", "7 000", "7\u202f000", "7000"])
def test_a_number_is_one_word_however_its_thousands_are_parted(number: str) -> None:
    assert typed(number) == ("7000",)


def test_the_matched_words_are_marked_where_the_record_says_them_otherwise() -> None:
    for hit in found("최선희", "fr")["meetings"].hits:
        assert [hit.snippet[start:end] for start, end in hit.marks] == ["Choe Son-hui"]
        assert hit.lang == "fr"


def test_every_word_must_stand_in_the_record_and_only_the_last_may_be_unfinished() -> None:
    assert found("Choi Sun-h")["people"].hits[0].id == "choe-son-hui"
    assert "claims" in found("conteneurs Rajin")
    assert found("conteneurs zzzz") == {}
    assert "people" not in found("Cho Sun-hee")


def test_a_name_is_not_read_across_the_items_of_a_list() -> None:
    hit = next(hit for hit in found("Rajin", table="voyages")["voyages"].hits if hit.id == "V11")
    assert all("·" not in hit.title[start:end] for start, end in hit.title_marks)


def test_exact_names_come_first_and_then_the_newest() -> None:
    assert found("Lady R")["designations"].hits[0].title == "Lady R"
    days = [dates.last_day(hit.date) for hit in found("container", table="claims")["claims"].hits]
    assert days == sorted(days, reverse=True)


def test_asof_leaves_out_what_was_not_public_yet() -> None:
    day = date(2023, 12, 31)
    then, now = found("containers", asof=day), found("containers")
    assert 0 < then["claims"].total < now["claims"].total
    assert all(dates.last_day(hit.date) <= day for hit in then["claims"].hits)
    assert found("containers", asof=date(2999, 1, 1)) == now


def test_groups_stand_in_the_order_of_the_menu_with_few_records_and_the_sources_last() -> None:
    groups = search("Korea", "en", title)
    assert [group.table for group in groups][:3] == ["claims", "meetings", "events"]
    assert groups[-1].table == "sources"
    assert all(len(group.hits) == min(group.total, MOST) for group in groups)
    one = found("Korea", table="sources")
    assert list(one) == ["sources"]
    assert len(one["sources"].hits) == MOST_OF_ONE


def test_every_record_is_found_by_its_own_id() -> None:
    for name, frame in _package.current().tables.items():
        key = str(frame.iloc[-1, 0])
        group = found(key, table=name)[name]
        assert key in {hit.id for hit in group.hits}, f"{name} {key}"


@pytest.mark.parametrize("nothing", ["", "  ", "···", "zzzzzz"])
def test_nothing_is_found_where_nothing_is(nothing: str) -> None:
    assert found(nothing) == {}


def test_an_excerpt_shows_the_first_mark() -> None:
    text = "word " * 60 + "Rajin " + "word " * 60
    start = text.index("Rajin")
    shown, marks = excerpt(text, [(start, start + 5)])
    assert [shown[one:other] for one, other in marks] == ["Rajin"]
    assert shown.startswith("… word")
    assert len(shown) < 180


def test_an_answer_takes_no_more_than_fifty_milliseconds() -> None:
    found("Korea")
    for text in ("DPRK", "a", "최선희", "container october 2023"):
        took = []
        for _ in range(3):
            start = time.perf_counter()
            found(text)
            took.append(time.perf_counter() - start)
        assert min(took) < 0.05, text


def test_on_an_earlier_day_the_reason_of_a_find_tells_nothing_later() -> None:
    day = date(2023, 11, 22)
    for query in ("satellite", "treaty", "containers", "summit", "Shoigu"):
        for lang in LANGUAGES:
            groups = [one for one in search(query, lang, title, asof=day) if _package.resource(one.table)["known_on"]]
            for hit in (hit for group in groups for hit in group.hits):
                assert all(int(year) <= day.year for year in re.findall(r"\b(?:19|20)\d\d\b", hit.snippet)), hit
