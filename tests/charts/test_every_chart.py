"""What holds for every chart, whatever it is asked."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import charts, dates
from dashboard.charts import Chart
from dashboard.datasets.records import key_column
from dashboard.query import OVERLAYS, Query
from dashboard.text import words

CHARTS = charts.CHARTS
NAMES = [chart.id for chart in CHARTS]
NOWHERE = [Query(start="1900", end="1901"), Query(end="1900"), Query(asof="1900"), Query(start="2999")]
DATES = st.sampled_from(
    ["", "1950", "1998", "2012-12", "2017", "2022", "2023-09-13", "2024-03", "2024-03-18", "2025", "2026-05"]
)


@st.composite
def queries(draw: Any, chart: Chart) -> Query:
    """A state that the chart's address can say."""
    choices = []
    for choice in chart.params.choices:
        ids = draw(st.lists(st.sampled_from(choice.values), unique=True, max_size=3 if choice.several else 1))
        choices += [(choice.key, tuple(ids))] if ids else []
    start, end = sorted((draw(DATES), draw(DATES)))
    overlay = draw(st.sampled_from(OVERLAYS)) if chart.params.overlay else ""
    return Query(start, end, draw(DATES), overlay, tuple(sorted(choices)))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
@pytest.mark.parametrize("query", NOWHERE, ids=str)
def test_a_chart_without_rows_still_says_what_it_is(chart: Chart, query: Query, lang: str) -> None:
    drawn = charts.render(chart.id, query, lang)
    assert drawn.say.title
    assert (drawn.rows == 0) == (drawn.figure == {})


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_chart_can_be_drawn_in_every_state_its_address_can_say(chart: Chart, data: Any) -> None:
    query = data.draw(queries(chart))
    for lang in ("en", "fr"):
        drawn = charts.render(chart.id, query, lang)
        assert drawn.say.title
        assert drawn.say.subtitle


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_record_a_chart_draws_is_a_row_of_its_csv(chart: Chart, data: Any) -> None:
    query = data.draw(queries(chart)).only(chart.params)
    frame = chart.frame(query)
    if not len(frame):
        return
    figure = chart.figure(frame, query, words("en"))
    drawn = {pair for pair in _records(figure) if pair[0] != "period"}
    text = json.dumps(frame.astype(str).to_dict("list"), ensure_ascii=False)
    missing = {record for _, record in drawn if record not in text}
    assert not missing


# Charts in which a mark stands for more than one record: a cell for a month, a dot for all calls at one port, a bar for a body
# whose first record lies before the period.
SHARED_MARKS = {"missile-heatmap", "monitoring", "routes"}


@pytest.mark.parametrize("chart", [one for one in CHARTS if one.id not in SHARED_MARKS], ids=lambda chart: chart.id)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_record_of_a_charts_csv_is_drawn(chart: Chart, data: Any) -> None:
    query = data.draw(queries(chart)).only(chart.params)
    frame = chart.frame(query)
    key = key_column(chart.tables[0])
    column = "id" if {"table", "id"} <= set(frame.columns) else key if key in frame.columns else None
    if not len(frame) or column is None:
        return
    drawn = {record for _, record in _records(chart.figure(frame, query, words("en")))}
    assert {one for one in frame[column] if one} <= drawn


# A day of knowledge before the first day that a chart shows moves that day, too; from here on all charts begin earlier.
KNOWN = st.dates(date(2023, 10, 1), date(2026, 11, 1))
# Rows that stand for a stretch, a place or a visit, not for a record; more knowledge may redraw them.
AGGREGATED = {"tempo", "meeting-map", "visits-per-year"}


@pytest.mark.parametrize("chart", [one for one in CHARTS if one.id not in AGGREGATED], ids=lambda chart: chart.id)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(KNOWN, min_size=2, max_size=2).map(sorted))
def test_what_a_chart_drew_on_a_day_it_still_draws_on_a_later_one(chart: Chart, days: list[date]) -> None:
    earlier, later = (_keys(chart, Query(asof=day.isoformat()).only(chart.params)) for day in days)
    assert earlier <= later


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_as_known_today_is_the_same_as_no_day_of_knowledge(chart: Chart) -> None:
    today = Query(asof=dates.today().isoformat()).only(chart.params)
    assert chart.frame(today).equals(chart.frame(Query().only(chart.params)))
    drawn, plain = (charts.render(chart.id, query, "en") for query in (today, Query()))
    assert (str(drawn.figure), drawn.say, drawn.rows) == (str(plain.figure), plain.say, plain.rows)


def _keys(chart: Chart, query: Query) -> set[Any]:
    """What tells the rows of a chart's records apart; empty where its rows are no records."""
    frame, key = chart.frame(query), key_column(chart.tables[0])
    if {"table", "id"} <= set(frame.columns):
        return set(zip(frame["table"], frame["id"], strict=True))
    return set(frame[key]) if key in frame.columns else set()


def _records(figure: Any) -> set[tuple[str, str]]:
    """The (table, id) pairs that a figure's own marks lead to."""
    return {
        tuple(pair)
        for trace in figure.data
        if trace.name not in ("overlay", "land") and trace.customdata is not None
        for pair in trace.customdata
        if pair is not None and len(pair) == 2 and pair[1]
    }


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_a_chart_has_words_marks_and_colours_for_the_dark(chart: Chart) -> None:
    from dashboard.figures import theme

    drawn = charts.render(chart.id, Query(), "en")
    assert drawn.rows > 0
    assert drawn.say.alt
    known = {colour.lower() for colour in theme.DARK}
    foreign = {colour for colour in _colours(drawn.figure) if colour.lower() not in known}
    assert not foreign


def _colours(value: Any) -> set[str]:
    """Every `#rrggbb` in a figure."""
    if isinstance(value, str):
        return {value} if value.startswith("#") and len(value) == 7 else set()
    if isinstance(value, dict):
        return set().union(*(_colours(one) for one in value.values())) if value else set()
    if isinstance(value, list | tuple):
        return set().union(*(_colours(one) for one in value)) if value else set()
    return set()
