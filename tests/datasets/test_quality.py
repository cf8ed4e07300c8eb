"""The quality panel counts what the tables hold."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets.quality import Share, apart, exceptions, quality, shares

if TYPE_CHECKING:
    from tests.conftest import Tiny

TODAY = date(2026, 11, 22)


def test_read_and_unread_rows_together_are_all_rows_that_say_so() -> None:
    for one in quality(today=TODAY):
        frame = _package.table(one.name)
        assert one.rows == len(frame)
        if "source_check" in frame:
            assert one.read + (frame["source_check"] == "unread").sum() == one.checked == one.rows


def test_no_row_begins_after_the_newest_one_whose_age_counts_from_its_first_day() -> None:
    for one in (one for one in quality(today=TODAY) if one.newest):
        frame = _package.table(one.name)
        column = _package.resource(one.name)["known_on"]
        days = [dates.first_day(day) for day in frame[column] if day]
        assert dates.first_day(one.newest_on) == max(days)
        assert frame.set_index(frame.columns[0]).loc[one.newest, column] == one.newest_on
        assert one.age == max(0, (TODAY - max(days)).days)


def test_tables_without_dates_or_sources_leave_those_columns_out() -> None:
    people = next(one for one in quality(today=TODAY) if one.name == "people")
    assert (people.newest, people.age, people.undated, people.mean, people.checked) == ("", None, None, None, 0)


@pytest.fixture
def small(tiny: "Tiny") -> "Tiny":
    """The tiny package, its second claim resting on TASS alone, unread and known to the month."""
    tiny.set("claims", line=3, source_ids="tass-20240318", source_check="unread", stated_on="2024-03")
    return tiny


def test_a_small_package_is_counted_by_hand(small: "Tiny") -> None:
    _package.use(_package.load(small.directory))
    claims = quality(today=dates.last_day("2024-03") + timedelta(days=3))[0]
    assert (claims.rows, claims.checked, claims.read, claims.median, claims.mean) == (2, 2, 1, 1.5, 1.5)
    assert (claims.official, claims.newest, claims.newest_on, claims.age, claims.undated) == (
        0,
        "CC02",
        "2024-03",
        33,
        1,
    )
    read, two, better = shares()
    # 17 rows say whether a source was read, one of them is of the table that is counted apart.
    assert (read.part, read.whole) == (15, 16)
    assert (two.part, two.whole) == (better.part, better.whole) == (6, 7)
    assert apart() == (1, 0, 1)
    assert exceptions() == []


def test_a_share_is_reached_at_its_aim_and_not_below() -> None:
    assert Share("read", 19, 20, 95).reached
    assert not Share("read", 949, 1000, 95).reached
    assert not Share("read", 0, 0, 95).reached
