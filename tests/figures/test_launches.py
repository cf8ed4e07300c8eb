"""How launches are drawn."""

from datetime import date

from dashboard.figures import launches_marks
from dashboard.text import words

EN, FR = words("en"), words("fr")


def test_marks_of_neighbouring_days_are_spread_around_their_row() -> None:
    offsets = launches_marks.apart(["2023-11-01", "2023-11-19", "2023-11-23", "2023-11-23"], 13, 0.5)
    assert offsets == [0.0, 0.5, 0.0, -0.5]


def test_the_korean_date_is_said_only_where_it_differs() -> None:
    night = {"date_utc": "2012-04-12", "time_utc": "22:38:55", "date_kst": "2012-04-13"}
    day = {"date_utc": "2023-11-21", "time_utc": "13:42:28", "date_kst": "2023-11-21"}
    assert launches_marks.when(night, EN) == "12\u00a0April 2012, 22:38 UTC (13\u00a0April 2012 in Korea)"
    assert launches_marks.when(day, EN) == "21\u00a0November 2023, 13:42 UTC"


def test_a_launcher_without_a_name_is_called_so_in_both_languages() -> None:
    name = "Unnamed new launcher (liquid oxygen and petroleum engine)"
    assert launches_marks.short(name, EN) == "Unnamed new launcher"
    assert launches_marks.short(name, FR) == "Nouveau lanceur sans nom"
    assert launches_marks.short("Malligyong-1 (second)", FR) == "Malligyong-1"


def test_a_mark_is_hollow_where_its_source_was_not_read() -> None:
    assert launches_marks.open_if_unread("circle", "read") == "circle"
    assert launches_marks.open_if_unread("circle", "unread") == "circle-open"


def test_the_offsets_of_no_days_are_none() -> None:
    assert launches_marks.apart([], 13, 0.5) == []
    assert launches_marks.apart([date(2024, 1, 1).isoformat()], 13, 0.5) == [0.0]
