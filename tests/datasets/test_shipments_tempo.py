"""Which claims are subtracted from each other, over which days, and what that leaves open."""

from typing import Any

import pytest

from dashboard.datasets import shipments_tempo
from dashboard.figures import shipments_tempo as figures


def claim(key: str, value: float, day: str, **cells: Any) -> dict[str, Any]:
    """A container claim of one ministry."""
    said = {"claim_id": key, "group_id": "kr-mnd", "claimant_id": "kr-mnd", "claimant_en": "M", "claimant_fr": "M"}
    said |= {"variant": "munitions", "basis": "delivered", "qualifier": "about", "stated_on": day, "as_of": ""}
    said |= {"low": value, "high": float("nan"), "value": value, "counting_since": "", "source_check": "read"}
    return said | {"source_ids": f"source-{key}"} | cells


@pytest.mark.parametrize(
    ("before", "after", "bound"),
    [
        ("about", "about", "range"),
        ("about", "more_than", "at_least"),
        ("at_least", "exactly", "at_most"),
        ("more_than", "at_least", "open"),
        ("up_to", "about", "at_least"),
    ],
)
def test_what_the_claims_leave_open_follows_from_their_qualifiers(before: str, after: str, bound: str) -> None:
    said = [
        claim("A", 20000, "2024-01-01", qualifier=before),
        claim("B", 28000, "2024-07-01", qualifier=after),
    ]
    (row,) = shipments_tempo.intervals(said)
    assert row["bound"] == bound
    assert (row["low_per_month"] is None) == (bound != "range")


def test_rounding_leaves_half_a_last_digit_open_at_either_end() -> None:
    (row,) = shipments_tempo.intervals([claim("A", 28000, "2025-07-13"), claim("B", 33000, "2026-03-01")])
    assert (row["low_per_month"], row["high_per_month"]) == (round(4000 / 231 * 30.4375), round(6000 / 231 * 30.4375))


def test_rounding_alone_does_not_make_a_running_total_fall() -> None:
    (row,) = shipments_tempo.intervals([claim("A", 6700, "2024-02-26"), claim("B", 7000, "2024-03-18")])
    assert row["low_per_month"] == 0


def test_no_increase_and_a_fall_are_shown_as_such() -> None:
    days = ("2024-01-01", "2024-06-01", "2025-01-01")
    same, fall = shipments_tempo.intervals(
        [claim("A", 9000, days[0]), claim("B", 9000, days[1]), claim("C", 8000, days[2])]
    )
    assert same["per_month"] == 0
    assert fall["per_month"] < 0


def test_claims_less_than_twenty_days_apart_or_without_a_day_are_left_out() -> None:
    assert not shipments_tempo.intervals([claim("A", 1000, "2024-01-01"), claim("B", 2000, "2024-01-20")])
    assert shipments_tempo.intervals([claim("A", 1000, "2024-01-01"), claim("B", 2000, "2024-01-21")])
    assert not shipments_tempo.intervals([claim("A", 1000, "2024-01"), claim("B", 2000, "2024-07-20")])


def test_counts_that_start_on_different_days_are_not_subtracted() -> None:
    said = [
        claim("A", 1000, "2024-01-01", counting_since="2022"),
        claim("B", 2000, "2024-07-01", counting_since="2023-08"),
    ]
    assert not shipments_tempo.intervals(said)


def test_houses_that_share_a_group_are_not_subtracted_from_each_other() -> None:
    cells = {"group_id": "researchers"}
    said = [
        claim("A", 1000, "2024-01-01", claimant_id="osc", **cells),
        claim("B", 2000, "2024-07-01", claimant_id="rusi", **cells),
    ]
    assert not shipments_tempo.intervals(said)


def test_a_rate_resting_on_an_unread_source_is_hollow() -> None:
    said = [claim("A", 1000, "2024-01-01", source_check="unread"), claim("B", 2000, "2024-07-01")]
    (row,) = shipments_tempo.intervals(said)
    assert row["source_check"] == "unread"
    assert figures.symbol(row).endswith("-open")
    assert not figures.symbol(row | {"source_check": "read"}).endswith("-open")
