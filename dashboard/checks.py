"""Everything the loader refuses, and the slower rules: geography, French, wording, two sources, frictionless as a second opinion.

Each rule takes what was read and yields offences; `run` gathers them all. Not imported by the server.
"""

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import frictionless
import geopandas
import shapely
from shapely import affinity

from dashboard import dates
from dashboard.briefing import decks
from dashboard.datasets import _cells, _evidence, _outlines, _package, _withdrawn, changelog
from dashboard.datasets._read import Sheet
from dashboard.errors import Offence

BOUNDARIES = Path("boundaries") / "world.geojson"
FARTHEST_KM = 40
KM_PER_DEGREE = 111.32
# Working remarks that must not reach readers. TODO only in capitals: "todo" is a word of other languages.
_PLACEHOLDER = re.compile(r"(?i:title not shown|general knowledge|compiled timeline|lorem ipsum)|\bTODO\b|\bFIXME\b")
_PLAIN_BLANK = re.compile("[ \\t\u2009][:;!?»]|«[ \\t\u2009]")
# Meetings of leaders are due in French, the others not yet.
_LEADERS = ("head_of_state", "head_of_government")


def run(directory: Path) -> list[Offence]:
    """Every offence of the data package in `directory`, sorted by file and line; empty when there is none."""
    descriptor, sheets, offences = _package.inspect(directory)
    offences += _undescribed(descriptor)
    for sheet in sheets.values():
        offences += _french_missing(sheet)
        offences += _wording(sheet)
    offences += _across_tables(sheets)
    # What is wrong with the form of the exceptions was said by the loader.
    offences += _evidence.offences(sheets, _evidence.read(directory, []))
    offences += _unlogged(directory)
    offences += _far_points(directory / BOUNDARIES, sheets)
    offences += decks.offences(directory, {name: sheet.keys for name, sheet in sheets.items()})
    known = {(offence.file, offence.line) for offence in offences}
    offences += (other for other in _second_opinion(directory, descriptor) if (other.file, other.line) not in known)
    return sorted(set(offences))


def size(directory: Path) -> tuple[int, int]:
    """How many tables and rows of the right shape the package has."""
    sheets = _package.inspect(directory)[1].values()
    return len(sheets), sum(len(sheet.rows) for sheet in sheets)


def _undescribed(descriptor: Mapping[str, Any]) -> Iterator[Offence]:
    """Tables and fields that are not described in both languages."""
    wanted = ("title", "title_fr", "description", "description_fr")
    for resource in descriptor.get("resources", []):
        for place, described in [(resource["name"], resource)] + [
            (f"{resource['name']}.{field['name']}", field) for field in resource["schema"]["fields"]
        ]:
            for name in wanted:
                if not str(described.get(name) or "").strip():
                    yield Offence(_package.DESCRIPTOR, 0, f"{place}.{name}", "", "is empty, a description wanted")
                elif name.endswith("_fr") and (found := _PLAIN_BLANK.search(described[name])):
                    yield Offence(_package.DESCRIPTOR, 0, f"{place}.{name}", _around(found), _NO_BREAK)


def _french_missing(sheet: Sheet) -> Iterator[Offence]:
    """English texts without their French where the field is `french_due`, or the meeting is one of leaders."""
    due = {field["name"] for field in sheet.fields if field.get("french_due")}
    for row in sheet.rows:
        of_leaders = {"outcome_fr"} if row.cells.get("level") in _LEADERS else set()
        for column in due | of_leaders:
            english = row.cells.get(column.removesuffix("_fr") + "_en", "")
            if english and not row.cells[column]:
                yield Offence(sheet.file, row.line, column, "", f"is empty, the French of {english[:40]!r} wanted")


def _unlogged(directory: Path) -> Iterator[Offence]:
    """Withdrawn rows that the change log does not name on their day."""
    log = directory / changelog.FILE
    changes = changelog.changes(log.read_text(encoding="utf-8")) if log.is_file() else []
    for one in _withdrawn.read(directory, []):
        if not any(change.day == one.on and changelog.names(change, one.id) for change in changes):
            problem = f"the entry of {one.on} in data/{changelog.FILE} does not name it, wanted there too"
            yield Offence(_withdrawn.FILE, one.line, "on", f"{one.table}/{one.id}", problem)


_NO_BREAK = "a plain blank before : ; ! ? » or after «, a non-breaking one (U+00A0 or U+202F) wanted"


def _wording(sheet: Sheet) -> Iterator[Offence]:
    for row in sheet.rows:
        for column, value in row.cells.items():
            if found := _PLACEHOLDER.search(value):
                problem = f"{found[0]!r} is a working remark, a text for readers or an empty cell wanted"
                yield Offence(sheet.file, row.line, column, value, problem)
            if column.endswith("_fr") and (found := _PLAIN_BLANK.search(value)):
                yield Offence(sheet.file, row.line, column, _around(found), _NO_BREAK)


def _around(found: re.Match[str]) -> str:
    """The match with a few words on each side, so that it can be found in a long text."""
    return found.string[max(0, found.start() - 20) : found.end() + 20]


def _across_tables(sheets: Mapping[str, Sheet]) -> Iterator[Offence]:
    """Dates that must agree between two rows: column of the key, own date, the other's date, and how they compare."""
    rules = (
        ("missile_tests", "launch_id", "date_utc", "satellite_launches", "date_utc", "the same as"),
        ("claims", "shared_basis", "stated_on", "claims", "stated_on", "not before"),
        ("agreements", "superseded_by", "date_signed", "agreements", "date_signed", "not after"),
        ("designations", "measure_id", "date", "measures", "date", "not before"),
    )
    for table, key, column, other, theirs, relation in rules:
        if table not in sheets or other not in sheets:
            continue
        by_id = {next(iter(row.cells.values())): row for row in sheets[other].rows}
        for row in sheets[table].rows:
            found = by_id.get(row.cells[key])
            mine, his = row.cells[column], found.cells[theirs] if found else ""
            if not dates.valid(mine) or not dates.valid(his):
                continue
            too_early = relation != "not after" and dates.last_day(mine) < dates.first_day(his)
            too_late = relation != "not before" and dates.first_day(mine) > dates.last_day(his)
            if too_early or too_late:
                problem = f"{relation} {theirs} {his} of {row.cells[key]} wanted"
                yield Offence(sheets[table].file, row.line, column, mine, problem)


def _far_points(boundaries: Path, sheets: Mapping[str, Sheet]) -> Iterator[Offence]:
    """Points that lie more than 40 km from the country they are said to lie in (a test's country is its site's)."""
    if not boundaries.is_file():
        yield Offence(BOUNDARIES.as_posix(), 0, "file", "", "is missing, the country polygons wanted")
        return
    if any(_outlines.offences(boundaries.parent.parent)):
        return  # the loader has said so, and nothing can be measured against them
    world = geopandas.read_file(boundaries).set_index("iso3")["geometry"]
    places = sheets["places"].rows if "places" in sheets else ()
    country_of = {row.cells["place_id"]: row.cells["country_iso3"] for row in places}
    for sheet in sheets.values():
        bounds = {field["name"]: field for field in sheet.fields if field["name"] in ("lat", "lon")}
        for row in sheet.rows if bounds else ():
            country = row.cells.get("country_iso3") or country_of.get(row.cells.get("site_id", ""), "")
            written = [row.cells[name] for name in bounds]
            if country not in world.index or any(_cells.problem(row.cells[name], bounds[name]) for name in bounds):
                continue
            distance = _distance_km(float(row.cells["lat"]), float(row.cells["lon"]), world[country])
            if distance > FARTHEST_KM:
                # Beyond some hundred kilometres the measure is too rough to quote.
                far = f"{distance:.0f} km" if distance < 500 else "more than 500 km"
                problem = f"{far} from {country}, at most {FARTHEST_KM} km wanted"
                yield Offence(sheet.file, row.line, "lat,lon", ",".join(written), problem)


def _distance_km(lat: float, lon: float, country: shapely.Geometry) -> float:
    """How far the point lies from the country, 0 inside it; good to a few per cent within some hundred kilometres."""
    # Degrees of longitude shrink with the cosine of the latitude; near the point that is all the projection needed.
    shrink = math.cos(math.radians(lat))
    squeezed = affinity.scale(country, xfact=shrink, origin=(0, 0))
    return float(squeezed.distance(shapely.Point(lon * shrink, lat))) * KM_PER_DEGREE


def _second_opinion(directory: Path, descriptor: Mapping[str, Any]) -> Iterator[Offence]:
    """What frictionless finds wrong with the descriptor and the tables; keys between tables are the loader's alone."""
    if not descriptor:
        return
    try:
        report = frictionless.Package.from_descriptor(dict(descriptor), basepath=str(directory)).validate()
    except frictionless.FrictionlessException as error:
        for reason in error.reasons or [error.error]:
            yield Offence(_package.DESCRIPTOR, 0, reason.type, "", reason.note)
        return
    for fault in report.errors:
        yield Offence(_package.DESCRIPTOR, 0, fault.type, "", fault.note)
    for task in report.tasks:
        for fault in task.errors:
            if fault.type != "foreign-key":
                found = fault.to_descriptor()
                column, value = found.get("fieldName", fault.type), str(found.get("cell", ""))
                yield Offence(str(task.place), found.get("rowNumber", 0), column, value, fault.note)
