"""Everyone can use it: WCAG 2.2 AA as far as a machine can tell, by keyboard, on a small or enlarged screen, in one's own colours."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, TimeoutError, expect

from tests.browser.conftest import Visit
from tests.browser.test_zoom import drag

pytestmark = pytest.mark.browser

DECK, EMBED, RECORD = "/briefing/march-2024", "/embed/containers", "/record/claims/CC06"
MENU = ["/", "/shipments", "/launches", "/diplomacy", "/sanctions", "/briefing", "/data", "/about"]
PAGES = [*MENU, RECORD, DECK, EMBED, "/no-such-page"]
FRENCH = ["/shipments", RECORD]
VIEWS = [(page, "en") for page in PAGES] + [(page, "fr") for page in FRENCH]

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
LIGHT, DARK = {**DESKTOP, "color_scheme": "light"}, {**DESKTOP, "color_scheme": "dark"}
NARROW = {**LIGHT, "viewport": {"width": 320, "height": 640}}
ENLARGED = {**LIGHT, "viewport": {"width": 640, "height": 450}}  # 1280 by 900 at 200 %
FORCED = {**LIGHT, "forced_colors": "active"}

# What stands beyond the right edge of the window, outside of anything that scrolls or is cut on its own.
BEYOND = """() => {
  const wide = document.documentElement.clientWidth;
  const kept = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== 'visible') return true;
    return false;
  };
  const names = [...document.body.querySelectorAll('*')]
    .filter((one) => !one.closest('svg') && one.getBoundingClientRect().width && one.getBoundingClientRect().right > wide + 1)
    .filter((one) => !kept(one)).map((one) => `${one.localName}.${one.className}`);
  return document.documentElement.scrollWidth > wide ? ['the page scrolls sideways', ...names] : names;
}"""
# Elements that take longer than a hundredth of a second to change or move.
MOVING = """() => [...document.querySelectorAll('*')].flatMap((one) => ['', '::before', '::after'].map((part) => {
  const style = getComputedStyle(one, part || null);
  const slow = (times) => times.split(',').some((time) => parseFloat(time) > 0.01);
  const moves = slow(style.transitionDuration) || (style.animationName !== 'none' && slow(style.animationDuration));
  return moves && `${one.localName}.${one.className}${part}`;
})).filter(Boolean)"""
# The element with the focus: what it is, whether a ring shows it, and whether something lies over it.
FOCUSED = """() => {
  const one = document.activeElement;
  const ringed = [one, one.closest('.dash-input-container, .search-top'), one.querySelector('.choice-said')].filter(Boolean).some((near) => {
    const style = getComputedStyle(near);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5) || style.boxShadow !== 'none';
  });
  const box = one.getBoundingClientRect();
  const over = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2), Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2));
  return {
    name: `${one.localName}.${one.className}#${one.id}`, text: one.textContent.trim(),
    ringed, seen: Boolean(over) && (one.contains(over) || over.contains(one)),
  };
}"""

Opened = Callable[[dict[str, Any]], Visit]


@pytest.fixture(scope="module")
def opened(browser: Browser, base: str) -> Iterator[Opened]:
    """One tab for each kind of reader, kept while this file runs: what is loaded once serves all pages."""
    tabs: list[tuple[dict[str, Any], Visit]] = []

    def tab(options: dict[str, Any]) -> Visit:
        for kind, visit in tabs:
            if kind == options:
                return visit
        tabs.append((options, Visit(browser.new_context(**options).new_page(), base)))
        return tabs[-1][1]

    yield tab
    for _, visit in tabs:
        visit.page.context.close()


@pytest.fixture(scope="module")
def axe() -> Axe:
    return Axe()


def at(visit: Visit, path: str, lang: str = "en") -> Page:
    return visit.go(f"{path}?lang={lang}")


def faults(axe: Axe, page: Page) -> list[str]:
    """What axe-core holds against the page as it stands, one line for each element."""
    found = axe.run(page, options=RULES).response["violations"]
    return [f"{rule['impact']}: {rule['help']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def stops(page: Page, most: int) -> list[dict[str, Any]]:
    """The elements that Tab reaches from the top of the page, in their order."""
    reached = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        reached.append(page.evaluate(FOCUSED))
    return reached


@pytest.fixture(scope="module", params=VIEWS, ids=[f"{path} {lang}" for path, lang in VIEWS])
def view(opened: Opened, request: pytest.FixtureRequest) -> Page:
    """One page in one language, opened once for all the tests that go over every page."""
    return at(opened(LIGHT), *request.param)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_axe_finds_nothing(view: Page, axe: Axe, theme: str) -> None:
    view.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
    assert faults(axe, view) == []


def test_nothing_moves_for_readers_who_asked_for_stillness(view: Page) -> None:
    assert view.evaluate(MOVING) == []


def test_nothing_scrolls_sideways_at_320_pixels(view: Page) -> None:
    view.set_viewport_size(NARROW["viewport"])
    with suppress(TimeoutError):  # charts follow the window a moment later; what still stands out then is named below
        view.wait_for_function(f"() => ({BEYOND})().length === 0", timeout=5_000)
    beyond = view.evaluate(BEYOND)
    view.set_viewport_size(DESKTOP["viewport"])
    assert beyond == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_in_what_opens_on_request(opened: Opened, axe: Axe, theme: dict[str, Any]) -> None:
    page = at(opened(theme), "/")
    drag(page, 0.2, 0.5)
    expect(page.locator(".zoom-out")).to_be_visible()
    assert faults(axe, page) == []
    page.locator("button[data-action=table]").first.click()
    expect(page.locator(".card-table td").first).to_be_visible()
    page.locator("[data-menu=more] summary").first.click()
    assert faults(axe, page) == []
    page.locator("[data-panel=cite]").first.click()
    assert faults(axe, page) == []
    page.keyboard.press("Escape")
    page.click(".search-open")
    page.keyboard.type("Rajin")
    page.wait_for_selector(".search-hit")
    assert faults(axe, page) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_in_an_open_choice(opened: Opened, axe: Axe, theme: dict[str, Any]) -> None:
    page = at(opened(theme), "/shipments")
    page.click("#shipments-overlay-said")
    assert faults(axe, page) == []
    page.click("#shipments-claimant-said")
    page.get_by_role("checkbox", name="Kyiv").check()  # what Dash says of an option is corrected after a change too
    expect(page.locator("#shipments-claimant-said")).to_have_text("Kyiv")
    assert faults(axe, page) == []
    page = at(opened(theme), "/data")
    page.click("#data-only-said")
    assert faults(axe, page) == []
    page.click(".columns-menu summary")
    assert faults(axe, page) == []


def test_axe_finds_nothing_on_a_slide_with_its_table_and_its_notes(opened: Opened, axe: Axe) -> None:
    page = at(opened(LIGHT), DECK)
    page.keyboard.press("ArrowRight")
    assert faults(axe, page) == []
    page.keyboard.press("t")
    page.keyboard.press("n")
    assert faults(axe, page) == []


@pytest.mark.parametrize("path", ["/shipments", "/data", DECK])
def test_every_stop_of_the_tab_key_is_ringed_and_uncovered(opened: Opened, path: str) -> None:
    reached = stops(at(opened(LIGHT), path), 40)
    assert reached
    assert [one["name"] for one in reached if not (one["ringed"] and one["seen"])] == []


def test_tab_leads_through_menu_tools_fields_and_the_actions_of_the_cards_in_this_order(opened: Opened) -> None:
    reached = stops(at(opened(LIGHT), "/shipments"), 40)
    names = [f"{one['name']} {one['text']}" for one in reached]
    wanted = ["a.skip", "a.brand", "Shipments", "button.search-open", "a.language", "button.theme-toggle"]
    wanted += ["#shipments-start", "#shipments-asof", "Context below", "#shipments-reset"]
    wanted += ["Data (CSV)", "Picture", "Table", "Full screen", "More"]
    places = [next((place for place, name in enumerate(names) if want in name), -1) for want in wanted]
    assert -1 not in places, dict(zip(wanted, places, strict=True))
    assert places == sorted(places)


def test_a_menu_of_a_card_opens_with_enter_and_closes_with_esc_which_gives_the_focus_back(opened: Opened) -> None:
    page = at(opened(LIGHT), "/")
    menu = page.locator("[data-menu=more]").first
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu.locator(".card-menu-list")).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.locator(".card-menu-list .action").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu.locator(".card-menu-list")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


def test_the_menu_of_a_narrow_window_opens_with_enter_and_closes_with_esc(opened: Opened) -> None:
    page = at(opened(NARROW), "/about")
    opener = page.locator(".menu-narrow summary")
    opener.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".menu-narrow nav a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".menu-narrow nav")).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_search_gives_the_focus_back_to_its_button(opened: Opened) -> None:
    page = at(opened(LIGHT), "/about")
    page.locator(".search-open").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".search-field")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search-open")).to_be_focused()


def test_the_rows_behind_a_chart_are_a_table_that_the_keyboard_opens_and_scrolls(opened: Opened) -> None:
    page = at(opened(LIGHT), "/shipments")
    card = page.locator(".card[data-chart=containers]")
    card.locator("button[data-action=table]").focus()
    page.keyboard.press("Enter")
    table = card.get_by_role("region").get_by_role("table")
    expect(table.get_by_role("columnheader").first).to_be_visible()
    expect(table.get_by_role("link", name="CC06")).to_be_visible()
    expect(card.get_by_role("region")).to_have_attribute("tabindex", "0")


def test_a_chart_is_one_picture_named_by_its_title_and_description(opened: Opened) -> None:
    page = at(opened(LIGHT), "/shipments")
    title = page.locator(".card[data-chart=containers] h2").inner_text()
    expect(page.locator(".card[data-chart=containers]").get_by_role("img", name=title)).to_be_visible()


def test_at_twice_the_size_the_controls_leave_the_window_to_the_charts(opened: Opened) -> None:
    page = at(opened(ENLARGED), "/shipments")
    assert page.evaluate(BEYOND) == []
    page.locator(".card").nth(1).scroll_into_view_if_needed()
    assert page.locator(".controls").evaluate("(row) => row.getBoundingClientRect().bottom") <= 0


def test_in_forced_colours_the_focus_is_ringed_and_the_menu_says_where_one_is(opened: Opened) -> None:
    page = at(opened(FORCED), "/shipments")
    assert [one["name"] for one in stops(page, 25) if not one["ringed"]] == []
    line = "(link) => getComputedStyle(link).borderBottomColor"
    here = page.locator(".menu-wide a[aria-current]").evaluate(line)
    assert here != page.locator(".menu-wide a:not([aria-current])").first.evaluate(line)
    page.click(".search-open")
    page.wait_for_selector(".search-field:focus")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
