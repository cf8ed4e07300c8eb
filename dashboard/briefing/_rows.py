"""The rows beside a map: what it draws, as a native table of a few columns."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.briefing._draw import Box
from dashboard.briefing._tables import Cell, table
from dashboard.figures.marks import cut
from dashboard.figures.theme import BAND, CARD, INK, MUTED
from dashboard.text import Words

_MOST, _LETTERS, _ROW = 20, 30, 0.215


@dataclass(frozen=True)
class Columns:
    """Which columns of a chart's frame stand beside its map, how wide, and which rows: those with `only` in the first column named."""

    keys: tuple[str, ...]
    widths: tuple[float, ...]
    only: tuple[str, str] = ("", "")
    order: tuple[str, tuple[str, ...]] = ("", ())


COLUMNS = {
    "routes": Columns(
        ("start_date", "from_{lang}", "to_{lang}", "containers_low"), (1.05, 1.05, 1.2, 0.8), ("layer", "leg")
    ),
    "meeting-map": Columns(("place_{lang}", "visits", "first", "last"), (1.5, 0.55, 1.0, 1.0)),
    "launch-sites": Columns(("site_{lang}", "missiles"), (2.25, 0.65), ("mark", "site")),
    "sanctions-map": Columns(
        ("country_{lang}", "prk_since", "rus_since"),
        (1.45, 1.25, 0.95),
        ("", ""),
        ("class", ("target", "both", "rus", "prk")),
    ),
}


def width(chart: str) -> float:
    """Inches that the table takes; 0 for a chart without one."""
    return sum(COLUMNS[chart].widths) if chart in COLUMNS else 0.0


def rows(shapes: Any, chart: str, frame: Any, words: Words, box: Box, alt: str) -> None:
    """Add the table, twenty rows at most and then how many more there are."""
    wanted = COLUMNS[chart]
    found = [row for row in frame.to_dict("records") if not wanted.only[0] or row[wanted.only[0]] == wanted.only[1]]
    if wanted.order[0]:
        rank = {name: i for i, name in enumerate(wanted.order[1])}
        found.sort(key=lambda row: rank.get(row[wanted.order[0]], len(rank)))
    keys = [key.format(lang=words.lang) for key in wanted.keys]
    head = [
        Cell(words(f"pptx.column.{key.removesuffix('_{lang}')}"), BAND, MUTED, "l", bold=True) for key in wanted.keys
    ]
    body = [[Cell(_said(row[key], key, words), ink=INK, align="l") for key in keys] for row in found[:_MOST]]
    if len(found) > _MOST:
        more = words("pptx.more_rows", n=words.number(len(found) - _MOST))
        body.append([Cell(more, ink=MUTED, align="l"), *[Cell()] * (len(keys) - 1)])
    cells: Sequence[Sequence[Cell]] = [
        head,
        *([Cell(c.text, c.fill or CARD, c.ink, c.align, c.bold) for c in row] for row in body),
    ]
    height = min(box[3], _ROW * len(cells))
    table(shapes, cells, wanted.widths, (box[0], box[1], box[2], height), 8, words.lang, alt)


def _said(value: Any, key: str, words: Words) -> str:
    """A cell in words: days and numbers as the reader writes them, long names cut."""
    if isinstance(value, float) and math.isnan(value):
        return ""
    if isinstance(value, int | float):
        return words.number(value)
    if value and key in ("start_date", "first", "last", "prk_since", "rus_since"):
        return words.date(value, short=True)
    return cut(str(value), _LETTERS)
