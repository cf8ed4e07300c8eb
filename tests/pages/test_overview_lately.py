"""The overview says what is new in words, and in which language."""

from datetime import date

import pytest

from dashboard.datasets import _package
from dashboard.datasets._export import to_records
from dashboard.datasets.changelog import latest, sentences
from dashboard.datasets.lately import Newest, newest
from dashboard.datasets.records import find, records
from dashboard.pages import overview
from dashboard.pages.overview_lately import lately, what
from dashboard.query import Query
from dashboard.text import words
from tests.pages._walk import every, links, text


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_newest_records_are_linked_and_named(lang: str) -> None:
    part = lately(Query(), words(lang))
    found = [one for one in links(part) if one.startswith("/record/")]
    assert found == [f"/record/{one.table}/{one.id}?lang={lang}" for one in newest()]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_record_of_any_table_has_words(lang: str) -> None:
    for resource in _package.descriptor()["resources"]:
        rows = to_records(records(resource["name"])) if resource.get("known_on") else []
        for row in rows:
            assert what(Newest(resource["name"], "no words", "2024", row), words(lang)) != "no words"


def test_what_could_be_held_is_not_told_as_what_was_sent() -> None:
    row = find("claims", "QS27") or {}
    assert "what could be held" in what(Newest("claims", "QS27", row["stated_on"], row), words("en"))


def test_on_an_earlier_day_only_what_was_public_is_new() -> None:
    part = lately(Query(asof="2024-03-18"), words("en"))
    assert "2026" not in text(part)
    assert all("asof=2024-03-18" in one for one in links(part))
    assert latest(asof=date(2024, 3, 18)) is None


def test_the_changes_are_marked_as_english_on_the_french_page() -> None:
    marked = [one for one in every(lately(Query(), words("fr"))) if getattr(one, "lang", None) == "en"]
    change = latest()
    assert change is not None
    assert all(one in text(marked) for one in (change.text, *(sentences(item)[0] for item in change.items[:6])))
    assert not [one for one in every(lately(Query(), words("en"))) if getattr(one, "lang", None)]


def test_nothing_public_yet_leaves_the_section_out() -> None:
    ids = [getattr(one, "id", "") for one in every(overview.layout("en", asof="1900"))]
    assert "overview-lately" not in ids
