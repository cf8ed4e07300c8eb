"""The search of the shell: by key, by button, on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
PHONES = [{"viewport": {"width": width, "height": 780}, "has_touch": True} for width in (390, 360)]


def test_a_key_opens_the_search_and_enter_opens_the_record(visit: Visit) -> None:
    page = visit.go("/about?lang=en")
    page.keyboard.press("/")
    page.keyboard.type("최선희")
    box = page.locator("dialog.search")
    expect(box.locator("mark").first).to_have_text("Choe Son Hui")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(box).to_be_hidden()
    expect(page.locator("dialog.drawer .record-fields")).to_contain_text("Choe Son Hui")
    assert visit.errors == []


def test_enter_in_the_field_waits_for_the_answer(visit: Visit) -> None:
    page = visit.go("/about?lang=fr")
    page.locator(".search-open").click()
    page.keyboard.type("CC06")
    page.keyboard.press("Enter")
    expect(page.locator("dialog.drawer h1")).to_contain_text("conteneurs")


def test_a_group_can_be_shown_whole_and_escape_closes(visit: Visit) -> None:
    page = visit.go("/about?lang=en")
    page.keyboard.press("/")
    with page.expect_response(
        lambda answer: "q=Choi" in answer.url and "hee" in answer.url
    ):  # the last letter's, not an earlier one's
        page.keyboard.type("Choi Sun-hee")
    meetings = page.locator(".search-group", has_text="Meetings").first
    expect(meetings.locator("li")).to_have_count(5)
    meetings.locator(".search-more").click()
    expect(meetings.locator("li")).not_to_have_count(5)
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    assert page.evaluate("document.activeElement.className") != "search-field"


def test_nothing_found_and_no_answer_are_said(visit: Visit) -> None:
    page = visit.go("/about?lang=fr")
    page.keyboard.press("/")
    page.keyboard.type("zzzzzz")
    expect(page.locator(".search-said")).to_contain_text("Aucun résultat")
    page.route("**/search.json*", lambda route: route.abort())
    page.keyboard.type("z")
    expect(page.locator(".search-said")).to_contain_text("n’a pas répondu")


def test_the_key_stays_a_letter_where_one_writes(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    page.locator("#shipments-start").focus()
    page.keyboard.press("/")
    expect(page.locator("#shipments-start")).to_have_value("/")
    expect(page.locator("dialog.search")).to_have_count(0)


@pytest.mark.parametrize("visit", PHONES, indirect=True)
def test_a_record_page_is_searched_on_a_phone_without_scrolling_sideways(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.base}/record/claims/CC06?lang=fr")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".search-open").tap()
    page.keyboard.type("Najin")
    hit = page.locator(".search-hit").first
    expect(hit).to_be_visible()
    assert page.evaluate("document.querySelector('dialog.search').scrollWidth <= innerWidth")
    hit.tap()
    page.wait_for_url(re.compile("/record/claims/(?!CC06)"))
    assert visit.errors == []
