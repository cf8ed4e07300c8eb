"""Where the parts of a figure stand on a slide: the figure's pixels and shares turned into inches.

A figure is made for a height in pixels; a slide has one height for all. Type and margins keep a legible size, the heights of
panels and marks give way. A tall figure of many panels is set in two columns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dashboard.briefing._draw import Box, Type, extent, label
from dashboard.briefing._figure import Panel

SMALLEST, LARGEST = 0.0092, 0.0122  # inches per pixel of type: 12 px become 8 to 10.5 points
_CLOSER = 1.3  # type may be so much larger, measured by its room, than on screen
_STRETCH = 0.021  # a low figure may fill the slide up to this many inches per pixel
_PAGE = 860  # pixels
_COLUMN = 624  # pixels: the narrowest card in which the figures promise that no label touches another
_TALL, _GUTTER, _WIDE_MARGIN = 576, 0.25, 120


@dataclass(frozen=True)
class Place:
    """The plot's own rectangle in inches; `low` and `high` are the shares of the figure's height that it shows."""

    left: float
    top: float
    width: float
    height: float
    type: float
    scale: float
    low: float = 0.0
    high: float = 1.0
    panels: tuple[Panel, ...] = ()

    def x(self, share: float) -> float:
        """Inches from the left of the slide for a share of the plot's width."""
        return self.left + share * self.width

    def y(self, share: float) -> float:
        """Inches from the top of the slide for a share of the figure's plot height, counted from its foot."""
        return self.top + (self.high - share) / (self.high - self.low) * self.height

    def of(self, panel: Panel) -> Box:
        """The rectangle of a panel."""
        return self.left, self.y(panel.high), self.width, self.y(panel.low) - self.y(panel.high)

    @property
    def mark(self) -> float:
        """Inches per pixel of a mark: as its place shrinks, but never out of proportion to the type."""
        return max(min(self.scale, self.type), 0.75 * self.type)

    def points(self, pixels: float) -> float:
        """Type size in points."""
        return round(pixels * self.type * 72, 1)

    def shows(self, share: float) -> bool:
        """Whether that height of the figure is in this column."""
        return self.low - 1e-9 <= share <= self.high + 1e-9


def places(figure: Mapping[str, Any], panels: Sequence[Panel], box: Box) -> list[Place]:
    """One place for the figure, or two when it is tall and of many panels."""
    layout = figure["layout"]
    margin = {side: float(layout.get("margin", {}).get(side, 0)) for side in "lrtb"}
    height = float(layout.get("height") or 450)
    if height < _TALL or len(panels) < 3 or margin["l"] > _WIDE_MARGIN:
        # A map beside its rows is narrow, and its key is made for the width of a page.
        widest = LARGEST if panels or box[2] > _PAGE * LARGEST else box[2] / _PAGE
        return [_place(margin, height, box, (0.0, 1.0), tuple(panels), min(_type(_CLOSER * box[3] / height), widest))]
    at = _cut(panels)
    width = (box[2] - _GUTTER) / 2
    kind = _type(min(box[3] / (height * max(at, 1 - at)), width / _COLUMN))
    spans = (
        (at, 1.0, tuple(one for one in panels if one.low >= at)),
        (0.0, at, tuple(one for one in panels if one.low < at)),
    )
    found = []
    for i, (low, high, kept) in enumerate(spans):
        column = (box[0] + i * (width + _GUTTER), box[1], width, box[3])
        found.append(_place(margin, height * (high - low), column, (low, high), kept, kind))
    return found


def _cut(panels: Sequence[Panel]) -> float:
    """The share of the height at which two columns come out most alike, just above a panel's heading."""
    edges = [above.low for above in panels[:-1]]
    gap = min(above.low - below.high for above, below in pairwise(panels))
    return min(edges, key=lambda one: abs(one - 0.5)) - gap * 0.3


def _type(wanted: float) -> float:
    return min(max(wanted, SMALLEST), LARGEST)


def _place(
    margin: Mapping[str, float],
    height: float,
    box: Box,
    span: tuple[float, float],
    kept: tuple[Panel, ...],
    kind: float,
) -> Place:
    left, right, top, bottom = (margin[side] * kind for side in "lrtb")
    pixels = max(height - margin["t"] - margin["b"], 1)
    scale = min((box[3] - top - bottom) / pixels, _STRETCH)
    return Place(box[0] + left, box[1] + top, box[2] - left - right, scale * pixels, kind, scale, *span, kept)


def text_box(
    text: str, at: tuple[float, float], anchors: tuple[str, str], kind: Type, slide: Box, ground: str = ""
) -> str:
    """A text that touches the point with the side its anchors name, kept on the slide."""
    width, height = extent(text, kind.points)
    left = at[0] - {"left": 0.0, "right": width}.get(anchors[0], width / 2)
    top = at[1] - {"top": 0.0, "bottom": height}.get(anchors[1], height / 2)
    left = min(max(left, slide[0]), max(slide[0] + slide[2] - width, slide[0]))
    # Fonts differ in width: there is room to spare on the side to which the text runs.
    spare = {"l": (0.0, 0.3), "r": (0.3, 0.0)}.get(kind.align, (0.15, 0.15))
    start = max(left - spare[0] * width, slide[0] - 0.1)
    end = min(left + width + spare[1] * width, slide[0] + slide[2] + 0.1)
    box = (left, top, width, height) if ground else (start, top, max(end - start, width), height)
    return label(text, box, kind, ground=ground)
