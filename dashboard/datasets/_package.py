"""The one door to the data: reads the package strictly, keeps the current one, hands out copies."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from dashboard.datasets import _cells, _evidence, _rules, _withdrawn
from dashboard.datasets._read import Sheet, read_sheet
from dashboard.errors import DataError, Offence

DESCRIPTOR = "datapackage.json"
# What becomes of a text under an earlier day of knowledge (see `_hindsight`).
ASOF = BLANK, FIRST_SENTENCE = "blank", "first_sentence"
_DTYPES = {"string": "str", "number": "float64", "integer": "Int64"}


@dataclass(frozen=True)
class Package:
    """Data that passed every rule of the loader; treat it as read-only.

    `version` is the first 12 hex digits of the SHA-256 over the descriptor and the tables, in the order of their names;
    `updated` the newest date (EDTF) on which a row became public; `exemptions` the rows let off the two-source rule,
    `withdrawn` those that were taken out.
    """

    directory: Path
    descriptor: Mapping[str, Any]
    tables: Mapping[str, pd.DataFrame]
    version: str
    updated: str
    exemptions: tuple[_evidence.Exemption, ...] = ()
    withdrawn: tuple[_withdrawn.Withdrawal, ...] = ()


def load(directory: Path) -> Package:
    """Read and check the package in `directory`. Raises DataError with every offence, in the order of file and line."""
    descriptor, sheets, offences = inspect(directory)
    if offences:
        raise DataError(offences)
    tables = {name: _frame(sheet) for name, sheet in sheets.items()}
    public = [(one["name"], one["known_on"]) for one in descriptor["resources"] if one.get("known_on")]
    # EDTF dates sort as text; of a month and a day in it the day is the later one, which is what is wanted here.
    updated = max((str(tables[name][column].max()) for name, column in public if len(tables[name])), default="")
    version, beside = _version(directory, sheets), (_evidence.read(directory, []), _withdrawn.read(directory, []))
    return Package(directory, descriptor, MappingProxyType(tables), version, updated, *beside)


def inspect(directory: Path) -> tuple[Mapping[str, Any], Mapping[str, Sheet], list[Offence]]:
    """The descriptor, the files as read, and all that the loader finds wrong with them."""
    offences: list[Offence] = []
    descriptor = _descriptor(directory / DESCRIPTOR, offences)
    if offences:
        return descriptor, {}, offences
    sheets = {one["name"]: read_sheet(directory, one, offences) for one in descriptor["resources"]}
    offences += _rules.offences(sheets)
    _evidence.read(directory, offences)
    offences += _withdrawn.offences(sheets, _withdrawn.read(directory, offences))
    described = {sheet.file for sheet in sheets.values()}
    for path in sorted(directory.glob("*.csv")):
        if path.name not in described:
            offences.append(Offence(path.name, 0, "file", "", f"is not in {DESCRIPTOR}, describe or remove it"))
    return descriptor, sheets, offences


def _descriptor(path: Path, offences: list[Offence]) -> Mapping[str, Any]:
    """The descriptor; empty, with offences, when the tables cannot be read by it."""
    try:
        descriptor: dict[str, Any] = json.loads(path.read_text(encoding="utf-8-sig"))
        offences += [Offence(path.name, 0, column, value, problem) for column, value, problem in _unusable(descriptor)]
    except OSError as error:
        offences.append(Offence(path.name, 0, "file", "", f"cannot be read ({error.strerror}), a descriptor wanted"))
    except json.JSONDecodeError as error:
        offences.append(Offence(path.name, error.lineno, "file", "", f"not JSON: {error.msg}"))
    except (UnicodeDecodeError, LookupError, TypeError, AttributeError) as error:
        problem = f"resources with name, path and schema wanted ({type(error).__name__}: {error})"
        offences.append(Offence(path.name, 0, "file", "", problem))
    return {} if offences else descriptor


def _unusable(descriptor: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """What of the descriptor the loader cannot work with: place, value, problem. Raises when its form is wrong."""
    found = []
    columns = {one["name"]: {field["name"] for field in one["schema"]["fields"]} for one in descriptor["resources"]}
    for resource in descriptor["resources"]:
        name, path = resource["name"], resource["path"]
        if path != f"{name}.csv" or "/" in path or "\\" in path:
            found.append((f"{name}.path", str(path), f"{name}.csv wanted, beside the descriptor"))
        if resource.get("known_on") and resource["known_on"] not in columns[name]:
            found.append((f"{name}.known_on", str(resource["known_on"]), "a column of the table or null wanted"))
        for field in resource["schema"]["fields"]:
            place = f"{name}.{field['name']}"
            if field["type"] not in _cells.TYPES:
                found.append((f"{place}.type", str(field["type"]), f"one of {', '.join(sorted(_cells.TYPES))} wanted"))
            if field.get("kind", "text") not in _cells.KINDS:
                found.append((f"{place}.kind", str(field["kind"]), f"one of {', '.join(sorted(_cells.KINDS))} wanted"))
            if field.get("asof", BLANK) not in ASOF:
                found.append((f"{place}.asof", str(field["asof"]), f"one of {', '.join(ASOF)} wanted"))
            if "list_of" in field and field["list_of"].partition(".")[0] not in columns:
                found.append((f"{place}.list_of", str(field["list_of"]), "a described table and its key wanted"))
        for key in resource["schema"].get("foreignKeys", []):
            if (key["reference"]["resource"] or name) not in columns or key["fields"][0] not in columns[name]:
                found.append((f"{name}.foreignKeys", str(key["fields"]), "a column and a described table wanted"))
    return found


def _frame(sheet: Sheet) -> pd.DataFrame:
    """The rows with their types: text (empty is ""), numbers as float64 (empty is NaN), whole numbers as Int64."""
    columns = {}
    for field in sheet.fields:
        values: Sequence[str | float | None] = [row.cells[field["name"]] for row in sheet.rows]
        if field["type"] == "number":
            values = [float(value) if value else None for value in values]
        elif field["type"] == "integer":
            values = [int(value) if value else None for value in values]
        columns[field["name"]] = pd.Series(values, dtype=_DTYPES[field["type"]])
    return pd.DataFrame(columns)


def _version(directory: Path, sheets: Mapping[str, Sheet]) -> str:
    digest = hashlib.sha256()
    for name in sorted([DESCRIPTOR, *(sheet.file for sheet in sheets.values())]):
        digest.update((directory / name).read_bytes())
    return digest.hexdigest()[:12]


# Rebinding a name is atomic in Python, and a package never changes: readers need no lock and never see half of one.
_current: Package | None = None


def use(package: Package) -> None:
    """Make this package the one that `current`, `table` and the rest speak of."""
    global _current
    _current = package


def current() -> Package:
    """The package in use. Raises LookupError before the first `use`."""
    if _current is None:
        raise LookupError("no data in use yet: call use(load(directory)) first")
    return _current


def table(name: str) -> pd.DataFrame:
    """A table of the package in use, safe to change (a copy on write). Raises KeyError for an unknown name."""
    tables = current().tables
    if name not in tables:
        raise KeyError(f"no table {name!r}, one of {', '.join(tables)} wanted")
    return tables[name].copy(deep=False)


def descriptor() -> Mapping[str, Any]:
    """The Data Package descriptor of the package in use."""
    return current().descriptor


def updated() -> str:
    """The newest date (EDTF) on which a row of the package in use became public."""
    return current().updated


def first() -> str:
    """The oldest date (EDTF) on which a row of the package in use became public; "" when no row has one."""
    public = [(one["name"], one["known_on"]) for one in descriptor()["resources"] if one.get("known_on")]
    return min((day for name, column in public for day in current().tables[name][column] if day), default="")


def resource(name: str) -> Mapping[str, Any]:
    """What the descriptor says of one table. Raises KeyError for an unknown name."""
    found: Mapping[str, Any] | None = next((one for one in descriptor()["resources"] if one["name"] == name), None)
    if found is None:
        raise KeyError(f"no table {name!r}, one of {', '.join(current().tables)} wanted")
    return found


def field_names(name: str) -> tuple[str, ...]:
    """The columns of a table, in the order of its file. Raises KeyError for an unknown name."""
    return tuple(field["name"] for field in resource(name)["schema"]["fields"])
