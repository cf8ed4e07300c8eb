"""What stands under a chart: menus, full screen, citation, frame, and the lines that read its rows."""

import io

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}}


def card(page: Page, chart: str = "containers") -> Locator:
    return page.locator(f".card[data-chart='{chart}']")


def panel(page: Page, name: str) -> Locator:
    card(page).locator("details.card-menu summary").last.click()
    card(page).locator(f"button[data-panel={name}]").click()
    return page.locator(f"dialog.share section[data-panel={name}]")


def test_a_menu_opens_and_closes_by_the_keyboard_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    summary = card(page).locator("details.card-menu summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(card(page).locator("button[data-action=png]")).to_be_visible()
    page.keyboard.press("Tab")
    expect(card(page).locator("button[data-action=png]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page).locator("button[data-action=png]")).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_click_elsewhere_closes_a_menu(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    card(page).locator("details.card-menu summary").first.click()
    card(page).locator("h2").click()
    expect(card(page).locator("details.card-menu[open]")).to_have_count(0)


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_on_a_phone_every_action_can_be_hit_and_none_lies_on_another(visit: Visit, lang: str) -> None:
    page = visit.go(f"/shipments?lang={lang}")
    row = card(page).locator(".card-actions > .action, .card-actions > details > summary")
    boxes = row.evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.top, box.right, box.bottom])"
    )
    assert len(boxes) == 5
    assert all(bottom - top >= 44 and left >= 0 and right <= 390 for left, top, right, bottom in boxes)
    for place, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[place + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_an_open_menu_stays_on_the_screen_of_a_phone(visit: Visit) -> None:
    page = visit.go("/shipments?lang=fr")
    for summary in card(page).locator("details.card-menu summary").all():
        summary.click()
        box = card(page).locator("details[open] .card-menu-list").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        page.keyboard.press("Escape")


def test_the_citation_names_the_address_of_this_server(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03-18&lang=en")
    page.context.set_offline(True)
    said = panel(page, "cite").locator("code")
    expect(said).to_contain_text(f"{visit.base}/shipments?asof=2024-03-18&lang=en#containers")
    expect(said).to_contain_text("as known on 18\u00a0March 2024")


def test_the_frame_code_can_be_pasted_as_it_is(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03-18&lang=en")
    live, then = panel(page, "embed").locator("code").all_inner_texts()
    made = page.evaluate(
        """(codes) => codes.map((code) => {
             const frame = new DOMParser().parseFromString(code, 'text/html').querySelector('iframe');
             return [frame.src, frame.title, frame.loading]; })""",
        [live, then],
    )
    assert [one[0] for one in made] == [
        f"{visit.base}/embed/containers?lang=en",
        f"{visit.base}/embed/containers?asof=2024-03-18&lang=en",
    ]
    assert all(title and loading == "lazy" for _, title, loading in made)


def test_the_lines_of_pandas_read_exactly_what_the_chart_draws(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03-18&claimant=us&lang=en")
    address, lines = panel(page, "code").locator("code").all_inner_texts()
    scope: dict[str, pd.DataFrame] = {}
    exec(lines, scope)
    table = page.request.get(address).text()
    assert not table.startswith("\ufeff")
    assert scope["data"].equals(pd.read_csv(io.StringIO(table)))
    assert set(scope["data"]["group_id"]) == {"us"}


def test_the_lines_on_the_page_of_a_record_read_its_row(visit: Visit) -> None:
    page = visit.go("/record/claims/CC01?lang=en")
    page.click(".record-cite summary")
    scope: dict[str, pd.DataFrame] = {}
    exec(page.locator(".record-cite code").inner_text(), scope)
    assert list(scope["data"]["claim_id"]) == ["CC01"]
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click(".record-cite button")
    expect(page.locator(".record-cite button")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".record-cite code").inner_text()


def test_a_text_is_copied_with_its_host(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = panel(page, "code").locator("button").first
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{visit.base}/chart/containers.csv?raw=1"


def test_a_copied_link_leads_back_to_the_chart(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03-18&lang=en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card(page, "routes").locator("details.card-menu summary").last.click()
    card(page, "routes").locator("button[data-action=copy]").click()
    expect(card(page, "routes").locator("button[data-action=copy]")).to_have_text("Link copied")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{visit.base}/shipments?asof=2024-03-18&lang=en#routes"
    page.goto("about:blank")
    page.goto(address)
    expect(card(page, "routes").locator("h2")).to_be_in_viewport()


def test_a_card_takes_the_whole_screen_and_gives_it_back(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    button = card(page).locator("button[data-action=fullscreen]")
    plot = card(page).locator(".js-plotly-plot")
    before = plot.bounding_box()
    button.click()
    expect(button).to_have_text("Leave full screen")
    full = plot.bounding_box()
    assert before is not None
    assert full is not None
    assert full["height"] > before["height"]
    button.click()
    expect(button).to_have_text("Full screen")
    page.wait_for_function(
        "(tall) => document.querySelector(\".card[data-chart='containers'] .js-plotly-plot\").clientHeight === tall",
        arg=before["height"],
    )
