"""Native charts: the series of one panel as an XY chart with its data sheet, set exactly into its place on the slide."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from dashboard.briefing._axes import Look, day_ticks, number_ticks, value_axis
from dashboard.briefing._draw import Box, Type, clean, colour, emu, paragraphs, stroke
from dashboard.briefing._figure import Panel
from dashboard.briefing._look import SYMBOLS, Mark, Series
from dashboard.briefing._place import Place
from dashboard.briefing._template import WIDTH
from dashboard.figures.theme import MUTED

_LETTER = 1.3  # a letter is larger than its ink
_IDS = (111111111, 222222222)
_FRAME = (0.8, 0.16, 0.5, 0.1)  # inches beyond the plot: left, top, right, bottom
_SHOWN = '<c:showLegendKey val="0"/><c:showVal val="{0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'


@dataclass(frozen=True)
class Setting:
    """What a chart must know of the slide: the place, the language, and whether this panel carries the x labels."""

    place: Place
    lang: str
    foot: bool
    alt: str


def xy_chart(shapes: Any, panel: Panel, found: Sequence[Series], names: Sequence[str], setting: Setting) -> Any:
    """Add the panel as an XY chart; returns its graphic frame."""
    data = XyChartData()
    longest = max(len(one.points) for one in found)
    for i, (one, name) in enumerate(zip(found, names, strict=True)):
        rows = data.add_series(clean(name))
        # LibreOffice forgets every series before a longer one, unless the first is as long as any.
        for x, y in one.points if i else [*one.points, *[(None, None)] * (longest - len(one.points))]:
            rows.add_data_point(x, y)
    plot, box = setting.place.of(panel), frame(panel, setting)
    graphic = shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES, *(Emu(emu(one)) for one in box), data)
    space = graphic.chart._chartSpace
    dress(space, plot, box)
    for made, one in zip(space.iter(qn("c:ser")), found, strict=True):
        _style(made, one, setting)
    area = space.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:valAx")):
        area.remove(old)
    for axis in _axes(panel, setting, plot):
        area.append(element(axis))
    for axis, ident in zip(area.find(qn("c:scatterChart")).findall(qn("c:axId")), _IDS, strict=True):
        axis.set("val", str(ident))
    describe(graphic, setting.alt)
    return graphic


def frame(panel: Panel, setting: Setting) -> Box:
    """The chart's own rectangle: the plot with room for its numbers and for labels that run beyond it.

    Programs push a label that would leave the rectangle, or shrink the plot for it.
    """
    x, y, w, h = setting.place.of(panel)
    left = min(_FRAME[0], x - 0.05)
    foot = 0.36 if setting.foot else _FRAME[3]
    return x - left, y - _FRAME[1], min(w + left + _FRAME[2], WIDTH - 0.05 - x + left), h + _FRAME[1] + foot


def dress(space: Any, plot: Box, box: Box) -> None:
    """No legend, title or ground; the plot exactly where the labels and the shapes around it expect it."""
    chart = space.find(qn("c:chart"))
    for tag in ("c:legend", "c:autoTitleDeleted"):
        for old in chart.findall(qn(tag)):
            chart.remove(old)
    chart.insert(0, element('<c:autoTitleDeleted val="1"/>'))
    area = chart.find(qn("c:plotArea"))
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    shares = ((plot[0] - box[0]) / box[2], (plot[1] - box[1]) / box[3], plot[2] / box[2], plot[3] / box[3])
    said = "".join(f'<c:{key} val="{one:.6f}"/>' for key, one in zip("xywh", shares, strict=True))
    edges = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    area.insert(0, element(f"<c:layout><c:manualLayout>{edges}{said}</c:manualLayout></c:layout>"))
    chart.addnext(element("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"))
    space.insert(0, element('<c:roundedCorners val="0"/>'))
    if (dated := space.find(qn("c:date1904"))) is not None:
        space.insert(0, dated)
    defaults = space.find(f"{qn('c:txPr')}//{qn('a:defRPr')}")
    if defaults is not None:
        defaults.set("sz", "900")
        defaults.append(element(colour(MUTED)))


def describe(graphic: Any, alt: str) -> None:
    """The text alternative of a graphic."""
    graphic._element.nvGraphicFramePr.cNvPr.set("descr", clean(alt))


def _axes(panel: Panel, setting: Setting, plot: Box) -> tuple[str, str]:
    points = setting.place.points(12)
    shown, logs = panel.y.spec.get("visible") is not False, panel.x.kind == "log"
    wanted = setting.foot and panel.x.spec.get("visible") is not False
    ends = "max" if panel.y.start > panel.y.end else "min"
    ticks = (
        day_ticks(panel.x, setting.lang, plot[2])
        if panel.x.kind == "date"
        else number_ticks(panel.x, setting.lang, plot[2])
    )
    below = Look(line=wanted or shown, labels=wanted and not logs, points=points, crosses=ends)
    beside = Look(labels=shown and panel.y.kind != "log", grid=shown and panel.y.kind != "log", points=points)
    return (
        value_axis(_IDS, "b", panel.x, ticks, below),
        value_axis(_IDS[::-1], "l", panel.y, number_ticks(panel.y, setting.lang, plot[3]), beside),
    )


def _style(made: Any, one: Series, setting: Setting) -> None:
    """The look of a series, in the order of the schema: line, marker, labels."""
    for tag in ("c:spPr", "c:marker", "c:dLbls"):
        for old in made.findall(qn(tag)):
            made.remove(old)
    place, line = setting.place, one.stroke
    drawn = (
        stroke(line.colour, max(line.width * place.type * 72, 0.5), line.dash, line.opacity)
        if line
        else stroke("#000000", 0)
    )
    parts = [f"<c:spPr>{drawn}</c:spPr>", _marker(one.mark, place.mark)]
    if one.mark and one.mark.glyph:
        letters = "".join(_letter(i, one.mark, setting) for i in range(len(one.points)))
        parts.append(f"<c:dLbls>{letters}{_SHOWN.format(0)}</c:dLbls>")
    before = made.find(qn("c:tx"))
    for part in parts:
        before.addnext(element(part))
        before = before.getnext()


def _marker(mark: Mark | None, scale: float) -> str:
    symbol = (
        SYMBOLS.get(mark.symbol.removesuffix("-open"), "circle") if mark and mark.size and not mark.glyph else "none"
    )
    if mark is None or symbol == "none":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    size = min(72, max(2, round(mark.size * scale * 72)))
    width = max(mark.width * scale * 72, 0.75 if mark.hollow or symbol == "x" else 0)
    ground = "<a:noFill/>" if mark.hollow else colour(mark.fill, mark.opacity)
    look = f"<c:spPr>{ground}{stroke(mark.edge, width)}</c:spPr>"
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>{look}</c:marker>'


def _letter(i: int, mark: Mark, setting: Setting) -> str:
    """A mark that the format does not have, as a letter on its point."""
    points = round(mark.size * _LETTER * setting.place.mark * 72, 1)
    kind = Type(points, mark.edge, "ctr", setting.lang)
    body = '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
    rich = f"<c:tx><c:rich>{body}<a:lstStyle/>{paragraphs(mark.glyph, kind)}</c:rich></c:tx>"
    return f'<c:dLbl><c:idx val="{i}"/>{rich}<c:dLblPos val="ctr"/>{_SHOWN.format(1)}</c:dLbl>'


def element(text: str) -> Any:
    """The XML text as an element of a chart."""
    return parse_xml(re.sub(r"^<[\w:]+", lambda tag: f"{tag[0]} {nsdecls('c', 'a')}", text, count=1))
