"""Whatever happens to a file of the data, it is taken as sound or refused by name: file, line and column, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.datasets import _package
from dashboard.datasets._export import to_csv
from dashboard.errors import DataError, Offence
from dashboard.paths import DATA

if TYPE_CHECKING:
    from tests.conftest import Tiny

TABLES = [path.stem for path in sorted(DATA.glob("*.csv"))]
SOME = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
CELLS = [
    "",
    " ",
    "NA",
    "nan",
    "-0",
    "1e309",
    "9" * 400,
    "0000",
    "2024-02-30",
    "9999",
    "=1+1",
    "<script>x</script>",
    "a;b",
    ";",
]
CELLS += [
    "javascript:alert(1)",
    "data:text/html,x",
    "http://[",
    "http://a.b:x",
    "\u202e",
    "a\nb",
    'a"b',
    ",",
    "\x00",
    "１２",
    "USA:",
    ":",
]
CELLS += ["RUS", "2024", "tass-20240318", "x" * 20_001, "🎈", "\u0301", "-", "+7", "0x10", "1_000", "Infinity", "١٢"]
JUNK = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(["\ufeff", "\r", "\n", "\r\n", "\n\n", '"', '""', ",", "\t", "\x00", "\x1a", "\u2028", "é"]).map(
        str.encode
    ),
    st.just(b"\xed\xa0\x80"),
)


# What is checked together with the tables: rows that stand there by their ids.
BESIDE = {"datapackage.json", "withdrawn.toml", "exceptions.toml"}


def load(directory: Path) -> _package.Package | None:
    """The package, or None when it was refused the way it should be."""
    offences: tuple[Offence, ...] = ()
    try:
        package = _package.load(directory)
    except DataError as error:
        package, offences = None, error.offences
    assert (package is None) == bool(offences)
    for offence in offences:
        path = directory / offence.file
        lines = path.read_bytes().count(b"\n") + 1 if path.is_file() else 0
        assert offence.file in {f"{table}.csv" for table in TABLES} | BESIDE
        assert 0 <= offence.line <= lines
        assert offence.column
        assert offence.problem
        assert str(offence).splitlines() == [str(offence)]
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", str(offence))
    if package is None:
        return None
    for name, frame in package.tables.items():
        fields = next(one for one in package.descriptor["resources"] if one["name"] == name)["schema"]["fields"]
        assert list(frame.columns) == [field["name"] for field in fields]
        read_again = list(csv.reader(io.StringIO(to_csv(frame, raw=True).decode(), newline=""), strict=True))
        assert [len(row) for row in read_again] == [len(fields)] * (len(frame) + 1)
    return package


def spoil(directory: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Load the package with one file changed, and put the file back."""
    path = directory / name
    sound = path.read_bytes()
    try:
        path.write_bytes(change(sound))
        load(directory)
    finally:
        path.write_bytes(sound)


@st.composite
def damages(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """Bytes cut out, doubled, put in or moved, at any place and of any length."""
    start, length, junk = draw(st.floats(0, 1)), draw(st.integers(0, 300)), draw(JUNK)
    kind = draw(st.sampled_from(["cut", "double", "insert", "replace", "truncate", "move"]))

    def damage(content: bytes) -> bytes:
        at = int(start * len(content))
        head, part, tail = content[:at], content[at : at + length], content[at + length :]
        return {
            "cut": head + tail,
            "double": head + part + part + tail,
            "insert": head + junk + part + tail,
            "replace": head + junk + tail,
            "truncate": head,
            "move": part + head + tail,
        }[kind]

    return damage


@SOME
@given(table=st.sampled_from(TABLES), damage=damages())
def test_a_table_with_damaged_bytes(tiny: Tiny, table: str, damage: Callable[[bytes], bytes]) -> None:
    spoil(tiny.directory, f"{table}.csv", damage)


@SOME
@given(table=st.sampled_from(TABLES), column=st.integers(0, 40), value=st.one_of(st.sampled_from(CELLS), st.text()))
def test_a_table_with_a_strange_cell(tiny: Tiny, table: str, column: int, value: str) -> None:
    def change(content: bytes) -> bytes:
        rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
        rows[-1][column % len(rows[0])] = value
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode("utf-8", "surrogatepass")

    spoil(tiny.directory, f"{table}.csv", change)


@SOME
@given(table=st.sampled_from(TABLES), data=st.data())
def test_a_table_with_lines_lost_doubled_or_out_of_order(tiny: Tiny, table: str, data: st.DataObject) -> None:
    def change(content: bytes) -> bytes:
        lines = content.splitlines(keepends=True)
        return b"".join(data.draw(st.lists(st.sampled_from(lines), max_size=4)))

    spoil(tiny.directory, f"{table}.csv", change)


@SOME
@given(damage=damages())
def test_a_descriptor_with_damaged_bytes(tiny: Tiny, damage: Callable[[bytes], bytes]) -> None:
    spoil(tiny.directory, "datapackage.json", damage)


LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.sampled_from(["claims", "number"])
)
VALUES = st.one_of(LEAVES, st.just([]), st.just({}), st.just([[]]), st.just([{}]), st.just({"name": "claims"}))


@settings(SOME, max_examples=60)
@given(data=st.data())
def test_a_descriptor_in_which_something_is_missing_or_of_another_kind(tiny: Tiny, data: st.DataObject) -> None:
    def change(content: bytes) -> bytes:
        descriptor = json.loads(content)
        place: Any = descriptor
        while True:
            keys = sorted(place) if isinstance(place, dict) else range(len(place))
            key = data.draw(st.sampled_from(keys))
            inside = place[key]
            if not isinstance(inside, dict | list) or not inside or data.draw(st.integers(0, 4)) == 0:
                break
            place = inside
        if data.draw(st.booleans()):
            del place[key]
        else:
            place[key] = data.draw(VALUES)
        return json.dumps(descriptor).encode()

    spoil(tiny.directory, "datapackage.json", change)


@pytest.mark.parametrize("table", TABLES)
def test_the_tables_of_this_project_cut_in_half(tmp_path: Path, table: str) -> None:
    for path in DATA.iterdir():
        if path.is_file() and path.stem != table:
            (tmp_path / path.name).symlink_to(path)
    content = (DATA / f"{table}.csv").read_bytes()
    (tmp_path / f"{table}.csv").write_bytes(content[: len(content) // 2])
    assert load(tmp_path) is None
