"""The story is told in seven steps whose numbers are those of the data."""

import pytest

from dashboard.briefing import decks
from dashboard.datasets import _package, story
from dashboard.datasets.records import find
from dashboard.pages import MENU, briefing
from dashboard.text import words
from tests.pages._walk import kind, links, text


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_there_are_seven_steps_each_with_a_heading_three_sentences_and_records(lang: str) -> None:
    steps = kind(briefing.layout(lang), "Section")
    assert len(steps) == 7
    for step in steps:
        assert len(kind(step, "H2")) == 1
        assert len(kind(step, "P")) == 4
        assert len(kind(step, "Li")) >= 3


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_record_named_exists_and_every_page_named_is_in_the_menu(lang: str) -> None:
    paths = {path for _, path in MENU}
    for link in links(briefing.layout(lang)):
        path = link.partition("?")[0]
        if path.startswith("/record/"):
            assert find(*path.removeprefix("/record/").split("/")) is not None
        elif not path.startswith(("/chart/", "/briefing/", "#")):
            assert path in paths


def test_every_chart_named_exists() -> None:
    from dashboard import charts

    assert {one for step in briefing.STEPS for one in step.charts} <= charts.BY_ID.keys()


def test_every_fact_is_shown_or_told() -> None:
    shown = {name for step in briefing.STEPS for name in step.facts}
    assert shown == story.facts().keys()


def test_the_containers_are_told_as_the_claims_have_them() -> None:
    said = text(briefing.layout("en"))
    assert "On 13\u00a0October 2023 Washington said that more than 1,000 containers" in said
    assert "On 18\u00a0March 2024 Seoul’s defence minister, Shin Won-sik, put it at about 7,000" in said
    latest = story.facts()["latest"]
    table = _package.table("claims")
    counted = table[
        (table["item"] == "containers") & (table["direction"] == "PRK-RUS") & (table["basis"] == "delivered")
    ]
    assert latest.value == counted["low"].max()
    assert words("en").amount(latest.value or 0) in said


def test_a_claim_without_a_read_source_is_marked() -> None:
    for step in kind(briefing.layout("en"), "Section"):
        for item in kind(step, "Li"):
            _, table, key = links(item)[0].partition("?")[0].removeprefix("/").split("/")
            row = find(table, key) or {}
            assert ("source not read" in text(item)) == (row.get("source_check") == "unread")


def test_votes_meetings_and_listings_are_counted_from_the_tables() -> None:
    counts = story.counts()
    votes = _package.table("un_votes")
    assert counts["sanction_votes"] == ((votes["kind"] == "sanctions") & (votes["russia_vote"] == "yes")).sum()
    linked = _package.table("measures")
    linked = linked[linked["dprk_russia_link"] == "yes"]
    assert counts["measures"] == len(linked) - linked["kind"].isin(["un_resolution", "monitoring", "veto"]).sum()
    assert counts["listings"] == (_package.table("designations")["date"] >= "2022-09").sum()
    kinds = _package.table("tech_claims")["claim_kind"].value_counts()
    assert {name: counts[name] for name in ("sought", "promised", "observed")} == {
        name: kinds[name] for name in ("sought", "promised", "observed")
    }


def test_the_story_is_told_as_experts_ask() -> None:
    said = text(briefing.layout("en"))
    assert "its first reconnaissance satellite" in said
    assert "In orbit is not working" in said
    assert "the last on 23\u00a0March 2023" in said
    assert "On 28\u00a0March 2024" in said
    assert "is not a UN body" in said
    assert "unprecedented" not in said


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_placeholder_is_left_and_unknown_parameters_are_named(lang: str) -> None:
    said = text(briefing.layout(lang, foo="1"))
    assert "{" not in said
    assert "foo=1" in said


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_deck_is_listed_with_its_slides_and_its_powerpoint(lang: str) -> None:
    cards = kind(briefing.layout(lang), "Article")
    for card, deck in zip(cards, decks.decks(), strict=False):
        assert deck.title[lang] in text(card)
        assert [text(item) for item in kind(card, "Li")] == [one.takeaway[lang] for one in deck.slides]
        assert f"/briefing/{deck.id}.pptx?lang={lang}" in links(card)
        assert f"/briefing/{deck.id}?lang={lang}" in links(card)
    assert len(cards) == len(decks.decks()) + 1
    assert f"/briefing/own?lang={lang}" in links(cards[-1])
