"""The method stands in both languages with the same sections, and their quality is counted from the data."""

from itertools import pairwise

import pytest

from dashboard.datasets import _package
from dashboard.datasets.quality import exceptions
from dashboard.pages import about
from dashboard.text import prose, words
from tests.pages._walk import every, kind, links, text


def test_both_languages_have_the_same_sections_in_the_same_order() -> None:
    assert [anchor for anchor, _ in about.headings("en")] == [anchor for anchor, _ in about.headings("fr")]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_entry_of_the_contents_leads_to_a_section(lang: str) -> None:
    page = about.layout(lang)
    anchors = {one.removeprefix("#") for one in links(page) if one.startswith("#")}
    assert anchors == {one.id for one in kind(page, "Section")}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_headings_start_at_one_and_skip_no_level(lang: str) -> None:
    levels = [int(name[1]) for one in every(about.layout(lang)) if (name := type(one).__name__) in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_quality_panel_has_a_row_for_every_table(lang: str) -> None:
    table = kind(about.layout(lang), "Table")[1]
    titles = [text(kind(row, "Th")[0]) for row in kind(kind(table, "Tbody"), "Tr")]
    assert titles == [one["title"] if lang == "en" else one["title_fr"] for one in _package.descriptor()["resources"]]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_exception_is_listed_with_its_reason_and_a_link_to_its_row(lang: str) -> None:
    details = kind(about.layout(lang), "Details")[0]
    said, addresses = text(details), links(details)
    for one in (one for group in exceptions() for one in group):
        assert (one.reason_en if lang == "en" else one.reason_fr) in said
        assert f"/record/{one.table}/{one.id}?lang={lang}" in addresses


def test_gaps_are_only_told_of_tables_that_are_there() -> None:
    told = {key.removeprefix("gaps.") for key in words("en").texts if key.startswith("gaps.")}
    assert told <= set(_package.current().tables)


def test_the_limits_that_a_reader_must_know_are_named() -> None:
    said = prose("about", "en") + text(about.layout("en"))
    for word in (
        "not a body of the United Nations",
        "400 to 500",
        "Crimea",
        "Kosovo",
        "Taiwan",
        "CNS/NTI",
        "not checked",
    ):
        assert word in said


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_citation_names_the_version_of_the_data(lang: str) -> None:
    assert _package.current().version in text(about.layout(lang))


def test_french_prose_sets_non_breaking_spaces() -> None:
    said = prose("about", "fr")
    assert not [mark for mark in (" :", " ;", " »", "« ", " ?", " !") if mark in said]
