"""Citations as files: `/cite/dataset`, `/cite/chart/<chart>`, `/cite/<table>/<id>`, each as `.bib` (BibTeX) and `.ris`."""

from collections.abc import Callable
from functools import partial

from flask import Flask, Response, abort, request

from dashboard.charts import BY_ID
from dashboard.datasets import _package
from dashboard.datasets.records import find
from dashboard.query import Query, Spec, read_strictly
from dashboard.routes import _citation
from dashboard.routes._reply import tagged
from dashboard.text import citation
from dashboard.text.citation import Citation

_SPEC = Spec(period=False)
_KINDS: dict[str, tuple[str, Callable[[Citation], str]]] = {
    "bib": ("application/x-bibtex", citation.bibtex),
    "ris": ("application/x-research-info-systems", citation.ris),
}


def register(server: Flask) -> None:
    """Add the addresses of the citations."""
    for kind in _KINDS:
        add = partial(server.add_url_rule, defaults={"kind": kind})
        add(f"/cite/dataset.{kind}", f"cite_dataset_{kind}", _dataset)
        add(f"/cite/chart/<chart>.{kind}", f"cite_chart_{kind}", _chart)
        add(f"/cite/<table>/<key>.{kind}", f"cite_record_{kind}", _record)


def _dataset(kind: str) -> Response:
    return _file(_citation.of_dataset(_asked(_SPEC), _language()), kind)


def _chart(chart: str, kind: str) -> Response:
    if chart not in BY_ID:
        abort(404, f"no chart {chart!r}, one of {', '.join(BY_ID)} wanted")
    params = BY_ID[chart].params
    return _file(_citation.of_chart(chart, _asked(params).only(params), _language()), kind)


def _record(table: str, key: str, kind: str) -> Response:
    tables = _package.current().tables
    if table not in tables:
        abort(404, f"no table {table!r}, one of {', '.join(tables)} wanted")
    query = _asked(_SPEC)
    record = find(table, key, asof=query.known())
    if record is None:
        abort(404, f"no record {key!r} in {table}{f' as known on {query.known()}' if query.known() else ''}")
    return _file(_citation.of_record(table, key, record, query, _language()), kind)


def _asked(spec: Spec) -> Query:
    return read_strictly(request.args.items(multi=True), spec)


def _language() -> str:
    return request.args.get("lang") or "en"


def _file(cited: Citation, kind: str) -> Response:
    mimetype, written = _KINDS[kind]
    response = Response(written(cited), content_type=f"{mimetype}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{cited.key}-{cited.asof.isoformat()}.{kind}"'
    return tagged(response)
