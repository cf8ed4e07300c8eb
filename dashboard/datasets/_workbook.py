"""Rows as a workbook for spreadsheets: text stays text whatever it looks like, numbers are numbers, dates keep their precision."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from dashboard.datasets._export import to_records

LONGEST = 32_767  # what a cell of a spreadsheet holds, in units of UTF-16; the loader takes no text of that length
MARK = " […]"  # where a text that is longer was cut
# What no spreadsheet shows and XML does not take; line ends and tabs are kept.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NARROWEST, _WIDEST, _BROAD = 8, 48, 80  # letters
_AS_TEXT = 255  # longer texts show as ##### where the cell's format says "text"


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, the heads of its columns, its rows. `wrapped`: long texts run on within their cell."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Any]]
    wrapped: bool = False


def sheet(name: str, frame: pd.DataFrame) -> Sheet:
    """The frame as a sheet, its columns as they stand."""
    return Sheet(name, list(frame.columns), [list(row.values()) for row in to_records(frame)])


def workbook(sheets: Iterable[Sheet], *, title: str, comments: str) -> bytes:
    """The sheets as a file (XLSX); the same sheets give the same bytes. `title` and `comments` are the file's properties."""
    file = io.BytesIO()
    # Nothing is guessed from how a text looks: "=1+1" is no formula, "https://…" no link, "2024" no number.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    import xlsxwriter  # for the few who want a workbook, not for every start

    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": title, "comments": comments, "created": datetime(1980, 1, 1)})
        for one in sheets:
            _write(book, one)
    return file.getvalue()


def _write(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F3EFE6", "valign": "top"})
    look = {"valign": "top", "text_wrap": sheet.wrapped}
    plain, as_text = book.add_format(look), book.add_format({**look, "num_format": "@"})
    for column, name in enumerate(sheet.head):
        page.write_string(0, column, name, head)
        page.set_column(column, column, _width(name, [row[column] for row in sheet.rows], sheet.wrapped))
    for line, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                text = _fitting(cell)
                # A cell whose format is "text" stays text also when somebody edits it: "2024-03", "=1+1".
                page.write_string(line, column, text, as_text if len(text) <= _AS_TEXT else plain)
            elif cell is not None:
                page.write_number(line, column, cell, plain)
    page.freeze_panes(1, 1)
    if sheet.head:
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.head) - 1)


def _fitting(text: str) -> str:
    """The text without what cannot be shown, cut with a mark where it is longer than a cell holds."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _units(text) <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(MARK))]
    return kept.decode("utf-16-le", "ignore") + MARK


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def _width(head: str, cells: Sequence[Any], wrapped: bool) -> float:
    """Room for the head with its filter button and for nine cells in ten, within reason."""
    lengths = sorted(len(str(cell)) for cell in cells if cell is not None)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return min(max(len(head) + 3, usual + 1, _NARROWEST), _BROAD if wrapped else _WIDEST)
