"""Context below the charts changes at once, without the server, and the address says it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

FIELD = "#shipments-overlay-said"
NOTE = "(id) => document.querySelector(`#shipments-${id}-figure .js-plotly-plot`).layout.annotations.at(-1).text"
LANE = "(id) => document.querySelector(`#shipments-${id}-figure .js-plotly-plot`).data.filter((one) => one.name === 'overlay').length"


def choose(page: Page, name: str) -> None:
    page.click(FIELD)
    page.get_by_role("radio", name=name, exact=True).click()


def asked(page: Page) -> list[str]:
    """What the page asks the server from now on."""
    found: list[str] = []
    page.on("request", lambda sent: found.append(sent.url) if "favicon" not in sent.url else None)
    return found


def test_another_lane_is_drawn_without_asking_the_server(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    assert page.evaluate(NOTE, "containers") == "sanctions on the cooperation"
    assert page.evaluate(LANE, "tempo") == 0
    sent = asked(page)
    choose(page, "Meetings")
    page.wait_for_url("**/shipments?overlay=meetings&lang=en")
    assert page.evaluate(NOTE, "containers") == "meetings"
    assert page.evaluate(LANE, "tempo") == 1
    choose(page, "None")
    page.wait_for_url("**/shipments?overlay=none&lang=en")
    assert page.evaluate(LANE, "containers") == 0
    choose(page, "Sanctions")
    page.wait_for_url("**/shipments?lang=en")
    assert page.evaluate(NOTE, "containers") == "sanctions on the cooperation"
    assert page.evaluate(LANE, "tempo") == 0  # by itself it has none
    assert sent == []
    assert visit.errors == []


def test_a_lane_stays_through_other_choices_and_leads_the_way_back(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    choose(page, "Meetings")
    page.wait_for_url("**overlay=meetings**")
    page.fill("#shipments-asof", "2024-03-18")
    page.keyboard.press("Enter")
    page.wait_for_url("**asof=2024-03-18&overlay=meetings**")
    page.wait_for_selector(".notice-today")
    assert page.evaluate(NOTE, "containers") == "meetings"
    page.click(".notice-today")
    page.wait_for_url(lambda url: "asof" not in url and "overlay=meetings" in url)
    expect(page.locator(".notice-today")).to_have_count(0)
    page.reload()
    visit.drawn()
    expect(page.locator(FIELD)).to_have_text("Meetings")
    assert page.evaluate(NOTE, "containers") == "meetings"
    choose(page, "None")
    page.wait_for_url("**overlay=none**")
    page.go_back()
    page.wait_for_url("**overlay=meetings**")
    page.wait_for_function(f"() => ({NOTE})('containers') === 'meetings'")
    expect(page.locator(FIELD)).to_have_text("Meetings")
    page.click("#shipments-reset")
    page.wait_for_url(lambda url: "overlay" not in url)
    page.wait_for_function(f"() => ({NOTE})('containers') === 'sanctions on the cooperation'")


def test_what_is_taken_elsewhere_says_the_lane_that_is_shown(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    choose(page, "Satellite launches")
    page.wait_for_url("**overlay=launches**")
    facts = page.evaluate("() => window.tumenShared(document.querySelector('#shipments-containers-card'))")
    assert facts["state"] == "?overlay=launches&lang=en"
    assert facts["place"] == "/shipments?overlay=launches#containers"
    assert facts["live"] == "/embed/containers?overlay=launches&lang=en"
    assert "overlay" not in page.get_attribute("#shipments-containers-card [data-file=csv]", "href")


def test_a_page_reached_from_another_begins_with_its_own_lane(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en&overlay=meetings")
    page.click("nav >> text=Overview")
    page.wait_for_selector("#overview-containers-figure .main-svg .trace")
    note = "() => document.querySelector('#overview-containers-figure .js-plotly-plot').layout.annotations.at(-1).text"
    assert page.evaluate(note) == "sanctions on the cooperation"
