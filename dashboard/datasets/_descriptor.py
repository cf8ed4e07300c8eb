"""The descriptor of the data package: `datapackage.json` as read, and everything in it that the loader could not work with."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dashboard.datasets import _cells, _rules
from dashboard.errors import Offence

NAME = "datapackage.json"
# What becomes of a text under an earlier day of knowledge (see `_hindsight`).
ASOF = BLANK, FIRST_SENTENCE = "blank", "first_sentence"
_NUMBER = (int, float)
# What the loader and the pages read of it, and the kind of value they read it as.
_OF_PACKAGE = {"licenses": list, "resources": list}
_OF_RESOURCE = {
    **dict.fromkeys(("name", "path", "title"), str),
    **dict.fromkeys(("title_fr", "description", "description_fr", "known_on", "compiled_to"), (str, type(None))),
    "row_floor": (int, type(None)),
    "schema": dict,
}
_OF_SCHEMA = {"fields": list, "primaryKey": list, "foreignKeys": list}
_OF_FIELD = {
    **dict.fromkeys(("name", "type", "kind", "list_of", "asof"), str),
    # Empty ones are for `check` to find; a page shows the name instead.
    **dict.fromkeys(("title", "title_fr", "description", "description_fr"), (str, type(None))),
    "constraints": dict,
    "list_enum": list,
    "also": list,
}
_OF_CONSTRAINTS = {"required": bool, "unique": bool, "minimum": _NUMBER, "maximum": _NUMBER, "enum": list}
_NEEDED = {"licenses", "resources", "path", "title", "schema", "fields", "primaryKey", "name", "type"}
_NAMES = {
    dict: "an object",
    list: "a list",
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    float: "a number",
}


def read(path: Path, offences: list[Offence]) -> Mapping[str, Any]:
    """The descriptor; empty, with offences, when the tables cannot be read by it."""
    found: list[tuple[str, str, str]] = []
    try:
        descriptor: dict[str, Any] = json.loads(path.read_text(encoding="utf-8-sig"))
        found = list(_shapeless(descriptor)) or list(_unusable(descriptor))
    except OSError as error:
        offences.append(Offence(path.name, 0, "file", "", f"cannot be read ({error.strerror}), a descriptor wanted"))
    except json.JSONDecodeError as error:
        offences.append(Offence(path.name, error.lineno, "file", "", f"not JSON: {error.msg}"))
    except (ValueError, RecursionError) as error:
        offences.append(Offence(path.name, 0, "file", "", f"not JSON in UTF-8 ({type(error).__name__}: {error})"))
    offences += [Offence(path.name, 0, column, value, problem) for column, value, problem in found]
    return {} if offences else descriptor


def _shapeless(descriptor: Any) -> Iterator[tuple[str, str, str]]:
    """Values of another kind than what is read there: place, value, problem."""
    yield from _wrong("package", descriptor, _OF_PACKAGE)
    inside = descriptor if isinstance(descriptor, dict) else {}
    for place, licence in _each("licenses", inside.get("licenses")):
        yield from _wrong(place, licence, {"name": str, "path": str})
    for place, resource in _each("resources", inside.get("resources")):
        yield from _wrong(place, resource, _OF_RESOURCE)
        schema = resource.get("schema") if isinstance(resource, dict) else None
        if isinstance(schema, dict):
            yield from _wrong(f"{place}.schema", schema, _OF_SCHEMA)
            yield from _fields(f"{place}.fields", schema.get("fields"))
            for one, key in _each(f"{place}.foreignKeys", schema.get("foreignKeys")):
                yield from _foreign(one, key)


def _fields(place: str, fields: object) -> Iterator[tuple[str, str, str]]:
    for one, field in _each(place, fields):
        yield from _wrong(one, field, _OF_FIELD)
        inside = field if isinstance(field, dict) else {}
        limits = inside.get("constraints", {})
        if isinstance(limits, dict):
            yield from _wrong(f"{one}.constraints", limits, _OF_CONSTRAINTS)
        for name, listed in (("list_enum", inside), ("also", inside), ("enum", limits)):
            texts = listed.get(name, []) if isinstance(listed, dict) else []
            if isinstance(texts, list) and not all(isinstance(text, str) for text in texts):
                yield f"{one}.{name}", _said(texts), "a list of texts wanted"


def _foreign(place: str, key: Any) -> Iterator[tuple[str, str, str]]:
    try:
        fine = all(isinstance(one, str) for one in (key["fields"][0], key["reference"]["resource"]))
    except (LookupError, TypeError):
        fine = False
    if not fine:
        yield place, _said(key), "fields and a reference with its resource wanted"


def _wrong(place: str, value: Any, kinds: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What of an object is missing or of another kind."""
    if not isinstance(value, dict):
        yield place, _said(value), "an object wanted"
        return
    for name, kind in kinds.items():
        if name not in value:
            fits = name not in _NEEDED or (isinstance(kind, tuple) and type(None) in kind)
        else:
            # True is a whole number to Python, to nobody else.
            fits = isinstance(value[name], kind) and (kind is bool or not isinstance(value[name], bool))
        if not fits:
            wanted = _NAMES.get(kind[0] if isinstance(kind, tuple) else kind, "a value")
            yield f"{place}.{name}", _said(value.get(name)), f"{wanted} wanted"


def _each(place: str, values: object) -> Iterator[tuple[str, Any]]:
    """The items of a list with their places; nothing for what is no list."""
    for number, one in enumerate(values if isinstance(values, list) else []):
        yield f"{place}[{number}]", one


def _said(value: object) -> str:
    return "" if value is None else json.dumps(value)


def _unusable(descriptor: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What names something that is not there: place, value, problem."""
    columns = {one["name"]: [field["name"] for field in one["schema"]["fields"]] for one in descriptor["resources"]}
    if not columns or not descriptor["licenses"] or len(columns) < len(descriptor["resources"]):
        yield "resources", ", ".join(columns), "a licence, and at least one table, each under a name of its own, wanted"
    for resource in descriptor["resources"]:
        name, path, own = resource["name"], resource["path"], columns[resource["name"]]
        if path != f"{name}.csv" or "/" in path or "\\" in path:
            yield f"{name}.path", path, f"{name}.csv wanted, beside the descriptor"
        if resource.get("known_on") and resource["known_on"] not in own:
            yield f"{name}.known_on", resource["known_on"], "a column of the table or null wanted"
        if resource["schema"]["primaryKey"] != own[:1] or len(set(own)) < len(own):
            yield (
                f"{name}.primaryKey",
                _said(resource["schema"]["primaryKey"]),
                "the first of columns that differ wanted",
            )
        for column in sorted(_rules.columns(name) - set(own)):
            yield f"{name}.{column}", "", "a description wanted, the rules of the table speak of it"
        yield from _unknown_words(name, resource["schema"]["fields"], columns)
        for key in resource["schema"].get("foreignKeys", []):
            if (key["reference"]["resource"] or name) not in columns or key["fields"][0] not in own:
                yield f"{name}.foreignKeys", _said(key["fields"]), "a column and a described table wanted"


def _unknown_words(
    name: str, fields: list[Mapping[str, Any]], columns: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """Types, kinds and tables that are none."""
    for field in fields:
        place = f"{name}.{field['name']}"
        if field["type"] not in _cells.TYPES:
            yield f"{place}.type", field["type"], f"one of {', '.join(sorted(_cells.TYPES))} wanted"
        if field.get("kind", "text") not in _cells.KINDS:
            yield f"{place}.kind", field["kind"], f"one of {', '.join(sorted(_cells.KINDS))} wanted"
        if field.get("asof", BLANK) not in ASOF:
            yield f"{place}.asof", field["asof"], f"one of {', '.join(ASOF)} wanted"
        if "list_of" in field and field["list_of"].partition(".")[0] not in columns:
            yield f"{place}.list_of", field["list_of"], "a described table and its key wanted"
