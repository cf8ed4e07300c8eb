"""Figures that are grids of cells, as native tables: heatmaps and matrices of bars with a text in each."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from dashboard.briefing._draw import Box, plain
from dashboard.briefing._figure import each, listed, number
from dashboard.briefing._tables import Cell, table
from dashboard.figures.marks import cut
from dashboard.figures.theme import BAND, CARD, INK, MUTED

_NAMES, _LETTERS = 1.6, 28  # inches for the names at the left of a matrix
_ROWS = 32  # a matrix of more rows is set in two tables side by side
Figure = Mapping[str, Any]


def is_heatmap(figure: Figure) -> bool:
    """Whether the figure is a grid of coloured numbers."""
    return any(trace["type"] == "heatmap" for trace in figure["data"])


def is_matrix(figure: Figure) -> bool:
    """Whether the figure is nothing but bars in rows and columns that are no days."""
    bars = [one for one in figure["data"] if one["type"] == "bar"]
    days = figure["layout"].get("xaxis", {}).get("type") == "date"
    return len(bars) == len(figure["data"]) > 0 and not days and all(one.get("orientation") == "h" for one in bars)


def heatmap(shapes: Any, figure: Figure, box: Box, lang: str, alt: str) -> None:
    """Rows of years and columns of months, each cell in its colour with its number; hatched where nothing is compiled."""
    trace = next(one for one in figure["data"] if one["type"] == "heatmap")
    xs, ys = listed(trace["x"]), listed(trace["y"])
    names, years = _ticks(figure, "xaxis", xs), _ticks(figure, "yaxis", ys)
    rest = _hatched(figure)
    rows = [[Cell(), *(Cell(one, ink=MUTED) for one in names)]]
    # The first row of a heatmap is the lowest.
    for y, year, values in sorted(zip(ys, years, listed(trace["z"]), strict=True), reverse=True):
        cells = [_heat(trace, number(value), rest=(x, y) in rest) for x, value in zip(xs, listed(values), strict=True)]
        rows.append([Cell(year, ink=MUTED, align="r"), *cells])
    first = 0.6
    table(shapes, rows, [first, *[(box[2] - first) / len(xs)] * len(xs)], box, 11, lang, alt)


def _ticks(figure: Figure, axis: str, values: Sequence[Any]) -> list[str]:
    spec = figure["layout"].get(axis, {})
    said = dict(zip(listed(spec.get("tickvals")), listed(spec.get("ticktext")), strict=False))
    return [str(said.get(one, one)) for one in values]


def _hatched(figure: Figure) -> set[tuple[float, float]]:
    """The cells that a hatched area covers."""
    found: set[tuple[float, float]] = set()
    for trace in figure["data"]:
        if trace.get("fillpattern"):
            xs, ys = listed(trace["x"]), listed(trace["y"])
            spans = [range(round(min(one) + 0.5), round(max(one) + 0.5)) for one in (xs, [y + 0.05 for y in ys])]
            found |= {(x, y) for x in spans[0] for y in {round((min(ys) + max(ys)) / 2), *spans[1]}}
    return found


def _heat(trace: Mapping[str, Any], value: float | None, *, rest: bool) -> Cell:
    if value is None or (rest and not value):
        return Cell(fill="hatched" if rest else "")
    scale = [(float(at), str(colour)) for at, colour in listed(trace["colorscale"])]
    low, high = number(trace.get("zmin")) or 0, number(trace.get("zmax")) or 1
    share = (value - low) / ((high - low) or 1)
    return Cell(f"{value:g}" if value else "", fill=_between(scale, share), ink="#FFFFFF" if share > 0.6 else INK)


def _between(scale: Sequence[tuple[float, str]], share: float) -> str:
    """The colour of a scale at a share of its length."""
    share = min(max(share, 0), 1)
    for (low, one), (high, other) in pairwise(scale):
        if share <= high:
            part = (share - low) / ((high - low) or 1)
            mixed = (round(a + (b - a) * part) for a, b in zip(_rgb(one), _rgb(other), strict=True))
            return "#" + "".join(f"{one:02X}" for one in mixed)
    return scale[-1][1]


def _rgb(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def matrix(shapes: Any, figure: Figure, box: Box, lang: str, alt: str) -> None:
    """One row for each name, one column for each sender, in two tables when there are many rows."""
    notes = figure["layout"].get("annotations", [])
    heads = sorted((number(one["x"]) or 0, one) for one in notes if one.get("xref") == "x")
    names = {round(number(one["y"]) or 0, 1): str(one["text"]) for one in notes if one.get("xref") == "paper"}
    cells = _cells(figure)
    header = [Cell(), *(Cell(plain(one["text"]), ink=one["font"]["color"], bold=True) for _, one in heads)]
    order = sorted({y for y, _ in cells} | set(names))
    rows = [_row(names.get(y, ""), [cells.get((y, i)) for i in range(len(heads))]) for y in order]
    half = -(-len(rows) // 2) if len(rows) > _ROWS else len(rows)
    parts = [rows[i : i + half] for i in range(0, len(rows), half)]
    gap = 0.2
    width = (box[2] - gap * (len(parts) - 1)) / len(parts)
    points = 6.5 if len(parts) > 1 else 9
    for i, part in enumerate(parts):
        filled = [*part, *[[Cell()] * len(header)] * (half - len(part))]
        widths = [_NAMES, *[(width - _NAMES) / max(len(heads), 1)] * len(heads)]
        height = min(box[3], 0.3 * (half + 1))
        table(shapes, [header, *filled], widths, (box[0] + i * (width + gap), box[1], width, height), points, lang, alt)


def _cells(figure: Figure) -> dict[tuple[float, int], Cell]:
    """The cells by height and column; the ground of a gap says that the sender has not listed the name."""
    found: dict[tuple[float, int], Cell] = {}
    for trace in figure["data"]:
        ys, bases = listed(trace["y"]), listed(trace["base"])
        n, marker, font = len(ys), trace.get("marker") or {}, trace.get("textfont") or {}
        columns = zip(
            ys, bases, each(trace.get("text"), n, ""), each(marker.get("color"), n, BAND), each(font.get("color"), n, INK),
            strict=True,
        )  # fmt: skip
        for y, base, text, fill, ink in columns:
            key = (round(float(y), 1), int(base))
            if text or key not in found:
                found[key] = Cell(str(text), fill, ink, edge=ink if fill == CARD else "")
    return found


def _row(name: str, cells: Sequence[Cell | None]) -> list[Cell]:
    bold = "<b>" in name
    return [Cell(cut(plain(name), _LETTERS), align="r", bold=bold), *(one or Cell() for one in cells)]
