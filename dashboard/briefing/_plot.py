"""One figure on one slide: native charts where the figure has axes, native tables where it is a grid, shapes where it is a map."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.briefing import _draw, _matrix
from dashboard.briefing._around import behind, over
from dashboard.briefing._chart import Setting, xy_chart
from dashboard.briefing._columns import column_chart, yearly
from dashboard.briefing._draw import Box
from dashboard.briefing._figure import Panel, panels
from dashboard.briefing._look import Series, Stroke
from dashboard.briefing._maps import draw_map, is_map
from dashboard.briefing._names import name
from dashboard.briefing._place import Place, places
from dashboard.briefing._series import series
from dashboard.briefing._template import CHART, SLIDE
from dashboard.text import Words

Figure = Mapping[str, Any]


def plot(shapes: Any, figure: Figure, words: Words, alt: str, box: Box = CHART) -> None:
    """Draw the figure into the box of the slide."""
    if is_map(figure):
        return draw_map(shapes, figure, words, alt, box)
    if _matrix.is_heatmap(figure):
        return _matrix.heatmap(shapes, figure, box, words.lang, alt)
    if _matrix.is_matrix(figure):
        return _matrix.matrix(shapes, figure, box, words.lang, alt)
    found = places(figure, panels(figure), box)
    for place in found:
        _draw.group(shapes, words("pptx.grounds"), "", behind(figure, place), box)
    for place in found:
        _draw_charts(shapes, figure, place, words, alt)
    return None


def _draw_charts(shapes: Any, figure: Figure, place: Place, words: Words, alt: str) -> None:
    drawn: dict[str, Sequence[Series]] = {}
    for panel in place.panels:
        setting = Setting(place, words.lang, panel is place.panels[-1], alt)
        drawn[panel.name] = (
            _columns(shapes, panel, setting, words) if yearly(panel) else _scatter(shapes, panel, setting, words)
        )
    _draw.group(shapes, words("pptx.labels"), "", over(figure, place, drawn, words.lang, SLIDE), place_box(place))


def place_box(place: Place) -> Box:
    """The rectangle of a place."""
    return place.left, place.top, place.width, place.height


def _scatter(shapes: Any, panel: Panel, setting: Setting, words: Words) -> Sequence[Series]:
    _, _, width, height = setting.place.of(panel)
    found = series(panel, width, height, min(setting.place.scale, setting.place.type))
    if found:
        xy_chart(shapes, panel, found, name(found, words), setting)
    return found


def _columns(shapes: Any, panel: Panel, setting: Setting, words: Words) -> Sequence[Series]:
    bars = [one for one in panel.traces if one["type"] == "bar"]
    named = [Series(str(one.get("name", "")), "", [], Stroke("", 0)) for one in bars]
    column_chart(shapes, panel, bars, name(named, words), setting, stacked=len(bars) > 1)
    texts = Panel(
        panel.name, panel.x, panel.y, panel.low, panel.high, [one for one in panel.traces if one.get("mode") == "text"]
    )
    return series(texts, *setting.place.of(panel)[2:], setting.place.scale)
