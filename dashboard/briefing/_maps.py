"""Maps as native shapes: countries as free forms under their names, places as circles, ways as lines, and the rows beside."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.briefing import _draw
from dashboard.briefing._around import behind, over
from dashboard.briefing._draw import Box, Type, colour, stroke
from dashboard.briefing._figure import Trace, each, listed, number, panels
from dashboard.briefing._place import Place, places, text_box
from dashboard.briefing._projection import Spot, View, view
from dashboard.briefing._template import SLIDE
from dashboard.datasets import boundaries
from dashboard.figures.theme import INK
from dashboard.text import Words

_FORMS = {
    "circle": "ellipse", "square": "rect", "diamond": "diamond", "triangle-up": "triangle", "arrow": "triangle", "star": "star5",
    "x": "mathMultiply",
}  # fmt: skip
_WIDEST = 1.65  # letters of a text to an inch and a pixel of its size
Figure = Mapping[str, Any]
Rings = tuple[tuple[tuple[float, float], ...], ...]


def is_map(figure: Figure) -> bool:
    """Whether the figure is drawn on outlines of countries."""
    return any(trace["type"] in ("choropleth", "scattergeo") for trace in figure["data"])


def draw_map(shapes: Any, figure: Figure, words: Words, alt: str, box: Box) -> None:
    """Draw the map into the box, one group for each of its views, the key and the texts over them."""
    found = panels(figure)
    place = places(figure, found, box)[0]
    geos = {trace.get("geo", "geo") for trace in figure["data"] if trace["type"] in ("choropleth", "scattergeo")}
    for name in sorted(geos):
        seen = view(figure["layout"].get(name, {}), _box(figure["layout"].get(name, {}), place))
        drawn = [
            one
            for trace in figure["data"]
            if trace.get("geo", "geo") == name
            for one in _trace(trace, seen, place, words)
        ]
        _draw.group(shapes, words("pptx.map"), alt, drawn, seen.box)
    key = [one for panel in found for trace in panel.traces for one in _key(panel, trace, place, words)]
    texts = [*behind(figure, place), *key, *over(figure, place, {}, words.lang, SLIDE)]
    _draw.group(shapes, words("pptx.labels"), "", texts, box)


def _box(geo: Figure, place: Place) -> Box:
    domain = geo.get("domain", {})
    (left, right), (low, high) = domain.get("x", (0, 1)), domain.get("y", (0, 1))
    return place.x(left), place.y(high), place.x(right) - place.x(left), place.y(low) - place.y(high)


def _trace(trace: Trace, seen: View, place: Place, words: Words) -> Iterator[str]:
    if trace["type"] == "choropleth":
        yield from _countries(trace, seen, words)
        return
    if trace["type"] != "scattergeo":
        return
    spots = [seen.place(lon, lat) if lon is not None and lat is not None else None for lon, lat in _coordinates(trace)]
    mode = str(trace.get("mode", "markers"))
    if "lines" in mode:
        yield from _lines(trace, spots, place)
    if "markers" in mode:
        yield from _marks(trace, spots, place)
    if "text" in mode:
        yield from _texts(trace, spots, place, words.lang)


def _coordinates(trace: Trace) -> list[tuple[float | None, float | None]]:
    lons, lats = ([number(one) for one in listed(trace.get(key))] for key in ("lon", "lat"))
    return list(zip(lons, lats, strict=False))


def _countries(trace: Trace, seen: View, words: Words) -> Iterator[str]:
    outlines = _outlines(str(trace["geojson"]).rpartition("/")[2].removesuffix(".geojson"))
    fill = colour(str(listed(trace["colorscale"])[-1][1]))
    edge = (trace.get("marker") or {}).get("line") or {}
    line = stroke(edge.get("color", "#FFFFFF"), (number(edge.get("width")) or 0) * 0.75)
    for code in listed(trace.get("locations")):
        name_en, name_fr, rings = outlines.get(code, ("", "", ()))
        kept = [ring for ring in (seen.ring(one) for one in rings) if ring]
        if kept:
            yield _draw.outline(name_fr if words.lang == "fr" else name_en, kept, fill, line)


def _outlines(name: str) -> dict[str, tuple[str, str, Rings]]:
    file = boundaries.file(name)
    return _read(file) if file else {}


@lru_cache(maxsize=4)
def _read(file: Path) -> dict[str, tuple[str, str, Rings]]:
    """The outlines of a file by country code: both names and all outer rings and holes."""
    found = {}
    for feature in json.loads(file.read_text(encoding="utf-8"))["features"]:
        shape, named = feature["geometry"], feature["properties"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        rings = tuple(tuple((one[0], one[1]) for one in ring) for part in parts for ring in part)
        found[named["iso3"]] = (named["name_en"], named["name_fr"], rings)
    return found


def _lines(trace: Trace, spots: list[Spot | None], place: Place) -> Iterator[str]:
    line, run = trace.get("line") or {}, list[Spot]()
    drawn = stroke(
        line.get("color", INK), (number(line.get("width")) or 1) * place.type * 72, line.get("dash", "solid"),
        number(trace.get("opacity", 1)) or 1,
    )  # fmt: skip
    for spot in [*spots, None]:
        if spot:
            run.append(spot)
        elif len(run) > 1:
            yield _draw.outline(_draw.plain(trace.get("name", "")), [run], "<a:noFill/>", drawn, closed=False)
        if not spot:
            run = []


def _marks(trace: Trace, spots: list[Spot | None], place: Place) -> Iterator[str]:
    marker, n = trace.get("marker") or {}, len(spots)
    edge, names = marker.get("line") or {}, each(trace.get("text") or trace.get("hovertext"), n, trace.get("name", ""))
    opacity = (number(marker.get("opacity", 1)) or 1) * (number(trace.get("opacity", 1)) or 1)
    columns = zip(
        spots, each(marker.get("symbol"), n, "circle"), each(marker.get("size"), n, 6), each(marker.get("color"), n, INK),
        each(edge.get("color"), n), each(edge.get("width"), n, 0), each(marker.get("angle"), n, 0), names, strict=True,
    )  # fmt: skip
    for spot, symbol, size, fill, rim, width, angle, text in columns:
        if spot:
            hollow, wide = str(symbol).endswith("-open"), float(size) * place.type
            form = _FORMS.get(str(symbol).removesuffix("-open"), "ellipse")
            line = stroke(rim or fill, max(float(width), 1.0 if hollow else 0) * place.type * 72)
            box = (spot[0] - wide / 2, spot[1] - wide / 2, wide, wide)
            ground = "<a:noFill/>" if hollow else colour(fill, opacity)
            yield _draw.preset(form, _draw.plain(text)[:80] or "–", box, ground, line, float(angle) % 360)


def _texts(trace: Trace, spots: list[Spot | None], place: Place, lang: str) -> Iterator[str]:
    font, n = trace.get("textfont") or {}, len(spots)
    sizes = each((trace.get("marker") or {}).get("size"), n, 6)
    columns = zip(
        spots, each(trace.get("text"), n, ""), each(trace.get("textposition"), n, "middle center"),
        each(font.get("color"), n, INK), each(font.get("size"), n, 12), sizes, strict=True,
    )  # fmt: skip
    for spot, text, position, ink, size, mark in columns:
        if spot and _draw.plain(text):
            up, _, across = str(position).partition(" ")
            gap = (float(mark) / 2 + 2) * place.type
            x = spot[0] + {"right": gap, "left": -gap}.get(across, 0) * (1 if up == "middle" else 0.7)
            y = spot[1] + {"top": -gap, "bottom": gap}.get(up, 0) * (1 if across == "center" else 0.7)
            anchors = (
                {"right": "left", "left": "right"}.get(across, "center"),
                {"top": "bottom", "bottom": "top"}.get(up, "middle"),
            )
            kind = Type(place.points(float(size)), ink, {"right": "l", "left": "r"}.get(across, "ctr"), lang)
            yield text_box(_draw.plain(text), (x, y), anchors, kind, SLIDE)


def _key(panel: Any, trace: Trace, place: Place, words: Words) -> Iterator[str]:
    """The key of a map, which the figure keeps on hidden axes."""
    left, top, width, height = place.of(panel)
    spots: list[Spot | None] = [
        (left + panel.x.share(x) * width, top + (1 - panel.y.share(y)) * height)
        if x is not None and y is not None
        else None
        for x, y in panel.points(trace)
    ]
    yield from _marks({**trace, "text": None}, spots, place)
    # The key is set for the width of a page; beside a table its longest text must still end before the next column.
    font = trace.get("textfont") or {}
    longest = max((len(_draw.plain(one)) for one in listed(trace.get("text"))), default=1)
    most = width / abs(panel.x.end - panel.x.start) * _WIDEST / (longest * place.type)
    yield from _texts(
        {**trace, "textfont": {**font, "size": min(number(font.get("size")) or 12, most)}}, spots, place, words.lang
    )
