"""Who has acted against whom, since when: countries on the map, measures over time."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard import dates
from dashboard.datasets._hindsight import without
from dashboard.datasets._select import select

# Resolutions, mandates of the Panel and vetoes are no sanctions of anybody's own: they are shown apart and not counted.
NOT_COUNTED = ("un_resolution", "monitoring", "veto")
LANES = ("USA", "EU", "KOR", "JPN", "GBR", "CAN", "AUS", "NZL", "CHE", "other", "apart")
TARGETS = ("both", "PRK", "RUS")
_OWN = ("autonomous", "aligned")
_NOT_IN_UN = ("TWN",)
_UN_REGIME = date(2006, 10, 14)
_SIDE = ["regime_id", "status", "since", "basis_en", "basis_fr", "source_ids", "source_check"]


def by_country(*, asof: date | None = None, target: str = "both") -> pd.DataFrame:
    """One row per country: its own measures against North Korea, Russia, both or neither, and what was not checked.

    Columns: `iso3, class, prk_status, prk_since, rus_status, rus_since, prk_basis_en, prk_basis_fr, rus_basis_en, rus_basis_fr,
    prk_regime_id, rus_regime_id, prk_source_check, rus_source_check, source_ids`. `class` is, of both targets together, both | prk |
    rus | un_only (bound by the Security Council alone, and no measures on Russia found) | not_checked | none | target; of one
    target (`PRK`, `RUS`) it is the status towards that one.
    """
    sides = []
    for one, prefix in (("PRK", "prk"), ("RUS", "rus")):
        frame = select("regimes", where={"target_iso3": (one,)})
        side = (_as_known(frame, one, asof) if asof is not None else frame).set_index("iso3")[_SIDE]
        sides.append(side.add_prefix(f"{prefix}_"))
    both = sides[0].join(sides[1], how="outer").fillna("").reset_index()
    pairs = zip(both["prk_status"], both["rus_status"], strict=True)
    both["class"] = [_class(prk, rus) for prk, rus in pairs] if target == "both" else both[f"{target.lower()}_status"]
    cells = zip(both["prk_source_ids"], both["rus_source_ids"], strict=True)
    both["source_ids"] = [";".join(one for one in pair if one) for pair in cells]
    return both.drop(columns=["prk_source_ids", "rus_source_ids"])


def measures(
    *,
    start: date | None = None,
    end: date | None = None,
    asof: date | None = None,
    senders: tuple[str, ...] = (),
    target: str = "both",
) -> pd.DataFrame:
    """Measures in order of date, one row each; with `target` PRK or RUS those that touch that one.

    Columns: `measure_id, date, day, until` (first and last day it may have been on), `sender, lane` (the sender where it has a
    lane of its own, `other`, or `apart` for what is not counted), `target, kind, dprk_russia_link, counted, name_en, name_fr,
    source_ids, source_check`.
    """
    frame = select("measures", start=start, end=end, asof=asof)
    if senders:
        frame = frame[frame["sender"].isin(senders)]
    if target != "both":
        frame = frame[frame["target"].isin((target, "both"))]
    frame["counted"] = ["no" if kind in NOT_COUNTED else "yes" for kind in frame["kind"]]
    frame["lane"] = [_lane(row) for row in frame.to_dict("records")]
    frame["day"] = [dates.first_day(day).isoformat() for day in frame["date"]]
    frame["until"] = [dates.last_day(day).isoformat() for day in frame["date"]]
    columns = ["measure_id", "date", "day", "until", "sender", "lane", "target", "kind", "dprk_russia_link", "counted"]
    columns += ["name_en", "name_fr", "source_ids", "source_check"]
    return frame.sort_values(["day", "measure_id"], kind="stable")[columns].reset_index(drop=True)


def _lane(row: dict[str, Any]) -> str:
    if row["counted"] == "no":
        return "apart"
    return row["sender"] if row["sender"] in LANES else "other"


def _as_known(frame: pd.DataFrame, target: str, asof: date) -> pd.DataFrame:
    """The regimes towards one target as they were on that day: what began later had not begun, and its grounds are not told."""
    later = frame["since"].map(lambda day: bool(day) and dates.last_day(day) > asof).astype(bool)
    bound = target == "PRK" and asof >= _UN_REGIME
    before = ["un_only" if bound and iso3 not in _NOT_IN_UN else "none" for iso3 in frame.loc[later, "iso3"]]
    frame.loc[later, "status"] = before
    frame.loc[later, ["since", "basis_en", "basis_fr"]] = ""
    frame = without("regimes", frame, asof)
    if not (frame["status"].isin((*_OWN, "un_only")) & (frame["since"] != "")).any():
        frame.loc[frame["status"] == "target", "status"] = "none"
    return frame


def _class(prk: str, rus: str) -> str:
    if "target" in (prk, rus):
        return "target"
    if prk in _OWN and rus in _OWN:
        return "both"
    if prk in _OWN:
        return "prk"
    if rus in _OWN:
        return "rus"
    if "not_checked" in (prk, rus):
        return "not_checked"
    return "none" if prk == "none" else "un_only"
