"""What a chart draws, as a table and as a slide: `/chart/<chart>.csv`, `/chart/<chart>.pptx`."""

from collections.abc import Iterable

from flask import Flask, Response, abort, request

from dashboard import dates
from dashboard.briefing._deck import Deck, Slide
from dashboard.charts import BY_ID
from dashboard.charts._chart import Chart
from dashboard.query import Query, read_strictly
from dashboard.routes._asked import is_raw
from dashboard.routes._pptx import pptx_file
from dashboard.routes._reply import csv_file
from dashboard.routes._site import reader_language


def register(server: Flask) -> None:
    """Add the addresses of the charts."""
    server.add_url_rule("/chart/<chart>.csv", "chart_csv", _csv)
    server.add_url_rule("/chart/<chart>.pptx", "chart_pptx", _pptx)


def _csv(chart: str) -> Response:
    found, query = _asked(chart, (pair for pair in request.args.items(multi=True) if pair[0] != "raw"))
    raw = is_raw(request.args.get("raw", ""))
    return csv_file(found.frame(query), chart, query.known() or dates.today(), raw=raw)


def _pptx(chart: str) -> Response:
    """One slide; it has no title slide, because a single chart is put into a deck of one's own."""
    _, query = _asked(chart, request.args.items(multi=True))
    deck = Deck(chart, {}, {}, (Slide(chart, query),))
    return pptx_file(deck, chart, query.known() or dates.today(), reader_language())


def _asked(chart: str, pairs: Iterable[tuple[str, str]]) -> tuple[Chart, Query]:
    if chart not in BY_ID:
        abort(404, f"no chart {chart!r}, one of {', '.join(BY_ID)} wanted")
    found = BY_ID[chart]
    return found, read_strictly(pairs, found.params).only(found.params)
