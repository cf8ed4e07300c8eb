"""The workbook holds what the frame holds, and nothing in it runs, links or loses its precision."""

import io
import zipfile
from typing import Any

import openpyxl
import pandas as pd
import pytest

from dashboard.datasets._workbook import LONGEST, MARK, Sheet, sheet, workbook

AWKWARD = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-73.5",
    "@SUM(A1)",
    "＝1+1",
    "{=1+1}",
    "https://example.org/a",
    "mailto:a@example.org",
    "internal:Sheet1!A1",
    "2024",
    "2024-03",
    "007",
    "최선희 · Чхве Сон Хи",
    "𝄞" * 10,
    "a\nb\tc",
    "_x0041_",
    "<b>&amp;</b>",
]


def cells(sheets: list[Sheet]) -> Any:
    """The first sheet as an independent program reads it."""
    return openpyxl.load_workbook(io.BytesIO(workbook(sheets, title="t", comments="c"))).worksheets[0]


def first(text: str) -> Any:
    """What becomes of one text."""
    return cells([sheet("Records", pd.DataFrame({"text": [text]}))])["A2"]


@pytest.mark.parametrize("text", AWKWARD)
def test_a_text_stays_the_text_it_is(text: str) -> None:
    cell = first(text)
    assert (cell.data_type, cell.value) == ("s", text)
    assert cell.hyperlink is None


def test_a_short_text_is_marked_as_text_so_that_editing_it_does_not_change_it() -> None:
    assert first("2024-03").number_format == "@"


def test_numbers_are_numbers_and_empty_cells_are_empty() -> None:
    frame = pd.DataFrame({"n": [7000.0, -73.968, float("nan")], "i": pd.array([1, None, 3], dtype="Int64")})
    rows = list(cells([sheet("Records", frame)]).values)
    assert rows == [("n", "i"), (7000, 1), (-73.968, None), (None, 3)]


@pytest.mark.parametrize("text", ["a\x00b\x07\x0b\x1fc", "a\x7f\x9fbc", "abc\ufffe\uffff"])
def test_what_no_spreadsheet_takes_is_left_out(text: str) -> None:
    assert first(text).value == "abc"


@pytest.mark.parametrize("letter", ["x", "한", "𝄞"])
def test_a_text_that_is_too_long_for_a_cell_is_cut_with_a_mark(letter: str) -> None:
    one = sheet("Records", pd.DataFrame({"text": [letter * 1_000_000, "short"]}))
    value = cells([one])["A2"].value
    assert value.endswith(MARK)
    assert value.removesuffix(MARK) == letter * len(value.removesuffix(MARK))
    assert LONGEST - 2 < len(value.encode("utf-16-le")) // 2 <= LONGEST


def test_a_text_that_just_fits_is_whole() -> None:
    one = sheet("Records", pd.DataFrame({"text": ["x" * LONGEST]}))
    assert len(cells([one])["A2"].value) == LONGEST


def test_the_head_stays_in_view_and_every_column_can_be_filtered() -> None:
    page = cells([sheet("Records", pd.DataFrame({"a": ["x", "y"], "b": [1.0, 2.0]}))])
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:B3"


def test_columns_are_as_wide_as_their_cells_within_reason() -> None:
    page = cells([sheet("Records", pd.DataFrame({"a": ["x" * 900], "b": ["x"]}))])
    assert page.column_dimensions["B"].width < 12 < page.column_dimensions["A"].width < 60


def test_no_rows_are_a_sheet_with_its_head() -> None:
    assert list(cells([sheet("Records", pd.DataFrame({"a": ["x"], "b": ["y"]}).head(0))]).values) == [("a", "b")]


def test_the_same_rows_give_the_same_bytes() -> None:
    one = sheet("Records", pd.DataFrame({"a": AWKWARD}))
    assert workbook([one], title="t", comments="c") == workbook([one], title="t", comments="c")


def test_the_file_holds_no_formula_and_no_link() -> None:
    body = workbook([sheet("Records", pd.DataFrame({"a": AWKWARD}))], title="t", comments="c")
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        assert "<f>" not in file.read("xl/worksheets/sheet1.xml").decode()
        assert not [name for name in file.namelist() if "sheet1.xml.rels" in name]
