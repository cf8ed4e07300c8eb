"""What stands behind and over the native charts: bands, rules, hatched stretches, and the texts of the figure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboard.briefing import _draw
from dashboard.briefing._draw import Box, Type, stroke
from dashboard.briefing._figure import Panel, Trace, number
from dashboard.briefing._logs import log_grid, log_numbers
from dashboard.briefing._look import Label, Series
from dashboard.briefing._place import Place, text_box
from dashboard.briefing._series import stepped
from dashboard.figures.theme import GRID, HATCH, INK

_GAP = 8  # pixels from the middle of a mark to its text
Figure = Mapping[str, Any]


def behind(figure: Figure, place: Place) -> list[str]:
    """Grounds of bands and hatched stretches, rules and grids that a native chart does not have."""
    shapes = [one for shape in figure["layout"].get("shapes", []) for one in _shape(shape, place)]
    fills = [one for panel in place.panels for one in _fills(panel, place)]
    return [*shapes, *fills, *(one for panel in place.panels for one in log_grid(panel, place))]


def over(figure: Figure, place: Place, found: Mapping[str, Sequence[Series]], lang: str, slide: Box) -> list[str]:
    """The texts: annotations, the labels of points, the numbers of logarithmic axes."""
    texts = [*_annotations(figure, place, lang, slide)]
    for panel in place.panels:
        texts += [
            _at_point(panel, place, one, point, lang, slide) for one, point in _labelled(found.get(panel.name, ()))
        ]
        texts += log_numbers(panel, place, lang, slide)
    return texts


def _fills(panel: Panel, place: Place) -> Iterator[str]:
    low: list[tuple[float, float]] = []
    for trace in panel.traces:
        if trace.get("fill") == "toself":
            ring = [_at(panel, place, x, y) for x, y in panel.points(trace) if x is not None and y is not None]
            hatched = trace.get("fillpattern")
            fill = (
                _draw.hatching(HATCH)
                if hatched
                else _draw.colour(trace["fillcolor"], number(trace.get("opacity", 1)) or 1)
            )
            yield _draw.outline(_draw.plain(trace.get("text") or trace.get("name")), [ring], fill, stroke("#000000", 0))
        elif trace.get("fillcolor"):
            edge = _edge(panel, place, trace)
            if trace.get("fill") == "tonexty" and low and edge:
                yield _draw.outline(
                    "band", [[*low, *reversed(edge)]], _draw.colour(trace["fillcolor"]), stroke("#000000", 0)
                )
            low = edge


def _edge(panel: Panel, place: Place, trace: Trace) -> list[tuple[float, float]]:
    points = panel.points(trace)
    points = stepped(points) if (trace.get("line") or {}).get("shape") == "hv" else points
    return [_at(panel, place, x, y) for x, y in points if x is not None and y is not None]


def _at(panel: Panel, place: Place, x: float, y: float) -> tuple[float, float]:
    across = min(max(panel.x.share(x), 0), 1)
    up = min(max(panel.y.share(y), 0), 1)
    return place.x(across), place.y(panel.low + up * (panel.high - panel.low))


def _shape(shape: Figure, place: Place) -> Iterator[str]:
    ends = [_spot(shape, place, x, y) for x, y in (("x0", "y0"), ("x1", "y1"))]
    if None in ends:
        return
    (x0, y0), (x1, y1) = (one for one in ends if one)
    line = shape.get("line") or {}
    drawn = stroke(
        line.get("color", GRID), (number(line.get("width", 1)) or 0) * place.type * 72, line.get("dash", "solid")
    )
    if shape["type"] == "line":
        yield _draw.outline("rule", [[(x0, y0), (x1, y1)]], "<a:noFill/>", drawn, closed=False)
    else:
        box = (min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        edge = drawn if line.get("width") else stroke("#000000", 0)
        yield _draw.preset("rect", "ground", box, _draw.colour(shape.get("fillcolor") or "rgba(0,0,0,0)"), edge)


def _panel(place: Place, reference: str) -> Panel | None:
    """The panel whose axis a shape or text names, None when it stands in another column."""
    name = reference.partition(" ")[0].replace("x", "y") or "y"
    return next((one for one in place.panels if one.name == name), None)


def _spot(item: Figure, place: Place, across: str, up: str) -> tuple[float, float] | None:
    """Where an end of a shape or a text stands in inches; None when that is not in this column."""
    xref, yref = item.get("xref") or "x", item.get("yref") or "y"
    panel = _panel(place, yref)
    x_axis = place.panels[0].x if place.panels else None
    x = number(item[across]) if xref in ("paper", "x domain") or x_axis is None else x_axis.value(item[across])
    if x is not None and xref not in ("paper", "x domain") and x_axis is not None:
        # An axis of logarithms takes the exponent as the place of a text.
        x = x_axis.share(10**x if x_axis.kind == "log" else x)
    y = _height(item, place, panel, yref, up)
    return None if x is None or y is None else (place.x(x), y)


def _height(item: Figure, place: Place, panel: Panel | None, reference: str, up: str) -> float | None:
    value = number(item[up])
    if item.get("ysizemode") == "pixel":
        anchor = number(item.get("yanchor")) or 0
        return place.y(anchor) - (value or 0) * place.type if place.shows(anchor) else None
    if reference == "paper":
        return place.y(value) if value is not None and place.shows(min(max(value, 0), 1)) else None
    if panel is None or value is None:
        return None
    share = value if reference.endswith("domain") else panel.y.share(10**value if panel.y.kind == "log" else value)
    return place.y(panel.low + share * (panel.high - panel.low))


def _annotations(figure: Figure, place: Place, lang: str, slide: Box) -> Iterator[str]:
    for item in figure["layout"].get("annotations", []):
        spot = _spot(item, place, "x", "y")
        if spot is None or not _draw.plain(item.get("text", "")):
            continue
        font = item.get("font") or {}
        points = place.points(number(font.get("size")) or 13)
        x = spot[0] + (number(item.get("xshift")) or 0) * place.type
        y = spot[1] - (number(item.get("yshift")) or 0) * place.type
        across = _auto(item, "x", ("left", "center", "right"))
        up = _auto(item, "y", ("bottom", "middle", "top"))
        kind = Type(points, font.get("color", INK), {"left": "l", "right": "r"}.get(across, "ctr"), lang)
        yield text_box(_scaled(str(item["text"]), place), (x, y), (across, up), kind, slide, item.get("bgcolor") or "")


def _auto(item: Figure, along: str, names: tuple[str, str, str]) -> str:
    """The anchor of a text; unsaid, a text on the paper keeps inside it and one on an axis is centred."""
    said = item.get(f"{along}anchor", "auto")
    if said != "auto":
        return str(said)
    if (item.get(f"{along}ref") or along) != "paper":
        return names[1]
    value = number(item[along]) or 0
    return names[0] if value < 1 / 3 else names[2] if value > 2 / 3 else names[1]


def _scaled(text: str, place: Place) -> str:
    """Spans that set their own size in pixels say nothing here: a text box is of one size."""
    return re.sub(r"</?span[^>]*>", "", text)


def _labelled(found: Sequence[Series]) -> Iterator[tuple[Label, tuple[float, float]]]:
    """The labels of all points that are drawn."""
    for one in found:
        for i, said in one.labels.items():
            x, y = one.points[i]
            if x is not None and y is not None:
                yield said, (x, y)


def _at_point(panel: Panel, place: Place, said: Label, point: tuple[float, float], lang: str, slide: Box) -> str:
    up, _, across = said.position.partition(" ")
    x, y = _at(panel, place, *point)
    gap = _GAP * place.type
    x += {"right": gap, "left": -gap}.get(across, 0) * (1 if up == "middle" else 0.6)
    y += {"top": -gap, "bottom": gap}.get(up, 0) * (1 if across == "center" else 0.3)
    anchors = (
        {"right": "left", "left": "right"}.get(across, "center"),
        {"top": "bottom", "bottom": "top"}.get(up, "middle"),
    )
    align = {"right": "l", "left": "r"}.get(across, "ctr")
    return text_box(said.text, (x, y), anchors, Type(place.points(said.size), said.colour, align, lang), slide)
