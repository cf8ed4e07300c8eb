"""Which rows a reader gets: by period, and as known on a day."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._select import select

TABLES = [
    "claims",
    "voyages",
    "meetings",
    "agreements",
    "un_votes",
    "measures",
    "missile_tests",
    "tech_claims",
    "vessels",
]
DAYS = st.dates(date(1945, 1, 1), date(2026, 11, 22))


def status(asof: date) -> str:
    frame = select("agreements", asof=asof, where={"agreement_id": ("A-2024-TREATY",)})
    return str(frame["status"].iloc[0])


def test_a_treaty_has_the_status_it_had_on_the_day_of_knowledge() -> None:
    assert status(date(2024, 7, 1)) == "signed"
    assert status(date(2024, 11, 10)) == "ratified"
    assert status(date(2024, 12, 4)) == "in_force"


def test_what_came_later_is_blank_as_known_before() -> None:
    row = select("agreements", asof=date(2024, 7, 1), where={"agreement_id": ("A-2000-TREATY",)}).iloc[0]
    assert row["status"] == "in_force"
    assert row["date_ended"] == ""
    assert row["superseded_by"] == ""


def test_a_ship_was_not_yet_listed_before_its_listing() -> None:
    before = select("vessels", asof=date(2024, 1, 31), where={"vessel_id": ("angara",)}).iloc[0]["sanctioned"]
    assert "KOR" not in before
    assert "KOR" in select("vessels", where={"vessel_id": ("angara",)}).iloc[0]["sanctioned"]


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(earlier=DAYS, later=DAYS)
def test_a_later_day_of_knowledge_never_loses_a_row(name: str, earlier: date, later: date) -> None:
    key = _package.table(name).columns[0]
    earlier, later = sorted((earlier, later))
    assert set(select(name, asof=earlier)[key]) <= set(select(name, asof=later)[key])


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=DAYS)
def test_nothing_is_shown_that_was_not_public_on_that_day(name: str, day: date) -> None:
    column = _package.resource(name)["known_on"]
    assert all(dates.last_day(one) <= day for one in select(name, asof=day)[column] if one)


def test_a_period_keeps_every_row_whose_days_overlap_it() -> None:
    frame = select("meetings", start=date(2023, 9, 17), end=date(2023, 9, 17))
    assert len(frame) > 0
    for row in frame.to_dict("records"):
        last = row["end_date"] or row["start_date"]
        assert dates.first_day(row["start_date"]) <= date(2023, 9, 17) <= dates.last_day(last)
