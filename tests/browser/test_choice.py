"""A choice opens on request, says what is chosen whoever chose it, and closes as a menu does."""

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

OPEN = "details.choice[open]"
OVERLAY, CLAIMANT, UNIT = (f"#shipments-{name}-said" for name in ("overlay", "claimant", "unit"))


def summary(page: Page, said: str) -> Locator:
    return page.locator("summary", has=page.locator(said))


def test_a_field_follows_the_reader_the_way_back_and_reset(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    expect(page.locator(OVERLAY)).to_have_text("Sanctions")
    page.click(OVERLAY)
    page.get_by_role("radio", name="Meetings").click()
    page.wait_for_url("**overlay=meetings**")
    expect(page.locator(OVERLAY)).to_have_text("Meetings")
    page.go_back()
    expect(page.locator(OVERLAY)).to_have_text("Sanctions")
    page.go_forward()
    expect(page.locator(OVERLAY)).to_have_text("Meetings")
    page.click("#shipments-reset")
    expect(page.locator(OVERLAY)).to_have_text("Sanctions")
    page.wait_for_url(lambda url: "overlay" not in url)
    assert visit.errors == []


def test_a_reset_before_the_server_has_answered_leaves_no_word_behind(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    held: list[Route] = []

    def hold(route: Route) -> None:
        chosen = '"changedPropIds":["shipments-unit.value"]' in (route.request.post_data or "")
        held.append(route) if chosen else route.continue_()

    page.route("**/_dash-update-component", hold)
    page.click(UNIT)
    page.get_by_role("radio", name="Shells").click()
    expect(page.locator(UNIT)).to_have_text("Shells (conversion)")
    page.click("#shipments-reset")
    expect(page.locator("#shipments-unit input[value=containers]")).to_be_checked()
    expect(page.locator(UNIT)).to_have_text("Containers")
    for route in held:
        route.continue_()


def test_several_are_chosen_without_closing_and_cleared_at_once(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    expect(summary(page, CLAIMANT)).to_have_accessible_name("Who says so All")
    page.click(CLAIMANT)
    clear = page.get_by_role("button", name="Clear the choice")
    expect(clear).to_be_hidden()
    page.get_by_role("checkbox", name="Kyiv").check()
    page.get_by_role("checkbox", name="Washington").check()
    page.wait_for_url("**claimant=*")
    expect(page.locator(CLAIMANT)).to_have_text("Washington · Kyiv")
    clear.click()
    page.wait_for_url(lambda url: "claimant" not in url)
    expect(page.locator(CLAIMANT)).to_have_text("")
    expect(page.get_by_role("checkbox", name="Washington")).to_be_focused()


def test_one_is_chosen_by_the_keyboard_alone(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    summary(page, OVERLAY).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Sanctions")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**overlay=meetings**")
    expect(page.get_by_role("radio", name="Meetings")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(OPEN)).to_have_count(0)
    expect(summary(page, OVERLAY)).to_be_focused()


def test_it_closes_on_escape_on_a_click_beside_it_and_when_another_opens(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    page.click(CLAIMANT)
    page.get_by_role("checkbox", name="Kyiv").focus()
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    expect(summary(page, CLAIMANT)).to_be_focused()
    page.click(CLAIMANT)
    page.click(OVERLAY)
    expect(page.locator(OPEN)).to_have_count(1)
    expect(page.get_by_role("radiogroup", name="Context below")).to_be_visible()
    page.click("h1")
    expect(page.locator(OPEN)).to_have_count(0)


@pytest.mark.parametrize("visit", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
def test_no_panel_leaves_a_small_window(visit: Visit) -> None:
    page = visit.go("/launches?lang=fr")
    page.click(".controls-toggle")
    fields = page.locator(".controls .choice-said")
    for place in range(fields.count()):
        fields.nth(place).click()
        box = page.locator(f"{OPEN} .choice-panel").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("visit", [{"color_scheme": "light"}], indirect=True)
def test_the_theme_follows_the_system_until_the_reader_chooses_one_which_is_kept(visit: Visit) -> None:
    page = visit.go("/about?lang=en")
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "light")
    page.emulate_media(color_scheme="dark")
    expect(root).to_have_attribute("data-theme", "dark")
    page.click(".theme-toggle")
    expect(root).to_have_attribute("data-theme", "light")
    page.reload()
    expect(root).to_have_attribute("data-theme", "light")
