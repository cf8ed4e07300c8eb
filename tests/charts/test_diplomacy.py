"""The charts on diplomacy say what their rows say."""

from typing import Any

import pytest

from dashboard import charts
from dashboard.datasets import diplomacy, diplomacy_papers
from dashboard.query import Query
from dashboard.text import words

EN = words("en")
IDS = ("meetings", "votes", "meeting-map", "agreements", "visits-per-year", "messages", "china")
EMPTY = Query(end="1940")


def frame(chart: str, query: Query = Query()) -> Any:  # noqa: B008 - frozen
    return charts.BY_ID[chart].frame(query.only(charts.BY_ID[chart].params))


def drawn(chart: str, query: Query = Query(), lang: str = "en") -> charts.Rendered:  # noqa: B008 - frozen
    return charts.render(chart, query, lang)


def traces(chart: str, name: str, query: Query = Query()) -> list[dict[str, Any]]:  # noqa: B008 - frozen
    return [trace for trace in drawn(chart, query).figure["data"] if str(trace.get("name", "")).startswith(name)]


def ids(chart: str, name: str) -> list[str]:
    return [one[1] for trace in traces(chart, name) for one in trace["customdata"]]


@pytest.mark.parametrize("chart", IDS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_empty_selection_draws_nothing_and_says_so(chart: str, lang: str) -> None:
    shown = drawn(chart, EMPTY, lang)
    assert shown.rows == 0
    assert shown.figure == {}
    assert shown.say.title == words(lang)(f"chart.{chart}.title_none")


def test_meetings_count_visits_of_ministers_before_and_since_the_summit() -> None:
    visits = diplomacy.visits(frame("meetings"))
    high = [row for row in visits.to_dict("records") if row["level"] in diplomacy.HIGH]
    after = sum(row["day"] >= "2023-09-01" for row in high)
    title = drawn("meetings").say.title
    assert title == (
        f"Since September 2023, {after} visits at minister’s rank or above, "
        f"against {len(high) - after} between January 2018 and then"
    )


def test_meetings_make_no_comparison_of_unequal_stretches() -> None:
    assert drawn("meetings", Query(start="2023")).say.title.endswith("meetings")


def test_meetings_start_in_2018_unless_asked() -> None:
    assert frame("meetings")["day"].min() >= "2018"
    assert frame("meetings", Query(start="2000"))["day"].min() < "2001"


def test_meetings_drop_what_came_after_the_day_of_knowledge() -> None:
    rows = frame("meetings", Query(asof="2024-03-18"))
    assert rows["until"].max() <= "2024-03-18"
    assert len(rows) < len(frame("meetings"))


def test_a_meeting_known_to_the_month_is_a_span_and_no_mark() -> None:
    vague = frame("meetings").query("day != until")
    assert len(vague) > 0
    assert set(ids("meetings", "day-unknown")) == set(vague["meeting_id"])
    assert not set(ids("meetings", "events")) & set(vague["meeting_id"])
    april = next(trace for trace in traces("meetings", "day-unknown") if trace["customdata"][0][1] == "M20240413a")
    assert (april["x"][0], april["x"][-1]) == ("2024-04-01", "2024-04-30")


def test_a_meeting_whose_source_nobody_read_is_hollow() -> None:
    rows = frame("meetings")
    rows.loc[rows.index[:2], "source_check"] = "unread"
    unread = set(rows["meeting_id"][:2])
    figure = charts.BY_ID["meetings"].figure(rows, Query().only(charts.BY_ID["meetings"].params), words("en"))
    trace = next(one for one in figure.to_plotly_json()["data"] if one.get("name") == "events")
    hollow = {
        one[1]
        for one, symbol in zip(trace["customdata"], trace["marker"]["symbol"], strict=True)
        if symbol.endswith("-open")
    }
    assert hollow == unread


def test_each_meeting_is_drawn_once() -> None:
    drawn_once = ids("meetings", "events") + sorted(set(ids("meetings", "day-unknown")))
    assert sorted(drawn_once) == sorted(frame("meetings")["meeting_id"])


def test_no_two_marks_of_a_lane_hide_each_other() -> None:
    for narrow in (False, True):
        figure = drawn("meetings").figure
        at, trace = next((at, one) for at, one in enumerate(figure["data"]) if one["name"] == "events")
        y = figure["layout"]["meta"]["narrow"][f"data[{at}].y"] if narrow else trace["y"]
        places = list(zip(trace["x"], y, strict=True))
        assert len(set(places)) == len(places)


def test_the_silence_of_the_shut_borders_is_named_only_where_it_is_seen() -> None:
    told = EN("diplomacy.silence")
    assert told in [note["text"] for note in drawn("meetings").figure["layout"]["annotations"]]
    later = drawn("meetings", Query(start="2023-09")).figure["layout"]["annotations"]
    assert told not in [note["text"] for note in later]


@pytest.mark.parametrize(
    ("chart", "column"), [("meetings", ""), ("meeting-map", "meetings"), ("visits-per-year", "meetings")]
)
def test_the_level_chooses_the_meetings_of_every_chart_of_them(chart: str, column: str) -> None:
    query = Query(start="2018", choices=(("level", ("military",)),))
    wanted = len(diplomacy.meetings(start=query.first(), levels=("military",)))
    rows = frame(chart, query)
    assert (rows[column].sum() if column else len(rows)) == wanted


def test_the_finding_of_the_votes_is_the_turn() -> None:
    rows = frame("votes")
    yes = len(rows.query("state == 'RUS' and vote == 'yes'"))
    assert drawn("votes").say.title == (
        f"Russia voted in favour {yes} times, vetoed with China on 26\u00a0May 2022, "
        "renewed the Panel on 23\u00a0March 2023 and ended it on 28\u00a0March 2024"
    )


def test_nobody_knew_of_the_veto_before_it() -> None:
    shown = drawn("votes", Query(asof="2024-03-18"))
    assert "2024" not in shown.say.title + shown.say.note
    rows = frame("votes", Query(asof="2024-03-18"))
    assert rows["date"].max() == "2023-03-23"
    assert not "".join(rows["note_en"])


def test_each_vote_is_drawn_for_both_states_and_vetoes_stand_out() -> None:
    rows = frame("votes")
    assert rows.groupby("state")["vote_id"].nunique().tolist() == [19, 19]
    russia = next(trace for trace in traces("votes", "RUS"))
    chosen = rows.query("state == 'RUS'")
    against = [vote == "no" for vote in chosen["vote"]]
    assert sum(against) == 2
    assert [size > 12 for size in russia["marker"]["size"]] == against
    heights = dict(zip(chosen["vote"], russia["y"], strict=True))
    assert heights["yes"] > heights["no"]


def test_the_numbers_of_all_resolutions_are_written() -> None:
    texts = [note["text"] for note in drawn("votes").figure["layout"]["annotations"]]
    adopted = frame("votes").query("state == 'RUS' and outcome == 'adopted'")["resolution"]
    assert set(adopted) <= set(texts)


def test_the_map_counts_visits_and_not_rows() -> None:
    rows = frame("meeting-map").set_index("place_id")
    assert rows.loc["wonsan", "meetings"] == 2
    assert rows.loc["wonsan", "visits"] == 1
    title = drawn("meeting-map").say.title
    assert all(f"{city} ({rows.loc[city.lower(), 'visits']}" in title for city in ("Pyongyang", "Moscow"))


def test_the_map_names_who_hosted_outside_the_two_countries() -> None:
    assert drawn("meeting-map").say.title.endswith("only in Geneva and Beijing")
    assert drawn("meeting-map", Query(end="2024")).say.title.endswith("nowhere outside the two countries")
    assert "Pékin" in drawn("meeting-map", lang="fr").say.title


def test_the_area_of_a_circle_is_the_number_of_visits() -> None:
    trace = traces("meeting-map", "places-geo")[0]
    size = dict(zip(frame("meeting-map")["place_id"], trace["marker"]["size"], strict=True))
    rows = frame("meeting-map").set_index("place_id")["visits"]
    assert (size["vladivostok"] / size["moscow"]) ** 2 == pytest.approx(rows["vladivostok"] / rows["moscow"])


def test_agreements_count_the_years_without_a_duty_to_help() -> None:
    assert drawn("agreements").say.title == (
        "28 years after the alliance ended in September 1996, a duty to help is in force again since 4\u00a0December 2024"
    )


def test_agreements_say_article_4_in_words() -> None:
    assert drawn("agreements").say.note.startswith("Article 4: if one side is attacked")
    assert drawn("agreements", lang="fr").say.note.startswith("Article 4")
    assert "Article 4" not in drawn("agreements", Query(asof="2024-06-01")).say.note


def test_before_the_ratification_the_treaty_is_only_signed() -> None:
    query = Query(asof="2024-07")
    shown = drawn("agreements", query)
    assert "in force again" not in shown.say.title
    assert "November 2024" not in shown.say.note + str(shown.figure)
    treaty = frame("agreements", query).set_index("agreement_id").loc[diplomacy_papers.PARTNERSHIP]
    assert treaty["date_in_force"] == ""
    last = [trace for trace in traces("agreements", "treaty", query) if trace["customdata"][0][1] == treaty.name]
    assert [trace["marker"]["pattern"]["shape"] for trace in last] == ["/"]


def test_a_treaty_that_began_before_the_period_is_still_drawn() -> None:
    assert "A-2000-TREATY" in set(frame("agreements", Query(start="2010"))["agreement_id"])
    assert "A-1961-TREATY" not in set(frame("agreements", Query(start="2010"))["agreement_id"])


def test_visits_per_year_add_up_to_the_visits() -> None:
    rows = frame("visits-per-year")
    assert rows["visits"].sum() == len(diplomacy.visits(frame("meetings", Query(start="2000"))))
    assert not set(rows["year"]) & {2020, 2021, 2022}
    busiest = rows.groupby("year")["visits"].sum()
    assert drawn("visits-per-year").say.title.startswith(f"{busiest.max()} visits in {busiest.idxmax()}")
    assert "borders" in drawn("visits-per-year").say.note


def test_messages_are_counted_from_the_summit_on() -> None:
    rows = frame("messages")
    after = sum(day > "2023-09-13" for day in rows["day"])
    assert drawn("messages").say.title.startswith(f"{after} of {len(rows)} letters")
    assert set(rows["direction"]) == {"RUS-PRK", "PRK-RUS"}


def test_chinas_lane_holds_its_votes_and_what_it_held_up_with_russia() -> None:
    rows = frame("china")
    assert (rows["lane"] == "council").sum() == 19
    assert rows.query("kind == 'apart'")["id"].tolist() == [diplomacy_papers.PANEL_VETO]
    assert rows.query("kind == 'blocked'")["id"].tolist() == ["mon-18", "mon-19"]
    assert drawn("china").say.title.startswith("China voted as Russia did 18 times out of 19")


@pytest.mark.parametrize("chart", ["meetings", "votes", "agreements", "visits-per-year", "messages", "china"])
def test_time_charts_are_hatched_from_the_compiled_day_on(chart: str) -> None:
    (strip,) = traces(chart, "not-compiled")
    assert strip["x"][0] == drawn(chart).compiled.isoformat()
    assert traces(chart, "not-compiled", Query(end="2024")) == []


@pytest.mark.parametrize("chart", ["meetings", "votes", "agreements", "visits-per-year", "messages", "china"])
def test_an_overlay_is_a_lane_below_and_no_row_of_the_chart(chart: str) -> None:
    assert len(traces(chart, "overlay", Query(overlay="sanctions"))) == 1
    assert frame(chart, Query(overlay="sanctions")).equals(frame(chart))
