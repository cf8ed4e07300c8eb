"""The frame around the pages: theme, keyboard, phone menu."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
PAPER = "() => getComputedStyle(document.querySelector('.js-plotly-plot .main-svg')).backgroundColor"
CARDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(33, 30, 26)"}
DARK = {"color_scheme": "dark"}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.mark.parametrize("visit", [DARK], indirect=True)
def test_the_system_decides_between_light_and_dark_unless_the_reader_does(visit: Visit) -> None:
    page = visit.go("/?lang=en")
    assert page.evaluate(PAPER) == CARDS["dark"]
    page.click(".theme-toggle")
    page.wait_for_function(f"() => ({PAPER})() === '{CARDS['light']}'")
    page.reload()
    visit.drawn()
    assert page.evaluate(PAPER) == CARDS["light"]


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(visit: Visit) -> None:
    page = visit.go("/?lang=en")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_the_phone_menu_opens_and_leads_on(visit: Visit) -> None:
    page = visit.go("/?lang=fr")
    page.locator(".menu-narrow summary").tap()
    page.locator(".menu-narrow a", has_text="Sanctions").tap()
    page.wait_for_url("**/sanctions?lang=fr")
    expect(page.locator("h1")).to_contain_text("Deux États sous sanctions")


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_the_controls_open_on_a_phone(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    expect(page.locator("#shipments-start")).to_be_hidden()
    page.locator(".controls-toggle").tap()
    expect(page.locator("#shipments-start")).to_be_visible()
