"""Decks as PowerPoint files: opened again by another program's eyes, and held against the figures they come from."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu

from dashboard import charts
from dashboard.briefing import pptx
from dashboard.briefing._deck import Deck, Slide
from dashboard.briefing._draw import clean, plain
from dashboard.briefing._figure import day, panels, serial
from dashboard.datasets import _package
from dashboard.query import Query

BASE, TODAY = "https://example.org", date(2026, 11, 22)
NAMES = [chart.id for chart in charts.CHARTS]
GRAPHICS = "p:graphicFrame", "p:grpSp"
NATIVE = [
    chart.id for chart in charts.CHARTS if not chart.map and chart.id not in ("missile-heatmap", "who-listed-whom")
]


def opened(deck: Deck, lang: str = "en") -> Any:
    return Presentation(io.BytesIO(pptx.write(deck, lang, base=BASE, today=TODAY)))


def one(chart: str, query: Query) -> Deck:
    return Deck(chart, {}, {}, (Slide(chart, query),))


@cache
def made(lang: str) -> Any:
    """Every chart on a slide of its own."""
    return opened(Deck("all", {}, {}, tuple(Slide(name) for name in NAMES)), lang)


def slide(chart: str, lang: str = "en") -> Any:
    return made(lang).slides[NAMES.index(chart)]


def graphics(found: Any) -> Iterator[Any]:
    for tag in GRAPHICS:
        yield from found.shapes._spTree.findall(qn(tag))


def described(found: Any) -> list[str]:
    names = (shape.find(f"*/{qn('p:cNvPr')}") for shape in graphics(found))
    return [name.get("descr", "") for name in names]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("chart", NAMES)
def test_every_chart_makes_a_slide_with_title_graphic_alternative_and_sources(chart: str, lang: str) -> None:
    found, drawn = slide(chart, lang), charts.render(chart, Query(), lang)
    assert found.shapes.title.text_frame.text == plain(drawn.say.title)
    assert plain(drawn.say.alt) in described(found)
    assert any(re.search(r"https?://(?!example\.org)", line) for line in notes(found).splitlines())
    assert f"{BASE}/chart/{chart}.csv" in notes(found)
    assert _package.current().version in notes(found)


def notes(found: Any) -> str:
    return found.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("chart", NAMES)
def test_nothing_stands_off_the_slide_and_no_two_shapes_share_an_id(chart: str, lang: str) -> None:
    found, ids = slide(chart, lang), []
    for shape in found.shapes._spTree.iter(qn("p:cNvPr")):
        ids.append(shape.get("id"))
    assert len(ids) == len(set(ids))
    spilt = 0.12 * 914400
    for shape in found.shapes:
        assert shape.left >= -spilt
        assert shape.top >= -spilt
        assert shape.left + shape.width <= Emu(12192000) + spilt
        assert shape.top + shape.height <= Emu(6858000) + spilt


def numbers(found: Any) -> set[tuple[float, float]]:
    """Every point in the charts of a slide."""
    points = set()
    for shape in found.shapes:
        if not shape.has_chart:
            continue
        for series in shape.chart._chartSpace.iter(qn("c:ser")):
            xs, ys = (values(series, tags) for tags in (("c:xVal", "c:cat"), ("c:yVal", "c:val")))
            points |= {(round(xs[i], 6), round(y, 6)) for i, y in ys.items()}
    return points


def values(series: Any, tags: tuple[str, str]) -> dict[int, float]:
    holder = next(found for tag in tags if (found := series.find(qn(tag))) is not None)
    return {int(pt.get("idx")): float(pt.find(qn("c:v")).text) for pt in holder.iter(qn("c:pt"))}


@pytest.mark.parametrize("chart", NATIVE)
def test_the_native_chart_holds_the_numbers_of_the_figure(chart: str) -> None:
    figure, found = charts.render(chart, Query(), "en").figure, numbers(slide(chart))
    wanted = set()
    for panel in panels(figure):
        for trace in panel.traces:
            upright = trace["type"] == "scatter" and not trace.get("fill") and trace.get("mode") != "text"
            ticks = str((trace.get("marker") or {}).get("symbol", "")).count("line-ns")
            if upright and not ticks:
                wanted |= {
                    (round(x, 6), round(y, 6)) for x, y in panel.points(trace) if x is not None and y is not None
                }
            elif trace["type"] == "bar" and trace.get("base") is None:
                wanted |= {(serial(f"{day(x).year}-01-01"), y) for x, y in panel.points(trace) if y}
    assert wanted - found == set()


@pytest.mark.parametrize("chart", NATIVE)
def test_every_series_has_a_name_and_as_many_values_as_places(chart: str) -> None:
    for shape in slide(chart).shapes:
        if not shape.has_chart:
            continue
        said = [series.name for series in shape.chart.plots[0].series]
        assert len(said) == len(set(said))
        assert not [name for name in said if not name or "<" in name]
        for series in shape.chart._chartSpace.iter(qn("c:ser")):
            xs, ys = (values(series, tags) for tags in (("c:xVal", "c:cat"), ("c:yVal", "c:val")))
            assert ys.keys() <= xs.keys()


def test_a_step_is_a_line_with_doubled_points() -> None:
    lines = {
        series.name: (values(series._element, ("c:xVal", "c:cat")), values(series._element, ("c:yVal", "c:val")))
        for shape in slide("containers").shapes
        if shape.has_chart
        for series in shape.chart.plots[0].series
    }
    xs, ys = lines["Washington"]
    assert [ys[i] for i in sorted(ys)][:4] == [1000, 1000, 10000, 10000]
    assert [xs[i] for i in sorted(xs)][1] == xs[2] == serial("2024-02-23")


@pytest.mark.parametrize(("lang", "form"), [("en", "[$-409]mmm yyyy"), ("fr", "[$-40C]mmm yyyy")])
def test_a_day_axis_counts_in_day_serials_and_says_months_in_the_readers_language(lang: str, form: str) -> None:
    chart = [shape.chart for shape in slide("containers", lang).shapes if shape.has_chart][-1]
    axis = next(chart._chartSpace.iter(qn("c:valAx")))
    assert axis.find(qn("c:numFmt")).get("formatCode") == form
    assert float(axis.find(f"{qn('c:scaling')}/{qn('c:min')}").get("val")) == serial("2023-07-01")


def test_a_heatmap_and_a_matrix_are_native_tables() -> None:
    for name, texts in (("missile-heatmap", {"Nov", "2022", "7"}), ("who-listed-whom", {"Washington", "Angara"})):
        cells = {
            cell.text
            for shape in slide(name).shapes
            if shape.has_table
            for row in shape.table.rows
            for cell in row.cells
        }
        assert texts <= cells


@pytest.mark.parametrize(("lang", "country"), [("en", "Norway"), ("fr", "Norvège")])
def test_a_map_is_shapes_under_the_names_of_countries_with_its_rows_beside(lang: str, country: str) -> None:
    found = slide("sanctions-map", lang)
    named = {shape.get("name") for shape in found.shapes._spTree.iter(qn("p:cNvPr"))}
    assert country in named
    table = next(shape.table for shape in found.shapes if shape.has_table)
    assert len(table.rows) == 22
    assert table.cell(21, 0).text.startswith("…")


def test_crimea_is_drawn_as_the_boundary_file_has_it() -> None:
    from dashboard.briefing._maps import _outlines

    assert {"UKR", "RUS"} <= _outlines("world").keys()


def test_a_deck_opens_with_its_title_and_has_a_master_of_its_own() -> None:
    said = Slide("votes", Query(), {"en": "Two vetoes."}, {"en": "Say it slowly."}, ("un_votes/v-2024-03-28",))
    deck = Deck("d", {"en": "One deck"}, {"en": "What it says."}, (said,))
    file = opened(deck)
    first, second = file.slides
    assert first.shapes.title.text_frame.text == "One deck"
    assert [one.text_frame.text for one in first.placeholders][1:] == [
        "What it says.",
        f"Tumen Monitor · 22\xa0November 2026 · data version {_package.current().version}",
    ]
    assert second.placeholders[1].text_frame.text == "Two vetoes."
    assert notes(second).startswith("Say it slowly.")
    assert f"{BASE}/record/un_votes/v-2024-03-28?lang=en" in notes(second)
    assert file.slide_width / file.slide_height == pytest.approx(16 / 9)
    assert [layout.name for layout in file.slide_layouts] == ["Title", "Chart"]
    assert (file.core_properties.title, file.core_properties.author) == ("One deck", "Tumen Monitor")
    assert file.core_properties.language == "en"


@pytest.mark.parametrize("query", [Query(start="1900", end="1901"), Query(asof="1900")], ids=str)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_empty_selection_is_a_slide_that_says_so(query: Query, lang: str) -> None:
    found = opened(one("containers", query), lang).slides[0]
    assert not list(graphics(found))
    assert any("1900" in shape.text_frame.text for shape in found.placeholders)


AWKWARD = ["=cmd|' /C calc'!A0", "러시아 Россия", "a\x00b\x08c\ud800", "x" * 200, "<b>bold & <i>odd</b>", "", "&amp;"]


@pytest.mark.parametrize("text", AWKWARD, ids=ascii)
def test_awkward_text_breaks_nothing(text: str) -> None:
    said = Slide("votes", Query(), {"en": text}, {"en": text})
    file = opened(Deck("d", {"en": f"{text}!"}, {"en": text}, (said,)))
    assert len(file.slides) == 2
    assert file.slides[0].shapes.title.text_frame.text.startswith(clean(text)[:5])


def awkward(rows: int) -> dict[str, Any]:
    """A figure of many rows with gaps, infinities and odd words."""
    names = [AWKWARD[i % len(AWKWARD)] for i in range(rows)]
    y = [float("nan") if i % 7 == 0 else float("inf") if i % 11 == 0 else i for i in range(rows)]
    trace = {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": ["2024-01-01"] * rows,
        "y": y,
        "text": names,
        "name": names[0],
    }
    empty = {"type": "scatter", "mode": "lines", "x": [], "y": [], "name": "\x0b"}
    layout = {
        "xaxis": {"type": "date", "range": ["2023-01-01", "2025-01-01"]},
        "annotations": [{"text": AWKWARD[2], "x": 1, "y": 1}],
    }
    return {"data": [trace, empty], "layout": layout}


@pytest.mark.parametrize("rows", [1, 500])
def test_awkward_numbers_break_nothing(rows: int) -> None:
    from dashboard.briefing._plot import plot
    from dashboard.text import words

    file = Presentation()
    plot(file.slides.add_slide(file.slide_layouts[6]).shapes, awkward(rows), words("en"), "alt\x00")
    out = io.BytesIO()
    file.save(out)
    found = Presentation(io.BytesIO(out.getvalue())).slides[0]
    drawn = {y for _, y in numbers(found)}
    assert drawn <= {float(i) for i in range(rows) if i % 7 and i % 11}


def test_a_deck_becomes_a_pdf_in_another_program(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed: the conversion to PDF was not tried")
    from pypdf import PdfReader

    wanted = tuple(Slide(name) for name in ("containers", "visits-per-year", "missile-heatmap", "routes"))
    (tmp_path / "deck.pptx").write_bytes(
        pptx.write(Deck("d", {"fr": "Titre"}, {}, wanted), "fr", base=BASE, today=TODAY)
    )
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    call = [
        office,
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "deck.pptx"),
    ]
    subprocess.run(call, check=True, capture_output=True, timeout=240)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "deck.pdf").pages]
    assert len(pages) == 5
    assert "Titre" in pages[0]
    assert "Washington" in pages[1]
