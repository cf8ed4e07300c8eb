"""Launches, claims of technical help and nuclear tests as the charts take them."""

from datetime import date

import pandas as pd

from dashboard.datasets import _package, launches, launches_missiles

ARTICLE = date(2024, 3, 18)


def test_nine_launches_count_as_attempts_and_the_disputed_one_stands_last() -> None:
    frame = launches.satellites()
    assert (frame["attempt_status"] == "attempt").sum() == 9
    assert list(frame["attempt_status"])[-1] == "disputed"


def test_days_since_the_last_attempt_pass_over_the_disputed_launch() -> None:
    frame = launches.satellites().set_index("launch_id")
    between = date(2009, 4, 5) - date(1998, 8, 31)
    assert frame.loc["PRK-SL-02", "days_since"] == between.days
    assert pd.isna(frame.loc["PRK-SL-01", "days_since"])
    assert pd.isna(frame.loc["PRK-SL-D1", "days_since"])


def test_days_since_the_last_attempt_do_not_depend_on_the_period_shown() -> None:
    whole = launches.satellites().set_index("launch_id")["days_since"]
    part = launches.satellites(start=date(2023, 11, 1)).set_index("launch_id")["days_since"]
    assert part["PRK-SL-08"] == whole["PRK-SL-08"]


def test_an_earlier_day_of_knowledge_shows_only_what_was_said_of_russian_help_by_then() -> None:
    before = launches.satellites(asof=date(2023, 10, 31)).set_index("launch_id")
    assert "PRK-SL-08" not in before.index
    then = launches.satellites(asof=ARTICLE).set_index("launch_id")
    assert then.loc["PRK-SL-08", ["assistance", "group_id"]].tolist() == ["assessed", "kr-nis"]
    assert not then[["works_en", "works_fr", "assistance_en", "note_en"]].any(axis=None)


def test_a_launch_was_not_thought_helped_before_anybody_said_so() -> None:
    said = launches.satellites(asof=date(2024, 5, 28)).set_index("launch_id").loc["PRK-SL-09"]
    assert said["claimant_en"] != ""
    assert said["assistance"] == "alleged"  # Yonhap's unnamed official; the agency judged only in July
    assert launches.satellites(asof=date(2016, 2, 6))["assistance"].eq("none").all()


def test_claims_of_help_can_be_asked_by_programme() -> None:
    assert set(launches.tech_claims(programmes=("naval", "drone"))["programme"]) == {"naval", "drone"}


def test_nothing_found_keeps_the_columns() -> None:
    for frame, full in (
        (launches.satellites(end=date(1950, 1, 1)), launches.satellites()),
        (launches.tech_claims(end=date(1950, 1, 1)), launches.tech_claims()),
        (launches.nuclear_tests(end=date(1950, 1, 1)), launches.nuclear_tests()),
        (launches_missiles.sites_and_flights(end=date(1950, 1, 1)), launches_missiles.sites_and_flights()),
    ):
        assert len(frame) == 0
        assert list(frame.columns) == list(full.columns)


def test_satellite_launchers_and_unconfirmed_firings_are_not_counted_as_missiles() -> None:
    table, counted = _package.table("missile_tests"), launches_missiles.missiles()
    assert not counted["missile_type"].eq("SLV").any()
    assert not counted["test_id"].str.startswith("2026-09-11").any()
    assert len(counted) + (table["missile_type"] == "SLV").sum() + launches_missiles.unconfirmed() == len(table)


def test_a_salvo_is_one_launch_day() -> None:
    days = launches_missiles.days_per_year(start=date(2026, 8, 20), end=date(2026, 8, 20))
    assert days["days"].tolist() == [1]
    assert launches_missiles.types_per_year(start=date(2026, 8, 20), end=date(2026, 8, 20))["missiles"].tolist() == [10]


def test_years_with_unknown_days_say_so() -> None:
    frame = launches_missiles.days_per_year().set_index("year")
    assert frame.loc[1984, "day_unknown"] == "yes"
    assert frame.loc[2022, "day_unknown"] == "no"
    assert frame.loc[1995, "days"] == 0


def test_years_with_uncounted_missiles_say_so() -> None:
    frame = launches_missiles.types_per_year()
    assert frame[frame["year"] == 2026]["undercount"].eq("yes").any()


def test_the_months_add_up_to_the_years() -> None:
    months = launches_missiles.days_per_month(first=date(2022, 1, 1), last=date(2022, 12, 31))
    years = launches_missiles.days_per_year().set_index("year")["days"]
    assert len(months) == 12
    assert months["days"].sum() == years[2022]


def test_every_flight_drawn_has_a_site_a_bearing_and_a_distance() -> None:
    frame = launches_missiles.sites_and_flights()
    flights = frame[frame["mark"] == "flight"]
    assert flights[["lat", "lon", "bearing_deg", "distance_km", "landing_lat", "landing_lon"]].notna().all(axis=None)
    sites = frame[frame["mark"] == "site"]
    assert sites["missiles"].sum() == len(flights) + launches_missiles.without_arc(frame)
