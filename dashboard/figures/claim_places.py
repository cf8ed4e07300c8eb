"""Where the words of a chart of claims stand: beside its marks, or in lanes below each other."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from dashboard.figures import claim_words, labels, panels

MARGIN = (48, 20)  # pixels left and right of the plot, wide
NARROW = (panels.NARROW_LEFT, 8)
SIZE, SMALL = 12, 11


@dataclass(frozen=True)
class Days:
    """The axis of days: first and last, and the day up to which the claims are compiled."""

    first: date
    last: date
    compiled: date

    def share(self, day: str) -> float:
        """Where a day lies on the axis, 0 to 1."""
        at = (date.fromisoformat(day) - self.first).days / max(1, (self.last - self.first).days)
        return min(1.0, max(0.0, at))

    def kept(self, day: str) -> str:
        """The day, or the axis' first where it lies before."""
        return max(day, self.first.isoformat())


@dataclass(frozen=True)
class Slots:
    """Where the words of a lane stand, wide and narrow: points, positions and depth."""

    points: tuple[list[labels.Point], list[labels.Point]]
    positions: tuple[list[str], list[str]]
    deep: tuple[float, float]


def worded(rows: list[dict[str, Any]], words: Any, days: Days) -> Slots:
    wanted = [labels.Point(days.share(row["day"]), 0, claim_words.lane_label(row, words)) for row in rows]
    wide = labels.lines(wanted, labels.WIDE, SIZE, (MARGIN[0] - 4, MARGIN[1] - 4))
    tight = labels.lines(wanted, labels.NARROW, SMALL, (NARROW[0] - 4, NARROW[1] - 4))
    return Slots((wide[0], tight[0]), (wide[1], tight[1]), (round(wide[2]) + 4, round(tight[2]) + 4))


def beside(
    rows: list[dict[str, Any]],
    unit: float,
    height: float,
    words: Any,
    days: Days,
    around: labels.Obstacles,
    *,
    short: bool,
) -> tuple[list[str], list[str]]:
    """The texts beside the marks and their positions; `unit` is the value of one pixel. The newest of each series chooses first."""
    several = len({row["variant"] for row in rows}) > 1
    newest = {row["series"]: i for i, row in enumerate(rows)}
    points = []
    for i, row in enumerate(rows):
        text = claim_words.mark_label(row, words, several, short=short)
        rank = i + (labels.FORCED if newest[row["series"]] == i else 0)
        points.append(labels.Point(days.share(row["day"]), row["value"] / unit, text, rank))
    margin, size, widths = (NARROW, SMALL, labels.NARROW) if short else (MARGIN, SIZE, labels.WIDE)
    found = labels.beside(points, widths, height, size, (margin[0] - 40, margin[1] - 4), around)
    return [text for text, _ in found], [position for _, position in found]


def obstacles(rows: list[dict[str, Any]], unit: float, days: Days, spans: bool) -> labels.Obstacles:
    """What the texts keep clear of."""
    edge = min(days.last, days.compiled)
    return labels.Obstacles(*_strokes(rows, unit, days, spans), days.share(edge.isoformat()))


def _strokes(
    rows: list[dict[str, Any]], unit: float, days: Days, spans: bool
) -> tuple[list[labels.Box], list[labels.Box]]:
    """What is drawn between the marks, for texts to keep clear of: steps, ranges and limits; and the bars of periods."""
    found: list[labels.Box] = []
    bars: list[labels.Box] = []
    for series in dict.fromkeys(row["series"] for row in rows):
        steps = [(days.share(row["day"]), row["value"] / unit) for row in rows if row["series"] == series]
        for (x0, y0), (x1, y1) in pairwise(steps):
            found += [(x0, y0, x1, y0), (x1, y0, x1, y1)]
    for row in rows:
        x, (low, high) = days.share(row["day"]), claim_words.ends(row)
        if claim_words.is_cap(row):
            found.append((0.0, high / unit, 1.0, high / unit))
        elif low != high:
            found.append((x, low / unit, x, high / unit + 6))
        if spans and row["counting_since"] and not claim_words.is_cap(row):
            bars.append((days.share(row["span_from"]), low / unit - 4, days.share(row["span_to"]), low / unit + 4))
            found.append((days.share(row["span_to"]), low / unit, x, low / unit))
    return found, bars
