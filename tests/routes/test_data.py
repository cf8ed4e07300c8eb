"""The records under `/data`."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from dashboard import dates
from dashboard.datasets import _package

from .conftest import rows


def ids(client: FlaskClient, said: str, table: str = "claims") -> set[str]:
    """The keys of the records that an address gives."""
    answer = client.get(f"/data/{table}.json?{said}")
    assert answer.status_code == 200, answer.text
    return {next(iter(row.values())) for row in answer.json["rows"]}


def refusal(client: FlaskClient, address: str) -> str:
    """What a refused address is told."""
    answer = client.get(address)
    assert answer.status_code == 400
    assert answer.json.keys() == {"ok", "error", "status"}
    assert (answer.json["ok"], answer.json["status"]) == (False, 400)
    return str(answer.json["error"])


def test_every_table_is_given_whole_and_in_the_columns_of_its_descriptor(client: FlaskClient) -> None:
    for table, frame in _package.current().tables.items():
        answer = client.get(f"/data/{table}.csv?raw=1")
        header = answer.text.partition("\r\n")[0]
        assert header == ",".join(_package.table(table).columns)
        assert len(rows(answer.text)) == len(frame)


def test_the_file_is_named_by_table_and_day_of_knowledge(client: FlaskClient) -> None:
    today = dates.today().isoformat()
    named = 'attachment; filename="tumen-monitor-claims-{}.csv"'
    assert client.get("/data/claims.csv").headers["Content-Disposition"] == named.format(today)
    assert client.get("/data/claims.csv?asof=2024-03").headers["Content-Disposition"] == named.format("2024-03-31")


def test_csv_starts_with_the_mark_unless_raw(client: FlaskClient) -> None:
    assert client.get("/data/claims.csv").data.startswith(b"\xef\xbb\xbfclaim_id,")
    assert client.get("/data/claims.csv?raw=1").data.startswith(b"claim_id,")
    assert client.get("/data/claims.csv").content_type == "text/csv; charset=utf-8"


def test_a_column_takes_several_values(client: FlaskClient) -> None:
    both = ids(client, "item=guns,troops")
    assert both == ids(client, "item=guns") | ids(client, "item=troops") == ids(client, "item=guns&item=troops")
    assert ids(client, "item=guns")


def test_a_column_of_lists_takes_one_of_their_items(client: FlaskClient) -> None:
    found = client.get("/data/meetings.json?topics=space").json["rows"]
    assert found
    assert all("space" in row["topics"].split(";") for row in found)


def test_a_column_of_numbers_takes_numbers(client: FlaskClient) -> None:
    assert {row["low"] for row in client.get("/data/claims.json?low=7000.0,1000").json["rows"]} == {7000, 1000}


def test_a_text_with_a_comma_can_be_asked_for(planted: Callable[..., FlaskClient]) -> None:
    client = planted("vessels", name="Angara, the ship")
    assert ids(client, "name=Angara, the ship", "vessels") == {"angara"}


def test_a_column_can_be_asked_for_a_part_in_any_case(client: FlaskClient) -> None:
    found = client.get("/data/vessels.json?name~=ANGAR").json["rows"]
    assert [row["name"] for row in found] == ["Angara"]


def test_any_text_asks_every_column_without_case_and_accents(client: FlaskClient) -> None:
    assert ids(client, "q=RAJIN", "places") >= {"rajin"}
    assert ids(client, "q=Coree", "people") == ids(client, "q=Corée", "people") != set()
    assert ids(client, "q=containers kirby") < ids(client, "q=containers")


def test_a_period_keeps_every_row_that_overlaps_it(client: FlaskClient) -> None:
    found = client.get("/data/claims.json?start=2024-03&end=2024-03").json["rows"]
    assert found
    assert {row["stated_on"][:7] for row in found} <= {"2024-03", "2024"}


def test_asof_leaves_out_what_was_not_public_and_blanks_what_came_later(client: FlaskClient) -> None:
    found = client.get("/data/agreements.json?asof=2024-07-01&agreement_id=A-2024-TREATY").json
    assert found["meta"]["asof"] == "2024-07-01"
    assert [row["date_in_force"] for row in found["rows"]] == [None]
    assert not [
        day
        for row in client.get("/data/claims.json?asof=2023").json["rows"]
        if (day := row["stated_on"]) > "2023-12-31"
    ]


@pytest.mark.parametrize(
    "said", ["item=containers&q=no-such-word", "asof=1900", "asof=1900&start=1950", "start=2024&end=2024&q=zzzz"]
)
def test_an_empty_selection_is_a_file_with_its_header(client: FlaskClient, said: str) -> None:
    answer = client.get(f"/data/claims.csv?raw=1&{said}")
    assert answer.status_code == 200
    assert answer.text == ",".join(_package.table("claims").columns) + "\r\n"


def test_json_says_what_it_holds_and_how_to_cite_it(client: FlaskClient) -> None:
    answer = client.get("/data/claims.json?item=containers&start=2024")
    meta = answer.json["meta"]
    assert meta["table"] == "claims"
    assert meta["title"] == "Quantities claimed"
    assert meta["data_version"] == _package.current().version
    assert meta["filters"] == {"item": "containers", "start": "2024"}
    assert meta["rows"] == len(answer.json["rows"]) < meta["total"] == len(_package.table("claims"))
    assert meta["licence"]["name"] == "CC-BY-4.0"
    assert meta["data_version"] in meta["citation"]
    assert "/data/claims.json?item=containers" in meta["citation"]
    assert list(answer.json["rows"][0]) == list(_package.table("claims").columns)


def test_json_speaks_the_language_asked_for(client: FlaskClient) -> None:
    assert client.get("/data/claims.json?lang=fr").json["meta"]["title"] == "Quantités affirmées"


def test_json_has_numbers_as_numbers_and_empty_as_null(client: FlaskClient) -> None:
    row = client.get("/data/claims.json?claim_id=CC01").json["rows"][0]
    assert (row["low"], row["high"], row["target_date"]) == (1000, None, None)


def test_a_formula_planted_in_the_data_is_harmless_in_csv_and_true_in_raw_and_json(
    planted: Callable[..., FlaskClient],
) -> None:
    client = planted("vessels", owner="=HYPERLINK(1)")
    assert rows(client.get("/data/vessels.csv").text)[0]["owner"] == "'=HYPERLINK(1)"
    assert rows(client.get("/data/vessels.csv?raw=1").text)[0]["owner"] == "=HYPERLINK(1)"
    assert client.get("/data/vessels.json").json["rows"][0]["owner"] == "=HYPERLINK(1)"


def test_a_western_longitude_stays_a_number_in_csv(planted: Callable[..., FlaskClient]) -> None:
    client = planted("places", lon="-73.968", lat="-1")
    assert (row := rows(client.get("/data/places.csv").text)[0])["lon"] == "-73.968"
    assert row["lat"] == "-1"


@pytest.mark.parametrize(
    ("said", "key", "value", "wanted"),
    [
        ("colour=red", "colour", "red", "claim_id"),
        ("colour~=red", "colour~", "red", "<column>~=part"),
        ("item=containers,boxes", "item", "containers,boxes", "rounds"),
        ("low=many", "low", "many", "a number"),
        ("low=nan", "low", "nan", "a number"),
        ("stated_on=18.3.2024", "stated_on", "18.3.2024", "YYYY-MM-DD"),
        ("start=2024-13", "start", "2024-13", "YYYY-MM"),
        ("asof=today", "asof", "today", "YYYY-MM"),
        ("start=2025&end=2024", "end", "2024", "not before start=2025"),
        ("raw=yes", "raw", "yes", "1"),
        ("lang=de", "lang", "de", "en, fr"),
        ("overlay=none", "overlay", "none", "unknown parameter"),
        ("utm_source=x", "utm_source", "x", "unknown parameter"),
    ],
)
def test_what_cannot_be_obeyed_is_refused_by_name(
    client: FlaskClient, said: str, key: str, value: str, wanted: str
) -> None:
    error = refusal(client, f"/data/claims.csv?{said}")
    assert error.startswith(f"{key}={value}: ")
    assert wanted in error


def test_an_unknown_table_is_not_found_and_the_known_ones_are_named(client: FlaskClient) -> None:
    answer = client.get("/data/boats.csv")
    assert answer.status_code == answer.json["status"] == 404
    assert "'boats'" in answer.json["error"]
    assert "vessels" in answer.json["error"]


def test_the_descriptor_is_given_as_it_was_read(client: FlaskClient) -> None:
    answer = client.get("/data/datapackage.json")
    assert answer.json == _package.descriptor()
    assert {one["name"] for one in answer.json["resources"]} == set(_package.current().tables)


@pytest.mark.parametrize(
    "path", ["/data/claims.csv", "/data/claims.json", "/data/datapackage.json", "/chart/containers.csv"]
)
def test_an_answer_that_the_reader_has_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    assert re.fullmatch(r'"[0-9a-f]{20}"', first.headers["ETag"])
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_other_filters_or_other_data_are_another_answer(
    client: FlaskClient, planted: Callable[..., FlaskClient]
) -> None:
    tags = {client.get(f"/data/claims.csv{said}").headers["ETag"] for said in ("", "?raw=1", "?item=guns")}
    planted("vessels", name="Another")
    tags.add(client.get("/data/claims.csv").headers["ETag"])
    assert len(tags) == 4
