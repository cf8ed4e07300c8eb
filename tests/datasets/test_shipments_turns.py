"""The days through which the play control steps."""

from datetime import date, timedelta
from itertools import pairwise

from dashboard.datasets import shipments


def drawn(day: date) -> list[str]:
    return list(shipments.containers(asof=day)["claim_id"])


def test_the_picture_changes_on_each_of_the_days_and_on_no_other() -> None:
    days = [date.fromisoformat(one) for one in shipments.turns()]
    assert days == sorted(set(days))
    assert all(drawn(day) != drawn(day - timedelta(1)) for day in days)
    assert all(drawn(later - timedelta(1)) == drawn(day) for day, later in pairwise(days))
    assert drawn(days[0] - timedelta(1)) == []
    assert drawn(days[-1]) == list(shipments.containers()["claim_id"])
