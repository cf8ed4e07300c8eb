"""The overview lists the latest of the cooperation that stands in no other table."""

from datetime import date

import pytest

from dashboard import dates
from dashboard.components.values import label
from dashboard.datasets import _package
from dashboard.pages.overview_events import MOST, events
from dashboard.query import Query
from dashboard.text import words
from tests.pages._walk import links, text


def ids(query: Query, lang: str = "en") -> list[str]:
    found = (one for one in links(events(query, words(lang))) if one.startswith("/record/events/"))
    return [one.removeprefix("/record/events/").partition("?")[0] for one in found]


def test_the_latest_events_stand_first_and_none_is_newer() -> None:
    frame = _package.table("events").set_index("event_id")["date"].map(dates.last_day)
    shown = [frame[one] for one in ids(Query())]
    assert shown == sorted(frame, reverse=True)[:MOST]


def test_period_and_day_of_knowledge_bound_the_list() -> None:
    frame = _package.table("events").set_index("event_id")["date"].map(dates.last_day)
    assert all(frame[one] <= date(2024, 3, 18) for one in ids(Query(asof="2024-03-18")))
    assert all(frame[one].year == 2023 for one in ids(Query(start="2023-01", end="2023-12")))
    assert events(Query(asof="2000"), words("en")) == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_kind_of_event_has_a_name(lang: str) -> None:
    assert [one for one in set(_package.table("events")["kind"]) if not label("kind", one, words(lang))] == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_way_to_all_events_says_how_many_there_are(lang: str) -> None:
    part = events(Query(), words(lang))
    assert words(lang)("other.all", n=words(lang).number(len(_package.table("events")))) in text(part)
    assert f"/data?table=events&lang={lang}" in links(part)
