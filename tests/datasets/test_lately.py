"""The newest records are the newest, of every table that says when a row became public."""

from collections import Counter
from datetime import date

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets.lately import MOST, MOST_PER_TABLE, newest
from dashboard.datasets.records import find


def test_at_most_eight_records_and_two_of_a_table_the_newest_first() -> None:
    found = newest()
    assert len(found) == MOST
    assert max(Counter(one.table for one in found).values()) <= MOST_PER_TABLE
    days = [dates.last_day(one.day) for one in found]
    assert days == sorted(days, reverse=True)


def test_no_table_has_a_newer_record_than_those_shown() -> None:
    oldest = min(dates.last_day(one.day) for one in newest())
    shown = {one.table for one in newest()}
    for resource in _package.descriptor()["resources"]:
        column = resource.get("known_on")
        if not column or resource["name"] in shown:
            continue
        days = [dates.last_day(day) for day in _package.table(resource["name"])[column] if day]
        assert max(days) <= oldest


def test_every_record_exists_and_was_public_on_the_day_of_knowledge() -> None:
    asof = date(2024, 3, 18)
    for one in newest(asof=asof):
        assert dates.last_day(one.day) <= asof
        assert find(one.table, one.id, asof=asof) is not None


def test_a_salvo_takes_one_place() -> None:
    missiles = [one for one in newest(asof=date(2026, 8, 21)) if one.table == "missile_tests"]
    assert missiles[0].day == "2026-08-20"
    assert len({one.day for one in missiles}) == len(missiles)


def test_names_stand_behind_keys_and_people_have_french_names() -> None:
    claim = next(one for one in newest() if one.table == "claims")
    assert claim.row["claimant_id_en"]
    assert claim.row["claimant_id_fr"]
    message = next(one for one in newest(asof=date(2026, 2, 28)) if one.table == "messages")
    assert message.row["to_person"] == "Kim Jong Un"
    assert message.row["to_person_fr"] == "Kim Jong-un"


def test_before_anything_was_public_there_is_nothing() -> None:
    assert newest(asof=date(1900, 1, 1)) == []
