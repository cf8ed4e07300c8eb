"""A deck of one's own is its address: what is written is read back, what makes no sense is named or refused."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.briefing._deck import Slide
from dashboard.briefing.own import MOST_SLIDES, own, own_strictly, write_own
from dashboard.charts import CHARTS
from dashboard.errors import QueryError
from tests.charts.test_every_chart import queries


@st.composite
def slides(draw: st.DrawFn) -> Slide:
    chart = draw(st.sampled_from(CHARTS))
    return Slide(chart.id, draw(queries(chart)).only(chart.params))


@settings(max_examples=60, deadline=None)
@given(st.lists(slides(), min_size=1, max_size=MOST_SLIDES))
def test_what_is_written_is_read_back(wanted: list[Slide]) -> None:
    s = write_own(wanted)
    assert [_state(one) for one in own_strictly(s).slides] == [_state(one) for one in wanted]
    deck, refused = own(s)
    assert (len(deck.slides), refused) == (len(wanted), ())
    assert write_own(deck.slides) == s


def _state(one: Slide) -> tuple[object, ...]:
    chart = next(chart for chart in CHARTS if chart.id == one.chart)
    return one.chart, one.query.only(chart.params)


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_a_deck_or_is_refused(s: str) -> None:
    deck, refused = own(s)
    assert len(deck.slides) <= MOST_SLIDES
    assert all(isinstance(one, str) for one in refused)
    with suppress(QueryError):
        assert own_strictly(s).slides


def test_unknown_charts_and_parameters_are_dropped_and_named() -> None:
    deck, refused = own("containers~asof=2024-03-18&unit=shells&foo=1;boxes~;votes~")
    assert [one.chart for one in deck.slides] == ["containers", "votes"]
    assert deck.slides[0].query.asof == "2024-03-18"
    assert refused == ("containers~foo=1", "boxes")


@pytest.mark.parametrize(
    ("s", "said"),
    [
        ("boxes~", "s=boxes: no such chart"),
        ("containers~asof=soon", "s=containers~asof=soon: wanted a date"),
        ("containers~foo=1", "s=containers~foo=1: unknown parameter"),
        ("", "s=0 slides: 1 to 30 slides wanted"),
        (";".join(["votes~"] * 31), "s=31 slides: 1 to 30"),
    ],
)
def test_a_file_is_refused_at_the_first_fault(s: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        own_strictly(s)
    assert str(caught.value).startswith(said)
