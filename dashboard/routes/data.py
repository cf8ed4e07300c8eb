"""The records: `/data/<table>.csv`, `/data/<table>.json`, and the descriptor that explains them."""

from typing import Any

from flask import Flask, Response, abort, request

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._export import to_records
from dashboard.datasets.records import records
from dashboard.routes._asked import Asked, asked
from dashboard.routes._reply import csv_file, json_answer, tagged
from dashboard.text import words


def register(server: Flask) -> None:
    """Add the addresses of the tables."""
    server.add_url_rule("/data/<table>.csv", "data_csv", _csv)
    server.add_url_rule("/data/<table>.json", "data_json", _json)
    server.add_url_rule("/data/datapackage.json", "data_package", _descriptor)


def _csv(table: str) -> Response:
    wanted = _asked(table)
    return csv_file(_frame(table, wanted), table, wanted.query.known() or dates.today(), raw=wanted.raw)


def _json(table: str) -> Response:
    wanted = _asked(table)
    rows = to_records(_frame(table, wanted))
    return tagged(json_answer({"meta": _meta(table, wanted, len(rows)), "rows": rows}))


def _descriptor() -> Response:
    return tagged(json_answer(_package.descriptor()))


def _asked(table: str) -> Asked:
    tables = _package.current().tables
    if table not in tables:
        abort(404, f"no table {table!r}, one of {', '.join(tables)} wanted")
    return asked(request.args.items(multi=True), _package.resource(table))


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


def _meta(table: str, wanted: Asked, rows: int) -> dict[str, Any]:
    """What a reader of the rows must know to use and to cite them; in English unless `lang` says otherwise."""
    lang = request.args.get("lang", "en")
    package, resource = _package.current(), _package.resource(table)
    licence = package.descriptor["licenses"][0]
    title = resource["title"] if lang == "en" else resource.get(f"title_{lang}", resource["title"])
    day = (wanted.query.known() or dates.today()).isoformat()
    said = {key: ",".join(values) for key, values in request.args.lists() if key not in ("lang", "raw") and any(values)}
    cited = {"title": title, "version": package.version, "date": words(lang).date(day), "address": request.url}
    return {
        "table": table,
        "title": title,
        "data_version": package.version,
        "asof": day,
        "compiled_to": resource.get("compiled_to"),
        "filters": said,
        "rows": rows,
        "total": len(package.tables[table]),
        "licence": {"name": licence["name"], "url": licence["path"]},
        "citation": words(lang)("http.citation", **cited),
        "descriptor": "/data/datapackage.json",
    }
