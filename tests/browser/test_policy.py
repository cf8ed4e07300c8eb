"""Under the policy of the headers everything works, and nothing even tries what it forbids."""

import pytest

from dashboard.pages import MENU
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
WATCH = """window.refused = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));"""


@pytest.mark.parametrize("path", [*(path for _, path in MENU), "/record/claims/CC01"])
def test_a_page_with_its_drawer_and_its_search_asks_for_nothing_that_is_forbidden(visit: Visit, path: str) -> None:
    visit.page.add_init_script(WATCH)
    page = visit.go(f"{path}?lang=en")
    if path == "/data":
        page.wait_for_selector(".ag-row")
    if path == "/":
        page.locator(".figures a, .key-figures a").first.click()
        page.wait_for_selector("dialog.drawer h1")
        page.keyboard.press("Escape")
    page.locator(".search-open").click()
    page.keyboard.type("Rajin")
    page.wait_for_selector("dialog.search mark")
    assert page.evaluate("window.refused") == []
    assert visit.errors == []


def test_a_script_that_somebody_slipped_in_does_not_run(visit: Visit) -> None:
    visit.page.add_init_script(WATCH)
    page = visit.go("/about?lang=en")
    page.evaluate(
        """() => { const one = document.createElement('script'); one.textContent = 'window.slipped = 1';
                   document.body.append(one);
                   document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.slipped = 2">'); }"""
    )
    page.wait_for_function("() => window.refused.length === 2")
    assert page.evaluate("window.slipped") is None
