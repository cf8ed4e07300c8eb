"""Counts of voyages with the days they count, and the movements that were traced, leg by leg."""

from collections.abc import Sequence
from datetime import date
from math import asin, cos, radians, sin, sqrt

import pandas as pd

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._select import select
from dashboard.datasets.shipments_panels import Panel, by_panel

SHOWN_KINDS = ("port", "rail", "depot", "airfield", "bridge")
_PLACE = ["place_id", "kind", "name_en", "name_fr", "country_iso3", "lat", "lon", "note_en", "note_fr"]
_EARTH_KM = 6371.0


def counts(
    panels: Sequence[Panel],
    *,
    start: date | None = None,
    end: date | None = None,
    asof: date | None = None,
    claimants: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Claims about voyages, those that count the longest first on each panel.

    Columns: those of `by_panel`, then `open_end` (yes where the end of the count is not stated: it is drawn to the day of the claim),
    `months` (whole months from start to end of the count).
    """
    frame = by_panel(panels, start=start, end=end, asof=asof, claimants=claimants)
    frame["open_end"] = ["no" if one else "yes" for one in frame["as_of"]]
    frame["months"] = [_months(row["span_from"], row["span_to"]) for row in frame.to_dict("records")]
    order = {panel.id: at for at, panel in enumerate(panels)}
    frame = frame.assign(_order=[order[one] for one in frame["panel"]])
    return (
        frame.sort_values(["_order", "span_from", "span_to", "claim_id"], kind="stable")
        .drop(columns="_order")
        .reset_index(drop=True)
    )


LONG_KM = 2500  # a ship's way longer than this is no line on a map
NEAR = (116.0, 37.0, 149.0, 49.0)  # the box of the ports' map: west, south, east, north in degrees


def movements(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, near: bool = False
) -> pd.DataFrame:
    """Movements that somebody traced, one row each, whose start or end is known; `near` keeps those between places round the ports.

    Columns: those of `voyages` without French notes, then `layer` (leg: both ends known; call: one, or a ship's way round a continent), `from_lat, from_lon, to_lat, to_lon`
    (degrees; a call has the one place in both), `from_en, from_fr, to_en, to_fr`, `vessel`, `km` (great circle).
    """
    frame = select("voyages", start=start, end=end, asof=asof)
    frame = frame[(frame["from_place_id"] != "") | (frame["to_place_id"] != "")].reset_index(drop=True)
    places = _package.table("places").set_index("place_id")
    names = _package.table("vessels").set_index("vessel_id")["name"]
    who = _package.table("claimants").set_index("claimant_id")
    both = (frame["from_place_id"] != "") & (frame["to_place_id"] != "")
    for side, other in (("from", "to"), ("to", "from")):
        at = [row[f"{side}_place_id"] or row[f"{other}_place_id"] for row in frame.to_dict("records")]
        frame[f"{side}_lat"], frame[f"{side}_lon"] = list(places["lat"].reindex(at)), list(places["lon"].reindex(at))
        for lang in ("en", "fr"):
            known = places[f"name_{lang}"].reindex(frame[f"{side}_place_id"])
            frame[f"{side}_{lang}"] = list(known.fillna(""))
    frame["vessel"] = list(names.reindex(frame["vessel_id"]).fillna(""))
    frame["group_id"] = list(who["group_id"].reindex(frame["claimant_id"]).fillna(""))
    for lang in ("en", "fr"):
        frame[f"claimant_{lang}"] = list(who[f"name_{lang}"].reindex(frame["claimant_id"]).fillna(""))
    ends = zip(frame["from_lat"], frame["from_lon"], frame["to_lat"], frame["to_lon"], strict=True)
    frame["km"] = [round(_distance(*four)) for four in ends]
    round_the_world = (frame["mode"] == "sea") & (frame["km"] > LONG_KM)
    frame["layer"] = ["leg" if one else "call" for one in both & ~round_the_world]
    if near:
        west, south, east, north = NEAR
        inside = [
            frame[f"{side}_lon"].between(west, east) & frame[f"{side}_lat"].between(south, north)
            for side in ("from", "to")
        ]
        frame = frame[inside[0] & inside[1]].reset_index(drop=True)
    return frame


def places(moved: pd.DataFrame) -> pd.DataFrame:
    """The places of the route: those where something moved, and ports, stations, depots, airfields and bridges of the route.

    Columns: `place_id, kind, name_en, name_fr, country_iso3, lat, lon, note_en, note_fr, used` (yes where a movement begins or ends).
    """
    frame = _package.table("places")
    used = frame["place_id"].isin([*moved["from_place_id"], *moved["to_place_id"]])
    kept = frame[used | frame["kind"].isin(SHOWN_KINDS)][_PLACE].copy()
    kept["used"] = ["yes" if one else "no" for one in used[kept.index]]
    return kept.reset_index(drop=True)


def vessels(*, asof: date | None = None) -> pd.DataFrame:
    """The ships that were named. Columns: those of `vessels`; `sanctioned` as known on that day (`USA:2022-05;KOR:2024-04-02`)."""
    return select("vessels", asof=asof)


def _months(first: str, last: str) -> int:
    if not first:
        return 0
    one, other = date.fromisoformat(first), dates.days_before(date.fromisoformat(last), -1)
    return max(0, (other.year - one.year) * 12 + other.month - one.month - (other.day < one.day))


def _distance(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Great-circle distance in kilometres."""
    a, b = radians(lat), radians(to_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(to_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))
