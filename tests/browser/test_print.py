"""Paper: every chart whole and light, no controls, pages numbered, sources with their addresses."""

import io
import re
import unicodedata

import pypdf
import pytest

from dashboard.charts import BY_ID, render
from dashboard.datasets import _package
from dashboard.paths import DATA
from dashboard.query import Query
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
DARK = {"color_scheme": "dark"}


def printed(visit: Visit, path: str) -> list[str]:
    """The texts of the pages that a page of ours becomes on paper."""
    visit.go(path)
    paper = visit.page.pdf(prefer_css_page_size=True, print_background=True)
    # NFKC takes the ligatures apart that the fonts of the paper join.
    texts = (unicodedata.normalize("NFKC", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(paper)).pages)
    return [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize("visit", [DARK], indirect=True, ids=["dark"])
@pytest.mark.parametrize("topic", ["shipments", "launches", "diplomacy", "sanctions"])
def test_every_chart_of_a_page_is_printed_with_its_sources_on_the_same_sheet(visit: Visit, topic: str) -> None:
    pages = printed(visit, f"/{topic}?lang=en")
    for chart in (one for one in BY_ID.values() if one.topic == topic):
        title = re.sub(r"\s+", "", render(chart.id, Query(), "en").say.title)
        on = [text for text in pages if title in text.replace(" ", "")]
        assert len(on) == 1, chart.id
        assert "Sources:" in on[0]


def test_pages_are_numbered_and_controls_left_out(visit: Visit) -> None:
    pages = printed(visit, "/?lang=en")
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in text
    whole = " ".join(pages)
    for word in ("Data (CSV)", "Full screen", "As known on", "Reset"):
        assert word not in whole


@pytest.mark.parametrize("visit", [DARK], indirect=True, ids=["dark"])
def test_paper_is_white_and_ink_dark_whatever_the_theme(visit: Visit) -> None:
    visit.go("/shipments?lang=en")
    visit.page.emulate_media(media="print", color_scheme="dark")
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    ground, ink = visit.page.evaluate(
        "() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h2')).color]"
    )
    drawn = visit.page.evaluate("() => document.querySelector('.js-plotly-plot')._fullLayout.paper_bgcolor")
    assert (ground, ink, drawn.lower()) == ("rgb(255, 255, 255)", "rgb(42, 38, 32)", "#ffffff")


def test_after_printing_the_screen_is_as_it_was(visit: Visit) -> None:
    page = visit.go("/shipments?lang=en")
    size = "() => { const { width, height } = document.querySelector('.js-plotly-plot')._fullLayout; return [width, height]; }"
    before = page.evaluate(size)
    page.pdf(prefer_css_page_size=True)
    page.wait_for_function(f"(before) => JSON.stringify(({size})()) === JSON.stringify(before)", arg=before)


def test_a_printed_record_carries_the_addresses_of_its_sources(visit: Visit) -> None:
    whole = "".join(printed(visit, "/record/claims/CC01?lang=en")).replace(" ", "")
    package = _package.load(DATA)
    claims, sources = package.tables["claims"], package.tables["sources"].set_index("source_id")
    keys = claims.set_index("claim_id").loc["CC01", "source_ids"].split(";")
    assert keys
    for key in keys:
        assert f"<{sources.loc[key, 'url']}>" in whole


def test_a_deck_is_printed_one_slide_a_landscape_sheet(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.base}/briefing/march-2024?lang=fr")
    page.wait_for_selector("main[data-ready]", timeout=90_000)
    said = page.locator(".slide-takeaway").all_text_contents()
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True))).pages
    assert len(sheets) == 1 + len(said)
    for sheet, takeaway in zip(sheets[1:], said, strict=True):
        assert sheet.mediabox.width > sheet.mediabox.height
        text = unicodedata.normalize("NFKC", sheet.extract_text())
        wanted = unicodedata.normalize("NFKC", takeaway)
        assert re.sub(r"\s+", "", wanted) in re.sub(r"\s+", "", text)
        assert "Sources" in text
