"""The shape of the CSV files: read line by line, so that a shifted column can never pass for data.

pandas shifts columns silently on a row with one cell too many and takes "NA" for nothing; so the shape is settled here,
with the standard `csv` module, before any value is looked at.
"""

import csv
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.errors import Offence

LONGEST_CELL = 20_000
# The module's own limit would call a cell beyond it "not CSV", without its column; the file is in memory already.
csv.field_size_limit(2**31 - 1)

# Control, direction-changing and invisible characters, and U+FFFD, the mark of text decoded with the wrong table.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffd]")
_GIT_LFS = b"version https://git-lfs"


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line of the file it stands on (the header is line 1) and its cells by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """One file as read: its resource in the descriptor, the rows of the right shape, and every key that is in use.

    `keys` also holds those of misshapen rows, so that one bad row is not reported again by each row that refers to it;
    it is None when the file could not be read, which says nothing about any key.
    """

    resource: Mapping[str, Any]
    rows: tuple[Row, ...] = ()
    keys: frozenset[str] | None = None

    @property
    def file(self) -> str:
        """Name of the file, as offences give it."""
        return str(self.resource["path"])

    @property
    def fields(self) -> list[Mapping[str, Any]]:
        """The field descriptors, in the order of the columns."""
        return list(self.resource["schema"]["fields"])


def read_sheet(directory: Path, resource: Mapping[str, Any], offences: list[Offence]) -> Sheet:
    """Read one file of the package; everything wrong with its shape is appended to `offences`."""
    file = str(resource["path"])
    names = [str(field["name"]) for field in resource["schema"]["fields"]]
    lines = _lines(directory / file, file, offences)
    if not lines:
        return Sheet(resource)
    if not _header_fits(lines[0], names, file, offences):
        return Sheet(resource)
    if len(lines) == 1:
        offences.append(Offence(file, 1, "file", "", "only a header, at least one row wanted"))
    rows, keys = [], set()
    for line, cells in _records(lines, file, offences):
        keys.add(cells[0])
        if len(cells) == len(names):
            rows.append(Row(line, dict(zip(names, cells, strict=True))))
            offences += _cell_offences(file, line, rows[-1].cells)
        else:
            problem = f"{len(cells)} cells, {len(names)} wanted (quote a cell that holds a comma)"
            offences.append(Offence(file, line, "row", ",".join(cells), problem))
    return Sheet(resource, tuple(rows), frozenset(keys))


def _lines(path: Path, file: str, offences: list[Offence]) -> list[str]:
    """The lines of a file without their ends; empty, with an offence, when it is not a whole UTF-8 text."""
    try:
        content = path.read_bytes()
    except OSError as error:
        offences.append(Offence(file, 0, "file", "", f"cannot be read ({error.strerror}), the descriptor names it"))
        return []
    if not content.strip():
        offences.append(Offence(file, 0, "file", "", "is empty, a header and rows wanted"))
        return []
    if content.startswith(_GIT_LFS):
        offences.append(Offence(file, 1, "file", "", "is a Git LFS pointer, the data wanted: run git lfs pull"))
        return []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        shown = content[error.start : error.end].hex(" ")
        offences.append(Offence(file, line, "file", shown, "these bytes are not UTF-8, save the file as UTF-8"))
        return []
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    if lines.pop():
        offences.append(Offence(file, len(lines) + 1, "file", "", "the last line has no end, the file may be cut off"))
        lines.append(text.rpartition("\n")[2])
    return lines


def _header_fits(line: str, names: list[str], file: str, offences: list[Offence]) -> bool:
    """Whether the first line names exactly the columns of the descriptor, in its order."""
    try:
        found = _cells(line)
    except csv.Error:
        found = [line]
    if found == names:
        return True
    missing = [name for name in names if name not in found]
    unknown = [name for name in found if name not in names]
    said = [f"missing {', '.join(missing)}"] if missing else []
    said += [f"unknown {', '.join(unknown)}"] if unknown else []
    problem = f"{'; '.join(said) or 'columns out of order or twice'}; wanted {','.join(names)}"
    offences.append(Offence(file, 1, "header", ",".join(found), problem))
    return False


def _records(lines: list[str], file: str, offences: list[Offence]) -> Iterator[tuple[int, list[str]]]:
    """Each record with its line; lines that hold none (empty, or a quote that never closes) become offences."""
    skip_to = 0
    for number, line in enumerate(lines[1:], start=2):
        if number < skip_to:
            continue
        try:
            cells = _cells(line)
        except csv.Error as error:
            skip_to = _end_of_record(lines, number)
            problem = "a cell runs over several lines, one record per line wanted" if skip_to else f"not CSV: {error}"
            offences.append(Offence(file, number, "row", line, problem))
            continue
        if line.strip():
            yield number, cells
        else:
            offences.append(Offence(file, number, "row", "", "an empty line, one record per line wanted"))


def _end_of_record(lines: list[str], number: int) -> int:
    """The line after a record that starts on line `number` and closes its quote later on; 0 when it never does."""
    for last in range(number + 1, min(number + 20, len(lines)) + 1):
        try:
            # The line that closes the quote would not stand on its own: it is what tells it from the next record.
            next(csv.reader(["\n".join(lines[number - 1 : last])], strict=True))
        except csv.Error:
            continue
        return last + 1
    return 0


def _cells(line: str) -> list[str]:
    """The cells of one line. Raises csv.Error when its quotes do not fit."""
    # Texts that stand in many rows are kept once: most cells of a table that grows say what others say.
    return [sys.intern(cell) for cell in next(csv.reader([line], strict=True), [""])]


def _cell_offences(file: str, line: int, cells: Mapping[str, str]) -> Iterator[Offence]:
    for column, value in cells.items():
        if len(value) > LONGEST_CELL:
            yield Offence(file, line, column, value, f"{len(value)} characters, at most {LONGEST_CELL} wanted")
        if unseen := _UNSEEN.search(value):
            shown = _UNSEEN.sub("�", value)
            yield Offence(file, line, column, shown, f"holds the unseen character U+{ord(unseen[0]):04X}, take it out")
        elif value != value.strip():
            yield Offence(file, line, column, value, "blanks around the value, take them out")
