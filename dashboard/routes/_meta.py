"""What a reader of the rows must know to use and to cite them: in the JSON, in the workbook, beside the CSV in the archive."""

from collections.abc import Mapping
from typing import Any

from flask import request

from dashboard import dates
from dashboard.datasets import _package
from dashboard.routes._asked import Asked
from dashboard.text import Words, words


def speech() -> Words:
    """The words of a file: English unless `lang` says otherwise, whatever the browser prefers."""
    return words(request.args.get("lang", "en"))


def in_words(described: Mapping[str, Any], key: str, text: Words) -> str:
    """The `title` or `description` of a table or field in that language; English where it has no other."""
    own = described.get(f"{key}_{text.lang}") if text.lang != "en" else None
    return str(own or described.get(key) or described["name"])


def meta(table: str, wanted: Asked, rows: int) -> dict[str, Any]:
    """The facts about a selection of `rows` rows; dates as EDTF, `filters` as the address says them."""
    text, package, resource = speech(), _package.current(), _package.resource(table)
    licence = package.descriptor["licenses"][0]
    title = in_words(resource, "title", text)
    day = (wanted.query.known() or dates.today()).isoformat()
    said = {key: ",".join(values) for key, values in request.args.lists() if key not in ("lang", "raw") and any(values)}
    cited = {"title": title, "version": package.version, "date": text.date(day), "address": request.url}
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
        "citation": text("http.citation", **cited),
        "descriptor": "/data/datapackage.json",
    }
