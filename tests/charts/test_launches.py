"""The charts on launches say what their rows say."""

from typing import Any

import pytest

from dashboard import charts
from dashboard.datasets import launches, launches_missiles
from dashboard.pages import launches as page
from dashboard.query import Query
from dashboard.text import words

EN = words("en")
IDS = ("satellites", "tech-claims", "missile-days", "missile-types", "missile-heatmap", "missile-range", "launch-sites")
NEVER = ("record", "success", "proven", "proved", "reveal")


def drawn(chart: str, query: Query = Query(), lang: str = "en") -> charts.Rendered:  # noqa: B008 - frozen
    return charts.render(chart, query, lang)


def chosen(key: str, *ids: str) -> Query:
    return Query(choices=((key, ids),))


def traces(chart: str, query: Query = Query()) -> list[dict[str, Any]]:  # noqa: B008 - frozen
    return list(drawn(chart, query).figure["data"])


def test_the_page_starts_with_the_satellites_and_ends_with_the_nuclear_tests() -> None:
    assert page.PAGE.charts == (*IDS, "nuclear-tests")


def test_one_of_four_attempts_since_2023_reached_orbit() -> None:
    assert drawn("satellites").say.title == "One of four attempts since 2023 reached orbit; Seoul suspects Russian help"
    assert drawn("satellites", lang="fr").say.title.startswith(
        "Une tentative sur quatre depuis 2023 a atteint l’orbite"
    )


def test_on_the_day_of_the_article_it_was_one_of_three() -> None:
    then = drawn("satellites", Query(asof="2024-03-18"))
    assert then.say.title == "One of three attempts since 2023 reached orbit; Seoul suspects Russian help"
    assert "4 November 2025" not in then.say.note


def test_before_anybody_spoke_of_help_the_title_does_not_either() -> None:
    title = drawn("satellites", Query(asof="2023-10-01")).say.title
    assert title == "None of two attempts since 2023 reached orbit"


def test_attempts_shown_by_outcome_are_not_a_share_of_attempts() -> None:
    assert drawn("satellites", chosen("outcome", "success")).say.title == "Satellite attempts shown: 3"


def test_what_was_said_of_whether_a_satellite_works_stands_under_the_chart() -> None:
    note = drawn("satellites").say.note
    assert "In orbit is not the same as working" in note
    assert "Kwangmyongsong-4 (2016)" in note


def test_success_is_filled_failure_crossed_and_the_disputed_launch_grey() -> None:
    marks = {trace["name"]: trace["marker"] for trace in traces("satellites") if "marker" in trace}
    assert marks["PRK-SL-08"]["symbol"] == "circle"
    assert marks["PRK-SL-09"]["symbol"] == "circle-x-open"
    assert marks["PRK-SL-D1"]["color"] != marks["PRK-SL-09"]["color"]


def test_a_satellite_that_came_down_later_was_still_in_orbit_on_an_earlier_day() -> None:
    def ends(query: Query) -> str:
        bar = next(trace for trace in traces("satellites", query) if trace["name"] == "PRK-SL-04-orbit")
        return str(bar["x"][1])

    assert ends(Query()) == "2023-09-13"
    assert ends(Query(asof="2020-01-01")) == "2020-01-01"


def test_no_title_calls_a_transfer_proven_or_a_year_a_record() -> None:
    for chart in (*IDS, "nuclear-tests"):
        for query in (Query(), Query(asof="2024-03-18"), Query(start="2022", end="2023")):
            title = drawn(chart, query).say.title.lower()
            assert not [word for word in NEVER if word in title]


def test_no_statement_confirms_a_transfer_and_the_title_says_so() -> None:
    frame = launches.tech_claims()
    assert not ((frame["claim_kind"] == "transferred") & (frame["stance"] == "confirmed")).any()
    assert drawn("tech-claims").say.title.endswith("none confirms a transfer")


def test_claims_before_the_axis_are_counted_in_the_note_and_drawn_when_asked_for() -> None:
    assert "Earlier statements outside this axis: 2" in drawn("tech-claims").say.note
    asked = drawn("tech-claims", Query(start="2016"))
    assert asked.rows == len(launches.tech_claims())
    assert "Earlier" not in asked.say.note


def test_every_claim_is_one_mark_in_the_row_of_its_kind() -> None:
    marks = [(trace["name"], pair[1]) for trace in traces("tech-claims") for pair in trace.get("customdata") or ()]
    frame = launches.tech_claims().set_index("claim_id")
    assert len(marks) == drawn("tech-claims").rows
    assert all(frame.loc[claim, "claim_kind"] == kind for kind, claim in marks)


def test_a_claim_whose_source_was_not_read_is_hollow() -> None:
    frame = launches.tech_claims().set_index("claim_id")["source_check"]
    for trace in traces("tech-claims"):
        for pair, symbol in zip(trace.get("customdata") or (), trace.get("marker", {}).get("symbol", ()), strict=True):
            assert symbol.endswith("-open") == (frame[pair[1]] == "unread")


def test_launch_days_are_told_beside_each_other_and_the_running_year_as_running() -> None:
    days = launches_missiles.days_per_year().set_index("year")["days"]
    title = drawn("missile-days").say.title
    assert title == f"Missile launch days: {days[2022]} in 2022, {days[2025]} in 2025 and {days[2026]} in 2026 so far"


def test_a_finished_year_is_not_called_running() -> None:
    assert "so far" not in drawn("missile-days", Query(end="2023")).say.title


def test_years_whose_days_are_not_all_known_carry_a_plus() -> None:
    bars = next(trace for trace in traces("missile-days") if trace["name"] == "days")
    labels = dict(zip(bars["x"], bars["text"], strict=True))
    assert labels["1984-07-02"] == "1+"
    assert not labels["2022-07-02"].endswith("+")


def test_the_charts_of_missiles_name_what_they_leave_out() -> None:
    for chart in ("missile-days", "missile-types", "missile-heatmap", "missile-range"):
        assert "that are not verified" in drawn(chart).say.note
    assert "about ten" in drawn("missile-types").say.note


def test_no_note_speaks_of_what_came_after_the_day_of_knowledge() -> None:
    for chart in (*IDS, "nuclear-tests"):
        say = drawn(chart, Query(asof="2024-03-18")).say
        assert "2025" not in say.note + say.title + say.alt
        assert "2026" not in say.note + say.title + say.alt


def test_the_share_of_a_type_is_not_told_when_types_were_chosen() -> None:
    assert drawn("missile-types", chosen("type", "ICBM", "SRBM")).say.title.startswith("Missiles listed: ")


def test_months_after_the_compiled_date_are_no_rows() -> None:
    frame = charts.BY_ID["missile-heatmap"].frame(Query())
    assert (frame["year"] * 100 + frame["month"]).max() == 202610


def test_flights_without_height_or_distance_are_counted_in_the_note() -> None:
    whole = len(launches_missiles.missiles())
    shown = drawn("missile-range")
    assert f"Left out: {whole - shown.rows} missiles" in shown.say.note


def test_landing_points_are_open_marks_and_called_derived() -> None:
    points = [
        trace for trace in traces("launch-sites") if (trace.get("customdata") or [["", ""]])[0][0] == "missile_tests"
    ]
    assert points
    assert {trace["marker"]["symbol"] for trace in points} == {"circle-open"}
    assert "DERIVED" in drawn("launch-sites").say.key


def test_without_a_flight_to_the_pacific_there_is_one_view() -> None:
    assert "geo2" in drawn("launch-sites").figure["layout"]
    assert "geo2" not in drawn("launch-sites", Query(start="2023")).figure["layout"]


def test_the_last_nuclear_test_was_above_all_before_it() -> None:
    assert "50 to 328 kilotons" in drawn("nuclear-tests").say.title
    assert drawn("nuclear-tests", Query(asof="2009-01-01")).say.title == "Nuclear tests: 1"


@pytest.mark.parametrize("chart", IDS)
def test_nothing_found_is_said_without_a_finding(chart: str) -> None:
    empty = drawn(chart, Query(end="1950"))
    assert empty.rows == 0
    assert empty.figure == {}
    assert empty.say.title.startswith("No ")


def test_a_day_unknown_launch_is_never_given_a_day() -> None:
    frame = launches_missiles.missiles(end=None)
    assert frame[frame["date_utc"].str.len() < 10]["month"].str.len().isin((0, 7)).all()
