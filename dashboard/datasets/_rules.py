"""What the cells of a package owe each other: keys, references, order of dates and numbers, floors.

Every rule yields its offences and goes on; a cell that is wrong by itself is left to `_cells` and not judged again.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dashboard import dates
from dashboard.datasets import _cells
from dashboard.datasets._read import Row, Sheet
from dashboard.errors import Offence

# Earlier column, later column: the first may not begin after the second ends.
DATES_IN_ORDER = {
    "claims": [("as_of", "stated_on"), ("counting_since", "stated_on"), ("counting_since", "as_of")],
    "voyages": [("start_date", "end_date"), ("start_date", "public_on")],
    "meetings": [("start_date", "end_date")],
    "agreements": [
        ("date_signed", "date_ratified_rus"),
        ("date_signed", "date_ratified_prk"),
        ("date_signed", "date_in_force"),
        ("date_in_force", "date_ended"),
        ("date_signed", "date_ended"),
    ],
    "people": [("role_from", "role_to")],
    "satellite_launches": [("date_utc", "decay_date"), ("date_utc", "date_kst")],
    "missile_tests": [("date_utc", "date_kst")],
    "nuclear_tests": [("date_utc", "date_kst")],
    "sources": [("published", "accessed")],
}
NUMBERS_IN_ORDER = {
    "claims": [("low", "high")],
    "voyages": [("containers_low", "containers_high")],
    "satellite_launches": [("perigee_km", "apogee_km")],
    "nuclear_tests": [("yield_low_kt", "yield_high_kt")],
    "measures": [("count_linked", "count_designated")],
}
# The only dates that may lie ahead: what a plan or forecast aims at.
MAY_BE_AHEAD = {("claims", "target_date")}


def columns(table: str) -> set[str]:
    """The columns of a table that the rules speak of."""
    pairs = DATES_IN_ORDER.get(table, []) + NUMBERS_IN_ORDER.get(table, [])
    own = {"claims": {"qualifier"}, "regimes": {"regime_id", "iso3", "target_iso3"}}
    return {column for pair in pairs for column in pair} | own.get(table, set())


def offences(sheets: Mapping[str, Sheet]) -> Iterator[Offence]:
    """Everything that is wrong with the rows of the sheets, cell by cell and between cells and tables."""
    for sheet in sheets.values():
        yield from _cell_faults(sheet)
        yield from _repeats(sheet)
        yield from _references(sheet, sheets)
        yield from _order(sheet)
        yield from _floor(sheet)
    if "claims" in sheets:
        yield from _bounds_of_claims(sheets["claims"])
    if "regimes" in sheets:
        yield from _regime_ids(sheets["regimes"])


def _cell_faults(sheet: Sheet) -> Iterator[Offence]:
    today = dates.today()
    for field in sheet.fields:
        name = field["name"]
        ahead = (sheet.resource["name"], name) in MAY_BE_AHEAD
        faults: dict[str, list[str]] = {}  # most values stand in many rows and are looked at once
        for row in sheet.rows:
            value = row.cells[name]
            if value not in faults:
                faults[value] = _faults(value, field, today, ahead=ahead)
            for wrong in faults[value]:
                yield Offence(sheet.file, row.line, name, value, wrong)


def _faults(value: str, field: Mapping[str, Any], today: date, *, ahead: bool) -> list[str]:
    if wrong := _cells.problem(value, field):
        return [wrong]
    late = [] if ahead else [day for day in _cells.date_of(value, field) if dates.first_day(day) > today]
    return [f"lies ahead, at most today ({today}) wanted" for _ in late]


def _repeats(sheet: Sheet) -> Iterator[Offence]:
    """A value that must be unique and is not, named at its later line."""
    for field in sheet.fields:
        if not field.get("constraints", {}).get("unique"):
            continue
        first: dict[str, int] = {}
        for row in sheet.rows:
            value = row.cells[field["name"]]
            if value and first.setdefault(value, row.line) != row.line:
                problem = f"already on line {first[value]}, once wanted"
                yield Offence(sheet.file, row.line, field["name"], value, problem)


def _references(sheet: Sheet, sheets: Mapping[str, Sheet]) -> Iterator[Offence]:
    """Keys that no row of the other table has; a table that could not be read is not held against anybody."""
    targets = {
        key["fields"][0]: key["reference"]["resource"] or sheet.resource["name"]
        for key in sheet.resource["schema"].get("foreignKeys", [])
    }
    lists = {field["name"]: field["list_of"].partition(".")[0] for field in sheet.fields if "list_of" in field}
    for column, table in (targets | lists).items():
        known = sheets[table].keys if table in sheets else None
        if known is None:
            continue
        for row in sheet.rows:
            value = row.cells[column]
            keys = dict.fromkeys(map(str.strip, value.split(";"))) if column in lists else {value: None}
            for key in keys:
                if key and key not in known:
                    yield Offence(sheet.file, row.line, column, key, f"no such row in {sheets[table].file}")


def _order(sheet: Sheet) -> Iterator[Offence]:
    name = sheet.resource["name"]
    for earlier, later in DATES_IN_ORDER.get(name, []):
        for row in sheet.rows:
            first, last = row.cells[earlier], row.cells[later]
            if dates.valid(first) and dates.valid(last) and dates.first_day(first) > dates.last_day(last):
                yield Offence(sheet.file, row.line, earlier, first, f"lies after {later} {last}, not after it wanted")
    for lower, upper in NUMBERS_IN_ORDER.get(name, []):
        for row in sheet.rows:
            low, high = _number(row, lower, sheet), _number(row, upper, sheet)
            if low is not None and high is not None and low > high:
                problem = f"is more than {upper} {row.cells[upper]}, at most that wanted"
                yield Offence(sheet.file, row.line, lower, row.cells[lower], problem)


def _number(row: Row, column: str, sheet: Sheet) -> float | None:
    field = next(field for field in sheet.fields if field["name"] == column)
    value = row.cells[column]
    return float(value) if value and not _cells.problem(value, field) else None


def _floor(sheet: Sheet) -> Iterator[Offence]:
    """Fewer rows than the table has ever had: something was lost on the way."""
    floor = sheet.resource.get("row_floor") or 0
    if sheet.keys is not None and len(sheet.rows) < floor:
        yield Offence(sheet.file, 0, "rows", str(len(sheet.rows)), f"at least {floor} rows wanted")


def _bounds_of_claims(sheet: Sheet) -> Iterator[Offence]:
    """A claim's qualifier and its two figures must say the same."""
    for row in sheet.rows:
        low, high, qualifier = (row.cells[name] for name in ("low", "high", "qualifier"))
        if qualifier == "up_to" and low:
            yield Offence(sheet.file, row.line, "low", low, "an empty cell wanted, up_to has only an upper figure")
        if qualifier == "exactly" and low != high:
            yield Offence(sheet.file, row.line, "high", high, f"{low or 'nothing'} wanted, exactly means low = high")


def _regime_ids(sheet: Sheet) -> Iterator[Offence]:
    for row in sheet.rows:
        wanted = f"{row.cells['iso3']}-{row.cells['target_iso3']}"
        if row.cells["regime_id"] != wanted:
            yield Offence(sheet.file, row.line, "regime_id", row.cells["regime_id"], f"{wanted} wanted")
