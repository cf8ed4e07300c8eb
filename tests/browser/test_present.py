"""A deck in a room: played by keys and fingers, readable from the back, and whole without a network."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit

NUMBER = ".deck-number"
SMALLEST = """() => {
  const slide = document.querySelector('.slide:not([hidden])');
  const scale = +slide.querySelector('.stage').dataset.scale;
  return Math.min(...[...slide.querySelectorAll('.plot text, .plot tspan')].filter((one) => one.textContent.trim())
    .map((one) => parseFloat(getComputedStyle(one).fontSize) * scale));
}"""
DRAWN = ".slide:not([hidden]) .main-svg"


def opened(visit: Visit, path: str) -> Page:
    visit.page.goto(visit.base + path, timeout=90_000)
    visit.page.wait_for_selector("main[data-ready]")
    return visit.page


@pytest.mark.parametrize("deck", ["march-2024", "today"])
def test_a_deck_plays_with_the_network_closed(visit: Visit, deck: str) -> None:
    page = opened(visit, f"/briefing/{deck}?lang=en")
    asked: list[str] = []
    page.on("request", lambda sent: sent.url.startswith("http") and asked.append(sent.url))
    page.context.set_offline(True)
    slides = page.locator(".slide").count()
    for number in range(2, slides + 1):
        page.keyboard.press("ArrowRight")
        page.wait_for_selector(DRAWN)
        assert page.text_content(NUMBER) == f"{number} / {slides}"
        if page.get_attribute(".slide:not([hidden])", "data-chart") == "sanctions-map":
            page.wait_for_selector(".slide:not([hidden]) .choroplethlayer path")
        page.keyboard.press("t")
        assert page.locator(".slide:not([hidden]) .slide-table tbody tr").first.is_visible()
        page.keyboard.press("t")
    assert asked == []
    assert visit.errors == []


def test_the_keys_do_what_the_help_says(visit: Visit) -> None:
    page = opened(visit, "/briefing/launches?lang=en")
    seen = []
    for key in ("Space", "ArrowRight", "PageDown", "ArrowLeft", "PageUp", "End", "ArrowRight", "Home", "Shift+Space"):
        page.keyboard.press(key)
        seen.append(page.text_content(NUMBER).split(" / ")[0])  # type: ignore[union-attr]
    assert seen == ["2", "3", "4", "3", "2", "9", "9", "1", "1"]
    page.keyboard.press("?")
    assert page.locator(".deck-help").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.text_content(NUMBER) == "1 / 9"
    page.keyboard.press("Escape")
    assert not page.locator(".deck-help").is_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    assert page.locator(".slide:not([hidden]) .slide-notes p").first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".slide:not([hidden]) .slide-notes").is_visible()


def test_the_address_names_the_slide(visit: Visit) -> None:
    page = opened(visit, "/briefing/march-2024?lang=en#4")
    assert page.text_content(NUMBER) == "4 / 10"
    page.click(".deck-bar [data-do=next]")
    assert page.url.endswith("#5")
    page.evaluate("location.hash = '#2'")
    page.wait_for_function("() => document.querySelector('.deck-number').textContent === '2 / 10'")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=str)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_slide_is_readable_from_the_back(visit: Visit, size: tuple[int, int], lang: str) -> None:
    page = visit.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    opened(visit, f"/briefing/march-2024?lang={lang}")
    for _ in range(page.locator(".slide").count() - 1):
        page.keyboard.press("ArrowRight")
        page.wait_for_selector(DRAWN)
        big = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.slide:not([hidden]) h2')).fontSize)")
        assert big >= 34
        assert page.evaluate(SMALLEST) >= 15.9
        assert page.locator(".slide:not([hidden]) .slide-sources").is_visible()
        overflow = "(() => { const s = document.querySelector('.slide:not([hidden])'); return s.scrollHeight > s.clientHeight + 1 })()"
        assert not page.evaluate(overflow)


@pytest.mark.parametrize("visit", [{"viewport": {"width": 390, "height": 844}, "has_touch": True}], indirect=True)
def test_on_a_phone_nothing_scrolls_sideways_and_a_swipe_turns_the_slide(visit: Visit) -> None:
    page = opened(visit, "/briefing/sanctions?lang=fr")
    swipe = """() => {
      const slide = document.querySelector('.slide:not([hidden])');
      const at = (x) => new Touch({ identifier: 1, target: slide, clientX: x, clientY: 300 });
      slide.dispatchEvent(new TouchEvent('touchstart', { touches: [at(300)], changedTouches: [at(300)], bubbles: true }));
      slide.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [at(100)], bubbles: true }));
    }"""
    for number in range(2, 9):
        page.evaluate(swipe)
        page.wait_for_selector(DRAWN)
        assert page.text_content(NUMBER) == f"{number} / 8"
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_charts_on_slides_stay_alive(visit: Visit) -> None:
    page = opened(visit, "/briefing/march-2024?lang=en#4")
    page.wait_for_selector(f"{DRAWN} .points path")
    box = page.locator(f"{DRAWN} .points path").last.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    page.wait_for_selector(".slide:not([hidden]) .hovertext")


def test_a_chart_is_added_to_ones_own_deck_with_its_state(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03-18&lang=en")
    for chart in ("containers", "oil"):
        page.locator(f'[data-chart="{chart}"] [data-menu="more"] summary').click()
        page.locator(f'[data-chart="{chart}"] [data-action="brief"]').click()
    page.click(".toast a")
    page.wait_for_selector("main[data-ready]")
    assert page.locator(".deck-contents li").count() == 2
    assert "18 March 2024" in (page.text_content(".slide[data-chart=containers] .slide-subtitle") or "").replace(
        "\u00a0", " "
    )
    page.locator(".deck-contents li").last.locator("a[data-own]").first.click()
    page.wait_for_selector("main[data-ready]")
    assert page.locator(".slide[data-chart]").first.get_attribute("data-chart") == "oil"
    page.goto(f"{visit.base}/briefing?lang=en")
    page.click("a[data-own-deck]")
    page.wait_for_selector("main[data-ready]")
    assert page.locator(".slide[data-chart]").first.get_attribute("data-chart") == "oil"


def test_an_embed_follows_the_width_of_its_frame(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.base}/embed/containers?lang=en")
    page.wait_for_selector(".embed-chart .main-svg")
    for width in (900, 420):
        page.set_viewport_size({"width": width, "height": 700})
        drawn = f"() => Math.abs(document.querySelector('.embed-chart .main-svg').getBoundingClientRect().width - {width} + 32) < 2"
        page.wait_for_function(drawn)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.errors == []
    assert visit.foreign == []
