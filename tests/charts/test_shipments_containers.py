"""Containers read as shells, and containers a month between one claimant's own claims."""

import re
from datetime import date
from typing import Any

import pytest

from dashboard import charts
from dashboard.datasets import _package, shipments
from dashboard.datasets.shipments_tempo import LEAST_DAYS
from dashboard.query import Query

SHELLS = (("unit", ("shells",)),)


def title(chart: str, lang: str = "en", **state: Any) -> str:
    return charts.render(chart, Query(**state), lang).say.title.replace("\u00a0", " ").replace("\u202f", " ")


def frame(chart: str, **state: Any) -> Any:
    return charts.BY_ID[chart].frame(Query(**state).only(charts.BY_ID[chart].params))


def traces(chart: str, name: str, **state: Any) -> list[dict[str, Any]]:
    return [trace for trace in charts.render(chart, Query(**state), "en").figure["data"] if trace.get("name") == name]


# Containers, and the same claims read as shells


def test_containers_are_shown_as_containers_unless_shells_are_asked_for() -> None:
    assert set(frame("containers")["unit"]) == {"containers"}
    said = Query(choices=(("unit", ("containers",)),))
    assert charts.render("containers", said, "en") == charts.render("containers", Query(), "en")


def test_the_title_of_the_shells_says_that_they_are_a_conversion_and_by_which_factor() -> None:
    top = frame("containers", choices=SHELLS).sort_values("value").iloc[-1]
    said = title("containers", choices=SHELLS)
    assert said == "Read as shells: up to 15 million, if every box were full at about 455 rounds a box"
    assert top["factor"] == round(15_000_000 / 33_000)
    said = title("containers", choices=SHELLS, asof="2025-12")
    assert said == "Read as shells: up to 12 million, if every box held 152 mm rounds at about 429 a box"


@pytest.mark.parametrize(("lang", "words"), [("en", "second piece of evidence"), ("fr", "second indice")])
def test_the_shells_are_said_to_be_no_second_piece_of_evidence(lang: str, words: str) -> None:
    say = charts.render("containers", Query(choices=SHELLS), lang).say
    assert words in say.note
    assert "conversion" in say.subtitle


def test_only_conversions_of_containers_from_seoul_are_read_as_shells() -> None:
    rows = frame("containers", choices=SHELLS)
    claims = _package.table("claims").set_index("claim_id")
    assert set(claims.loc[rows["converted_from"], "item"]) == {"containers"}
    assert set(rows["item"]) == {"rounds"}
    assert all(group.startswith("kr-") for group in rows["group_id"])
    assert set(rows["direction"]) == {"PRK-RUS"}


def test_a_factor_is_the_rounds_divided_by_the_containers_they_come_from() -> None:
    rows = frame("containers", choices=SHELLS)
    claims = _package.table("claims").set_index("claim_id")
    for row in rows.to_dict("records"):
        assert row["containers"] == claims.loc[row["converted_from"], "low"]
        assert row["factor"] == pytest.approx(row["value"] / row["containers"], abs=0.5)


def test_the_shells_have_the_columns_of_the_containers_and_the_factor() -> None:
    shown, read = frame("containers"), frame("containers", choices=SHELLS)
    assert list(read.columns) == [*shown.columns, "containers", "factor"]


def test_no_band_is_drawn_around_conversions() -> None:
    assert traces("containers", "band-low")
    assert not traces("containers", "band-low", choices=SHELLS)


def test_the_factor_stands_in_the_label_and_in_the_hover() -> None:
    drawn = charts.render("containers", Query(choices=SHELLS), "en").figure
    assert any("about 429–470 a box" in note["text"] for note in drawn["layout"]["annotations"])
    texts = [text for trace in drawn["data"] for text in trace.get("text") or () if "a box" in text or "rounds" in text]
    assert texts
    assert all(re.search(r"conversion: [\d,]+ containers at about \d+ rounds a box", text) for text in texts)


def test_shells_known_later_are_unknown_earlier() -> None:
    rows = frame("containers", choices=SHELLS, asof="2024-03-18")
    assert rows["stated_on"].max() <= "2024-03-18"
    assert title("containers", choices=SHELLS, asof="2024-03-18").startswith("Read as shells: up to 3 million")


def test_without_152_mm_the_title_does_not_name_a_calibre() -> None:
    said = title("containers", choices=SHELLS, asof="2023-10-31")
    assert said == "Read as shells: up to 300,000, if every box were full at about 300 rounds a box"


def test_the_word_in_force_when_a_period_begins_is_carried_in() -> None:
    rows = shipments.shells(start=date(2025, 1, 1)).set_index("claim_id")
    assert rows.loc["QS17", "carried"] == "yes"
    assert rows.loc["QS23", "carried"] == "no"
    assert "QS14" not in rows.index


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_claimants_without_a_conversion_leave_a_neutral_title(lang: str) -> None:
    drawn = charts.render("containers", Query(choices=(("claimant", ("us",)), *SHELLS)), lang)
    assert drawn.rows == 0
    assert not any(letter.isdigit() for letter in drawn.say.title)


# Containers a month


def test_the_title_compares_the_newest_interval_with_the_one_before() -> None:
    last = frame("tempo").set_index("to_claim_id").loc["CC18"]
    assert last["per_month"] == round(5000 / ((date(2026, 3, 1) - date(2025, 7, 13)).days / (365.25 / 12)))
    assert title("tempo") == (
        "Seoul, military intelligence: about 660 containers a month from July 2025 to March 2026, against at most about 930 before"
    )


def test_only_claims_of_one_claimant_on_the_same_thing_are_subtracted() -> None:
    claims = shipments.claims(("containers",)).set_index("claim_id")
    for row in frame("tempo").to_dict("records"):
        one, two = claims.loc[row["from_claim_id"]], claims.loc[row["to_claim_id"]]
        assert [one[key] for key in ("group_id", "variant", "basis")] == [
            two[key] for key in ("group_id", "variant", "basis")
        ]
        assert row["increment"] == two["value"] - one["value"]


def test_an_interval_carries_both_its_sources() -> None:
    claims = shipments.claims(("containers",)).set_index("claim_id")
    row = frame("tempo").set_index("to_claim_id").loc["CC18"]
    both = {*claims.loc["CC17", "source_ids"].split(";"), *claims.loc["CC18", "source_ids"].split(";")}
    assert set(row["source_ids"].split(";")) == both


def test_days_that_both_claims_run_to_are_taken_before_the_days_on_which_they_were_made() -> None:
    rows = frame("tempo").set_index("to_claim_id")
    assert tuple(rows.loc["CC10", ["start", "end"]]) == ("2024-07-15", "2024-08-04")
    assert tuple(rows.loc["CC09", ["start", "end"]]) == ("2024-06-14", "2024-07-24")


def test_every_panel_has_the_same_scale() -> None:
    layout = charts.render("tempo", Query(), "en").figure["layout"]
    axes = [value for key, value in layout.items() if key.startswith("yaxis")]
    scales = [(axis["range"][1] - axis["range"][0]) / (axis["domain"][1] - axis["domain"][0]) for axis in axes]
    assert len(axes) == 3
    assert max(scales) / min(scales) < 1.02


def test_only_what_rounding_leaves_open_is_shaded() -> None:
    assert len(traces("tempo", "rounding")) == (frame("tempo")["bound"] == "range").sum()


def test_days_not_compiled_are_hatched_on_every_panel() -> None:
    strips = traces("tempo", "not-compiled")
    assert len(strips) == frame("tempo")["series"].nunique()
    assert {strip["x"][0] for strip in strips} == {"2026-03-01"}


def test_the_least_days_between_two_claims_are_said() -> None:
    assert f"{LEAST_DAYS} days" in charts.render("tempo", Query(), "en").say.note


def test_the_rates_obey_period_knowledge_claimant_and_overlay() -> None:
    assert frame("tempo", asof="2024-03-18")["end"].max() <= "2024-03-18"
    assert frame("tempo", start="2025")["end"].min() >= "2025"
    assert frame("tempo", end="2024-06")["end"].max() < "2024-07"
    assert set(frame("tempo", choices=(("claimant", ("us",)),))["group_id"]) == {"us"}
    assert traces("tempo", "overlay", overlay="sanctions")
    assert not traces("tempo", "overlay")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("state", [{"end": "1990"}, {"choices": (("claimant", ("msmt",)),)}], ids=["early", "once"])
def test_nothing_to_compare_is_said_without_a_number(state: dict[str, Any], lang: str) -> None:
    drawn = charts.render("tempo", Query(**state), lang)
    assert drawn.rows == 0
    assert not any(letter.isdigit() for letter in drawn.say.title)


@pytest.mark.parametrize(("lang", "words"), [("en", "not a count of shipments"), ("fr", "non un décompte d’envois")])
def test_the_rates_are_said_to_be_arithmetic(lang: str, words: str) -> None:
    assert words in charts.render("tempo", Query(), lang).say.subtitle
