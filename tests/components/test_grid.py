"""The grid says what stands in a column, and only keys and addresses become links."""

from dashboard.components.grid import cells, columns
from dashboard.datasets import _package
from dashboard.text import words


def test_a_key_of_another_table_leads_there() -> None:
    found = {one["field"]: one for one in columns(_package.resource("claims"), [], words("en"))}
    assert found["claimant_id"]["cellRendererParams"]["table"] == "claimants"
    assert found["source_ids"]["cellRendererParams"]["table"] == "sources"
    assert found["converted_from"]["cellRendererParams"]["table"] == "claims"
    assert "cellRenderer" not in found["item"]


def test_numbers_are_filtered_as_numbers_and_set_right() -> None:
    found = {one["field"]: one for one in columns(_package.resource("claims"), [], words("en"))}
    assert found["low"]["filter"] == "agNumberColumnFilter"
    assert found["low"]["type"] == "rightAligned"


def test_an_address_becomes_a_link_of_its_own_kind() -> None:
    found = {one["field"]: one for one in columns(_package.resource("sources"), [], words("en"))}
    assert found["url"]["cellRenderer"] == "WebLink"


def test_columns_are_neither_too_narrow_nor_too_wide() -> None:
    rows = [{"note_en": "x" * 900, "claim_id": "C1"}]
    assert all(96 <= one["width"] <= 340 for one in columns(_package.resource("claims"), rows, words("fr")))


def test_empty_cells_do_not_travel() -> None:
    assert cells([{"a": 0, "b": None, "c": ""}]) == [{"a": 0, "c": ""}]
