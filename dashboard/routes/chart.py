"""What a chart draws, as a table: `/chart/<chart>.csv`."""

from flask import Flask, Response, abort, request

from dashboard import dates
from dashboard.charts import BY_ID
from dashboard.query import read_strictly
from dashboard.routes._asked import is_raw
from dashboard.routes._reply import csv_file


def register(server: Flask) -> None:
    """Add the addresses of the charts."""
    server.add_url_rule("/chart/<chart>.csv", "chart_csv", _csv)


def _csv(chart: str) -> Response:
    if chart not in BY_ID:
        abort(404, f"no chart {chart!r}, one of {', '.join(BY_ID)} wanted")
    found = BY_ID[chart]
    pairs = [pair for pair in request.args.items(multi=True) if pair[0] != "raw"]
    query = read_strictly(pairs, found.params).only(found.params)
    raw = is_raw(request.args.get("raw", ""))
    return csv_file(found.frame(query), chart, query.known() or dates.today(), raw=raw)
