"""EDTF dates keep their precision: what is read is what is shown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import dates

days = st.dates(min_value=date(1000, 1, 1))
months = days.map(lambda day: day.isoformat()[:7])
years = days.map(lambda day: day.isoformat()[:4])
edtf = st.one_of(days.map(date.isoformat), months, years)
languages = st.sampled_from(["en", "fr"])


def read(shown: str, lang: str, short: bool) -> str:
    """What `show` wrote, read back."""
    names = (dates._SHORT_MONTHS if short else dates._MONTHS)[lang]
    *day, month, year = shown.replace("\u00a0", " ").rsplit(" ", 2) if " " in shown else ("", shown)
    if not month:
        return year
    number = f"{names.index(month) + 1:02}"
    return f"{year}-{number}-{int(day[0].removesuffix('er')):02}" if day else f"{year}-{number}"


@given(edtf, languages, st.booleans())
def test_a_shown_date_reads_back_as_the_same_date(text: str, lang: str, short: bool) -> None:
    assert read(dates.show(text, lang, short=short), lang, short) == text


@given(days)
def test_a_day_spans_itself(day: date) -> None:
    assert dates.span(day.isoformat()) == (day, day)
    assert dates.is_day(day.isoformat())


@given(months)
def test_a_month_spans_from_its_first_day_to_the_day_before_the_next_month(month: str) -> None:
    first, last = dates.span(month)
    assert first.isoformat() == f"{month}-01"
    assert last == date.max or (last + timedelta(days=1)).day == 1
    assert last.isoformat()[:7] == month


@given(years)
def test_a_year_spans_all_its_days(year: str) -> None:
    assert [day.isoformat() for day in dates.span(year)] == [f"{year}-01-01", f"{year}-12-31"]


@given(edtf)
def test_the_ends_of_a_span_lie_within_the_date(text: str) -> None:
    first, last = dates.span(text)
    assert first <= last
    assert first.isoformat().startswith(text)
    assert last.isoformat().startswith(text)
    assert (dates.first_day(text), dates.last_day(text)) == (first, last)


@given(st.text(max_size=12))
def test_a_text_is_a_date_or_is_refused_and_never_anything_else(text: str) -> None:
    if dates.valid(text):
        assert dates.first_day(text) <= dates.last_day(text)
    else:
        with pytest.raises(ValueError, match="is not a date"):
            dates.span(text)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-1", "2024-13", "2024-00", "2023-02-29", "2024-03-18T10:00", "２０２４", "0000"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not dates.valid(text)


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert dates.show("2024-03-01", "fr") == "1er\u00a0mars 2024"
    assert dates.show("2024-03-01", "en") == "1\u00a0March 2024"


def test_a_stretch_within_a_month_names_the_month_once() -> None:
    assert dates.show_span("2023-09-12", "2023-09-17", "en") == "12–17\u00a0September 2023"
    assert dates.show_span("2023-09-12", "", "en") == "12\u00a0September 2023"


def test_age_counts_whole_months_from_the_last_day_of_the_date() -> None:
    assert dates.age_in_months("2024-03-18", date(2024, 4, 17)) == 0
    assert dates.age_in_months("2024-03-18", date(2024, 4, 18)) == 1
    assert dates.age_in_months("2024", date(2025, 12, 31)) == 12
    assert dates.age_in_months("2030", date(2024, 1, 1)) == 0
