"""A picture of a chart says all that its card says, whatever the screen, the theme and the network."""

import struct
import xml.etree.ElementTree as ET
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Download, Locator, Page, Route

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
DARK_PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "device_scale_factor": 2}
AWKWARD = "=cmd|' /C calc'!A0 <b>&amp; 최선희 Сергей " + "x" * 200 + " \u0007 \ufffe NaN"
# Every text of the picture, its lines joined as they were broken.
SVG_TEXT = "{http://www.w3.org/2000/svg}text"


def card(page: Page, chart: str) -> Locator:
    return page.locator(f".card[data-chart='{chart}']")


def taken(page: Page, chart: str, kind: str) -> Download:
    one = card(page, chart)
    one.locator("details.card-menu summary").first.click()
    with page.expect_download() as waiting:
        one.locator(f"button[data-action={kind}]").click()
    return waiting.value


def png(path: Path) -> tuple[int, int, bytes]:
    """Width, height and the first pixel of a PNG of eight bits a channel, read by its specification."""
    content = path.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, colour = struct.unpack(">IIBB", content[16:26])
    assert (depth, colour) in ((8, 2), (8, 6))
    packed, at = b"", 8
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        packed += content[at + 8 : at + 8 + size] if content[at + 4 : at + 8] == b"IDAT" else b""
        at += 12 + size
    # The first pixel has no neighbours, so that no filter changes it; byte 0 is the filter of its line.
    return width, height, zlib.decompress(packed)[1:4]


def svg_says(path: Path) -> str:
    texts = ["".join(one.itertext()) for one in ET.parse(path).getroot().iter(SVG_TEXT)]
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize("visit", [DARK_PHONE], indirect=True, ids=["dark phone"])
@pytest.mark.parametrize(
    ("path", "chart"),
    [("/shipments?asof=2024-03-18&lang=en", "containers"), ("/sanctions?asof=2024-03-18&lang=fr", "sanctions-map")],
)
def test_a_picture_taken_without_network_on_a_dark_phone_is_light_and_wide(
    visit: Visit, path: str, chart: str, tmp_path: Path
) -> None:
    page = visit.go(path)
    page.context.set_offline(True)
    saved = taken(page, chart, "png")
    assert saved.suggested_filename == f"tumen-{chart}-2024-03-18.png"
    saved.save_as(tmp_path / "picture.png")
    width, height, first = png(tmp_path / "picture.png")
    assert width == 2400
    assert height > 1000
    assert first == b"\xff\xff\xff"
    assert visit.errors == []
    assert visit.foreign == []


def test_a_picture_says_title_filters_key_sources_licence_day_and_address(visit: Visit, tmp_path: Path) -> None:
    page = visit.go("/shipments?start=2023-09&asof=2024-03-18&lang=en")
    page.context.set_offline(True)
    taken(page, "containers", "svg").save_as(tmp_path / "picture.svg")
    says = svg_says(tmp_path / "picture.svg")
    one = card(page, "containers")
    for part in ("h2", ".card-key", ".card-sources"):
        assert " ".join(one.locator(part).inner_text().split()) in says
    assert "CC BY 4.0" in says
    assert "ince September 2023 · as known on 18 March 2024" in says
    assert f"{visit.base.removeprefix('http://')}/shipments?start=2023-09&asof=2024-03-18#containers" in says


def test_a_map_holds_its_countries_without_network(visit: Visit, tmp_path: Path) -> None:
    page = visit.go("/sanctions?lang=en")
    drawn = page.locator("#sanctions-sanctions-map-figure .choroplethlayer path").count()
    page.context.set_offline(True)
    taken(page, "sanctions-map", "svg").save_as(tmp_path / "map.svg")
    paths = (tmp_path / "map.svg").read_text(encoding="utf-8").count("choroplethlocation")
    assert paths == drawn > 180


def test_awkward_words_leave_a_picture_that_can_be_read(visit: Visit, tmp_path: Path) -> None:
    page = visit.go("/shipments?lang=en")
    page.evaluate(
        "text => { document.querySelector(\".card[data-chart='containers'] h2\").textContent = text; }", AWKWARD
    )
    taken(page, "containers", "svg").save_as(tmp_path / "picture.svg")
    says = svg_says(tmp_path / "picture.svg").replace(" ", "")
    for part in ("=cmd|'/Ccalc'!A0", "<b>&amp;", "최선희", "Сергей", "x" * 200, "NaN"):
        assert part in says
    saved = taken(page, "containers", "png")
    saved.save_as(tmp_path / "picture.png")
    assert png(tmp_path / "picture.png")[0] == 2400


def test_no_line_of_a_picture_is_wider_than_the_picture(visit: Visit, tmp_path: Path) -> None:
    page = visit.go("/launches?lang=fr")
    taken(page, "satellites", "svg").save_as(tmp_path / "picture.svg")
    page.set_content((tmp_path / "picture.svg").read_text(encoding="utf-8"))
    widest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('svg > text')].map((one) => one.getBBox().x + one.getBBox().width))"
    )
    assert widest <= 1200 - 32 + 1


def test_a_picture_can_be_copied_under_the_strictest_rule_for_images(visit: Visit) -> None:
    rule = {"content-security-policy": "img-src 'self' data: blob:; object-src 'none'"}

    def ruled(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | rule)

    visit.page.route(f"{visit.base}/shipments?lang=en", ruled)
    page = visit.go("/shipments?lang=en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one = card(page, "containers")
    one.locator("details.card-menu summary").first.click()
    button = one.locator("button[data-action=png-copy]")
    button.click()
    page.wait_for_function("(one) => one.textContent === one.dataset.done", arg=button.element_handle())
    assert page.evaluate("navigator.clipboard.read().then((found) => found[0].types)") == ["image/png"]
    assert visit.errors == []
