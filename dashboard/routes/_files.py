"""The records as files to take away: a workbook with its explanations, and an archive of CSV, metadata and a readme."""

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from dashboard.datasets import _package, sources
from dashboard.datasets._workbook import Sheet, sheet, workbook
from dashboard.routes._meta import in_words, speech
from dashboard.text import Words, section

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest an archive can say: the same rows give the same bytes
_UNIX = 3


def xlsx(table: str, frame: Any, meta: Mapping[str, Any]) -> bytes:
    """The rows of `frame`, their fields explained, the pages they rest on, and what must be known to cite them."""
    text = speech()
    head = [text(f"file.{one}") for one in ("field", "title", "kind", "meaning", "unit", "values")]
    sheets = [
        sheet(text("file.records"), frame),
        Sheet(text("file.fields"), head, [_explained(field, text) for field in _fields(table)], wrapped=True),
        sheet(text("file.sources"), sources.cited(frame)),
    ]
    last = Sheet(text("file.about"), [text("file.what"), text("file.said")], about(meta, text), wrapped=True)
    return workbook([*sheets, last], title=f"Tumen Monitor: {meta['title']}", comments=meta["citation"])


def archive(table: str, csv: bytes, meta: Mapping[str, Any]) -> bytes:
    """The CSV as its own address gives it, all that is known about it for programs, and the same for people."""
    described = {**meta, "description": in_words(_package.resource(table), "description", speech())}
    described["schema"] = _package.resource(table)["schema"]
    files = {
        f"{table}.csv": csv,
        "metadata.json": json.dumps(described, ensure_ascii=False, indent=2, default=dict).encode(),
        "readme.txt": _readme(table, meta).encode(),
    }
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as file:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system, entry.external_attr = _UNIX, 0o644 << 16
            file.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return body.getvalue()


def about(meta: Mapping[str, Any], text: Words) -> list[tuple[str, Any]]:
    """What must be known of a selection, one line a fact: its name and what it says."""
    filters = "\n".join(f"{key}={value}" for key, value in meta["filters"].items()) or text("file.no_filters")
    compiled = meta["compiled_to"]
    facts = {
        "table": f"{meta['title']} ({meta['table']})",
        "rows": text("file.rows_text", n=text.number(meta["rows"]), total=text.number(meta["total"])),
        "filters": filters,
        "asof": text.date(meta["asof"]),
        **({"compiled": text.date(compiled)} if compiled else {}),
        "version": meta["data_version"],
        "licence": f"{meta['licence']['name']}, {meta['licence']['url']}",
        "citation": meta["citation"],
    }
    return [(text(f"file.{key}"), value) for key, value in facts.items()]


def _readme(table: str, meta: Mapping[str, Any]) -> str:
    text = speech()
    facts = "\n".join(
        f"{name}{text('file.colon')}{str(said).replace(chr(10), ', ')}" for name, said in about(meta, text)
    )
    files = "\n".join(text(f"file.readme_{one}", table=table) for one in ("csv", "metadata"))
    described = in_words(_package.resource(table), "description", text)
    parts = (f"Tumen Monitor: {meta['title']}", described, facts, files, section("about", "reading", text.lang))
    return "\n\n".join(parts) + "\n"


def _fields(table: str) -> list[Mapping[str, Any]]:
    return list(_package.resource(table)["schema"]["fields"])


def _explained(field: Mapping[str, Any], text: Words) -> list[str]:
    """Name, title, kind, meaning, unit and allowed values of a field."""
    name, kind = field["name"], field.get("kind") or ("text" if field["type"] == "string" else field["type"])
    allowed = field.get("constraints", {}).get("enum")
    kind = "enum" if allowed else kind
    values = ", ".join(allowed or field.get("list_enum") or [])
    said = (in_words(field, "title", text), text(f"data_page.kind.{kind}"), in_words(field, "description", text))
    return [name, *said, _unit(field, text), values]


def _unit(field: Mapping[str, Any], text: Words) -> str:
    """The unit of a number, which the name of its field ends with; "" where it is a count of what the field says."""
    if field["type"] == "string":
        return ""
    name = field["name"]
    keys = (f"file.units.{name}", f"file.units.{name.rpartition('_')[2]}")
    return next((text(key) for key in keys if key in text), "")
