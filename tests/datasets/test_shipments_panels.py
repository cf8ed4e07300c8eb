"""Which claims stand together on a panel, and which are joined."""

from datetime import date

import pandas as pd
import pytest

from dashboard.charts import claims, return_flow
from dashboard.datasets import shipments_panels, shipments_voyages

ALL = (claims.ROUNDS, claims.ARMS, claims.TROOPS, claims.LOSSES, claims.WORKERS, return_flow.RETURN, return_flow.OIL)


def rows(panels: tuple[shipments_panels.Panel, ...], **asked: date) -> pd.DataFrame:
    return shipments_panels.by_panel(panels, **asked)


@pytest.mark.parametrize("panels", ALL, ids=lambda panels: panels[0].id)
def test_joined_claims_count_the_same_thing_in_the_same_way(panels: tuple[shipments_panels.Panel, ...]) -> None:
    frame = rows(panels)
    for _, joined in frame.groupby(["panel", "series"]):
        for column in ("group_id", "item", "variant", "basis", "unit"):
            assert joined[column].nunique() == 1, (column, list(joined["claim_id"]))


@pytest.mark.parametrize("panels", ALL, ids=lambda panels: panels[0].id)
def test_a_rate_never_stands_on_a_panel_with_totals(panels: tuple[shipments_panels.Panel, ...]) -> None:
    quantities = rows(panels)
    quantities = quantities[~quantities["panel"].isin([panel.id for panel in panels if panel.words])]
    for panel, found in quantities[quantities["variant"] != "cap"].groupby("panel"):
        assert (found["basis"] == "per_month").nunique() == 1, panel
        assert not (found["basis"] == "per_month").any(), panel


def test_a_count_of_one_year_is_not_joined_to_a_running_total() -> None:
    frame = rows(claims.ROUNDS).set_index("claim_id")
    kyiv = frame.loc[["QS06", "QS07", "QS18", "QS26"], "series"]
    assert kyiv.nunique() == 4


def test_researchers_of_different_houses_are_never_joined() -> None:
    frame = rows((*claims.ROUNDS, *return_flow.OIL))
    for _, joined in frame[frame["group_id"].isin(shipments_panels.MANY_VOICES)].groupby(["panel", "series"]):
        assert joined["claimant_id"].nunique() == 1


def test_every_numbered_shell_claim_is_drawn_once() -> None:
    frame = rows(claims.ROUNDS)
    assert sorted(frame["claim_id"]) == sorted(set(frame["claim_id"]))


def test_the_factor_of_a_conversion_is_rounds_over_containers() -> None:
    frame = rows(claims.ROUNDS).set_index("claim_id")
    assert frame.loc["QS16", "factor_low"] == round(8_000_000 / 13_000)
    assert tuple(frame.loc["QS19", ["factor_low", "factor_high"]]) == (253, 380)
    assert pd.isna(frame.loc["QS12", "factor_low"])


def test_what_was_in_force_at_the_start_is_carried_in() -> None:
    frame = rows(claims.TROOPS, start=date(2025, 6, 1)).set_index("claim_id")
    assert frame.loc["QT07", "carried"] == "yes"
    assert "QT04" not in frame.index
    assert (frame.loc[frame["day"] >= "2025-06-01", "carried"] == "no").all()


def test_later_claims_are_unknown_earlier() -> None:
    frame = rows(claims.ROUNDS, asof=date(2024, 3, 18))
    assert frame["stated_on"].max() <= "2024-03-18"
    assert "QS08" in set(frame["claim_id"])


def test_a_month_without_a_day_counts_to_its_last_day() -> None:
    frame = shipments_voyages.counts(return_flow.VOYAGES).set_index("claim_id")
    assert (frame.loc["VC13", "span_from"], frame.loc["VC13", "span_to"]) == ("2023-08-01", "2025-03-31")
    assert frame.loc["VC13", "months"] == 20
    assert frame.loc["VC12", "months"] == 14


def test_a_count_without_a_stated_end_says_so() -> None:
    frame = shipments_voyages.counts(return_flow.VOYAGES).set_index("claim_id")
    assert frame.loc["VC14", "open_end"] == "yes"
    assert frame.loc["VC13", "open_end"] == "no"


def test_the_way_to_tikhoretsk_is_thousands_of_kilometres_long() -> None:
    frame = shipments_voyages.movements().set_index("voyage_id")
    assert 6500 < frame.loc["V05", "km"] < 7200
    assert frame.loc["V05", "layer"] == "leg"


def test_a_ship_sailing_round_asia_is_no_line_across_it() -> None:
    assert shipments_voyages.movements().set_index("voyage_id").loc["V20", "layer"] == "call"


def test_near_the_ports_no_movement_ends_elsewhere() -> None:
    west, south, east, north = shipments_voyages.NEAR
    frame = shipments_voyages.movements(near=True)
    assert len(frame)
    for side in ("from", "to"):
        assert frame[f"{side}_lon"].between(west, east).all()
        assert frame[f"{side}_lat"].between(south, north).all()


def test_a_ship_was_not_listed_before_it_was() -> None:
    listed = shipments_voyages.vessels(asof=date(2024, 4, 30)).set_index("vessel_id")["sanctioned"]
    assert listed["angara"] == "USA:2022-05;KOR:2024-04-02"
