"""The loader takes a sound package whole and refuses a faulty one, naming every fault by file, line and column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from dashboard import dates
from dashboard.datasets import _cells, _package
from dashboard.errors import DataError
from dashboard.paths import DATA

if TYPE_CHECKING:
    from tests.conftest import Tiny

DATE = "a date that exists wanted: YYYY, YYYY-MM or YYYY-MM-DD"
URL = "an http or https address with a host wanted"
PLAIN = "plain digits wanted, with a point before decimals, no separators between thousands"
LIST = "values joined by ; wanted, without blanks or empty places"

# Table, cells changed on line 2, the one line that the loader prints.
FAULTS: list[tuple[str, dict[str, str], str]] = [
    (
        "claims",
        {"low": "1,000"},
        f"low: 1,000: {PLAIN}",
    ),
    (
        "claims",
        {"low": "inf"},
        f"low: inf: {PLAIN}",
    ),
    ("claims", {"low": "9" * 17}, f"low: {'9' * 17}: at most 9007199254740992 wanted"),
    ("claims", {"low": "-1"}, "low: -1: at least 0 wanted"),
    ("claims", {"high": "999"}, "low: 1000: is more than high 999, at most that wanted"),
    (
        "claims",
        {"low": "5", "high": "6", "qualifier": "up_to"},
        "low: 5: an empty cell wanted, up_to has only an upper figure",
    ),
    ("claims", {"qualifier": "exactly"}, "high: : 1000 wanted, exactly means low = high"),
    ("claims", {"qualifier": "over"}, "qualifier: over: one of more_than, at_least, about, exactly, up_to wanted"),
    ("voyages", {"voyage_id": "V 1"}, "voyage_id: V 1: only letters A-Z a-z, digits and . _ - wanted"),
    ("claims", {"note_en": ""}, "note_en: : is empty, a value wanted"),
    ("claims", {"source_check": "confirmed"}, "source_check: confirmed: one of read, unread wanted"),
    ("claims", {"source_ids": ""}, "source_ids: : is empty, a value wanted"),
    ("claims", {"source_ids": "tass-20240318;"}, f"source_ids: tass-20240318;: {LIST}"),
    ("claims", {"source_ids": "other"}, "source_ids: other: no such row in sources.csv"),
    (
        "claims",
        {"source_ids": "tass-20240318;tass-20240318"},
        "source_ids: tass-20240318;tass-20240318: tass-20240318 stands twice, once wanted",
    ),
    ("claims", {"claimant_id": "nobody"}, "claimant_id: nobody: no such row in claimants.csv"),
    ("claims", {"converted_from": "CC99"}, "converted_from: CC99: no such row in claims.csv"),
    ("claims", {"stated_on": "2023-02-29", "as_of": ""}, f"stated_on: 2023-02-29: {DATE}"),
    ("claims", {"stated_on": "13.10.2023", "as_of": ""}, f"stated_on: 13.10.2023: {DATE}"),
    ("claims", {"as_of": "2023-11"}, "as_of: 2023-11: lies after stated_on 2023-10-13, not after it wanted"),
    (
        "claims",
        {"as_of": "", "counting_since": "2024"},
        "counting_since: 2024: lies after stated_on 2023-10-13, not after it wanted",
    ),
    ("claims", {"note_en": "a\u202eb"}, "note_en: a�b: holds the unseen character U+202E, take it out"),
    ("claims", {"note_en": "a\u00a0\x00"}, "note_en: a\u00a0�: holds the unseen character U+0000, take it out"),
    ("claims", {"note_en": " a"}, "note_en:  a: blanks around the value, take them out"),
    ("claims", {"note_en": "x" * 20001}, f"note_en: {'x' * 77}…: 20001 characters, at most 20000 wanted"),
    (
        "voyages",
        {"end_date": "2023-09-06"},
        "start_date: 2023-09-07: lies after end_date 2023-09-06, not after it wanted",
    ),
    ("voyages", {"public_on": "2023-08"}, "start_date: 2023-09-07: lies after public_on 2023-08, not after it wanted"),
    ("vessels", {"imo": "9179843"}, "imo: 9179843: an IMO number wanted: the last digit should be 2"),
    ("vessels", {"imo": "917984"}, "imo: 917984: an IMO number of seven digits wanted"),
    ("vessels", {"flag_iso3": "XKX"}, "flag_iso3: XKX: an ISO 3166-1 alpha-3 code wanted"),
    (
        "vessels",
        {"sanctioned": "USA 2022"},
        "sanctioned: USA 2022: SENDER:date pairs joined by ; wanted, such as USA:2022-05;KOR:2024-04-02",
    ),
    ("places", {"lat": "90.5"}, "lat: 90.5: at most 90 wanted"),
    ("places", {"lon": "-181"}, "lon: -181: at least -180 wanted"),
    (
        "places",
        {"kind": "harbour"},
        "kind: harbour: one of port, rail, depot, airfield, city, launch_site, missile_site, nuclear_test_site, "
        "training, bridge, shipyard, plant, region, summit_site wanted",
    ),
    ("people", {"country_iso3": "DDR"}, "country_iso3: DDR: an ISO 3166-1 alpha-3 code or one of SUN wanted"),
    ("measures", {"sender": "GBP"}, "sender: GBP: an ISO 3166-1 alpha-3 code or one of EU, UN wanted"),
    ("satellite_launches", {"time_kst": "24:00"}, "time_kst: 24:00: a time wanted: HH:MM or HH:MM:SS"),
    ("satellite_launches", {"site_id": "sohae"}, "site_id: sohae: no such row in places.csv"),
    ("missile_tests", {"salvo_seq": "1.5"}, "salvo_seq: 1.5: a whole number in plain digits wanted"),
    (
        "missile_tests",
        {"doubt": "unsure"},
        "doubt: unsure: unsure is not known, of date_estimate, month_only, time_unknown, disputed_type, site_unknown, "
        "unverified, claimed_by_dprk_only, datetime_corrected wanted",
    ),
    (
        "meetings",
        {"end_date": "2023-09-12"},
        "start_date: 2023-09-13: lies after end_date 2023-09-12, not after it wanted",
    ),
    ("agreements", {"date_in_force": "2024-06"}, ""),
    (
        "agreements",
        {"date_in_force": "2023"},
        "date_signed: 2024-06-19: lies after date_in_force 2023, not after it wanted",
    ),
    (
        "agreements",
        {"date_ended": "2024-11"},
        "date_in_force: 2024-12-04: lies after date_ended 2024-11, not after it wanted",
    ),
    ("agreements", {"superseded_by": "A2"}, "superseded_by: A2: no such row in agreements.csv"),
    ("un_votes", {"yes": "16"}, "yes: 16: at most 15 wanted"),
    ("regimes", {"regime_id": "FRA-RUS"}, "regime_id: FRA-RUS: FRA-PRK wanted"),
    ("sources", {"url": "javascript:alert(1)"}, f"url: javascript:alert(1): {URL}"),
    ("sources", {"url": "data:text/html,x"}, f"url: data:text/html,x: {URL}"),
    ("sources", {"url": "https:///path"}, f"url: https:///path: {URL}"),
    ("sources", {"url": "https://tass.com:x/"}, f"url: https://tass.com:x/: {URL}"),
]


@pytest.mark.parametrize(
    ("table", "cells", "printed"), FAULTS, ids=[f"{t}-{'-'.join(c)}-{n}" for n, (t, c, _) in enumerate(FAULTS)]
)
def test_a_fault_is_printed_with_its_place_its_value_and_what_was_wanted(
    tiny: Tiny, table: str, cells: Mapping[str, str], printed: str
) -> None:
    tiny.set(table, **cells)
    assert tiny.offences() == ([f"data/{table}.csv:2: {printed}"] if printed else [])


def test_a_sound_package_is_taken_whole(tiny: Tiny) -> None:
    package = _package.load(tiny.directory)
    assert list(package.tables) == [resource["name"] for resource in tiny.descriptor["resources"]]
    assert len(package.version) == 12
    assert package.updated == "2024-06-24"


def test_columns_have_the_types_of_the_descriptor(tiny: Tiny) -> None:
    tables = _package.load(tiny.directory).tables
    claims, tests = tables["claims"], tables["missile_tests"]
    assert claims["low"].tolist() == [1000.0, 2000.5]
    assert claims["high"].isna().tolist() == [True, False]
    assert claims["target_date"].tolist() == ["", "2999"]
    assert tests["salvo_seq"].dtype == pd.Int64Dtype()
    assert tests["distance_km"].dtype == "float64"


def test_a_text_of_many_rows_is_kept_once() -> None:
    tables = _package.load(DATA).tables
    for column in (tables["missile_tests"]["missile"], tables["measures"]["sender"]):
        assert len({id(text) for text in column.to_numpy()}) == column.nunique() < len(column)


def test_text_that_looks_like_nothing_or_like_a_date_stays_text(tiny: Tiny) -> None:
    tiny.set("people", name_en="NA", role_en="2024", role_from="1941")
    row = _package.load(tiny.directory).tables["people"].iloc[0]
    assert (row["name_en"], row["role_en"], row["role_from"], row["name_ko"]) == ("NA", "2024", "1941", "")


def test_a_bom_and_windows_line_ends_are_accepted(tiny: Tiny) -> None:
    tiny.write("people", b"\xef\xbb\xbf" + tiny.read("people").replace("\n", "\r\n").encode())
    assert tiny.offences() == []


def test_all_faults_of_all_files_are_printed_in_one_run(tiny: Tiny) -> None:
    tiny.set("claims", low="x", claimant_id="nobody", note_fr="")
    tiny.set("claims", line=3, stated_on="2024-13")
    tiny.set("vessels", imo="1")
    (tiny.directory / "monitoring.csv").unlink()
    assert tiny.offences() == [
        "data/claims.csv:2: claimant_id: nobody: no such row in claimants.csv",
        f"data/claims.csv:2: low: x: {PLAIN}",
        f"data/claims.csv:3: stated_on: 2024-13: {DATE}",
        "data/monitoring.csv:0: file: : cannot be read (No such file or directory), the descriptor names it",
        "data/vessels.csv:2: imo: 1: an IMO number of seven digits wanted",
    ]


def test_a_date_ahead_is_refused_except_what_a_forecast_aims_at(tiny: Tiny) -> None:
    tiny.set("claims", line=3, stated_on="2998", target_date="2999")
    tiny.set("vessels", sanctioned="USA:2999")
    wanted = f"lies ahead, at most today ({dates.today()}) wanted"
    assert tiny.offences() == [
        f"data/claims.csv:3: stated_on: 2998: {wanted}",
        f"data/vessels.csv:2: sanctioned: USA:2999: {wanted}",
    ]


def test_the_running_month_and_year_do_not_lie_ahead(tiny: Tiny) -> None:
    today = dates.today()
    tiny.set("claims", line=3, stated_on=f"{today:%Y}")
    tiny.set("tech_claims", date=f"{today:%Y-%m}")
    assert tiny.offences() == []


def test_a_repeated_key_is_named_at_its_later_line(tiny: Tiny) -> None:
    tiny.set("claims", line=3, claim_id="CC01")
    assert tiny.offences() == ["data/claims.csv:3: claim_id: CC01: already on line 2, once wanted"]


def test_two_sources_with_one_address_are_refused(tiny: Tiny) -> None:
    second = tiny.read("sources").splitlines()[1].replace("tass-20240318", "tass-2")
    tiny.write("sources", f"{tiny.read('sources')}{second}\n")
    assert tiny.offences() == ["data/sources.csv:4: url: https://tass.com/1: already on line 2, once wanted"]


def test_a_list_names_each_unknown_key_on_its_own(tiny: Tiny) -> None:
    tiny.set("claims", source_ids="a;tass-20240318;b")
    assert tiny.offences() == [
        "data/claims.csv:2: source_ids: a: no such row in sources.csv",
        "data/claims.csv:2: source_ids: b: no such row in sources.csv",
    ]


def test_fewer_rows_than_the_floor_are_refused(tiny: Tiny) -> None:
    next(one for one in tiny.descriptor["resources"] if one["name"] == "claims")["row_floor"] = 140
    tiny.describe()
    assert tiny.offences() == ["data/claims.csv:0: rows: 2: at least 140 rows wanted"]


HEADER = "person_id,name_en,name_fr,name_ko,name_ru,variants,country_iso3,role_en,role_fr,role_from,role_to"


def people(row: str) -> str:
    return f"{HEADER}\n{row}"


SHAPES: list[tuple[str | bytes, list[str]]] = [
    (
        people("a,A,A,,,,RUS,,,,,\n"),
        ["2: row: a,A,A,,,,RUS,,,,,: 12 cells, 11 wanted (quote a cell that holds a comma)"],
    ),
    (people("a,A,A\n"), ["2: row: a,A,A: 3 cells, 11 wanted (quote a cell that holds a comma)"]),
    (
        people('a,"A\nB",A,,,,RUS,,,,\nb,B,B,,,,RUS,,,,\n'),
        ['2: row: a,"A: a cell runs over several lines, one record per line wanted'],
    ),
    (people('a,"A,A,,,,RUS,,,,\nb,B,B,,,,RUS,,,,\n'), ['2: row: a,"A,A,,,,RUS,,,,: not CSV: unexpected end of data']),
    (people("\na,A,A,,,,RUS,,,,\n"), ["2: row: : an empty line, one record per line wanted"]),
    (people("a,A,A,,,,RUS,,,,"), ["2: file: : the last line has no end, the file may be cut off"]),
    (people(""), ["1: file: : only a header, at least one row wanted"]),
    ("", ["0: file: : is empty, a header and rows wanted"]),
    (
        "version https://git-lfs.github.com/spec/v1\noid x\n",
        ["1: file: : is a Git LFS pointer, the data wanted: run git lfs pull"],
    ),
    (
        people("a,É,A,,,,RUS,,,,\n").encode("latin-1"),
        ["2: file: c9: these bytes are not UTF-8, save the file as UTF-8"],
    ),
    (
        people("a,A,A,,,,RUS,,,,\n").replace("_en,name", "_xx,name"),
        [
            "1: header: person_id,name_xx,name_fr,name_ko,name_ru,variants,country_iso3,role_en,role_…: "
            f"missing name_en; unknown name_xx; wanted {HEADER}"
        ],
    ),
    (
        people("a,A,A,,,,RUS,,,,\n").replace("name_ko,name_ru", "name_ru,name_ko"),
        [
            "1: header: person_id,name_en,name_fr,name_ru,name_ko,variants,country_iso3,role_en,role_…: "
            f"columns out of order or twice; wanted {HEADER}"
        ],
    ),
]


@pytest.mark.parametrize(("content", "printed"), SHAPES)
def test_a_file_of_the_wrong_shape_is_refused_by_name(tiny: Tiny, content: str | bytes, printed: list[str]) -> None:
    tiny.write("people", content)
    floor = "data/people.csv:0: rows: 0: at least 1 rows wanted"
    assert [line for line in tiny.offences() if line != floor] == [f"data/people.csv:{line}" for line in printed]


def test_a_row_of_the_wrong_shape_is_not_held_against_the_rows_that_refer_to_it(tiny: Tiny) -> None:
    tiny.write("sources", tiny.read("sources").replace("TASS", "TASS,Moscow"))
    assert [line for line in tiny.offences() if "no such row" in line] == []


def test_a_table_that_nothing_describes_is_refused(tiny: Tiny) -> None:
    tiny.write("notes", "a,b\n")
    assert tiny.offences() == ["data/notes.csv:0: file: : is not in datapackage.json, describe or remove it"]


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        ("{", "1: file: : not JSON: Expecting property name enclosed in double quotes"),
        ("[]", "0: package: []: an object wanted"),
        ('{"licenses": []}', "0: package.resources: : a list wanted"),
        (
            "[" * 100_000,
            "0: file: : not JSON in UTF-8 (RecursionError: maximum recursion depth exceeded while decoding a JSON array from a unicode string)",
        ),
    ],
)
def test_a_descriptor_that_is_none_is_refused(tiny: Tiny, content: str, printed: str) -> None:
    (tiny.directory / "datapackage.json").write_text(content, encoding="utf-8")
    assert tiny.offences() == [f"data/datapackage.json:{printed}"]


def test_a_descriptor_with_unknown_words_is_refused(tiny: Tiny) -> None:
    claims = tiny.descriptor["resources"][0]
    claims["path"], claims["known_on"] = "../claims.csv", "told_on"
    claims["schema"]["fields"][0]["kind"] = "key"
    tiny.describe()
    assert tiny.offences() == [
        f"data/datapackage.json:0: claims.claim_id.kind: key: one of {', '.join(sorted(_cells.KINDS))} wanted",
        "data/datapackage.json:0: claims.known_on: told_on: a column of the table or null wanted",
        "data/datapackage.json:0: claims.path: ../claims.csv: claims.csv wanted, beside the descriptor",
    ]


# Where in the descriptor of the first table, what is put there, and what is said of it.
FORMS: list[tuple[tuple[str | int, ...], object, str]] = [
    (("row_floor",), "many", 'resources[0].row_floor: "many": a whole number wanted'),
    (("row_floor",), True, "resources[0].row_floor: true: a whole number wanted"),
    (("title",), None, "resources[0].title: : a text wanted"),
    (("known_on",), 7, "resources[0].known_on: 7: a text wanted"),
    (("schema",), [], "resources[0].schema: []: an object wanted"),
    (("schema", "primaryKey"), ["item"], 'claims.primaryKey: ["item"]: the first of columns that differ wanted'),
    (
        ("schema", "foreignKeys", 0),
        {},
        "resources[0].foreignKeys[0]: {}: fields and a reference with its resource wanted",
    ),
    (("schema", "fields", 0), "claim_id", 'resources[0].fields[0]: "claim_id": an object wanted'),
    (("schema", "fields", 0, "type"), 1, "resources[0].fields[0].type: 1: a text wanted"),
    (("schema", "fields", 1, "constraints"), [], "resources[0].fields[1].constraints: []: an object wanted"),
    (
        ("schema", "fields", 1, "constraints", "minimum"),
        "0",
        'resources[0].fields[1].constraints.minimum: "0": a whole number wanted',
    ),
    (("schema", "fields", 1, "constraints", "enum"), [1], "resources[0].fields[1].enum: [1]: a list of texts wanted"),
]


@pytest.mark.parametrize(("where", "value", "printed"), FORMS)
def test_a_descriptor_of_another_form_is_refused(
    tiny: Tiny, where: tuple[str | int, ...], value: object, printed: str
) -> None:
    place: Any = tiny.descriptor["resources"][0]
    for key in where[:-1]:
        place = place[key]
    place[where[-1]] = value
    tiny.describe()
    assert tiny.offences() == [f"data/datapackage.json:0: {printed}"]


def test_a_column_that_the_rules_speak_of_must_be_described(tiny: Tiny) -> None:
    fields = tiny.descriptor["resources"][0]["schema"]["fields"]
    fields.remove(next(one for one in fields if one["name"] == "as_of"))
    tiny.describe()
    said = "a description wanted, the rules of the table speak of it"
    assert tiny.offences() == [f"data/datapackage.json:0: claims.as_of: : {said}"]


def test_the_version_changes_with_any_byte_of_the_data(tiny: Tiny) -> None:
    before = _package.load(tiny.directory).version
    assert _package.load(tiny.directory).version == before
    tiny.set("people", name_en="Joseph Stalin")
    assert _package.load(tiny.directory).version != before


@pytest.fixture
def in_use(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> _package.Package:
    monkeypatch.setattr(_package, "_current", None)
    package = _package.load(tiny.directory)
    _package.use(package)
    return package


def test_the_package_in_use_answers_for_tables_fields_and_descriptor(in_use: _package.Package) -> None:
    assert _package.current() is in_use
    assert _package.descriptor() is in_use.descriptor
    assert _package.resource("voyages")["known_on"] == "public_on"
    assert tuple(_package.table("sources").columns)[:3] == ("source_id", "publisher", "title")
    assert _package.updated() == "2024-06-24"


def test_a_table_handed_out_can_be_changed_without_harm(in_use: _package.Package) -> None:
    frame = _package.table("claims")
    frame.loc[0, "low"] = -1.0
    frame["mine"] = 1
    assert _package.table("claims")["low"].tolist() == [1000.0, 2000.5]
    assert "mine" not in _package.table("claims")


@pytest.mark.parametrize("ask", [_package.table, _package.resource])
def test_an_unknown_table_is_refused_by_name(in_use: _package.Package, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(KeyError, match="no table 'boats', one of claims, claimants"):
        ask("boats")


def test_nothing_is_handed_out_before_a_package_is_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_package, "_current", None)
    with pytest.raises(LookupError, match="no data in use yet"):
        _package.table("claims")


def test_a_refused_package_carries_its_offences_in_order(tiny: Tiny) -> None:
    tiny.set("voyages", mode="road")
    tiny.set("claims", item="trucks")
    with pytest.raises(DataError) as refused:
        _package.load(tiny.directory)
    assert [offence.file for offence in refused.value.offences] == ["claims.csv", "voyages.csv"]


def test_the_data_of_this_project_is_sound() -> None:
    assert _package.inspect(DATA)[2] == []
