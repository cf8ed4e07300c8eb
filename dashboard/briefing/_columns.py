"""Years as native columns: bars on a day axis, one for each year, beside or on top of each other."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu

from dashboard.briefing._axes import Look, number_ticks, styled
from dashboard.briefing._chart import Setting, describe, dress, element, frame
from dashboard.briefing._draw import Type, clean, colour, emu, paragraphs, stroke
from dashboard.briefing._figure import Axis, Panel, Trace, day, each, listed, number
from dashboard.figures.theme import INK

_IDS = (111111111, 222222222)
_NOT_BARS = "not-compiled"


def yearly(panel: Panel) -> bool:
    """Whether the panel is columns, one a year, and texts on them."""
    bars = [one for one in panel.traces if one["type"] == "bar"]
    others = [one for one in panel.traces if one["type"] != "bar" and one.get("name") != _NOT_BARS]
    upright = all(one.get("orientation") != "h" and one.get("base") is None for one in bars)
    wide = all((number(listed(one.get("width") or 0)[0]) or 0) > 200 * 86_400_000 for one in bars)
    return (
        bool(bars) and panel.x.kind == "date" and upright and wide and all(one.get("mode") == "text" for one in others)
    )


def years(axis: Axis) -> list[int]:
    """The years that the axis covers."""
    return list(range(day(axis.start).year, day(axis.end).year + 1))


def column_chart(
    shapes: Any, panel: Panel, bars: Sequence[Trace], names: Sequence[str], setting: Setting, *, stacked: bool
) -> Any:
    """Add the panel as a column chart; a year without a bar is empty, not zero."""
    data = CategoryChartData()
    data.categories = [date(year, 1, 1) for year in years(panel.x)]
    data.categories.number_format = "yyyy"
    for trace, name in zip(bars, names, strict=True):
        data.add_series(clean(name), _by_year(panel, trace))
    plot, box = setting.place.of(panel), frame(panel, setting)
    form = XL_CHART_TYPE.COLUMN_STACKED if stacked else XL_CHART_TYPE.COLUMN_CLUSTERED
    graphic = shapes.add_chart(form, *(Emu(emu(one)) for one in box), data)
    space = graphic.chart._chartSpace
    dress(space, plot, box)
    for made, trace in zip(space.iter(qn("c:ser")), bars, strict=True):
        _style(made, panel, trace, setting, stacked=stacked)
    _arrange(space, panel, bars, setting, plot)
    describe(graphic, setting.alt)
    return graphic


def _by_year(panel: Panel, trace: Trace) -> list[float | None]:
    found: dict[int, float | None] = {}
    for x, y in panel.points(trace):
        if x is not None and y:
            found[day(x).year] = y
    return [found.get(year) for year in years(panel.x)]


def _style(made: Any, panel: Panel, trace: Trace, setting: Setting, *, stacked: bool) -> None:
    for tag in ("c:spPr", "c:dLbls"):
        for old in made.findall(qn(tag)):
            made.remove(old)
    fill = each((trace.get("marker") or {}).get("color"), 1, INK)[0]
    made.find(qn("c:tx")).addnext(element(f"<c:spPr>{colour(fill)}{stroke('#FFFFFF', 0.25)}</c:spPr>"))
    texts = each(trace.get("text"), len(panel.points(trace)), "") if trace.get("textposition") else []
    if stacked or not any(texts):
        return
    font = trace.get("textfont") or {}
    kind = Type(
        setting.place.points(each(font.get("size"), 1, 12)[0]), each(font.get("color"), 1, INK)[0], "ctr", setting.lang
    )
    at = {day(x).year: text for (x, _), text in zip(panel.points(trace), texts, strict=True) if x is not None}
    shown = "".join(f'<c:{one} val="{int(one == "showVal")}"/>' for one in _FLAGS)
    labels = "".join(
        f'<c:dLbl><c:idx val="{i}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{paragraphs(at[year], kind)}</c:rich></c:tx>'
        f'<c:dLblPos val="outEnd"/>{shown}</c:dLbl>'
        for i, year in enumerate(years(panel.x))
        if at.get(year)
    )
    none = shown.replace('val="1"', 'val="0"')
    made.find(qn("c:cat")).addprevious(element(f"<c:dLbls>{labels}{none}</c:dLbls>"))


_FLAGS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def _arrange(
    space: Any, panel: Panel, bars: Sequence[Trace], setting: Setting, plot: tuple[float, float, float, float]
) -> None:
    """Gap and overlap of the columns, and the two axes: years below, numbers beside."""
    area = space.find(f".//{qn('c:plotArea')}")
    chart = area.find(qn("c:barChart"))
    share = (number(listed(bars[0].get("width"))[0]) or 0) / 86_400_000 / 365.25
    for tag in ("c:gapWidth", "c:overlap"):
        for old in chart.findall(qn(tag)):
            chart.remove(old)
    first = chart.find(qn("c:axId"))
    first.addprevious(element(f'<c:gapWidth val="{min(500, max(0, round((1 - share) / share * 100)))}"/>'))
    first.addprevious(element('<c:overlap val="100"/>'))
    for one, ident in zip(chart.findall(qn("c:axId")), _IDS, strict=True):
        one.set("val", str(ident))
    for tag in ("c:catAx", "c:dateAx", "c:valAx"):
        for old in area.findall(qn(tag)):
            area.remove(old)
    points = setting.place.points(12)
    n = len(years(panel.x))
    skip = max(1, -(-n // max(1, int(plot[2] / 0.6))))
    area.append(element(
        f'<c:dateAx><c:axId val="{_IDS[0]}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'{styled("b", "yyyy", Look(line=True, labels=True, points=points))}<c:crossAx val="{_IDS[1]}"/><c:crosses val="min"/>'
        f'<c:auto val="0"/><c:lblOffset val="50"/><c:baseTimeUnit val="years"/><c:majorUnit val="{skip}"/>'
        f'<c:majorTimeUnit val="years"/></c:dateAx>'
    ))  # fmt: skip
    ticks = number_ticks(panel.y, setting.lang, plot[3])
    low, high = panel.y.start, panel.y.end
    area.append(element(
        f'<c:valAx><c:axId val="{_IDS[1]}"/><c:scaling><c:orientation val="minMax"/><c:max val="{high!r}"/><c:min val="{low!r}"/>'
        f'</c:scaling>{styled("l", ticks.form, Look(labels=True, grid=True, points=points))}<c:crossAx val="{_IDS[0]}"/>'
        f'<c:crosses val="min"/><c:crossBetween val="between"/><c:majorUnit val="{ticks.unit:g}"/></c:valAx>'
    ))  # fmt: skip
