"""The one door to the data: reads the package strictly, keeps the current one, hands out copies."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from dashboard.datasets import _descriptor, _evidence, _outlines, _rules, _withdrawn
from dashboard.datasets._read import Sheet, read_sheet
from dashboard.errors import DataError, Offence

DESCRIPTOR = _descriptor.NAME
_TRIES = 3
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
    """Read and check the package in `directory`. Raises DataError with every offence, in the order of file and line.

    What was read while a file was being replaced would be a mix of two packages: it is read again, and refused in the end.
    """
    for _ in range(_TRIES):
        before = state(directory)
        descriptor, sheets, offences = inspect(directory)
        version = "" if offences else _version(directory, sheets)
        if state(directory) == before:
            break
    else:
        offences = [Offence(DESCRIPTOR, 0, "files", "", "keep changing while they are read, files at rest wanted")]
    if offences:
        raise DataError(offences)
    tables = {name: _frame(sheet) for name, sheet in sheets.items()}
    public = [(one["name"], one["known_on"]) for one in descriptor["resources"] if one.get("known_on")]
    # EDTF dates sort as text; of a month and a day in it the day is the later one, which is what is wanted here.
    updated = max((str(tables[name][column].max()) for name, column in public if len(tables[name])), default="")
    beside = _evidence.read(directory, []), _withdrawn.read(directory, [])
    return Package(directory, descriptor, MappingProxyType(tables), version, updated, *beside)


def state(directory: Path) -> tuple[tuple[str, int, int, int], ...]:
    """Which files the package has and when each was last written: differs when any of them was touched or replaced."""
    found = []
    for path in sorted((directory / DESCRIPTOR, *directory.glob("*.csv"), *directory.glob("boundaries/*.geojson"))):
        with suppress(OSError):  # gone, or going: that is a state too
            told = path.stat()
            found.append((path.name, told.st_mtime_ns, told.st_size, told.st_ino))
    return tuple(found)


def inspect(directory: Path) -> tuple[Mapping[str, Any], Mapping[str, Sheet], list[Offence]]:
    """The descriptor, the files as read, and all that the loader finds wrong with them."""
    offences: list[Offence] = []
    descriptor = _descriptor.read(directory / DESCRIPTOR, offences)
    if offences:
        return descriptor, {}, offences
    sheets = {one["name"]: read_sheet(directory, one, offences) for one in descriptor["resources"]}
    offences += _rules.offences(sheets)
    offences += _outlines.offences(directory)
    _evidence.read(directory, offences)
    offences += _withdrawn.offences(sheets, _withdrawn.read(directory, offences))
    described = {sheet.file for sheet in sheets.values()}
    for path in sorted(directory.glob("*.csv")):
        if path.name not in described:
            offences.append(Offence(path.name, 0, "file", "", f"is not in {DESCRIPTOR}, describe or remove it"))
    return descriptor, sheets, offences


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
        with suppress(OSError):  # taken away since it was read, which `load` notices
            digest.update((directory / name).read_bytes())
    return digest.hexdigest()[:12]


# Rebinding a name is atomic in Python, and a package never changes: readers need no lock and never see half of one.
_current: Package | None = None
_refused: tuple[Offence, ...] = ()
_pinned: ContextVar[Package | None] = ContextVar("pinned", default=None)


def use(package: Package) -> None:
    """Make this package the one that `current`, `table` and the rest speak of."""
    global _current, _refused
    _current, _refused = package, ()


def refuse(offences: Sequence[Offence]) -> None:
    """Note that newer data were refused; what is in use stays in use."""
    global _refused
    _refused = tuple(offences)


def stale() -> bool:
    """Whether newer data than those in use were refused."""
    return bool(_refused)


def current() -> Package:
    """The package in use. Raises LookupError before the first `use`."""
    package = _pinned.get() or _current
    if package is None:
        raise LookupError("no data in use yet: call use(load(directory)) first")
    return package


@contextmanager
def pinned() -> Iterator[None]:
    """Inside, `current` stays the same package, so that one answer is never made of two of them."""
    before = _pinned.set(_current)
    try:
        yield
    finally:
        _pinned.reset(before)


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
