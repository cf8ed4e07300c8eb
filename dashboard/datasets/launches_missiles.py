"""Missiles fired: on how many days, of which type, how far and from where. Satellite launchers are left out: they are in `launches`."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from dashboard.datasets import _package
from dashboard.datasets._select import select

TYPES = ("SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "HGV", "unknown")
# Who led the country, to the day on which the leader died.
ERAS = (
    ("kim_il_sung", date(1948, 9, 9), date(1994, 7, 8)),
    ("kim_jong_il", date(1994, 7, 8), date(2011, 12, 17)),
    ("kim_jong_un", date(2011, 12, 17), date(9999, 12, 31)),
)


def missiles(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, types: Sequence[str] = ()
) -> pd.DataFrame:
    """Missiles that count: no satellite launchers, no firing whose `doubt` says `unverified`.

    Columns: those of `missile_tests`, then `year`, `month` (YYYY-MM, empty where only the year is known), all by UTC days.
    """
    frame = select("missile_tests", start=start, end=end, asof=asof, where={"missile_type": types or TYPES})
    frame = frame[~_unverified(frame)]
    frame["year"] = pd.Series([int(day[:4]) for day in frame["date_utc"]], frame.index, dtype="int64")
    frame["month"] = pd.Series(
        [day[:7] if len(day) >= 7 else "" for day in frame["date_utc"]], frame.index, dtype="str"
    )
    return frame.sort_values(["date_utc", "test_id"], kind="stable", ignore_index=True)


def unconfirmed(*, start: date | None = None, end: date | None = None, asof: date | None = None) -> int:
    """How many missiles are left out because their `doubt` says `unverified`."""
    frame = select("missile_tests", start=start, end=end, asof=asof, where={"missile_type": TYPES})
    return int(_unverified(frame).sum())


def days_per_year(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, types: Sequence[str] = ()
) -> pd.DataFrame:
    """Days (UTC) on which at least one missile was fired, one row per year from the first to the last with any.

    Columns: `year`, `days`, `korean_days` (the same by Korean dates), `day_unknown` (yes: some firings are known only to the month
    or year, so there may have been more days), `undercount` (yes: more missiles may have flown than are listed), `test_id` (first).
    """
    frame = missiles(start=start, end=end, asof=asof, types=types)
    rows = []
    for year in _years(frame):
        fired = frame[frame["year"] == year]
        rows.append((
            year, fired["date_utc"].nunique(), fired["date_kst"].nunique(),
            _yes((fired["date_utc"].str.len() < 10).any()), _yes((fired["undercount"] == "yes").any()), _first(fired),
        ))  # fmt: skip
    return pd.DataFrame(rows, columns=["year", "days", "korean_days", "day_unknown", "undercount", "test_id"])


def types_per_year(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, types: Sequence[str] = ()
) -> pd.DataFrame:
    """Missiles listed by year and type, one row for each pair with any.

    Columns: `year`, `missile_type`, `missiles`, `undercount` (yes: more may have flown than are listed), `test_id` (the first).
    """
    frame = missiles(start=start, end=end, asof=asof, types=types)
    rows = [
        (year, kind, len(some), _yes((some["undercount"] == "yes").any()), _first(some))
        for (year, kind), some in frame.groupby(["year", "missile_type"], sort=True)
    ]
    return pd.DataFrame(rows, columns=["year", "missile_type", "missiles", "undercount", "test_id"])


def days_per_month(*, first: date, last: date, asof: date | None = None, types: Sequence[str] = ()) -> pd.DataFrame:
    """Launch days (UTC) of every month from `first` to `last`; no rows when nothing was fired in all that time.

    Columns: `year`, `month` (1–12), `days`, `test_id` (the first firing of the month, empty when there was none).
    """
    frame = missiles(start=first, end=last, asof=asof, types=types)
    rows = []
    for year in range(first.year, last.year + 1) if len(frame) else ():
        for month in range(1, 13):
            name = f"{year}-{month:02}"
            if first.isoformat()[:7] <= name <= last.isoformat()[:7]:
                fired = frame[frame["month"] == name]
                rows.append((year, month, fired["date_utc"].nunique(), _first(fired)))
    return pd.DataFrame(rows, columns=["year", "month", "days", "test_id"])


def flown(frame: pd.DataFrame) -> pd.DataFrame:
    """Of the frame of `missiles()` the rows that give both how high (`apogee_km`) and how far (`distance_km`), in kilometres."""
    return frame[(frame["apogee_km"] > 0) & (frame["distance_km"] > 0)].reset_index(drop=True)


def sites_and_flights(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, types: Sequence[str] = ()
) -> pd.DataFrame:
    """What the map draws, one row per mark: every launch site used, then every flight whose landing point could be derived.

    Columns: `mark` (site, flight), `test_id` (of a flight), `site_id`, `site_en`, `site_fr`, `lat`, `lon`, `missiles` (fired from
    there), `date_utc`, `date_kst`, `missile`, `missile_type`, `distance_km`, `bearing_deg`, `landing`, `landing_lat`,
    `landing_lon` (derived from bearing and distance), `source_ids`, `source_check`.
    """
    frame = missiles(start=start, end=end, asof=asof, types=types)
    places = _package.table("places").set_index("place_id")[["name_en", "name_fr", "lat", "lon"]]
    frame = frame[frame["site_id"] != ""].merge(
        places.rename(columns={"name_en": "site_en", "name_fr": "site_fr"}), left_on="site_id", right_index=True
    )
    sites = frame.groupby(["site_id", "site_en", "site_fr"], as_index=False, sort=True).agg(
        lat=("lat", "first"), lon=("lon", "first"), missiles=("test_id", "size")
    )
    sites = sites.sort_values("missiles", ascending=False, kind="stable").assign(mark="site")
    flights = frame[frame["landing_lat"].notna()].assign(mark="flight")
    both = pd.concat([sites, flights], ignore_index=True)
    for column in both.columns:
        if both[column].dtype.kind not in "fi":
            both[column] = both[column].fillna("")
    return both.reindex(columns=MAP_COLUMNS)


MAP_COLUMNS = [
    "mark", "test_id", "site_id", "site_en", "site_fr", "lat", "lon", "missiles", "date_utc", "date_kst", "time_utc", "missile",
    "missile_type", "distance_km", "bearing_deg", "landing", "landing_lat", "landing_lon", "source_ids", "source_check",
]  # fmt: skip


def without_arc(frame: pd.DataFrame) -> int:
    """How many of the missiles that the map's frame counts have no flight drawn."""
    sites = frame[frame["mark"] == "site"]["missiles"].sum()
    return int(sites) - int((frame["mark"] == "flight").sum())


def _unverified(frame: pd.DataFrame) -> pd.Series:
    return frame["doubt"].str.contains("unverified").astype(bool)


def _years(frame: pd.DataFrame) -> range:
    return range(int(frame["year"].min()), int(frame["year"].max()) + 1) if len(frame) else range(0)


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _first(frame: pd.DataFrame) -> str:
    return str(frame["test_id"].iloc[0]) if len(frame) else ""
