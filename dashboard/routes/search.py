"""Records found by words: `/search.json`, which the search box of the shell asks."""

import html
import re
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, request

from dashboard import memory
from dashboard.datasets import _package
from dashboard.datasets._search_index import index
from dashboard.datasets.search import Group, Hit, search
from dashboard.errors import QueryError
from dashboard.query import Query, Spec, read_strictly
from dashboard.routes._fields import Reader, heading
from dashboard.routes._html import address
from dashboard.routes._reply import json_answer, tagged
from dashboard.text import words

LONGEST = 100
_SPEC = Spec(period=False)
_OWN = ("q", "table")


def register(server: Flask) -> None:
    """Add the address of the search."""
    server.add_url_rule("/search.json", "search", _search)


def warm_up() -> None:
    """Build the index, so that the first reader who searches does not wait for it."""
    index(_title)
    memory.keep()


def _search() -> Response:
    text, table, query, lang = _asked()
    groups = search(text, lang, _title, asof=query.known(), table=table)
    asof = query.asof if query.known() else ""
    said = {"ok": True, "q": text, "total": sum(group.total for group in groups)}
    return tagged(json_answer({**said, "groups": [_group(group, lang, asof) for group in groups]}))


def _asked() -> tuple[str, str, Query, str]:
    """What is searched for, in which table ("" for all), as known when, in which language. Raises QueryError."""
    pairs = list(request.args.items(multi=True))
    for key, value in pairs:
        if key not in (*_OWN, *_SPEC.names(), "lang"):
            wanted = ", ".join((*_OWN, *_SPEC.names(), "lang"))
            raise QueryError(key, value, f"unknown parameter, wanted one of {wanted}")
    text, table = request.args.get("q", "").strip(), request.args.get("table", "")
    if not 1 <= len(text) <= LONGEST:
        raise QueryError("q", text[:LONGEST], f"1 to {LONGEST} characters wanted")
    if table and table not in _package.current().tables:
        raise QueryError("table", table, f"wanted one of {', '.join(_package.current().tables)}")
    query = read_strictly([pair for pair in pairs if pair[0] not in _OWN], _SPEC)
    return text, table, query, request.args.get("lang", "en")


def _title(table: str, record: Mapping[str, Any], lang: str) -> str:
    """What the record's own page is called."""
    return html.unescape(re.sub(r"<[^>]+>", "", heading(table, record, Reader(words(lang)))))


def _group(group: Group, lang: str, asof: str) -> dict[str, Any]:
    records = [_record(hit, lang, asof) for hit in group.hits]
    return {"table": group.table, "title": group.title, "total": group.total, "records": records}


def _record(hit: Hit, lang: str, asof: str) -> dict[str, Any]:
    return {
        "id": hit.id,
        "title": hit.title,
        "title_marks": hit.title_marks,
        "date": hit.date,
        "snippet": hit.snippet,
        "marks": hit.marks,
        "lang": hit.lang,
        "href": address(f"/record/{hit.table}/{hit.id}", asof=asof, lang=lang),
    }
