"""A drag over the days of a chart shows those days alone; nothing is asked and nothing is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

PLOT = "#overview-containers-figure .nsewdrag >> nth=0"
RANGE = "() => document.querySelector('#overview-containers-figure .js-plotly-plot').layout.xaxis.range"
TICKS = "() => [...document.querySelectorAll('#overview-containers-figure .xtick text')].map((one) => one.textContent)"
OUT = ".zoom-out"


def drag(page: Page, start: float, end: float) -> None:
    """Drag over the chart from one share of its width to another."""
    page.locator(PLOT).scroll_into_view_if_needed()
    box = page.locator(PLOT).bounding_box()
    assert box
    y = box["y"] + box["height"] * 0.2
    page.mouse.move(box["x"] + box["width"] * start, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * end, y, steps=4)
    page.mouse.up()


def test_a_drag_shows_the_days_under_it_and_asks_nothing(visit: Visit) -> None:
    page = visit.go("/?lang=en")
    whole, sent = page.evaluate(RANGE), []
    page.on("request", lambda request: sent.append(request.url))
    drag(page, 0.2, 0.4)
    page.wait_for_selector(OUT)
    start, end = page.evaluate(RANGE)
    assert whole[0] < start < end < whole[1]
    assert len(page.evaluate(TICKS)) >= 2
    assert page.url.endswith("/?lang=en")
    assert sent == []
    page.click(OUT)
    assert page.evaluate(RANGE) == whole
    expect(page.locator(OUT)).to_have_count(0)


def test_however_short_the_drag_its_days_have_ticks_to_be_read_by(visit: Visit) -> None:
    page = visit.go("/?lang=fr")
    drag(page, 0.5, 0.515)
    expect(page.locator(OUT)).to_have_text("Toute la période")
    assert len(page.evaluate(TICKS)) >= 2
    page.keyboard.press("Escape")
    expect(page.locator(OUT)).to_have_count(0)


def test_another_theme_keeps_the_zoom_and_another_choice_ends_it(visit: Visit) -> None:
    page = visit.go("/?lang=en")
    whole = page.evaluate(RANGE)
    drag(page, 0.2, 0.6)
    page.wait_for_selector(OUT)
    zoomed = page.evaluate(RANGE)
    page.click(".theme-toggle")
    assert page.evaluate(RANGE) == zoomed
    page.click("#overview-overlay-said")
    page.get_by_role("radio", name="Meetings").click()
    assert page.evaluate(RANGE) == zoomed
    page.click("#overview-unit-said")
    page.get_by_role("radio", name="Shells").click()
    page.wait_for_url("**unit=shells**")
    page.wait_for_function(f"(whole) => ({RANGE})()[0] === whole", arg=whole[0])
    expect(page.locator(OUT)).to_have_count(0)


@pytest.mark.parametrize(
    "visit", [{"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}], indirect=True
)
def test_on_a_touch_screen_a_drag_is_left_to_the_page(visit: Visit) -> None:
    page = visit.go("/?lang=en")
    assert (
        page.evaluate("() => document.querySelector('#overview-containers-figure .js-plotly-plot').layout.dragmode")
        is False
    )
