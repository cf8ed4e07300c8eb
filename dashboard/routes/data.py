"""The records: `/data/<table>` as `.csv`, `.json`, `.xlsx` and `.zip`, and the descriptor that explains them."""

from datetime import date
from typing import Any

from flask import Flask, Response, abort, request

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._export import to_csv, to_records
from dashboard.datasets.records import records
from dashboard.routes._asked import Asked, asked
from dashboard.routes._files import archive, xlsx
from dashboard.routes._meta import meta
from dashboard.routes._reply import csv_file, file, json_answer, tagged

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register(server: Flask) -> None:
    """Add the addresses of the tables."""
    server.add_url_rule("/data/<table>.csv", "data_csv", _csv)
    server.add_url_rule("/data/<table>.json", "data_json", _json)
    server.add_url_rule("/data/<table>.xlsx", "data_xlsx", _xlsx)
    server.add_url_rule("/data/<table>.zip", "data_zip", _zip)
    server.add_url_rule("/data/datapackage.json", "data_package", _descriptor)


def _csv(table: str) -> Response:
    wanted = _asked(table)
    return csv_file(_frame(table, wanted), table, _day(wanted), raw=wanted.raw)


def _json(table: str) -> Response:
    wanted = _asked(table)
    rows = to_records(_frame(table, wanted))
    return tagged(json_answer({"meta": meta(table, wanted, len(rows)), "rows": rows}))


def _xlsx(table: str) -> Response:
    wanted = _asked(table)
    frame = _frame(table, wanted)
    body = xlsx(table, frame, meta(table, wanted, len(frame)))
    return file(body, table, _day(wanted), "xlsx", _XLSX)


def _zip(table: str) -> Response:
    wanted = _asked(table)
    frame = _frame(table, wanted)
    body = archive(table, to_csv(frame, raw=wanted.raw), meta(table, wanted, len(frame)))
    return file(body, table, _day(wanted), "zip", "application/zip")


def _descriptor() -> Response:
    return tagged(json_answer(_package.descriptor()))


def _asked(table: str) -> Asked:
    tables = _package.current().tables
    if table not in tables:
        abort(404, f"no table {table!r}, one of {', '.join(tables)} wanted")
    return asked(request.args.items(multi=True), _package.resource(table))


def _day(wanted: Asked) -> date:
    return wanted.query.known() or dates.today()


def _frame(table: str, wanted: Asked) -> Any:
    query = wanted.query
    return records(
        table,
        start=query.first(),
        end=query.last(),
        asof=query.known(),
        where=wanted.where,
        contains=wanted.contains,
        text=wanted.text,
    )
