"""Where the marks of a crowded lane stand: stacked, so that none hides another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

FOOT = 7  # pixels between a lane's floor and its lowest mark


@dataclass(frozen=True)
class Mark:
    """One event. `day` and `until` differ where the day is not known; `end` is its last day where it lasted longer."""

    lane: str
    day: str
    until: str
    symbol: str
    colour: str
    text: str
    record: tuple[str, str]
    end: str = ""


@dataclass(frozen=True)
class Placed:
    y: list[float]
    floors: list[float]
    total: float


def placed(
    marks: Sequence[Mark],
    lanes: Sequence[tuple[str, str]],
    first: date,
    gap: float,
    head: float,
    row: int,
    room: float = 0,
) -> Placed:
    """Heights in pixels: each mark on the lowest row of its lane where the one before it is `gap` days away.

    What the stacks leave of `room` goes above the stacks, in equal parts.
    """
    rows = [0] * len(marks)
    depth = {}
    for lane, _ in lanes:
        ends: list[float] = []
        for at in sorted((at for at, mark in enumerate(marks) if mark.lane == lane), key=lambda at: marks[at].day):
            begins, until = ((date.fromisoformat(day) - first).days for day in (marks[at].day, marks[at].until))
            free = next((at_row for at_row, end in enumerate(ends) if begins - end >= gap), len(ends))
            ends[free:free + 1] = [until]  # fmt: skip
            rows[at] = free
        depth[lane] = max(1, len(ends))
    used = sum(head + FOOT + row * depth[lane] for lane, _ in lanes)
    head += max(0.0, room - used) / max(1, len(lanes))
    floors, low = {}, 0.0
    for lane, _ in reversed(lanes):
        floors[lane] = low
        low += head + FOOT + row * depth[lane]
    y = [floors[mark.lane] + FOOT + row * (at_row + 0.5) for mark, at_row in zip(marks, rows, strict=True)]
    return Placed(y, [floors[lane] for lane, _ in lanes], low)


def apart(wanted: list[float], gap: float) -> list[float]:
    """Positions in the same order, `gap` apart at least, as near to `wanted` as can be: who is too near shares the shift."""
    blocks: list[tuple[float, int]] = []
    for at, value in enumerate(wanted):
        mean, size = value - at * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, count = blocks.pop()
            mean, size = (before * count + mean * size) / (count + size), size + count
        blocks.append((mean, size))
    spread = [mean for mean, size in blocks for _ in range(size)]
    return [mean + at * gap for at, mean in enumerate(spread)]


def levels(wanted: list[float], days: int, wide: float, most: int = 2) -> list[int | None]:
    """A level per label on which one `wide` (share of the axis) meets no other; None where there is none. The newest come first."""
    taken: list[float] = [9.0] * most
    levels: list[int | None] = [None] * len(wanted)
    for at in range(len(wanted) - 1, -1, -1):
        place = wanted[at] / days
        free = next((level for level, other in enumerate(taken) if other - place >= wide), None)
        if free is not None and wide / 2 - 0.01 <= place <= 1 - wide / 2 + 0.01:
            taken[free], levels[at] = place, free
    return levels


def stacked(days: Sequence[int], gap: float) -> list[int]:
    """The row of each mark, in the order of days: the lowest on which the one before is `gap` days away."""
    ends: list[float] = []
    rows = []
    for day in days:
        free = next((at for at, end in enumerate(ends) if day - end >= gap), len(ends))
        ends[free : free + 1] = [day]
        rows.append(free)
    return rows
