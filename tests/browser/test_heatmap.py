"""A month of the heatmap, clicked, becomes the period of the page; clicked again, or reset, it is let go."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
FIGURE = "#launches-missile-heatmap-figure"
SUMMARY = "#launches-list .table-after"


def click_month(page: Page, year: int, month: int) -> None:
    """Click the cell of that month, once the chart shows the year."""
    axis = f"document.querySelector('{FIGURE} .js-plotly-plot')?._fullLayout?.yaxis"
    page.wait_for_function(f"() => {axis}?.ticktext?.includes('{year}')")
    page.locator(FIGURE).scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    x, y = page.evaluate(
        """([selector, year, month]) => {
          const drawn = document.querySelector(`${selector} .js-plotly-plot`);
          const { xaxis, yaxis } = drawn._fullLayout;
          drawn.scrollIntoView({ block: 'center' });
          const box = drawn.getBoundingClientRect();
          const row = yaxis.ticktext.indexOf(String(year));
          return [box.x + xaxis._offset + xaxis.d2p(month), box.y + yaxis._offset + yaxis.d2p(row)];
        }""",
        [FIGURE, year, month],
    )
    page.mouse.move(x, y)
    page.mouse.click(x, y)


def test_a_click_on_a_month_shows_that_month_and_a_second_click_all(visit: Visit) -> None:
    page = visit.go("/launches?type=SRBM&lang=en")
    whole = page.locator(SUMMARY).inner_text()
    click_month(page, 2022, 11)
    expect(page.locator("#launches-start")).to_have_value("2022-11")
    expect(page.locator("#launches-end")).to_have_value("2022-11")
    expect(page.locator("#launches-list tbody tr").first).to_contain_text("Nov 2022")
    assert "start=2022-11&end=2022-11" in page.url
    assert "type=SRBM" in page.url
    assert "lang=en" in page.url
    assert page.locator("dialog.drawer[open]").count() == 0
    click_month(page, 2022, 11)
    expect(page.locator("#launches-start")).to_have_value("")
    expect(page.locator(SUMMARY)).to_have_text(whole)
    assert "start=" not in page.url
    assert visit.errors == []


def test_the_back_button_and_reset_let_the_month_go(visit: Visit) -> None:
    page = visit.go("/launches?lang=en")
    click_month(page, 2022, 11)
    expect(page.locator("#launches-end")).to_have_value("2022-11")
    page.go_back()
    expect(page.locator("#launches-end")).to_have_value("")
    page.go_forward()
    expect(page.locator("#launches-end")).to_have_value("2022-11")
    expect(page.locator("#launches-list tbody tr").first).to_contain_text("Nov 2022")
    page.click("#launches-reset")
    expect(page.locator("#launches-end")).to_have_value("")
    page.wait_for_url(lambda url: "start=" not in url)


def test_every_row_of_the_list_opens_its_record(visit: Visit) -> None:
    page = visit.go("/launches?start=2022-11&end=2022-11&lang=fr")
    page.locator("#launches-list tbody a").first.click()
    expect(page.locator("dialog.drawer h1")).to_contain_text("novembre 2022")
