"""Bars and ticks as strokes between two points (low and high), for panels in which they stand among other marks."""

from collections.abc import Iterator
from typing import Any

from dashboard.briefing._draw import plain
from dashboard.briefing._figure import Panel, Trace, each, listed, number
from dashboard.briefing._look import Point, Series, Stroke
from dashboard.figures.theme import INK


def tick(panel: Panel, point: Point, share: float) -> list[Point]:
    """A vertical stroke around a point, `share` of the panel high, and the gap after it."""
    x, y = point
    if x is None or y is None:
        return []
    half = share * abs(panel.y.end - panel.y.start) / 2
    return [(x, y - half), (x, y + half), (x, None)]


def bars(panel: Panel, trace: Trace, length: float, scale: float) -> Iterator[Series]:
    """Bars among other marks: strokes from base to top as wide as the bar, one series per colour."""
    flat = trace.get("orientation") == "h"
    along, across = ("x", "y") if flat else ("y", "x")
    ends, places = listed(trace.get(along)), listed(trace.get(across))
    n = len(ends)
    marker = trace.get("marker") or {}
    pattern = marker.get("pattern") or {}
    hatched = pattern.get("fgcolor") if pattern.get("shape") else None
    starts, colours = each(trace.get("base"), n, 0), each(hatched or marker.get("color"), n, INK)
    widths = each(trace.get("width"), n)
    found: dict[str, Series] = {}
    for start, end, at, colour, wide in zip(starts, ends, places, colours, widths, strict=True):
        width = _wide(panel.y if flat else panel.x, wide, length) / scale
        low, high, place = _ends(panel, start, end, at, flat=flat)
        if None in (low, high, place):
            continue
        one = found.setdefault(
            colour,
            Series(plain(trace.get("name", "")), colour, [], Stroke(colour, width, opacity=0.45 if hatched else 1)),
        )
        pair: list[Point] = [(low, place), (high, place)] if flat else [(place, low), (place, high)]
        one.points += [*pair, (pair[1][0], None)]
    yield from found.values()


def _ends(
    panel: Panel, start: Any, end: Any, at: Any, *, flat: bool
) -> tuple[float | None, float | None, float | None]:
    """Where a bar begins, ends and stands; on a day axis its length is in milliseconds."""
    axis, other = (panel.x, panel.y) if flat else (panel.y, panel.x)
    low, place = axis.value(start), other.value(at)
    size = number(end)
    if low is None or size is None:
        return None, None, place
    return low, low + (size / 86_400_000 if axis.kind == "date" else size), place


def _wide(axis: Any, wide: Any, length: float) -> float:
    """The width of a bar in inches."""
    size = number(wide)
    days = 0.8 if size is None else size / 86_400_000 if axis.kind == "date" else size
    return float(abs(days / (axis.end - axis.start)) * length)
