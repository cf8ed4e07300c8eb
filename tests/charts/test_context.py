"""The lanes of context say what the timeline knows of each kind of event, no more and no earlier."""

from datetime import date

import pytest

from dashboard import charts
from dashboard.charts import context
from dashboard.datasets import timeline
from dashboard.query import Query, Spec, read

ASOF = ["", "2012-12", "2023-09-13", "2024-03-18", "2025-04"]
DAYS = ("2023-07-01", "2025-12-31")


@pytest.mark.parametrize("asof", ASOF)
@pytest.mark.parametrize("kind", context.KINDS)
def test_a_lane_holds_the_events_that_were_public_on_that_day(kind: str, asof: str) -> None:
    query = Query(asof=asof, overlay=kind)
    found = timeline.overlay(kind, asof=query.known())
    expected = [row.id for row in found.itertuples() if DAYS[0] <= row.day <= DAYS[1]]
    name, ticks = context.ticks(DAYS, query, "en") or ("", [])
    assert [one[-1] for one in ticks] == expected
    assert bool(name) == bool(expected)


def test_an_event_of_which_only_the_month_is_known_is_public_when_the_month_is_over() -> None:
    vague = [row for row in timeline.overlay("meetings").itertuples() if row.day != row.known]
    assert vague, "meetings known to the month alone"
    for row in vague:
        before = date.fromisoformat(row.known).replace(day=1).isoformat()
        ids = [
            one[-1]
            for one in (
                context.ticks(("1900-01-01", "2100-01-01"), Query(asof=before, overlay="meetings"), "en") or ("", [])
            )[1]
        ]
        assert row.id not in ids


def test_without_ticks_in_the_period_there_is_no_lane() -> None:
    drawn = charts.render("containers", Query("2023-09", "2023-10", overlay="launches"), "en")
    assert drawn.lane is None
    assert drawn.height == drawn.figure["layout"]["height"]


def test_the_default_overlay_of_a_page_is_each_charts_own() -> None:
    query, _ = read({"overlay": "sanctions"}, Spec(overlay="sanctions"))
    assert charts.render("containers", query, "en").lane
    assert not charts.render("tempo", query, "en").lane
