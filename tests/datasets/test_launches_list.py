"""The missiles one by one are those of the table."""

from datetime import date

from dashboard.datasets import _package, launches_missiles
from dashboard.datasets.launches_list import COLUMNS, one_by_one


def test_the_newest_stands_first_and_a_salvo_in_its_order() -> None:
    frame = one_by_one()
    assert list(frame["date_utc"]) == sorted(frame["date_utc"], reverse=True)
    assert list(one_by_one(start=date(2026, 8, 20), end=date(2026, 8, 20))["salvo_seq"]) == list(range(1, 11))


def test_satellite_launchers_are_left_out_and_unverified_missiles_kept() -> None:
    frame, table = one_by_one(), _package.table("missile_tests")
    assert len(frame) == (table["missile_type"] != "SLV").sum()
    assert len(frame) == len(launches_missiles.missiles()) + launches_missiles.unconfirmed()
    assert frame["doubt"].str.contains("unverified").sum() == launches_missiles.unconfirmed()


def test_period_type_and_day_of_knowledge_are_obeyed() -> None:
    frame = one_by_one(start=date(2022, 11, 1), end=date(2022, 11, 30), types=("ICBM",))
    assert set(frame["missile_type"]) == {"ICBM"}
    assert frame["date_utc"].str.startswith("2022-11").all()
    assert one_by_one(asof=date(2022, 11, 30))["date_utc"].max() <= "2022-11-30"


def test_sites_have_names_in_both_languages() -> None:
    frame = one_by_one()
    placed = frame[frame["site_en"] != ""]
    assert len(placed) > 300
    assert (placed["site_fr"] != "").all()


def test_nothing_found_keeps_the_columns() -> None:
    frame = one_by_one(end=date(1950, 1, 1))
    assert len(frame) == 0
    assert list(frame.columns) == COLUMNS
