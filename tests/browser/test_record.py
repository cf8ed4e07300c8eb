"""A mark, a key figure and a link lead to the record behind them."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_a_click_on_a_mark_opens_its_record_with_sources_and_rivals(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03-18&lang=en")
    x, y = page.evaluate(
        """() => {
          const marks = [...document.querySelectorAll('#shipments-containers-figure .scatterlayer .points path')];
          const box = marks[0].getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        }"""
    )
    page.mouse.click(x, y)
    drawer = page.locator("dialog.drawer")
    expect(drawer.locator("h1")).to_contain_text("containers")
    expect(drawer.locator(".record-sources a").first).to_have_attribute("href", re.compile(r"^https?://"))
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()


def test_a_key_figure_opens_its_record_by_keyboard(visit: Visit) -> None:
    page = visit.go("/?lang=fr")
    figure = page.locator("a.figure").first
    figure.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog.drawer h1")).to_contain_text("conteneurs")


def test_a_record_has_an_address_of_its_own(visit: Visit) -> None:
    visit.page.goto(f"{visit.base}/record/claims/CC06?lang=fr")
    expect(visit.page.locator("h1")).to_contain_text("7\u202f000")
    assert visit.errors == []
    assert visit.foreign == []
