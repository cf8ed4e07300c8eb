"""A lane of context makes room for itself below a chart and moves nothing above it."""

from typing import Any

import pytest

from dashboard import charts
from dashboard.figures import lane
from dashboard.query import Query

TIMED = [chart.id for chart in charts.CHARTS if chart.params.overlay]


def plain(chart: str) -> dict[str, Any]:
    return charts.render(chart, Query(), "en").plain


def changed(figure: dict[str, Any], *changes: dict[str, Any]) -> dict[str, Any]:
    for one in changes:
        for path, value in one.items():
            lane.put(figure, path, value)
    return figure


def depths(figure: dict[str, Any]) -> dict[str, float]:
    """How many pixels below the top of the plot each axis begins and ends, and what is placed by a share of the plot stands."""
    layout = figure["layout"]
    tall = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    found = {}
    for key in (one for one in layout if one.startswith("yaxis") and one != "yaxis9"):
        found |= {f"{key} {at}": tall * (1 - share) for at, share in enumerate(layout[key].get("domain", [0, 1]))}
    for kind in ("annotations", "shapes"):
        for at, one in enumerate(layout.get(kind, ())):
            if one.get("yref") == "paper":
                keys = (
                    ["yanchor"] if one.get("ysizemode") == "pixel" else ["y"] if kind == "annotations" else ["y0", "y1"]
                )
                found |= {f"{kind} {at} {key}": tall * (1 - one.get(key, 0)) for key in keys}
    return found


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("chart", TIMED)
def test_a_lane_leaves_what_stands_above_it_where_it_was(chart: str, width: str) -> None:
    before, after = plain(chart), plain(chart)
    meta = before["layout"]["meta"]
    narrow = [meta["narrow"]] if width == "narrow" else []
    changed(before, *narrow)
    changed(after, *narrow, meta["lane"][width])
    assert after["layout"]["height"] == before["layout"]["height"] + lane.HEIGHT
    assert depths(after) == pytest.approx(depths(before), abs=0.02)


@pytest.mark.parametrize("chart", TIMED)
def test_the_ticks_of_a_lane_stand_below_the_plot(chart: str) -> None:
    layout = charts.render(chart, Query(overlay="meetings"), "en").figure["layout"]
    lowest = min(layout[key]["domain"][0] for key in layout if key.startswith("yaxis") and key != "yaxis9")
    assert 0 < layout["yaxis9"]["domain"][1] < lowest


def test_a_lane_is_named_and_its_ticks_lead_to_their_records() -> None:
    figure = charts.render("containers", Query(overlay="launches"), "fr").figure
    ticks = figure["data"][-1]
    assert figure["layout"]["annotations"][-1]["text"] == "tirs de satellites"
    assert ["satellite_launches", "PRK-SL-08"] in ticks["customdata"]
    assert ticks["x"] == sorted(ticks["x"])
    assert all("<br>" in text for text in ticks["text"])


def test_a_chart_without_a_lane_is_the_same_whatever_was_asked() -> None:
    drawn = [charts.render("containers", Query(overlay=kind), "en") for kind in ("meetings", "none")]
    assert drawn[0].plain == drawn[1].plain == drawn[1].figure
    assert drawn[0].height == drawn[1].height + lane.HEIGHT
