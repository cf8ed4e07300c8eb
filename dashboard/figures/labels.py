"""Where names can stand beside their marks without touching anything, whatever the width of the chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures.lettering import extent, folded

# Widths of the plot, in pixels, at which a place must be free: charts of 620 px and more, and charts below.
WIDE, NARROW = (556.0, 800.0, 1250.0), (280.0, 380.0, 540.0)
POSITIONS = (
    "middle right", "middle left", "top center", "bottom center", "top right", "bottom right", "top left", "bottom left",
)  # fmt: skip
FORCED = 1000  # from this rank on a text stands over strokes rather than nowhere
MOST = 150  # texts in one panel: no screen holds more, and finding places takes the square of their number
_REACH = 8.0  # from the middle of a mark to its text
Box = tuple[float, float, float, float]  # left, bottom, right, top in pixels


@dataclass(frozen=True)
class Point:
    """A mark at the share `x` of the axis and `y` pixels above the panel's floor, with the text it wants beside it."""

    x: float
    y: float
    text: str
    rank: int = 0


@dataclass(frozen=True)
class Obstacles:
    """What a text should not cover: strokes and, never, bars (x from, y from, x to, y to; x as shares, y in pixels), and all right of `hatch`."""

    strokes: Sequence[Box] = ()
    bars: Sequence[Box] = ()
    hatch: float = 2.0


def beside(
    points: Sequence[Point],
    widths: Sequence[float],
    height: float,
    size: float,
    margins: tuple[float, float],
    around: Obstacles = Obstacles(),
) -> list[tuple[str, str]]:
    """For each mark its text and where it can stand ("" where it cannot), the highest `rank` choosing first.

    `margins` are the pixels left and right of the plot that a text may use. A text keeps clear of strokes and of the hatched strip if
    it can; it never touches a bar, another text, or the neighbourhood of another mark.
    """
    said: dict[float, list[Box]] = {width: [] for width in widths}
    found = [("", "middle right")] * len(points)
    for i in sorted(range(len(points)), key=lambda at: -points[at].rank)[:MOST]:
        others = [one for at, one in enumerate(points) if at != i and not _same(one, points[i])]
        for text, position, care in _candidates(points[i].text, forced=points[i].rank >= FORCED):
            point = Point(points[i].x, points[i].y, text)
            boxes = {width: box(point, position, width, size) for width in widths}
            if all(_free(b, width, height, margins, others, said[width], around, care) for width, b in boxes.items()):
                found[i] = (text, position)
                for width, b in boxes.items():
                    said[width].append(b)
                break
    return found


def _same(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < 0.003 and abs(one.y - other.y) < 2


def _candidates(text: str, *, forced: bool) -> list[tuple[str, str, int]]:
    """Text, position and care, the best first; less care, a folded text and a farther corner are worse."""
    if not text:
        return []
    fold = text.replace("</b> ", "</b><br>", 1)
    name, end, rest = text.partition("</b>")
    bare = name + end + rest.partition(", ")[0]  # the name and the figure, without what else is said
    return [
        (one, position, care)
        for care in ((2, 1, 0) if forced else (2, 1))
        for one in dict.fromkeys((text, fold, bare))
        for position in POSITIONS
    ]


def _free(
    one: Box,
    width: float,
    height: float,
    margins: tuple[float, float],
    others: Sequence[Point],
    said: Sequence[Box],
    around: Obstacles,
    care: int,
) -> bool:
    """Whether a text may stand there: care 2 keeps clear of strokes and hatching, 1 of strokes, 0 only of marks, bars and texts."""
    if not _within(one, width, margins) or one[1] < -3 or one[3] > height + 8:
        return False
    if any(_touch(one, _mark(other, width, around=True)) for other in others) or any(
        _touch(one, other) for other in said
    ):
        return False
    if any(_touch(one, _stroke(bar, width)) for bar in around.bars):
        return False
    if care and any(_touch(one, _stroke(stroke, width)) for stroke in around.strokes):
        return False
    return care < 2 or one[2] <= around.hatch * width


def lines(
    points: Sequence[Point], widths: Sequence[float], size: float, margins: tuple[float, float]
) -> tuple[list[Point], list[str], float]:
    """Marks with words, put below each other where they would touch: the points with their heights, their positions, the whole height.

    Those after the first `MOST` stand at the top without words.
    """
    taken: dict[float, list[Box]] = {width: [] for width in widths}
    placed, positions, deepest = [], [], 0.0
    for point in points[:MOST]:
        text, position, depth = _slot(point, widths, size, margins, taken)
        at = Point(point.x, -depth, text, point.rank)
        for width in widths:
            taken[width] += [_mark(at, width), box(at, position, width, size)]
        placed.append(at)
        positions.append(position)
        deepest = max(deepest, depth + extent(text, size)[1] / 2)
    bare = [Point(one.x, 0.0, "", one.rank) for one in points[MOST:]]
    heights = [Point(one.x, one.y + deepest, one.text) for one in placed + bare]
    return heights, positions + ["middle right"] * len(bare), deepest


def _slot(
    point: Point, widths: Sequence[float], size: float, margins: tuple[float, float], taken: dict[float, list[Box]]
) -> tuple[str, str, float]:
    """The text (folded when it must), side and depth of the highest free place."""
    sides = {}
    for letters in (200, 60, 52, 44, 36, 30, 26, 22, 18):
        text = folded(point.text, letters)
        sides = {
            side: all(_within(box(Point(point.x, 0, text), side, width, size), width, margins) for width in widths)
            for side in ("middle right", "middle left")
        }
        if any(sides.values()):
            break
    half = extent(text, size)[1] / 2 + 2
    depth = half
    while True:
        for side in (side for side, fits in sides.items() if fits or not any(sides.values())):
            at = Point(point.x, -depth, text)
            own = [(width, taking) for width in widths for taking in (box(at, side, width, size), _mark(at, width))]
            if not any(_touch(taking, other) for width, taking in own for other in taken[width]):
                return text, side, depth
        depth += 3


def box(point: Point, position: str, width: float, size: float) -> Box:
    """The pixels that a text takes at that position beside its mark, in a plot of that width."""
    across, tall = extent(point.text, size)
    vertical, _, side = position.partition(" ")
    x = point.x * width
    left = {"right": x + _REACH, "left": x - _REACH - across, "center": x - across / 2}[side]
    bottom = {"middle": point.y - tall / 2, "top": point.y + _REACH, "bottom": point.y - _REACH - tall}[vertical]
    return (left, bottom, left + across, bottom + tall)


def _mark(point: Point, width: float, around: bool = False) -> Box:
    """The pixels of a mark; `around` it, those in which another mark's text would be taken for its own."""
    x, across, tall = point.x * width, 8 if around else 6, 12 if around else 6
    return (x - across, point.y - tall, x + across, point.y + tall)


def _stroke(stroke: Box, width: float) -> Box:
    x0, y0, x1, y1 = stroke
    return (min(x0, x1) * width - 2, min(y0, y1) - 2, max(x0, x1) * width + 2, max(y0, y1) + 2)


def _within(one: Box, width: float, margins: tuple[float, float]) -> bool:
    return -margins[0] <= one[0] and one[2] <= width + margins[1]


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
