"""What a chart is: where its rows come from, how it is drawn, and what it says of itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dashboard.query import Query, Spec
from dashboard.text import Words

Frame = Any  # a pandas frame; only the datasets know pandas
Figure = Any  # a plotly figure; only the figures know plotly


@dataclass(frozen=True)
class Say:
    """The words around a chart: title (the finding), subtitle (what is drawn, in which unit), the key to the marks, and the text alternative."""

    title: str
    subtitle: str
    key: str = ""
    alt: str = ""
    note: str = ""


@dataclass(frozen=True)
class Chart:
    """One chart.

    `frame` gives what is drawn, tidy, one row per mark: it is the CSV. `figure` draws exactly that frame. `say` states the
    finding from the same frame. `tables` are the data tables it rests on; the first decides how far the chart is compiled.
    `height` in pixels holds where there is no figure that says its own.
    """

    id: str
    topic: str
    tables: tuple[str, ...]
    frame: Callable[[Query], Frame]
    figure: Callable[[Frame, Query, Words], Figure]
    say: Callable[[Frame, Query, Words], Say]
    params: Spec = field(default_factory=Spec)
    height: int = 420
    map: bool = False
