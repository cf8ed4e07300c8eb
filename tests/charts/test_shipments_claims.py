"""What the charts of claims, voyages and routes say and draw."""

from typing import Any

import pytest

from dashboard import charts
from dashboard.query import Query

CLAIM_CHARTS = ("rounds", "troops", "losses", "return-flow", "oil", "arms", "workers", "voyages")


def title(chart: str, lang: str = "en", **state: Any) -> str:
    return charts.render(chart, Query(**state), lang).say.title.replace("\u00a0", " ")


def traces(chart: str, name: str, **state: Any) -> list[dict[str, Any]]:
    return [trace for trace in charts.render(chart, Query(**state), "en").figure["data"] if trace.get("name") == name]


def test_shells_delivered_and_shells_reckoned_are_two_things_in_the_title() -> None:
    assert (
        title("rounds")
        == "6.5 to 10 million shells said to have been delivered; 15 million is what the boxes could hold"
    )
    assert "1 to 1.5 million" in title("rounds", asof="2024-03-18")


def test_soldiers_present_are_told_apart_from_soldiers_ever_sent() -> None:
    assert title("troops") == "Up to 15,000 soldiers ever sent; 10,000 said to be there still"
    assert "8,000 to 10,000 said" in title("troops", asof="2026-02-15")
    assert title("troops", asof="2024-11") == "3,000 to 11,000 soldiers said to have been sent"


def test_the_dead_are_a_range_of_rival_counts() -> None:
    assert title("losses").startswith("1,000 to 2,000 soldiers killed")


def test_the_oil_title_compares_with_the_limit_only_when_an_estimate_passed_it() -> None:
    assert "twice the yearly limit" in title("oil")
    assert "limit" not in title("oil", asof="2024-06")


def test_the_voyage_counts_contradict_each_other() -> None:
    assert title("voyages") == "70 sailings in 14 months by one count, 64 in 20 months by another"
    assert title("voyages", asof="2024-03-18") == "Up to 32 sailings counted"


def test_the_return_flow_names_what_came_back() -> None:
    assert title("return-flow").endswith("containers, oil, food, air defence, money and technology")
    assert "technology" not in title("return-flow", asof="2024-12")


def test_the_map_of_the_whole_way_speaks_of_tikhoretsk() -> None:
    whole = (("view", ("whole",)),)
    assert "Tikhoretsk" in title("routes", choices=whole)
    assert "Tikhoretsk" not in title("routes")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("chart", [*CLAIM_CHARTS, "routes"])
def test_an_empty_selection_has_no_rows_and_a_neutral_title(chart: str, lang: str) -> None:
    drawn = charts.render(chart, Query(end="1990"), lang)
    assert drawn.rows == 0
    assert not any(letter.isdigit() for letter in drawn.say.title)


@pytest.mark.parametrize("chart", ["rounds", "troops", "losses", "oil", "arms", "workers", "return-flow", "voyages"])
def test_a_claim_whose_source_was_not_read_is_hollow(chart: str) -> None:
    query = Query().only(charts.BY_ID[chart].params)
    check = charts.BY_ID[chart].frame(query).set_index("claim_id")["source_check"]
    for trace in charts.render(chart, Query(), "en").figure["data"]:
        symbols = trace.get("marker", {}).get("symbol", [])
        symbols = [symbols] if isinstance(symbols, str) else symbols
        for symbol, pair in zip(symbols, trace.get("customdata") or [], strict=True):
            if pair[0] == "claims" and not symbol.startswith("line"):
                assert symbol.endswith("-open") == (check[pair[1]] == "unread"), pair


def test_the_three_groups_of_a_panel_keep_their_colours_apart() -> None:
    colours = {colour for trace in traces("troops", "claims") for colour in trace["marker"]["color"]}
    assert len(colours) >= 5


def test_the_overlay_is_drawn_only_when_asked_for() -> None:
    assert not traces("rounds", "overlay")
    assert traces("rounds", "overlay", overlay="sanctions")


def test_periods_counted_are_drawn_for_oil() -> None:
    ends = {tuple(trace["x"]) for trace in traces("oil", "period")}
    assert ("2024-03-07", "2024-11-05") in ends


def test_only_the_chosen_claimant_is_drawn() -> None:
    rows = charts.BY_ID["rounds"].frame(Query(choices=(("claimant", ("ua",)),)))
    assert set(rows["group_id"]) == {"ua"}
