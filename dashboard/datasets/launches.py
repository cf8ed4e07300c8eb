"""Satellite launch attempts, what was said of technical help, and the nuclear tests."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._hindsight import is_earlier
from dashboard.datasets._select import select

_NEAR = 90  # days around an attempt within which a claim on the space programme speaks of that attempt


def satellites(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, outcomes: Sequence[str] = ()
) -> pd.DataFrame:
    """Satellite launches in the order of their days, the disputed one last.

    Columns: those of `satellite_launches`, then `day` (launch, UTC), `days_since` (days since the attempt before; NaN for the
    first and for a disputed launch), `site_en`, `site_fr`, `group_id`, `claimant_en`, `claimant_fr` (who spoke of Russian help;
    empty where nobody did). Under an earlier `asof`, `assistance` is what had been said by then.
    """
    known = select("satellite_launches", asof=asof).sort_values("date_utc", kind="stable")
    counted = known[known["attempt_status"] == "attempt"]
    days = pd.to_datetime(counted["date_utc"]).diff().dt.days
    since = dict(zip(counted["launch_id"], days, strict=True))
    frame = select("satellite_launches", start=start, end=end, asof=asof)
    if outcomes:
        frame = frame[frame["outcome"].isin(list(outcomes))]
    if asof is not None and is_earlier(asof):
        frame = _as_said_by(frame, known, asof)
    frame["days_since"] = pd.Series([since.get(key) for key in frame["launch_id"]], frame.index, dtype="float64")
    frame["day"] = _text(frame, (dates.first_day(day).isoformat() for day in frame["date_utc"]))
    frame = _with_names(_with_claimants(frame, "assistance_claimant_id"))
    return frame.sort_values(["attempt_status", "day"], kind="stable", ignore_index=True)


def tech_claims(
    *,
    start: date | None = None,
    end: date | None = None,
    asof: date | None = None,
    programmes: Sequence[str] = (),
) -> pd.DataFrame:
    """Dated statements on technical help, in the order in which they were made.

    Columns: those of `tech_claims`, then `group_id, claimant_en, claimant_fr`, `day` and `until` (first and last day it may have
    been said on).
    """
    frame = select("tech_claims", start=start, end=end, asof=asof)
    if programmes:
        frame = frame[frame["programme"].isin(list(programmes))]
    frame = _with_claimants(frame, "claimant_id")
    frame["day"] = _text(frame, (dates.first_day(day).isoformat() for day in frame["date"]))
    frame["until"] = _text(frame, (dates.last_day(day).isoformat() for day in frame["date"]))
    return frame.sort_values(["day", "claim_id"], kind="stable", ignore_index=True)


def nuclear_tests(*, start: date | None = None, end: date | None = None, asof: date | None = None) -> pd.DataFrame:
    """The nuclear tests in their order: columns of `nuclear_tests` (yields in kilotons), then `site_en, site_fr`."""
    frame = _with_names(select("nuclear_tests", start=start, end=end, asof=asof))
    return frame.sort_values("number", ignore_index=True)


def _as_said_by(frame: pd.DataFrame, attempts: pd.DataFrame, asof: date) -> pd.DataFrame:
    """The launches with what had been said of Russian help by that day, from the dated claims."""
    said = select("tech_claims", asof=asof, where={"programme": ("space",), "claim_kind": ("transferred",)})
    said = said[said["stance"].isin(("assessed", "alleged"))]
    launched = {row["launch_id"]: dates.first_day(row["date_utc"]) for row in attempts.to_dict("records")}
    found: dict[str, tuple[str, str]] = {}
    for claim in said.sort_values("date").to_dict("records"):
        day = dates.first_day(claim["date"])
        near = min(launched, key=lambda key: abs((launched[key] - day).days), default="")
        if near and abs((launched[near] - day).days) <= _NEAR and found.get(near, ("",))[0] != "assessed":
            found[near] = (claim["stance"], claim["claimant_id"])
    frame = frame.copy()
    frame["assistance"] = [found.get(key, ("none", ""))[0] for key in frame["launch_id"]]
    frame["assistance_claimant_id"] = [found.get(key, ("none", ""))[1] for key in frame["launch_id"]]
    return frame


def _with_claimants(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows with the group and the names of whoever stands in that column; empty where nobody does."""
    who: dict[str, dict[str, Any]] = {row["claimant_id"]: row for row in _package.table("claimants").to_dict("records")}
    said = [who.get(key, {}) for key in frame[column]]
    for name, source in (("group_id", "group_id"), ("claimant_en", "name_en"), ("claimant_fr", "name_fr")):
        frame[name] = _text(frame, (one.get(source, "") for one in said))
    return frame


def _with_names(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with the names of their site in both languages."""
    places = {row["place_id"]: row for row in _package.table("places").to_dict("records")}
    for lang in ("en", "fr"):
        frame[f"site_{lang}"] = _text(frame, (places[site][f"name_{lang}"] for site in frame["site_id"]))
    return frame


def _text(frame: pd.DataFrame, values: Iterable[str]) -> pd.Series:
    """A column of text beside those of `frame`; of text even when there is no row."""
    return pd.Series(list(values), frame.index, dtype="str")
