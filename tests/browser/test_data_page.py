"""The data page: filters and columns are in the address, and every way back to a state restores it."""

import pytest
from playwright.sync_api import Page, expect

from dashboard.paths import DATA
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
expect.set_options(timeout=20_000)
ALL = len((DATA / "claims.csv").read_text(encoding="utf-8").splitlines()) - 1


def heads(page: Page) -> list[str]:
    """The columns that are shown, by their fields."""
    return page.eval_on_selector_all(".ag-header-cell", "cells => cells.map((cell) => cell.getAttribute('col-id'))")


def opened(visit: Visit, path: str) -> Page:
    page = visit.page
    page.goto(visit.base + path)
    page.wait_for_selector(".ag-row")
    return page


def test_a_filter_of_a_column_head_is_written_into_the_address_and_survives_reload_and_back(visit: Visit) -> None:
    page = opened(visit, "/data?table=claims&lang=en")
    page.locator(".ag-header-cell[col-id=claim_id] .ag-header-cell-filter-button").click()
    page.locator(".ag-filter input[type=text]").first.fill("cc0")
    page.wait_for_url("**claim_id~=cc0**")
    expect(page.locator("#data-count")).to_have_text(f"9 of {ALL} rows")
    page.reload()
    expect(page.locator("#data-count")).to_have_text(f"9 of {ALL} rows")
    page.fill("#data-asof", "2024-03-18")
    page.keyboard.press("Enter")
    expect(page.locator("#data-count")).to_have_text(f"6 of {ALL} rows")
    expect(page.locator(".notice-asof")).to_contain_text("18 March 2024")
    page.go_back()
    expect(page.locator("#data-count")).to_have_text(f"9 of {ALL} rows")
    expect(page.locator("#data-asof")).to_have_value("")
    page.go_back()
    expect(page.locator("#data-count")).to_have_text(f"{ALL} of {ALL} rows")
    assert visit.errors == []


def test_values_are_chosen_from_the_list_and_the_files_follow(visit: Visit) -> None:
    page = opened(visit, "/data?table=claims&lang=en")
    page.click("#data-only-said")
    page.get_by_placeholder("Find a value").fill("item: cont")
    expect(page.get_by_role("group", name="Only").get_by_role("checkbox")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    page.wait_for_url("**item=containers**")
    link = page.get_by_role("link", name="These rows of “Quantities claimed” as CSV")
    text = page.request.get(visit.base + str(link.get_attribute("href"))).text()
    expect(page.locator("#data-count")).to_have_text(f"{len(text.splitlines()) - 1} of {ALL} rows")
    expect(page.locator("#data-only-said")).to_have_text("Item: containers")


def test_columns_are_chosen_by_the_keyboard_and_kept_in_the_address(visit: Visit) -> None:
    page = opened(visit, "/data?table=un_votes&lang=en")
    before = heads(page)
    assert "resolution" in before
    page.focus(".columns-menu summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**columns=**")
    expect(page.locator(".ag-header-cell[col-id=resolution]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".columns-menu summary")).to_be_focused()
    page.reload()
    page.wait_for_selector(".ag-row")
    expect(page.locator(".ag-header-cell[col-id=resolution]")).to_have_count(0)


@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "zip"])
def test_every_file_can_be_taken_away(visit: Visit, form: str) -> None:
    page = opened(visit, "/data?table=claims&item=guns&lang=en")
    with page.expect_download() as download:
        page.get_by_role("link", name=f"These rows of “Quantities claimed” as {form.upper()}").click()
    assert download.value.suggested_filename.endswith(f".{form}")
    assert download.value.path().stat().st_size > 1000


@pytest.mark.parametrize("visit", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_another_table_is_chosen_from_a_list_and_begins_without_the_values_of_the_last(visit: Visit) -> None:
    page = opened(visit, "/data?table=claims&item=guns&lang=en")
    expect(page.locator("#data-only-said")).to_have_text("Item: guns")
    page.click("#data-table-said")
    page.get_by_role("radio", name="Security Council votes").check()
    page.wait_for_url("**table=un_votes**")
    expect(page.locator("#data-table-said")).to_contain_text("Security Council votes")
    expect(page.locator("#data-only-said")).to_have_text("")
    page.go_back()
    expect(page.locator("#data-table-said")).to_contain_text("Quantities claimed")
    expect(page.locator("#data-only-said")).to_have_text("Item: guns")


@pytest.mark.parametrize("visit", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_only_the_grid_scrolls_sideways(visit: Visit) -> None:
    page = opened(visit, "/data?table=claims&item=containers,guns&asof=2024-06&lang=fr")
    page.click(".columns-menu summary")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
