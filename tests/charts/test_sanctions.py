"""The charts on sanctions say what their rows say."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard import charts
from dashboard.datasets import _package
from dashboard.query import Query
from dashboard.text import words

EN = words("en")
IDS = ("sanctions-map", "measures", "designations", "who-listed-whom", "monitoring")


def frame(chart: str, query: Query = Query()) -> Any:  # noqa: B008 - frozen
    return charts.BY_ID[chart].frame(query.only(charts.BY_ID[chart].params))


def drawn(chart: str, query: Query = Query(), lang: str = "en") -> charts.Rendered:  # noqa: B008 - frozen
    return charts.render(chart, query, lang)


def chosen(key: str, *ids: str) -> Query:
    return Query(choices=((key, ids),))


def traces(chart: str, query: Query = Query()) -> list[dict[str, Any]]:  # noqa: B008 - frozen
    return list(drawn(chart, query).figure["data"])


def narrowed(chart: str) -> dict[str, Any]:
    return dict(drawn(chart).figure["layout"]["meta"]["narrow"])


def test_the_map_counts_countries_that_act_against_both() -> None:
    counts = frame("sanctions-map")["class"].value_counts()
    title = drawn("sanctions-map").say.title
    assert title.startswith(f"{counts['both']} countries")
    assert f"{counts['not_checked']} were not checked" in title


def test_the_map_has_every_country_once_and_every_one_is_drawn() -> None:
    rows = frame("sanctions-map")
    assert rows["iso3"].is_unique
    places = [
        place for one in traces("sanctions-map") if one["name"] != "without-row" for place in one.get("locations", ())
    ]
    small = sum(len(one["lat"]) for one in traces("sanctions-map") if one["name"].endswith("-small"))
    assert len(places) == len(set(places))
    assert len(places) + small == len(rows)


def test_not_checked_is_not_drawn_like_none() -> None:
    colours = {one["name"]: one["colorscale"][0][1] for one in traces("sanctions-map") if one["type"] == "choropleth"}
    assert colours["not_checked"] != colours["un_only"]


@pytest.mark.parametrize("target", ["PRK", "RUS"])
def test_the_map_towards_one_target_shows_the_status_towards_it(target: str) -> None:
    rows = frame("sanctions-map", chosen("target", target))
    assert (rows["class"] == rows[f"{target.lower()}_status"]).all()
    assert rows.set_index("iso3").loc["NZL", "class"] == {"PRK": "un_only", "RUS": "autonomous"}[target]


def test_nobody_is_said_to_sanction_russia_before_2014() -> None:
    rows = frame("sanctions-map", Query(asof="2013")).set_index("iso3")
    assert not rows["rus_status"].isin(["autonomous", "aligned", "target"]).any()
    assert rows.loc["FRA", "class"] == "prk"
    assert rows.loc["FRA", "rus_basis_en"] == ""
    assert drawn("sanctions-map", Query(asof="2013")).say.title == EN("chart.sanctions-map.title_none")


def test_nobody_is_bound_by_the_un_before_its_first_sanctions() -> None:
    assert not (frame("sanctions-map", Query(asof="2005"))["prk_status"] == "un_only").any()


def test_resolutions_mandates_and_vetoes_are_not_counted_as_measures() -> None:
    rows = frame("measures")
    apart = rows[rows["lane"] == "apart"]
    assert set(apart["kind"]) == {"un_resolution", "monitoring", "veto"}
    counted = rows[rows["counted"] == "yes"]
    linked = counted[counted["dprk_russia_link"] == "yes"]
    assert len(apart) + len(counted) == len(rows)
    assert drawn("measures").say.title.startswith(f"{len(linked)} of {len(counted)} measures")


def test_measures_towards_one_target_include_those_on_both() -> None:
    assert set(frame("measures", chosen("target", "RUS"))["target"]) == {"RUS", "both"}


def test_measures_of_one_sender_are_named_as_its_own() -> None:
    assert set(frame("measures", chosen("sender", "KOR"))["sender"]) == {"KOR"}
    assert "Seoul" in drawn("measures", chosen("sender", "KOR")).say.title


def test_a_measure_without_a_day_is_a_span(real_package: _package.Package) -> None:
    measures = real_package.tables["measures"].copy()
    measures.loc[measures["measure_id"] == "m-can-20250224", "date"] = "2025-02"
    tables = {**real_package.tables, "measures": measures}
    _package.use(replace(real_package, tables=tables, version="day unknown"))
    spans = [one for one in traces("measures") if one["name"] == "day-unknown"]
    known = measures["date"].str.len() == 10
    assert len(spans) == (~known).sum()
    assert ["2025-02-01", "2025-02-28"] in [list(one["x"]) for one in spans]


def test_a_measure_whose_source_was_not_read_is_hollow() -> None:
    unread = set(frame("measures").query("source_check == 'unread' and day == until")["measure_id"])
    hollow = set()
    for one in traces("measures"):
        if one.get("mode") == "markers":
            for symbol, (_, record) in zip(one["marker"]["symbol"], one["customdata"], strict=True):
                hollow |= {record} if symbol.endswith("-open") else set()
    ticks = set(frame("measures").query("kind == 'monitoring'")["measure_id"])
    assert hollow == unread - ticks


def test_designations_add_up_by_sender() -> None:
    rows = frame("designations")
    for _, some in rows.groupby("sender"):
        assert some["listed"].cumsum().tolist() == some["total"].tolist()
        kinds = some[["person", "entity", "bank", "vessel", "aircraft"]].sum(axis=1)
        assert (kinds == some["listed"]).all()


def test_listings_before_and_after_september_2022_are_told_apart() -> None:
    rows = frame("designations")
    before = int(rows[rows["day"] < "2022-09-01"]["listed"].sum())
    after = int(rows[rows["day"] >= "2022-09-01"]["listed"].sum())
    title = drawn("designations").say.title
    assert str(before) in title
    assert str(after) in title
    assert drawn("designations", Query(start="2024")).say.title.startswith(f"{before + after} listings for")


def test_what_stood_on_the_lists_is_carried_into_a_later_period() -> None:
    rows = frame("designations", Query(start="2024"))
    carried = rows[rows["carried"] == "yes"]
    assert set(rows[rows["day"] < "2024"]["carried"]) == {"yes"}
    assert carried["sender"].is_unique
    assert (
        rows.groupby("sender")["total"].max().to_dict()
        == frame("designations").groupby("sender")["total"].max().to_dict()
    )


def test_every_name_in_the_matrix_stands_on_two_lists() -> None:
    rows = frame("who-listed-whom")
    own = rows[rows["basis"] == "cooperation"]
    assert (own.groupby("name")["sender"].nunique() >= 2).all()
    assert not own.duplicated(["name", "sender"]).any()
    assert drawn("who-listed-whom").say.title.startswith(f"{own['name'].nunique()} of ")


def test_the_matrix_knows_ships_listed_on_other_grounds() -> None:
    rows = frame("who-listed-whom").set_index(["name", "sender"])
    assert rows.loc[("Angara", "USA"), "basis"] == "other"
    assert rows.loc[("Angara", "KOR"), "basis"] == "cooperation"


def test_long_names_are_cut_with_a_sign_to_fit_beside_the_matrix() -> None:
    names = set(frame("who-listed-whom")["name"])
    labels = [
        one["text"] for one in drawn("who-listed-whom").figure["layout"]["annotations"] if "<b>" not in one["text"]
    ]
    assert len(labels) == len(names)
    assert max(map(len, labels)) < max(map(len, names))
    for label in labels:
        assert label in names or any(label.endswith("…") and name.startswith(label[:-1]) for name in names)


def test_the_matrix_of_a_sender_keeps_the_gaps_of_others() -> None:
    rows = frame("who-listed-whom", chosen("sender", "EU"))
    assert set(rows[rows["sender"] == "EU"]["name"]) == set(rows["name"])
    assert rows["sender"].nunique() > 1


def test_the_panels_life_ends_with_its_mandate_and_not_before_it_was_known() -> None:
    def panel(query: Query) -> Any:
        rows = frame("monitoring", query)
        return rows[(rows["lane"] == "panel") & (rows["mark"] == "span")]

    assert panel(Query())[["start", "end"]].values.tolist() == [["2009-06-12", "2024-04-30"]]
    assert panel(Query(asof="2024-03-29"))["end"].tolist() == [""]
    assert "veto" not in drawn("monitoring", Query(asof="2023")).say.title


def test_monitoring_counts_the_reports_from_outside_the_un() -> None:
    rows = frame("monitoring")
    reports = rows[(rows["lane"] == "msmt") & (rows["mark"] == "report")]
    assert f"{len(reports)} reports" in drawn("monitoring").say.title
    assert "14 years" in drawn("monitoring").say.title


def test_the_panel_was_renewed_every_year_until_2023_except_with_a_sanctions_resolution() -> None:
    rows = frame("monitoring")
    years = rows[rows["mark"] == "renewal"]["start"].str[:4].astype(int).tolist()
    assert years == [2010, 2011, 2012, *range(2014, 2024)]


@pytest.mark.parametrize("chart", IDS)
def test_nothing_later_than_the_day_of_knowledge_is_drawn(chart: str) -> None:
    rows = frame(chart, Query(asof="2024-03-18"))
    columns = [one for one in ("day", "date", "start", "prk_since", "rus_since") if one in rows]
    assert columns
    assert all((rows[one] <= "2024-03-18").all() for one in columns)


@pytest.mark.parametrize("chart", IDS[1:])
def test_a_period_without_rows_draws_nothing_and_says_so_neutrally(chart: str) -> None:
    empty = drawn(chart, Query(end="1990"))
    assert empty.rows == 0
    assert not any(letter.isdigit() for letter in empty.say.title)


@pytest.mark.parametrize("chart", IDS)
def test_what_changes_where_it_is_narrow_points_into_the_figure(chart: str) -> None:
    figure = drawn(chart).figure
    for path in narrowed(chart):
        kind, _, rest = path.partition("[")
        if kind in ("data", "layout.annotations"):
            index = int(rest.partition("]")[0])
            assert index < len(figure["data"] if kind == "data" else figure["layout"]["annotations"])
