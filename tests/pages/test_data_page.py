"""Every table can be chosen, read, searched and taken away, and every field is explained."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.datasets import _package, changelog
from dashboard.pages import data
from dashboard.pages.data_state import asked
from dashboard.text import words
from tests.pages._walk import every, kind, links, text


def _resources() -> list[dict[str, Any]]:
    return list(_package.descriptor()["resources"])


def _grid(page: Any) -> Any:
    return kind(page, "AgGrid")[0]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_table_is_listed_with_its_title_and_rows(lang: str) -> None:
    page = data.layout(lang)
    entries = [text(one) for one in kind(page, "Li")]
    chosen = [one["value"] for one in kind(page, "RadioItems")[0].options]
    for one in _resources():
        title = one["title"] if lang == "en" else one["title_fr"]
        rows = words(lang).number(len(_package.current().tables[one["name"]]))
        assert f"{title} {rows}" in entries
    assert chosen == [one["name"] for one in _resources()]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_field_of_every_table_is_explained_in_the_readers_language(lang: str) -> None:
    ending = "" if lang == "en" else "_fr"
    for one in _resources():
        page = kind(data.layout(lang, table=one["name"]), "Details")
        explained = text(next(part for part in page if part.className == "table-fields"))
        for field in one["schema"]["fields"]:
            assert field["name"] in explained
            assert field[f"title{ending}"] in explained
            assert field[f"description{ending}"] in explained


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_allowed_value_is_named_beside_its_code(lang: str) -> None:
    for one in _resources():
        listed = [item for item in kind(data.layout(lang, table=one["name"]), "Li") if kind(item, "Code")]
        assert [text(item) for item in listed if not text(item).split(" ", 1)[-1].strip()] == []
        assert all(len(text(item).split()) > 1 for item in listed)


def test_the_grid_holds_every_row_and_every_column_of_the_table() -> None:
    for one in _resources():
        grid = _grid(data.layout("en", table=one["name"]))
        assert len(grid.rowData) == len(_package.current().tables[one["name"]])
        assert {column["field"] for column in grid.columnDefs} == {field["name"] for field in one["schema"]["fields"]}


def test_the_grid_runs_no_code_from_the_data() -> None:
    grid = _grid(data.layout("en"))
    assert grid.dangerously_allow_code is False
    assert {column.get("cellRenderer") for column in grid.columnDefs} <= {None, "RecordLinks", "WebLink"}


def test_the_column_heads_are_in_french_for_a_french_reader_and_french_texts_come_first() -> None:
    columns = _grid(data.layout("fr", table="claims")).columnDefs
    heads = {column["field"]: column["headerName"] for column in columns}
    assert heads["stated_on"] == "Dit le"
    order = list(heads)
    assert order.index("note_fr") < order.index("note_en")


def test_the_key_of_each_row_leads_to_its_record() -> None:
    for one in _resources():
        first = _grid(data.layout("fr", table=one["name"])).columnDefs[0]
        assert first["field"] == one["schema"]["primaryKey"][0]
        assert first["cellRenderer"] == "RecordLinks"
        assert first["cellRendererParams"] == {"table": one["name"], "lang": "fr"}


def test_words_in_the_address_leave_only_the_rows_that_hold_them_and_the_files_say_so() -> None:
    page = data.layout("en", table="tech_claims", q="satellite Putin")
    rows = _grid(page).rowData
    assert 0 < len(rows) < len(_package.current().tables["tech_claims"])
    assert all("putin" in str(row).casefold() and "satellite" in str(row).casefold() for row in rows)
    files = [urlsplit(one) for one in links(page) if one.startswith("/data/tech_claims.")]
    assert [one.path.rpartition(".")[2] for one in files] == 2 * ["csv", "xlsx", "json", "zip"]
    assert [parse_qs(one.query).get("q") for one in files] == 4 * [["satellite Putin"]] + 4 * [None]


FILTERED = {"table": "claims", "item": "containers,guns", "speaker~": "kirby", "low": "1000", "asof": "2024-06"}


def test_the_address_filters_rows_and_the_files_of_these_rows_are_asked_for_the_same() -> None:
    page = data.layout("en", **FILTERED)
    rows = _grid(page).rowData
    assert [row["claim_id"] for row in rows] == ["CC01"]
    files = [urlsplit(one) for one in links(page) if one.startswith("/data/claims.")][:4]
    wanted = {key: [value] for key, value in FILTERED.items() if key != "table"} | {"lang": ["en"]}
    assert all(parse_qs(one.query) == wanted for one in files)


def test_the_controls_and_column_heads_show_what_the_address_says() -> None:
    page = data.layout("en", **FILTERED)
    shown = {one.id: getattr(one, "value", None) for one in every(page) if getattr(one, "id", "").startswith("data-")}
    assert shown["data-only"] == ["item=containers", "item=guns"]
    assert shown["data-asof"] == "2024-06"
    model = _grid(page).filterModel
    assert model["speaker"] == {"filterType": "text", "type": "contains", "filter": "kirby"}
    assert model["low"] == {"filterType": "number", "type": "equals", "filter": 1000}


def test_only_the_columns_of_the_address_are_shown_and_all_without() -> None:
    def shown(**params: str) -> list[str]:
        return [
            one["field"] for one in _grid(data.layout("en", table="claims", **params)).columnDefs if not one["hide"]
        ]

    assert shown(columns="claim_id,low") == ["claim_id", "low"]
    assert len(shown()) == len(shown(columns="")) == len(_package.table("claims").columns)


def test_a_column_head_offers_only_what_an_address_can_say() -> None:
    grid = _grid(data.layout("en", table="claims"))
    options = [one.get("filterParams", grid.defaultColDef["filterParams"]) for one in grid.columnDefs]
    assert {(*one["filterOptions"], one["maxNumConditions"]) for one in options} == {("contains", 1), ("equals", 1)}


@pytest.mark.parametrize("said", ["item=boxes", "low=many", "columns=nope", "asof=yesterday", "nope~=x"])
def test_what_the_page_does_not_understand_is_named_and_left_out(said: str) -> None:
    key, _, value = said.rpartition("=")
    page = data.layout("en", table="claims", **{key: value})
    assert said in text(next(one for one in every(page) if getattr(one, "id", None) == "data-notice"))
    assert len(_grid(page).rowData) == len(_package.current().tables["claims"])


def test_the_same_state_is_written_as_it_was_read() -> None:
    state, refused = asked(FILTERED | {"columns": "claim_id,low", "q": "white house"})
    assert refused == ()
    again, _ = asked(dict(parse_qs(state.address("en").removeprefix("?"))))
    assert again == state


def test_an_unknown_table_or_key_shows_the_first_table_and_is_named() -> None:
    page = data.layout("en", table="nope", foo="1")
    assert text(kind(page, "H2")[0]) == _resources()[0]["title"]
    notice = next(one for one in every(page) if getattr(one, "id", None) == "data-notice")
    assert "table=nope" in text(notice)
    assert "foo=1" in text(notice)


def test_a_search_that_finds_nothing_is_an_empty_grid_not_an_error() -> None:
    assert _grid(data.layout("fr", q="zzzz")).rowData == []


def test_a_repeated_parameter_takes_the_last_value() -> None:
    page = data.layout("en", table=["claims", "meetings"], q=["a", "kozlov"])
    assert all("kozlov" in str(row).casefold() for row in _grid(page).rowData)


def test_the_changes_to_the_data_stand_at_the_end_of_the_page() -> None:
    log = text(kind(data.layout("fr"), "Details")[-1])
    newest = changelog.latest()
    assert newest is not None
    assert words("fr").date(newest.day) in log
    assert all(item in log for item in newest.items)


def test_the_page_says_how_far_the_table_is_compiled() -> None:
    assert "compiled to 1\u00a0March 2026" in text(data.layout("en", table="claims"))
    assert "compilée jusqu’au 1er\u00a0mars 2026" in text(data.layout("fr", table="claims"))
    assert "compilée jusqu’à août 2026" in text(data.layout("fr", table="measures"))
