"""From longitude and latitude to inches on the slide, as the figure's projection has it, and cut at the map's edge."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.briefing._draw import Box

Spot = tuple[float, float]
_NEAR = 0.011  # inches below which two points of an outline are one


def _natural_earth(lon: float, lat: float) -> Spot:
    square = lat * lat
    fourth = square * square
    across = 0.8707 - 0.131979 * square + fourth * (-0.013791 + fourth * (0.003971 * square - 0.001529 * fourth))
    up = 1.007226 + square * (0.015085 + fourth * (-0.044475 + 0.028874 * square - 0.005916 * fourth))
    return lon * across, lat * up


def _mercator(lon: float, lat: float) -> Spot:
    lat = min(max(lat, -1.48), 1.48)
    return lon, math.log(math.tan(math.pi / 4 + lat / 2))


def _equirectangular(lon: float, lat: float) -> Spot:
    return lon, lat


_FORMS = {"natural earth": _natural_earth, "mercator": _mercator}


@dataclass(frozen=True)
class View:
    """A map in a box: the range that the figure asks for, as large as it fits, and whatever lies around it in the box."""

    form: str
    middle: float
    scale: float
    left: float
    top: float
    box: Box

    def spot(self, lon: float, lat: float, turn: float = 0) -> Spot:
        """Where a place stands, in inches; `turn` adds whole turns for an outline that must not be torn."""
        x, y = _FORMS.get(self.form, _equirectangular)(math.radians(lon - self.middle + turn), math.radians(lat))
        return self.left + x * self.scale, self.top - y * self.scale

    def place(self, lon: float, lat: float) -> Spot | None:
        """Where a single place stands; None outside the map."""
        spot = self.spot(lon, lat, _turn(lon - self.middle))
        x, y, w, h = self.box
        return spot if x <= spot[0] <= x + w and y <= spot[1] <= y + h else None

    def ring(self, points: Sequence[Sequence[float]]) -> list[Spot]:
        """An outline, thinned and cut at the edge of the box; empty when nothing of it is to be seen."""
        turn = _turn(sum(one[0] for one in points) / len(points) - self.middle)
        return _cut(_thinned(self.spot(one[0], one[1], turn) for one in points), self.box)


def view(geo: Mapping[str, Any], box: Box) -> View:
    """The view that a figure's `geo` describes."""
    projection = geo.get("projection", {})
    form = str(projection.get("type", "equirectangular"))
    middle = float(projection.get("rotation", {}).get("lon", 0))
    west, east = geo.get("lonaxis", {}).get("range", (middle - 180, middle + 180))
    south, north = geo.get("lataxis", {}).get("range", (-60, 85))
    bare = View(form, middle, 1, 0, 0, box)
    rim = [bare.spot(west + (east - west) * i / 24, lat) for i in range(25) for lat in (south, (south + north) / 2, north, 0)
           if south <= lat <= north]  # fmt: skip
    xs, ys = [x for x, _ in rim], [y for _, y in rim]
    scale = min(box[2] / (max(xs) - min(xs)), box[3] / (max(ys) - min(ys)))
    left = box[0] + box[2] / 2 - (min(xs) + max(xs)) / 2 * scale
    top = box[1] + box[3] / 2 - (min(ys) + max(ys)) / 2 * scale
    return View(form, middle, scale, left, top, box)


def _turn(distance: float) -> float:
    """The whole turns that bring a longitude within half a turn of the middle."""
    return -360 * math.floor((distance + 180) / 360)


def _thinned(points: Iterable[Spot]) -> list[Spot]:
    kept: list[Spot] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _NEAR:
            kept.append((x, y))
    return kept


def _cut(ring: list[Spot], box: Box) -> list[Spot]:
    """The part of a ring within the box (Sutherland and Hodgman), one edge after the other."""
    left, top, width, height = box
    for axis, limit, sign in ((0, left, 1), (0, left + width, -1), (1, top, 1), (1, top + height, -1)):
        if all(sign * (one[axis] - limit) >= 0 for one in ring):
            continue
        kept: list[Spot] = []
        for one, other in zip([ring[-1], *ring[:-1]], ring, strict=True):
            if (sign * (one[axis] - limit) >= 0) != (sign * (other[axis] - limit) >= 0):
                part = (limit - one[axis]) / (other[axis] - one[axis])
                kept.append((one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
            if sign * (other[axis] - limit) >= 0:
                kept.append(other)
        ring = kept
        if not ring:
            break
    return ring if len(ring) > 2 else []
