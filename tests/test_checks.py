"""The slow rules: geography, French, wording, two sources, agreement between tables, descriptions, and frictionless."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dashboard import checks
from dashboard.paths import DATA

if TYPE_CHECKING:
    from tests.conftest import Tiny


def square(iso3: str, west: float, south: float, east: float, north: float) -> dict[str, object]:
    ring = [[west, south], [west, north], [east, north], [east, south], [west, south]]
    return {
        "type": "Feature",
        "properties": {"iso3": iso3},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


@pytest.fixture
def mapped(tiny: Tiny) -> Tiny:
    """The tiny package with two countries that hold its points."""
    features = [square("PRK", 124, 38, 131, 43), square("RUS", 127, 44, 140, 55)]
    (tiny.directory / "boundaries").mkdir()
    world = json.dumps({"type": "FeatureCollection", "features": features})
    (tiny.directory / checks.BOUNDARIES).write_text(world, encoding="utf-8")
    return tiny


def found(package: Tiny) -> list[str]:
    return [str(offence) for offence in checks.run(package.directory)]


REMARK = "is a working remark, a text for readers or an empty cell wanted"
NO_BREAK = "a plain blank before : ; ! ? » or after «, a non-breaking one (U+00A0 or U+202F) wanted"
FAULTS: list[tuple[str, dict[str, str], str]] = [
    ("places", {"lat": "43.5"}, "lat,lon: 43.5,130.2831: 56 km from PRK, at most 40 km wanted"),
    ("meetings", {"lon": "-128.33"}, "lat,lon: 51.88,-128.33: more than 500 km from RUS, at most 40 km wanted"),
    ("nuclear_tests", {"lat": "37.5"}, "lat,lon: 37.5,129.09: 56 km from PRK, at most 40 km wanted"),
    ("claims", {"note_fr": ""}, "note_fr: : is empty, the French of 'First figure.' wanted"),
    ("meetings", {"outcome_fr": ""}, "outcome_fr: : is empty, the French of 'Talks.' wanted"),
    ("claims", {"note_fr": "Selon Séoul : mille"}, f"note_fr: Selon Séoul : mille: {NO_BREAK}"),
    ("claims", {"note_fr": "Un « oui\u00a0»"}, f"note_fr: Un « oui\u00a0»: {NO_BREAK}"),
    (
        "sources",
        {"title": "Arms [title not shown in stored copy]"},
        f"title: Arms [title not shown in stored copy]: 'title not shown' {REMARK}",
    ),
    (
        "vessels",
        {"note_en": "From General Knowledge."},
        f"note_en: From General Knowledge.: 'General Knowledge' {REMARK}",
    ),
    (
        "missile_tests",
        {"date_utc": "2023-11-20"},
        "date_utc: 2023-11-20: the same as date_utc 2023-11-21 of SL-01 wanted",
    ),
    ("designations", {"date": "2024-06-01"}, "date: 2024-06-01: not before date 2024-06-24 of m-eu-1 wanted"),
]


@pytest.mark.parametrize(
    ("table", "cells", "printed"), FAULTS, ids=[f"{t}-{'-'.join(c)}-{n}" for n, (t, c, _) in enumerate(FAULTS)]
)
def test_a_slow_rule_names_the_fault(
    mapped: Tiny, monkeypatch: pytest.MonkeyPatch, table: str, cells: dict[str, str], printed: str
) -> None:
    # frictionless takes longer than all the rules together, and none of these faults is for it to find.
    monkeypatch.setattr(checks, "_second_opinion", lambda directory, descriptor: [])
    mapped.set(table, **cells)
    assert found(mapped) == [f"data/{table}.csv:2: {printed}"]


def test_a_sound_package_has_no_offence(mapped: Tiny) -> None:
    assert found(mapped) == []


def test_what_is_allowed_is_not_an_offence(mapped: Tiny) -> None:
    mapped.set("meetings", level="minister", outcome_fr="")
    mapped.set("places", lat="43.3")
    mapped.set("sources", title="Todo sobre Corea: lo que se sabe ?")
    mapped.set("claims", line=3, note_fr="Selon Séoul\u202f: «\u202foui\u202f»\u00a0!")
    assert found(mapped) == []


def test_missing_boundaries_are_an_offence(tiny: Tiny) -> None:
    assert found(tiny) == ["data/boundaries/world.geojson:0: file: : is missing, the country polygons wanted"]


def test_fast_and_slow_faults_are_printed_together_and_each_once(mapped: Tiny) -> None:
    mapped.set("claims", low="1e3")
    mapped.set("places", lat="100")
    mapped.set("un_votes", subject_fr="")
    assert found(mapped) == [
        "data/claims.csv:2: low: 1e3: plain digits wanted, with a point before decimals, "
        "no separators between thousands",
        "data/places.csv:2: lat: 100: at most 90 wanted",
        "data/un_votes.csv:2: subject_fr: : is empty, the French of 'Sanctions' wanted",
    ]


def test_a_field_without_description_in_either_language_is_an_offence(mapped: Tiny) -> None:
    field = mapped.descriptor["resources"][0]["schema"]["fields"][0]
    field["description_fr"] = ""
    del field["title"]
    mapped.describe()
    assert found(mapped) == [
        "data/datapackage.json:0: claims.claim_id.description_fr: : is empty, a description wanted",
        "data/datapackage.json:0: claims.claim_id.title: : is empty, a description wanted",
    ]


def test_a_descriptor_that_frictionless_refuses_is_an_offence(mapped: Tiny) -> None:
    mapped.descriptor["licenses"] = "CC-BY-4.0"
    mapped.describe()
    lines = found(mapped)
    assert [line for line in lines if not line.startswith("data/datapackage.json:0: ")] == []
    assert "licenses" in lines[0]


def test_what_only_frictionless_sees_is_an_offence(mapped: Tiny) -> None:
    mapped.descriptor["resources"][0]["schema"]["fields"][10]["constraints"] = {"pattern": "2024-.*"}
    mapped.describe()
    assert found(mapped) == [
        'data/claims.csv:2: as_of: 2023-10-01: constraint "pattern" is "2024-.*"',
    ]


def test_size_counts_tables_and_rows(mapped: Tiny) -> None:
    assert checks.size(mapped.directory) == (20, 22)


def test_the_data_of_this_project_has_no_offence() -> None:
    assert checks.run(DATA) == []


ONE = "two independent sources wanted, or an exception from two_sources in data/exceptions.toml"
NONE = "an official page, UN document, wire or paper wanted, or an exception from better_source in data/exceptions.toml"


@pytest.fixture
def quick(mapped: Tiny, monkeypatch: pytest.MonkeyPatch) -> Tiny:
    """The mapped package without the second opinion, which has nothing to say on sources."""
    monkeypatch.setattr(checks, "_second_opinion", lambda directory, descriptor: [])
    return mapped


def except_(package: Tiny, rows: str, rules: str = "two_sources", reason: str = "Nobody else said it.") -> None:
    text = f'[[exception]]\nrows = [{rows}]\nrules = ["{rules}"]\nreason_en = "{reason}"\nreason_fr = "{reason}"\n'
    (package.directory / "exceptions.toml").write_text(text, encoding="utf-8")


def test_a_row_under_the_rule_that_rests_on_one_wire_wants_a_second_source(quick: Tiny) -> None:
    quick.set("claims", source_ids="reuters-20240318")
    assert found(quick) == [f"data/claims.csv:2: source_ids: reuters-20240318: Reuters: {ONE}"]


def test_state_media_alone_are_neither_two_sources_nor_the_better_one(quick: Tiny) -> None:
    quick.set("un_votes", source_ids="tass-20240318")
    assert found(quick) == [
        f"data/un_votes.csv:2: source_ids: tass-20240318: TASS: {ONE}",
        f"data/un_votes.csv:2: source_ids: tass-20240318: state_media: {NONE}",
    ]


def test_rows_that_the_rule_is_not_for_may_rest_on_one_source(quick: Tiny) -> None:
    for table in ("events", "voyages", "messages"):
        quick.set(table, source_ids="tass-20240318")
    quick.set("measures", source_ids="tass-20240318", dprk_russia_link="no")
    quick.set("meetings", source_ids="tass-20240318", level="deputy_minister")
    assert found(quick) == []


def test_an_exception_lets_a_row_off_the_rule_it_names_and_no_other(quick: Tiny) -> None:
    quick.set("claims", source_ids="tass-20240318")
    except_(quick, '"claims/CC01"')
    assert found(quick) == [f"data/claims.csv:2: source_ids: tass-20240318: state_media: {NONE}"]


NEEDED = "no exception from two_sources needed any more, take it out"
BAD_EXCEPTIONS: list[tuple[str, str, str, list[str]]] = [
    ('"claims/CC01"', "two_sources", "Why.", [f"2: rows: claims/CC01: {NEEDED}"]),
    ('"claims/CC99"', "two_sources", "Why.", ["2: rows: claims/CC99: no such row in claims.csv"]),
    ('"events/e-1"', "two_sources", "Why.", ["2: rows: events/e-1: a row of claims, satellite_launches, un_votes, "]),
    ('"claims/CC01"', "one_source", "Why.", ["2: rules: ['one_source']: a list of two_sources, better_source wanted"]),
    (
        '"claims/CC01"',
        "two_sources",
        " ",
        ["2: reason_en:  : is empty, the reason wanted", "2: reason_fr:  : is empty, the reason wanted"],
    ),
    ('"CC01"', "two_sources", "Why.", ["0: rows: ['CC01']: a list of table/id wanted, such as"]),
    ("", "two_sources", "Why.", ["0: rows: : a list of table/id wanted, such as"]),
    (
        '"claims/CC01", "claims/CC01"',
        "two_sources",
        "Why.",
        [f"2: rows: claims/CC01: {NEEDED}", "2: rows: claims/CC01: stands here twice, once wanted, with all its rules"],
    ),
    ('"claims/CC01"', "two_sources", 'W"', ["0: file: : cannot be read as TOML: "]),
]


@pytest.mark.parametrize(("rows", "rules", "reason", "printed"), BAD_EXCEPTIONS)
def test_a_wrong_exception_is_named(quick: Tiny, rows: str, rules: str, reason: str, printed: list[str]) -> None:
    except_(quick, rows, rules, reason)
    lines = found(quick)
    assert len(lines) == len(printed)
    for line, beginning in zip(lines, printed, strict=True):
        assert line.startswith(f"data/exceptions.toml:{beginning}")


def test_an_exception_for_a_row_outside_the_rule_is_named(quick: Tiny) -> None:
    quick.set("measures", dprk_russia_link="no")
    except_(quick, '"measures/m-eu-1"')
    assert found(quick) == [
        "data/exceptions.toml:2: rows: measures/m-eu-1: the rule is not for this row, take the exception out"
    ]


def test_the_loader_refuses_exceptions_that_it_cannot_read(tiny: Tiny) -> None:
    (tiny.directory / "exceptions.toml").write_text("[[exception]]\nrows = 7\n", encoding="utf-8")
    assert [line.partition(": ")[0] for line in tiny.offences()] == ["data/exceptions.toml:0"] * 4
