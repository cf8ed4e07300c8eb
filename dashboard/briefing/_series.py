"""The traces of a panel as the series of a native XY chart: plain numbers, one style each.

A step is a line with doubled points; a bar or a tick of the rug is a stroke between two points (low and high); points of
different looks in one trace become one series per look, because that is what a reader can restyle in the program.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboard.briefing._draw import plain
from dashboard.briefing._figure import Panel, Trace, each, number
from dashboard.briefing._look import Label, Mark, Point, Series, Stroke
from dashboard.briefing._strokes import bars, tick
from dashboard.figures.theme import INK, RULE


def series(panel: Panel, width: float, height: float, scale: float) -> list[Series]:
    """All series of a panel that is so many inches wide and high, `scale` inches to a pixel of the figure."""
    found: list[Series] = []
    for trace in panel.traces:
        if trace["type"] == "bar":
            found += bars(panel, trace, width if trace.get("orientation") != "h" else height, scale)
        elif trace.get("fill") == "toself":
            found += _outlines(panel, trace)
        else:
            found += _scatter(panel, trace, height, scale)
    return [one for one in found if any(None not in point for point in one.points)]


def _scatter(panel: Panel, trace: Trace, height: float, scale: float) -> Iterator[Series]:
    mode, points = str(trace.get("mode", "lines")), panel.points(trace)
    line = trace.get("line") or {}
    if "lines" in mode:
        # On screen the edges of a band have no stroke; here they keep a faint one, so that they can be found and edited.
        seen = Stroke(line.get("color", RULE), number(line.get("width", 2)) or 0, line.get("dash", "solid"))
        seen = seen if seen.width else Stroke(RULE, 0.75)
        stroke = Stroke(seen.colour, seen.width, seen.dash, number(trace.get("opacity", 1)) or 1)
        yield Series(_name(trace), stroke.colour, stepped(points) if line.get("shape") == "hv" else points, stroke)
    if "markers" in mode or "text" in mode:
        yield from _marked(panel, trace, points, height, scale)


def stepped(points: Sequence[Point]) -> list[Point]:
    """A horizontal-then-vertical step line as straight lines: every point but the first comes twice."""
    found: list[Point] = []
    for point in points:
        if found and None not in point and None not in found[-1]:
            found.append((point[0], found[-1][1]))
        found.append(point)
    return found


def _marked(panel: Panel, trace: Trace, points: Sequence[Point], height: float, scale: float) -> Iterator[Series]:
    """The points of a trace in one series per look, in the order in which the looks come up."""
    marks, labels = _marks(trace, len(points)), _labels(trace, len(points))
    looks: dict[Mark, Series] = {}
    for i, (point, mark) in enumerate(zip(points, marks, strict=True)):
        one = looks.setdefault(mark, Series(_name(trace), mark.edge, [], None, mark))
        if mark.symbol.startswith("line-ns"):
            one.points += tick(panel, point, mark.size * scale / height)
            one.stroke, one.mark = Stroke(mark.edge, mark.width), None
            continue
        if labels[i]:
            one.labels[len(one.points)] = labels[i]
        one.points.append(point)
    yield from looks.values()


def _marks(trace: Trace, n: int) -> list[Mark]:
    marker, alone = trace.get("marker") or {}, "markers" not in str(trace.get("mode", ""))
    if alone:
        return [Mark("none", 0, INK, INK, 0)] * n
    edge = marker.get("line") or {}
    opacity = (number(marker.get("opacity", 1)) or 1) * (number(trace.get("opacity", 1)) or 1)
    columns = zip(
        each(marker.get("symbol"), n, "circle"), each(marker.get("size"), n, 6), each(marker.get("color"), n, INK),
        each(edge.get("color"), n), each(edge.get("width"), n, 0), strict=True,
    )  # fmt: skip
    # A size is rounded to the half point, so that sizes that look alike make one series.
    return [
        Mark(str(form), round(float(size) * 2) / 2, fill, line or fill, float(width), opacity)
        for form, size, fill, line, width in columns
    ]  # fmt: skip


def _labels(trace: Trace, n: int) -> list[Any]:
    """The texts that are drawn at the points; a trace without `text` in its mode shows them on hover alone."""
    if "text" not in str(trace.get("mode", "")):
        return [None] * n
    font = trace.get("textfont") or {}
    columns = zip(
        each(trace.get("text"), n, ""), each(trace.get("textposition"), n, "middle center"), each(font.get("color"), n, INK),
        each(font.get("size"), n, 12), strict=True,
    )  # fmt: skip
    return [Label(str(t), p, c, float(s)) if t and plain(t) else None for t, p, c, s in columns]


def _outlines(panel: Panel, trace: Trace) -> Iterator[Series]:
    """A filled area keeps its edge as a series; its ground is drawn behind the chart. What is not compiled is no series."""
    fill = str(trace.get("fillcolor", ""))
    if not trace.get("fillpattern") and fill and not fill.startswith("rgba"):
        yield Series(_name(trace), fill, panel.points(trace), Stroke(fill, 0.75, "solid", 0.5))


def _name(trace: Mapping[str, Any]) -> str:
    return plain(trace.get("name", ""))
