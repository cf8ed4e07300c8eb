"""No more rows than a screen can show."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.datasets import overview
from dashboard.datasets._thin import MOST, thinned

DAYS = st.lists(st.dates(pd.Timestamp("1990-01-01").date(), pd.Timestamp("2026-01-01").date()), max_size=80)


def frame(days: list) -> pd.DataFrame:
    said = [day.isoformat() for day in sorted(days)]
    texts = {name: [f"text {n}" for n in range(len(said))] for name in ("text_en", "text_fr", "id")}
    return pd.DataFrame({"lane": "launches", "row": "missiles", "day": said, "until": said, "value": 1.0, **texts})


@given(days=DAYS, most=st.integers(1, 20))
@settings(max_examples=60, deadline=None)
def test_nothing_counted_is_lost_and_no_kind_has_more_rows_than_asked_for(days: list, most: int) -> None:
    whole = frame(days)
    found = thinned(whole, ["lane", "row"], most)
    assert len(found) <= most or len(whole) <= most
    assert found["value"].sum() == len(whole)
    assert set(found["id"]) <= set(whole["id"])


def test_a_row_that_stands_for_others_says_how_many() -> None:
    days = [pd.Timestamp("2020-01-01").date(), pd.Timestamp("2020-01-02").date(), pd.Timestamp("2020-01-03").date()]
    only = thinned(frame(days), ["lane", "row"], 1).iloc[0]
    assert (only["day"], only["until"], only["text_fr"]) == ("2020-01-01", "2020-01-03", "text 0 (+2)")


@pytest.mark.parametrize("start", [None, pd.Timestamp("2023-01-01").date()])
def test_the_data_of_today_are_shown_row_by_row(start: object) -> None:
    found = overview.timeline(start=start)
    assert found.groupby(["lane", "row"]).size().max() <= MOST
    assert not found["text_en"].str.contains(r"\(\+\d+\)$").any()
