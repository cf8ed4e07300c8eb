"""The registry of charts: the explicit list, and the one door through which a chart is drawn."""

import json
import zlib
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard import dates
from dashboard.charts import (
    claims,
    diplomacy,
    launches,
    overview,
    return_flow,
    routes,
    sanctions,
    shipments,
    shipments_tempo,
)
from dashboard.charts._chart import Chart, Frame, Say
from dashboard.charts._said import filters
from dashboard.charts._said import sources as source_line
from dashboard.charts._window import compiled
from dashboard.charts.context import Ticks, known, lanes, ticks
from dashboard.datasets import _package, sources
from dashboard.datasets._select import select
from dashboard.datasets.records import key_column
from dashboard.figures import lane, theme
from dashboard.figures.as_json import as_json
from dashboard.query import Query
from dashboard.text import words

__all__ = ["BY_ID", "CHARTS", "DARK", "Chart", "Rendered", "Say", "lanes", "render", "say"]

CHARTS: tuple[Chart, ...] = (
    *overview.CHARTS,
    *shipments.CHARTS,
    *shipments_tempo.CHARTS,
    *claims.CHARTS,
    *return_flow.CHARTS,
    *routes.CHARTS,
    *launches.CHARTS,
    *diplomacy.CHARTS,
    *sanctions.CHARTS,
)
BY_ID: dict[str, Chart] = {chart.id: chart for chart in CHARTS}
DARK = theme.DARK  # what each colour of a figure becomes on dark paper


@dataclass(frozen=True)
class Rendered:
    """A chart as it is shown.

    `packed` is the figure without a lane of context; `days` are the ends of its axis of days and `lane` the name and the ticks of the
    lane that is asked for, where there are any; `rows` counts what is drawn; `filters` names what differs from the default and
    `sources` is the line below the chart, both in the reader's language; `version` names the data.
    """

    chart: Chart
    packed: bytes
    tall: int
    say: Say
    rows: int
    publishers: tuple[str, ...]
    compiled: date
    key: str
    filters: str
    sources: str
    version: str
    days: tuple[str, str] | None
    lane: Ticks | None = None

    @property
    def plain(self) -> dict[str, Any]:
        """The figure without a lane as plotly JSON, empty when no row is left.

        Unpacked at each call: kept whole, it takes sixteen times the memory.
        """
        figure: dict[str, Any] = json.loads(zlib.decompress(self.packed))
        return figure

    @property
    def figure(self) -> dict[str, Any]:
        """The figure with its lane of context below."""
        return lane.laid(self.plain, *self.lane) if self.lane else self.plain

    @property
    def height(self) -> int:
        """Pixels of the figure with its lane."""
        return self.tall + (lane.HEIGHT if self.lane else 0)

    def json(self) -> str:
        """The figure as text that may stand in a script element."""
        return as_json(self.figure)


def render(chart_id: str, query: Query, lang: str) -> Rendered:
    """The chart drawn for that state; cached by data version, day, language and the part of the state it obeys."""
    chart = BY_ID[chart_id]
    query = query.only(chart.params)
    drawn = _render(chart_id, replace(query, overlay=""), lang, _package.current().version, dates.today())
    return replace(drawn, lane=ticks(drawn.days, query, lang)) if drawn.days else drawn


def say(chart_id: str, query: Query, lang: str) -> Say:
    """The words around the chart for that state, without drawing it."""
    chart = BY_ID[chart_id]
    query = replace(query.only(chart.params), overlay="")
    return chart.say(_frame(chart_id, query, _package.current().version, dates.today()), query, words(lang))


# Both languages, and the words alone, are made of the same rows. Figures and words leave them as they are.
@lru_cache(maxsize=128)
def _frame(chart_id: str, query: Query, _version: str, _today: date) -> Frame:
    return BY_ID[chart_id].frame(query)


@lru_cache(maxsize=256)
def _render(chart_id: str, query: Query, lang: str, version: str, today: date) -> Rendered:
    chart = BY_ID[chart_id]
    frame = _frame(chart_id, query, version, today)
    text = words(lang)
    figure = chart.figure(frame, query, text).to_plotly_json() if len(frame) else {}
    timed = bool(figure and chart.params.overlay)
    if timed:
        lane.add_room(figure, chart.params.overlay, known(query))
    read = frame if "source_ids" in frame else select(chart.tables[0], asof=query.known())
    publishers, day = tuple(sources.publishers(read)), compiled(chart.tables[0], query)
    return Rendered(
        chart,
        zlib.compress(as_json(figure).encode("utf-8")),
        int(figure.get("layout", {}).get("height") or chart.height),
        chart.say(frame, query, text),
        len(frame),
        publishers,
        day,
        key_column(chart.tables[0]),
        filters(query, chart.params, text),
        source_line(chart, publishers, day, text),
        version,
        lane.days(figure) if timed else None,
    )
