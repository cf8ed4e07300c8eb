"""The address is the state: controls, charts, language link and back button never disagree with it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
LABELS = "() => [...document.querySelectorAll('#shipments-containers-figure .annotation-text')].map((one) => one.textContent)"


def test_as_known_on_18_march_2024_seoul_says_7000_and_washington_10000(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03-18&lang=en")
    labels = " | ".join(page.evaluate(LABELS))
    assert re.search(r"Seoul, defence ministry\s+7,000(?!\d)", labels)
    assert re.search(r"Washington\s+10,000\+", labels)
    later = re.findall(r"11,000|12,000|13,000|15,809|16,500|20,000|28,000|33,000", labels)
    assert later == []
    expect(page.locator(".notice-asof")).to_contain_text("18 March 2024")


def test_a_control_writes_the_address_and_redraws(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    page.fill("#shipments-asof", "2024-03-18")
    page.keyboard.press("Enter")
    page.wait_for_url("**asof=2024-03-18**")
    expect(page.locator("#shipments-containers-head")).to_contain_text("18 March 2024")
    assert "lang=en" in page.url


def test_a_change_draws_each_chart_once(visit: Visit) -> None:
    page = visit.go("/?lang=en")
    page.evaluate(
        """() => { window.drawings = {}; window.last = performance.now();
          for (const gd of document.querySelectorAll('.js-plotly-plot')) {
            gd.on('plotly_afterplot', () => {
              window.last = performance.now();
              drawings[gd.parentElement.id] = (drawings[gd.parentElement.id] || 0) + 1;
            });
          } }"""
    )
    page.wait_for_function("() => performance.now() - window.last > 1500")  # the first drawing has come to rest
    page.evaluate("() => { window.drawings = {}; }")
    page.fill("#overview-start", "2024")
    page.keyboard.press("Enter")
    expect(page.locator("#overview-timeline-head")).to_contain_text("2024")
    visit.drawn()
    assert page.evaluate("window.drawings") == {"overview-containers-figure": 1, "overview-timeline-figure": 1}


def test_back_and_forward_return_to_the_states_they_stand_for(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    page.fill("#shipments-asof", "2024-03-18")
    page.keyboard.press("Enter")
    page.wait_for_url("**asof=2024-03-18**")
    page.go_back()
    expect(page.locator("#shipments-asof")).to_have_value("")
    expect(page.locator("#shipments-containers-head")).not_to_contain_text("18 March 2024")
    page.go_forward()
    expect(page.locator("#shipments-asof")).to_have_value("2024-03-18")


def test_a_reload_keeps_the_state(visit: Visit) -> None:
    page = visit.go("/shipments?start=2024&end=2024-06&lang=en")
    page.reload()
    visit.drawn()
    expect(page.locator("#shipments-start")).to_have_value("2024")
    expect(page.locator("#shipments-end")).to_have_value("2024-06")


def test_reset_returns_to_the_default_address(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03-18&lang=en")
    page.click("#shipments-reset")
    expect(page.locator("#shipments-asof")).to_have_value("")
    page.wait_for_url(lambda url: "asof" not in url)


def test_the_language_link_keeps_the_state(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03-18&lang=en")
    page.click("a[data-lang=fr]")
    page.wait_for_url("**lang=fr**")
    assert "asof=2024-03-18" in page.url
    expect(page.locator(".notice-asof")).to_contain_text("18 mars 2024")


def test_what_is_not_understood_is_named_and_left_out(visit: Visit) -> None:
    page = visit.go("/shipments?start=yesterday&colour=red&utm_source=x&lang=en")
    notice = page.locator("#shipments-notice")
    expect(notice).to_contain_text("start=yesterday")
    expect(notice).to_contain_text("colour=red")
    expect(notice).not_to_contain_text("utm_source")


def test_an_empty_selection_names_the_filters_and_offers_reset(visit: Visit) -> None:
    page = visit.go("/shipments?start=1995&end=1996&lang=en")
    expect(page.locator("#shipments-containers-head .card-empty")).to_contain_text("1995")
    expect(page.locator("#shipments-reset")).to_be_visible()


def test_the_csv_link_gives_exactly_the_rows_that_are_drawn(visit: Visit) -> None:
    page = visit.go("/shipments?asof=2024-03-18&lang=en")
    link = page.locator("#shipments-containers-card a.action", has_text="CSV").get_attribute("href")
    text = page.request.get(visit.base + str(link)).text()
    drawn = page.evaluate(
        """() => document.querySelector('#shipments-containers-figure .js-plotly-plot').data
             .filter((trace) => trace.customdata && trace.customdata[0] && trace.customdata[0][0] === 'claims')
             .flatMap((trace) => trace.customdata.map((pair) => pair[1]))"""
    )
    assert sorted(drawn) == sorted(line.split(",")[0] for line in text.strip().splitlines()[1:])
