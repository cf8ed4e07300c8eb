"""Every page, both languages: all charts drawn, nothing complained of, nobody else asked."""

import re

import pytest

from dashboard.pages import MENU
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
PATHS = [path for _, path in MENU]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_draws_all_its_charts_without_a_complaint_or_a_foreign_request(
    visit: Visit, path: str, lang: str
) -> None:
    page = visit.go(f"{path}?lang={lang}")
    page.wait_for_timeout(400)
    assert visit.errors == []
    assert visit.foreign == []
    assert page.evaluate("document.documentElement.lang") == lang
    assert page.locator("[data-title*='hare'], [data-attr='share']").count() == 0
    assert page.locator(".modebar-btn").count() == 0


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
@pytest.mark.parametrize("path", PATHS)
def test_nothing_scrolls_sideways_on_a_phone(visit: Visit, path: str) -> None:
    page = visit.go(f"{path}?lang=fr")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_first_response_already_speaks_the_language_that_the_browser_prefers(visit: Visit) -> None:
    response = visit.page.request.get(f"{visit.base}/launches", headers={"Accept-Language": "fr-FR,fr;q=0.9,en;q=0.5"})
    text = response.text()
    assert '<html lang="fr">' in text
    assert "<title>Ce qui a volé" in text
    assert 'hreflang="en"' in text


def test_a_page_is_sent_no_script_that_it_does_not_use(visit: Visit) -> None:
    def sent(path: str) -> str:
        return " ".join(re.findall(r'<script src="([^"]*)"', visit.page.request.get(visit.base + path).text()))

    assert all(unused not in sent("/") for unused in ("polyfill", "dash_table", "dash_ag_grid"))
    assert "dash_ag_grid" in sent("/data")
