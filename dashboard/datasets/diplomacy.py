"""Who met whom, where and how often. Visits are counted, not rows: one visit may be several meetings."""

from datetime import date

import pandas as pd

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._select import select

LEVELS = (
    "head_of_state",
    "head_of_government",
    "minister",
    "security_council",
    "deputy_minister",
    "parliament",
    "party",
    "military",
    "other",
)
HIGH = LEVELS[:4]
GROUPS = {"leaders": LEVELS[:2], "ministers": LEVELS[2:4], "others": LEVELS[4:]}
_PEOPLE = (("dprk_participants", "dprk_fr"), ("russia_participants", "russia_fr"))


def meetings(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, levels: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Meetings in the order of their days, one row each.

    Columns: those of `meetings`, then `day` and `until` (first and last day on which it may have begun: the same where the day is
    known), `city_fr`, `dprk_fr`, `russia_fr` (names in French). `levels` keeps those ranks of the visiting delegation's head.
    """
    frame = select("meetings", start=start, end=end, asof=asof, where={"level": levels} if levels else None)
    spans = [dates.span(day) for day in frame["start_date"]]
    frame["day"] = [first.isoformat() for first, _ in spans]
    frame["until"] = [last.isoformat() for _, last in spans]
    places = _package.table("places").set_index("place_id")["name_fr"].to_dict()
    frame["city_fr"] = [places.get(row["place_id"]) or row["city"] for row in frame.to_dict("records")]
    people = _package.table("people").set_index("name_en")["name_fr"].to_dict()
    for english, french in _PEOPLE:
        frame[french] = [";".join(people.get(name) or name for name in cell.split(";")) for cell in frame[english]]
    return frame.sort_values(["day", "meeting_id"], kind="stable").reset_index(drop=True)


def visits(frame: pd.DataFrame) -> pd.DataFrame:
    """The visits that those meetings belong to, one row each, in the order of their first days.

    Columns: `visit_id, day, level` (highest rank in the visit), `group` (leaders, ministers, others), `meetings` (how many rows),
    `meeting_id` (the one of that rank). Takes the frame of `meetings()`.
    """
    group_of = {level: group for group, levels in GROUPS.items() for level in levels}
    rows = []
    for visit, some in frame.groupby("visit_id", sort=False):
        best = min(some.to_dict("records"), key=lambda row: LEVELS.index(row["level"]))
        rows.append((visit, some["day"].min(), best["level"], group_of[best["level"]], len(some), best["meeting_id"]))
    columns = ["visit_id", "day", "level", "group", "meetings", "meeting_id"]
    return pd.DataFrame(rows, columns=columns).sort_values(["day", "visit_id"], ignore_index=True)


def per_year(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, levels: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Visits per year and group of rank, one row per bar.

    Columns: `year, group` (leaders, ministers, others), `visits`, `meetings` (rows), `meeting_id` (of the last visit in the bar).
    Years without a visit have no row.
    """
    frame = visits(meetings(start=start, end=end, asof=asof, levels=levels))
    frame["year"] = frame["day"].str[:4].astype(int)
    counted = frame.groupby(["year", "group"], as_index=False).agg(
        visits=("visit_id", "size"), meetings=("meetings", "sum"), meeting_id=("meeting_id", "last")
    )
    order = {group: at for at, group in enumerate(GROUPS)}
    return counted.sort_values(
        ["year", "group"], key=lambda cell: cell.map(order) if cell.name == "group" else cell, ignore_index=True
    )


def places(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, levels: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Where they met, one row per place, the most visited first.

    Columns: `place_id, place_en, place_fr, country_iso3, lat, lon, visits, meetings` (rows), `first`, `last` (dates as recorded),
    `meeting_id` (the last one). A visit that went to several places counts at each of them.
    """
    frame = meetings(start=start, end=end, asof=asof, levels=levels)
    columns = {
        "place_en": ("city", "first"),
        "place_fr": ("city_fr", "first"),
        "country_iso3": ("country_iso3", "first"),
        "lat": ("lat", "first"),
        "lon": ("lon", "first"),
        "visits": ("visit_id", "nunique"),
        "meetings": ("meeting_id", "size"),
        "first": ("start_date", "first"),
        "last": ("start_date", "last"),
        "meeting_id": ("meeting_id", "last"),
    }
    counted = frame.groupby("place_id", as_index=False).agg(**columns)
    return counted.sort_values(["visits", "place_id"], ascending=[False, True], ignore_index=True)


def summits(*, asof: date | None = None) -> pd.DataFrame:
    """The meetings of Putin and Kim Jong Un. Columns: those of `meetings()`."""
    frame = meetings(asof=asof, levels=("head_of_state",))
    both = frame["dprk_participants"].str.contains("Kim Jong Un") & frame["russia_participants"].str.contains(
        "Vladimir Putin"
    )
    return frame[both].reset_index(drop=True)
