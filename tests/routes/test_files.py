"""The workbook and the archive hold the rows that the CSV of the same address holds, and say where they come from."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import openpyxl
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import dates
from dashboard.datasets import _package

from .conftest import rows

SAID = st.fixed_dictionaries(
    {},
    optional={
        "start": st.sampled_from(["2022", "2023-10", "2024-03-18"]),
        "end": st.sampled_from(["2024-03-18", "2025", "2026-06"]),
        "asof": st.sampled_from(["1900", "2023-12", "2024-03-18", "2025"]),
        "q": st.sampled_from(["Russia", "containers", "no-such-word", "Сеул", "한국"]),
        "source_check": st.sampled_from(["read", "unread", "read,unread"]),
        "source_ids~": st.sampled_from(["tass", "yonhap", "2024"]),
        "lang": st.sampled_from(["en", "fr"]),
    },
)
DATED = ("claims", "meetings", "measures", "agreements", "vessels")


def book(client: FlaskClient, address: str) -> Any:
    """The workbook of an address, as an independent program reads it."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return openpyxl.load_workbook(io.BytesIO(answer.data))


def read(page: Any) -> list[dict[str, Any]]:
    """The rows of a sheet under its heads."""
    head, *body = page.values
    return [dict(zip(head, row, strict=True)) for row in body]


def archive(client: FlaskClient, address: str) -> zipfile.ZipFile:
    """The archive of an address."""
    return zipfile.ZipFile(io.BytesIO(client.get(address).data))


def facts(client: FlaskClient, address: str) -> dict[str, Any]:
    """What the last sheet says of the selection."""
    return dict(list(book(client, address).worksheets[-1].values)[1:])


def same(cell: Any, text: str) -> bool:
    return text == "" if cell is None else float(text) == cell if isinstance(cell, int | float) else text == cell


@pytest.mark.parametrize("table", DATED)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=SAID)
def test_every_file_of_an_address_holds_the_same_rows(client: FlaskClient, table: str, said: dict[str, str]) -> None:
    address = f"/data/{table}.{{}}?{urlencode(said)}".format
    wanted = rows(client.get(address("csv") + "&raw=1").text)
    found = read(book(client, address("xlsx")).worksheets[0])
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        assert one.keys() == other.keys()
        assert [name for name, cell in one.items() if not same(cell, other[name])] == []
    assert archive(client, address("zip")).read(f"{table}.csv") == client.get(address("csv")).data


def test_every_table_comes_as_a_workbook_and_as_an_archive(client: FlaskClient) -> None:
    for table, frame in _package.current().tables.items():
        page = book(client, f"/data/{table}.xlsx").worksheets[0]
        assert (page.max_row, page.max_column) == (len(frame) + 1, len(_package.table(table).columns))
        assert archive(client, f"/data/{table}.zip").namelist() == [f"{table}.csv", "metadata.json", "readme.txt"]


@pytest.mark.parametrize(
    ("lang", "names", "title", "meaning"),
    [
        ("en", ["Records", "Fields", "Sources", "About"], "Title", "Meaning"),
        ("fr", ["Lignes", "Champs", "Sources", "À propos"], "Titre", "Sens"),
    ],
)
def test_the_workbook_explains_every_field_in_the_language_asked_for(
    client: FlaskClient, lang: str, names: list[str], title: str, meaning: str
) -> None:
    found = book(client, f"/data/claims.xlsx?lang={lang}")
    assert found.sheetnames == names
    ending = "" if lang == "en" else "_fr"
    fields = _package.resource("claims")["schema"]["fields"]
    explained = read(found.worksheets[1])
    assert [one[title] for one in explained] == [one[f"title{ending}"] for one in fields]
    assert [one[meaning] for one in explained] == [one[f"description{ending}"] for one in fields]


def test_every_number_that_has_a_unit_says_it(client: FlaskClient) -> None:
    found = {one["Field"]: one["Unit"] for one in read(book(client, "/data/satellite_launches.xlsx").worksheets[1])}
    assert (found["apogee_km"], found["mass_kg"], found["inclination_deg"]) == ("kilometres", "kilograms", "degrees")
    assert found["payload"] in (None, "")


def test_the_sources_are_those_that_the_rows_name(client: FlaskClient) -> None:
    found = book(client, "/data/claims.xlsx?item=containers&asof=2024-03")
    named = {one for row in read(found.worksheets[0]) for one in (row["source_ids"] or "").split(";") if one}
    pages = read(found.worksheets[2])
    assert {one["source_id"] for one in pages} == named != set()
    assert list(pages[0]) == list(_package.table("sources").columns)


def test_a_table_that_names_no_sources_has_an_empty_sheet_of_them(client: FlaskClient) -> None:
    assert read(book(client, "/data/claimants.xlsx").worksheets[2]) == []


def test_the_workbook_says_what_was_asked_for_and_how_to_cite_it(client: FlaskClient) -> None:
    said = facts(client, "/data/claims.xlsx?item=containers&start=2024&asof=2024-03-18")
    assert said["Filters"] == "item=containers\nstart=2024\nasof=2024-03-18"
    assert said["As known on"] == "18\u00a0March 2024"
    assert said["Data version"] == _package.current().version
    assert "/data/claims.xlsx?item=containers" in said["To cite"]
    assert "CC-BY-4.0" in said["Licence"]


def test_an_empty_selection_is_a_workbook_that_says_so(client: FlaskClient) -> None:
    found = book(client, "/data/claims.xlsx?asof=1900")
    assert read(found.worksheets[0]) == read(found.worksheets[2]) == []
    assert facts(client, "/data/claims.xlsx?asof=1900")["Rows"].startswith("0 of ")


def test_a_formula_planted_in_the_data_is_text_in_the_workbook(planted: Callable[..., FlaskClient]) -> None:
    client = planted("vessels", owner="=HYPERLINK(1)")
    page = book(client, "/data/vessels.xlsx").worksheets[0]
    cell = page.cell(2, 1 + _package.table("vessels").columns.get_loc("owner"))
    assert (cell.data_type, cell.value) == ("s", "=HYPERLINK(1)")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_archive_says_to_programs_and_to_people_what_it_holds(client: FlaskClient, lang: str) -> None:
    found = archive(client, f"/data/claims.zip?item=containers&asof=2024-03&lang={lang}")
    meta = json.loads(found.read("metadata.json"))
    assert meta["filters"] == {"item": "containers", "asof": "2024-03"}
    assert meta["rows"] == len(rows(found.read("claims.csv").decode("utf-8-sig")))
    assert [one["name"] for one in meta["schema"]["fields"]] == list(_package.table("claims").columns)
    readme = found.read("readme.txt").decode()
    assert meta["citation"] in readme
    assert "item=containers" in readme
    assert {"en": "How to read a claim", "fr": "Lire une estimation"}[lang] in readme


def test_the_same_archive_has_the_same_bytes(client: FlaskClient) -> None:
    address = "/data/claims.zip?item=guns"
    assert client.get(address).data == client.get(address).data


@pytest.mark.parametrize(("form", "kind"), [("xlsx", "spreadsheetml.sheet"), ("zip", "application/zip")])
def test_a_file_is_named_tagged_and_refused_as_the_csv_is(client: FlaskClient, form: str, kind: str) -> None:
    answer = client.get(f"/data/claims.{form}?asof=2024-03")
    assert answer.content_type.endswith(kind)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="tumen-monitor-claims-2024-03-31.{form}"'
    assert dates.today().isoformat() in client.get(f"/data/claims.{form}").headers["Content-Disposition"]
    again = client.get(f"/data/claims.{form}?asof=2024-03", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    refused = client.get(f"/data/claims.{form}?item=boxes")
    assert (refused.status_code, refused.json["ok"]) == (400, False)
    assert refused.json["error"] == client.get("/data/claims.csv?item=boxes").json["error"]
    assert client.get(f"/data/boats.{form}").status_code == 404
