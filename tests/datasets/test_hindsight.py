"""Under an earlier day of knowledge no text tells what came later."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import dates
from dashboard.datasets import _package, sanctions
from dashboard.datasets._export import to_records
from dashboard.datasets._hindsight import newest
from dashboard.datasets._select import select
from dashboard.paths import DATA

TABLES = [one["name"] for one in _package.load(DATA).descriptor["resources"] if one.get("known_on")]
DAYS = st.dates(date(1945, 1, 1), date(2026, 10, 1))
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
QUICK = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def ruled(name: str) -> dict[str, str]:
    """The columns of a table that an earlier day changes, with what becomes of them."""
    return {one["name"]: one["asof"] for one in _package.resource(name)["schema"]["fields"] if "asof" in one}


def cells(frame: Any) -> dict[str, dict[str, Any]]:
    return {next(iter(row.values())): row for row in to_records(frame)}


@pytest.mark.parametrize("name", TABLES)
@QUICK
@given(day=DAYS)
def test_no_text_names_a_year_after_the_day_of_knowledge(name: str, day: date) -> None:
    for row in to_records(select(name, asof=day)):
        for column in ruled(name):
            assert all(int(year) <= day.year for year in YEAR.findall(row[column] or "")), row[column]


@pytest.mark.parametrize("name", TABLES)
@QUICK
@given(earlier=DAYS, later=DAYS)
def test_a_text_once_told_stays_told_and_never_shrinks(name: str, earlier: date, later: date) -> None:
    earlier, later = sorted((earlier, later))
    then, now = cells(select(name, asof=earlier)), cells(select(name, asof=later))
    for key, row in then.items():
        assert all((now[key][column] or "").startswith(row[column]) for column in ruled(name) if row[column])


@pytest.mark.parametrize("name", TABLES)
@QUICK
@given(day=DAYS)
def test_no_row_points_to_one_that_was_not_public_yet(name: str, day: date) -> None:
    for key in _package.resource(name)["schema"].get("foreignKeys", []):
        target = key["reference"]["resource"] or name
        public = set(select(target, asof=day).iloc[:, 0])
        assert set(select(name, asof=day)[key["fields"][0]]) - {""} <= public


@pytest.mark.parametrize("name", TABLES)
def test_as_known_today_is_all_that_is_known(name: str) -> None:
    assert select(name, asof=dates.today()).equals(select(name))


@pytest.mark.parametrize("name", TABLES)
def test_every_text_in_two_languages_but_a_name_says_what_an_earlier_day_does_to_it(name: str) -> None:
    names = re.compile(r"(?:name|title|subject|type|count_unit)_(?:en|fr)")
    texts = [one["name"] for one in _package.resource(name)["schema"]["fields"] if one["name"][-3:] in ("_en", "_fr")]
    assert [one for one in texts if not names.fullmatch(one) and one not in ruled(name)] == []


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("The leaders met.", "2023", date.min),
        ("An accord followed on 17 March.", "1949", date(1949, 3, 17)),
        ("Un accord suit le 17 mars.", "1949", date(1949, 3, 17)),
        ("Signed in June 2024 after talks in 2023.", "2024", date(2024, 6, 1)),
        ("Signé le 1er juin 2024.", "2024", date(2024, 6, 1)),
        ("As of 2024-03-18.", "2024", date(2024, 3, 18)),
        ("They may march in 2019 or 2020.", "2019", date(2020, 1, 1)),
        ("More than 12,000 containers, 152 mm shells, 2,028 boxes.", "2024", date.min),
        ("Looser than the figure they published two months later.", "2025", date.max),
        ("Le chiffre sera corrigé par la suite.", "2025", date.max),
        ("On 31 February 2024.", "2024", date(2024, 2, 1)),
    ],
)
def test_a_text_is_as_new_as_the_newest_date_in_it(text: str, year: str, day: date) -> None:
    assert newest(text, year) == day


def test_a_note_is_shown_to_its_first_sentence_on_an_earlier_day() -> None:
    whole = cells(select("claims"))["CC01"]["note_en"]
    then = cells(select("claims", asof=date(2023, 12, 31)))["CC01"]["note_en"]
    assert whole.startswith(then + " ")
    assert then.endswith("in the preceding weeks.")


def test_a_treaty_does_not_tell_its_end_before_it_came() -> None:
    then = cells(select("agreements", asof=date(1970, 1, 1)))["A-1961-TREATY"]
    assert not re.search(
        r"\b199\d", f"{then['date_ended']} {then['provision_en']} {then['provision_fr']} {then['status']}"
    )


def test_a_launch_does_not_tell_what_was_said_of_it_in_later_years() -> None:
    row = cells(select("satellite_launches", asof=date(2023, 11, 22)))["PRK-SL-08"]
    assert [column for column in ruled("satellite_launches") if row[column]] == []


def test_a_visit_has_no_end_before_it_ended() -> None:
    long = next(
        row for row in to_records(select("meetings")) if row["end_date"] and row["end_date"] > row["start_date"]
    )
    then = dates.last_day(long["end_date"]) - timedelta(days=1)
    assert cells(select("meetings", asof=then))[long["meeting_id"]]["end_date"] is None


def test_the_map_of_sanctions_tells_no_grounds_on_an_earlier_day() -> None:
    then = sanctions.by_country(asof=date(2022, 3, 1))
    assert not then.filter(like="_basis_").astype(bool).any(axis=None)
    assert sanctions.by_country(asof=dates.today()).filter(like="_basis_").astype(bool).any(axis=None)
