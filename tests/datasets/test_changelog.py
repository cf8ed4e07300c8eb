"""The list of changes is read as its readers read it."""

from datetime import date

from dashboard.datasets.changelog import Change, changes, latest
from dashboard.paths import DATA

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
