"""The list of changes is read as its readers read it."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dashboard.datasets import _package
from dashboard.datasets.changelog import Change, Entry, changes, history, latest
from dashboard.paths import DATA

if TYPE_CHECKING:
    from tests.conftest import Tiny

TEXT = """# Changes to the data

An introduction.

## 2026-12-01

- `claims`: two rows **added**
  after [a report](https://example.org/x).
- `vessels`: none.

## 2026-11-22

First edition;
all tables:

- one
"""


def test_entries_come_with_their_day_text_and_items() -> None:
    assert changes(TEXT) == [
        Change("2026-12-01", "", ("claims: two rows added after a report.", "vessels: none.")),
        Change("2026-11-22", "First edition; all tables:", ("one",)),
    ]


def test_a_file_without_entries_has_none() -> None:
    assert changes("") == []
    assert changes("# Changes\n\nNothing yet.\n- nor here\n") == []


def test_the_newest_entry_is_read_from_the_package() -> None:
    newest = latest()
    assert newest is not None
    assert f"## {newest.day}" in (DATA / "CHANGELOG.md").read_text(encoding="utf-8")
    assert newest.items
    assert not [one for one in (newest.text, *newest.items) if "`" in one]


def test_before_the_first_edition_nothing_had_changed() -> None:
    assert latest(asof=date(2020, 1, 1)) is None


LOG = """## 2026-12-01

- Corrected in `claims` CC01: 1,000; CC010 stays. CC03: read.
- Added to `claimants`: nhk.
- The nhk of another item names no table.

## 2026-11-22

- `claims`: QT06 was taken apart (QT13–QT18 instead).
- Added to `tech_claims`: TT-008 to TT-011.
"""


@pytest.fixture
def logged(tiny: "Tiny") -> None:
    (tiny.directory / "CHANGELOG.md").write_text(LOG, encoding="utf-8")
    _package.use(_package.load(tiny.directory))


@pytest.mark.usefixtures("logged")
def test_a_record_has_the_sentences_that_name_it_newest_first() -> None:
    assert history("claims", "CC01") == [Entry("2026-12-01", "corrected", "Corrected in claims CC01: 1,000")]
    assert history("claims", "CC03") == [Entry("2026-12-01", "corrected", "CC03: read.")]
    assert history("claims", "CC0") == []


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize("key", ["QT13", "QT15", "QT18", "QT06"])
def test_a_span_of_ids_names_each_of_them(key: str) -> None:
    assert [one.kind for one in history("claims", key)] == [""]
    assert history("claims", "QT19") == []


@pytest.mark.usefixtures("logged")
def test_a_span_keeps_the_noughts_of_its_numbers() -> None:
    assert [len(history("tech_claims", key)) for key in ("TT-008", "TT-010", "TT-011", "TT-10")] == [1, 1, 1, 0]


@pytest.mark.usefixtures("logged")
def test_an_id_that_is_a_word_counts_only_beside_its_table() -> None:
    assert [one.text for one in history("claimants", "nhk")] == ["Added to claimants: nhk."]


@pytest.mark.usefixtures("logged")
def test_on_an_earlier_day_only_earlier_changes_are_told() -> None:
    assert history("claims", "CC01", asof=date(2026, 11, 30)) == []
