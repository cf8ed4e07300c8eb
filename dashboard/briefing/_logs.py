"""The rules and numbers of logarithmic axes, whose native ticks are powers of ten alone."""

from collections.abc import Iterator

from dashboard.briefing import _draw
from dashboard.briefing._axes import written
from dashboard.briefing._draw import Box, Type, label, stroke
from dashboard.briefing._figure import Axis, Panel
from dashboard.briefing._place import Place, text_box
from dashboard.figures.theme import GRID, MUTED


def log_grid(panel: Panel, place: Place) -> Iterator[str]:
    left, top, width, height = place.of(panel)
    for axis in (panel.x, panel.y):
        for value, _ in written(axis) if _drawn(axis) and axis.spec.get("gridcolor") else []:
            share = axis.share(value)
            x, y = left + share * width, top + (1 - share) * height
            ends = [(x, top), (x, top + height)] if axis is panel.x else [(left, y), (left + width, y)]
            yield _draw.outline("rule", [ends], "<a:noFill/>", stroke(GRID, 0.75), closed=False)


def log_numbers(panel: Panel, place: Place, lang: str, slide: Box) -> Iterator[str]:
    left, top, width, height = place.of(panel)
    for axis in (panel.x, panel.y):
        flat = axis is panel.x
        kind = Type(place.points(12), MUTED, "ctr" if flat else "r", lang)
        for value, text in written(axis) if _drawn(axis) else []:
            share = axis.share(value)
            at = (left + share * width, top + height + 0.06) if flat else (left - 0.07, top + (1 - share) * height)
            yield text_box(text, at, ("center", "top") if flat else ("right", "middle"), kind, slide)
        title = (axis.spec.get("title") or {}).get("text") if _drawn(axis) else None
        if title:
            middle = Type(kind.points, MUTED, "ctr", lang)
            if flat:
                yield text_box(title, (left + width / 2, top + height + 0.28), ("center", "top"), middle, slide)
            else:
                yield label(title, (left - 0.68, top, 0.2, height), middle, upright=True)


def _drawn(axis: Axis) -> bool:
    return axis.kind == "log" and axis.spec.get("visible") is not False
