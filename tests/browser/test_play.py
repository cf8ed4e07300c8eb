"""The play control walks through the days on which the containers picture changed, in the address, and back leads out of it."""

import re

import pytest
from playwright.sync_api import Page, expect

from dashboard.datasets import shipments
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
expect.set_options(timeout=20_000)  # each step redraws eleven charts
AXES = """() => { const gd = document.querySelector('#shipments-containers-figure .js-plotly-plot');
    return ['xaxis', 'yaxis'].map((axis) => gd._fullLayout[axis].range).concat(gd._fullLayout._size.w); }"""
PLACE = re.compile(r"\d+ \w+ \d{4} · (\d+) of \d+")


def press(page: Page, name: str) -> None:
    page.click(f"[data-play={name}]")


def known(page: Page) -> str:
    found = re.search(r"asof=([\d-]+)", page.url)
    return found[1] if found else ""


def test_the_buttons_lead_from_the_first_claim_on_and_back_to_today(visit: Visit) -> None:
    days = shipments.turns()
    page = visit.go("/shipments?lang=en")
    said = page.locator(".play-said")
    press(page, "first")
    expect(said).to_have_text(f"13 Oct 2023 · 1 of {len(days)}")
    expect(page.locator("#shipments-asof")).to_have_value(days[0])
    press(page, "next")
    expect(said).to_contain_text("· 2 of")
    assert known(page) == days[1]
    press(page, "previous")
    expect(said).to_contain_text("· 1 of")
    press(page, "today")
    expect(page.locator("#shipments-asof")).to_have_value("")
    assert known(page) == ""
    assert visit.errors == []


def test_a_day_between_two_changes_stands_after_the_one_before_it(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03&lang=fr")
    expect(page.locator(".play-said")).to_contain_text("mars 2024 · 6 sur")
    press(page, "previous")
    expect(page.locator("#shipments-asof")).to_have_value("2024-03-18")
    press(page, "next")
    expect(page.locator("#shipments-asof")).to_have_value("2024-06-14")


def test_playing_walks_on_by_itself_until_it_is_paused(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    press(page, "play")
    button = page.locator("[data-play=play]")
    expect(button).to_have_attribute("aria-label", "Pause")
    expect(page.locator(".play-said")).to_contain_text("· 3 of", timeout=60_000)
    button.press("Enter")
    expect(button).to_have_attribute("aria-label", "Play")
    place = PLACE.fullmatch(page.locator(".play-said").inner_text())
    assert place
    assert known(page) == shipments.turns()[int(place[1]) - 1]


def test_playing_ends_at_today(visit: Visit) -> None:
    page = visit.go(f"/shipments?asof={shipments.turns()[-2]}&lang=en")
    press(page, "play")
    expect(page.locator("#shipments-asof")).to_have_value("", timeout=60_000)
    expect(page.locator("[data-play=play]")).to_have_attribute("aria-label", "Play")


def test_back_leads_to_where_the_walk_began(visit: Visit) -> None:
    page = visit.go("/shipments?start=2023-09&lang=en")
    press(page, "first")
    expect(page.locator(".play-said")).to_contain_text("· 1 of")
    for place in (2, 3):
        press(page, "next")
        expect(page.locator(".play-said")).to_contain_text(f"· {place} of")
    page.go_back()
    expect(page.locator("#shipments-asof")).to_have_value("")
    assert "start=2023-09" in page.url
    page.go_forward()
    expect(page.locator(".play-said")).to_contain_text("· 3 of")


def test_the_axes_stand_still_while_one_walks_and_fit_again_afterwards(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    today = page.evaluate(AXES)
    press(page, "first")
    expect(page.locator("#shipments-containers-head")).to_contain_text("13 October 2023")
    page.wait_for_function(f"(today) => JSON.stringify(({AXES})()) === JSON.stringify(today)", arg=today)
    page.fill("#shipments-asof", "2024-03-18")
    page.keyboard.press("Enter")
    expect(page.locator("#shipments-containers-head")).to_contain_text("18 March 2024")
    page.wait_for_function(f"() => ({AXES})()[0][1].startsWith('2024-03-18')")


def test_the_play_control_is_worked_by_the_keyboard_and_speaks(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    page.focus("#shipments-asof")
    page.keyboard.press("Tab")
    expect(page.locator("[data-play=first]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".play-said")).to_contain_text("· 1 of")
    expect(page.locator("[data-play=first]")).to_be_focused()
    expect(page.locator("[data-play=first]")).to_have_attribute("aria-disabled", "true")
    expect(page.locator(".play-said")).to_have_attribute("role", "status")


@pytest.mark.parametrize(
    ("path", "state"),
    [("/shipments?start=2023-09&asof=2024-03-18", "start=2023-09"), ("/record/claims/CC01?asof=2024-03-18", "")],
)
def test_one_click_leads_back_to_today_in_the_same_language(visit: Visit, path: str, state: str) -> None:
    page = visit.page
    page.goto(f"{visit.base}{path}&lang=fr")
    page.click("text=Revenir à aujourd’hui")
    expect(page.locator(".notice-asof")).to_have_count(0)
    page.wait_for_url(lambda url: "asof" not in url and "lang=fr" in url and state in url)
