"""How a series looks: its line, its marks, its labels, and what of plotly's symbols the format can draw."""

from dataclasses import dataclass, field

Point = tuple[float | None, float | None]
# What the format can draw: plotly's name (without -open) → the name in the file.
SYMBOLS = {
    "circle": "circle", "square": "square", "diamond": "diamond", "diamond-tall": "diamond", "triangle-up": "triangle",
    "x": "x", "x-thin": "x", "cross": "plus", "line-ew": "dash", "circle-x": "circle",
}  # fmt: skip
# What it cannot is written as a letter on the point.
GLYPHS = {
    "triangle-down": "▼", "star": "★", "pentagon": "⬟", "hexagram": "✶", "triangle-down-open": "▽", "star-open": "☆",
    "pentagon-open": "⬠", "hexagram-open": "✡", "circle-x-open": "⊗",
    # Hollow marks are letters too: not every program draws the edge of a marker, and hollow says "source not read".
    "circle-open": "○", "square-open": "□", "diamond-open": "◇", "triangle-up-open": "△",
}  # fmt: skip


@dataclass(frozen=True)
class Stroke:
    """A line: colour, width in pixels, dash, opacity."""

    colour: str
    width: float
    dash: str = "solid"
    opacity: float = 1.0


@dataclass(frozen=True)
class Mark:
    """A marker: plotly's symbol, size in pixels, colours of its ground and its edge, edge in pixels, opacity."""

    symbol: str
    size: float
    fill: str
    edge: str
    width: float
    opacity: float = 1.0

    @property
    def hollow(self) -> bool:
        return self.symbol.endswith("-open")

    @property
    def glyph(self) -> str:
        return GLYPHS.get(self.symbol, "")


@dataclass(frozen=True)
class Label:
    """A text at a point; `position` as plotly says it (`top right`), `size` in pixels.

    It becomes a text box: programs shift, wrap and centre the labels of a chart as they like, and a plot gives way to them.
    """

    text: str
    position: str
    colour: str
    size: float


@dataclass
class Series:
    """One series: its points and how they look. `labels` by the place of the point."""

    name: str
    colour: str
    points: list[Point]
    stroke: Stroke | None = None
    mark: Mark | None = None
    labels: dict[int, Label] = field(default_factory=dict)
