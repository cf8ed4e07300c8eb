"""Who was listed for this cooperation: how the lists grew, and who listed whom."""

from datetime import date

import pandas as pd

from dashboard import dates
from dashboard.datasets._select import select

SENDERS = ("USA", "KOR", "EU", "JPN", "GBR", "CAN", "AUS", "NZL")
KINDS = ("person", "entity", "bank", "vessel", "aircraft")
_ORDER = ("vessel", "aircraft", "entity", "bank", "person")  # of the matrix
ARMS_REPORTED = "2022-09-01"  # Washington first spoke of arms purchases on 5 September 2022 (claim QS01)
_LISTED = [
    "place",
    "name",
    "kind",
    "country_iso3",
    "sender",
    "date",
    "basis",
    "lists",
    "table",
    "id",
    "source_ids",
    "source_check",
]
_GROWTH = ["sender", "day", "listed", "total", *KINDS, "names", "carried", "measure_id", "source_ids", "source_check"]


def growth(
    *,
    start: date | None = None,
    end: date | None = None,
    asof: date | None = None,
    senders: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Listings for this cooperation, cumulative by sender: one row per sender and day on which it listed somebody.

    Columns: `sender, day, listed` (that day), `total` (up to that day), `person, entity, bank, vessel, aircraft` (that day, by
    kind), `names` (`;`-separated), `carried` (yes for what stood when the period began), `measure_id, source_ids, source_check`
    (read when every listing of that day was read). A name counts once for each listing; delistings are not in the table.
    """
    frame = _listings(end, asof, senders, kinds)
    rows = []
    for sender in SENDERS:
        total = 0
        for day, some in frame[frame["designated_by"] == sender].groupby("date", sort=True):
            total += len(some)
            by_kind = [int((some["kind"] == kind).sum()) for kind in KINDS]
            checked = "read" if (some["source_check"] == "read").all() else "unread"
            sources = ";".join(dict.fromkeys(one for cell in some["source_ids"] for one in cell.split(";")))
            told = (";".join(some["name"]), "no", some["measure_id"].iloc[0], sources, checked)
            rows.append((sender, day, len(some), total, *by_kind, *told))
    grown = pd.DataFrame(rows, columns=_GROWTH)
    if start is None:
        return grown
    before = grown[grown["day"] < start.isoformat()].groupby("sender", sort=False).tail(1).assign(carried="yes")
    return pd.concat([before, grown[grown["day"] >= start.isoformat()]], ignore_index=True)


def listed_by_several(
    *,
    start: date | None = None,
    end: date | None = None,
    asof: date | None = None,
    senders: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
) -> pd.DataFrame:
    """The listings of names that at least two senders had listed; with `senders`, of names that one of these had.

    Columns: `place` (row of the matrix, 0 at the top), `name, kind` (person, entity, bank, vessel, aircraft), `country_iso3, sender,
    date` (its first listing there; EDTF), `basis` (cooperation; other for a ship's listing on other grounds, from `vessels`), `lists`
    (how many senders list the name for this cooperation), `table, id, source_ids, source_check`.
    """
    frame = _listings(end, asof, (), kinds).rename(columns={"designated_by": "sender", "designation_id": "id"})
    frame = frame.drop_duplicates(["name", "sender"]).assign(basis="cooperation", table="designations")
    frame["lists"] = frame.groupby("name")["sender"].transform("size")
    frame = frame[frame["lists"] >= 2]
    if senders:
        frame = frame[frame["name"].isin(frame[frame["sender"].isin(senders)]["name"])]
    if start is not None:
        frame = frame[frame["name"].isin(frame[frame["date"] >= start.isoformat()]["name"])]
    frame["first"] = frame.groupby("name")["date"].transform("min")
    frame["group"] = [_ORDER.index(kind) for kind in frame["kind"]]
    frame = pd.concat([frame, _on_other_grounds(frame, end, asof)], ignore_index=True)
    frame = frame.sort_values(["group", "lists", "first", "name", "date"], ascending=[True, False, True, True, True])
    frame["place"] = pd.factorize(frame["name"])[0]
    return frame[_LISTED].reset_index(drop=True)


def _on_other_grounds(listed: pd.DataFrame, end: date | None, asof: date | None) -> pd.DataFrame:
    """Listings of the same ships that do not name this cooperation, as the table of vessels has them."""
    known = set(zip(listed["name"], listed["sender"], strict=True))
    ships = listed[listed["kind"] == "vessel"].drop_duplicates("name").set_index("name")
    rows = []
    for vessel in select("vessels", asof=asof, where={"name": list(ships.index)}).to_dict("records"):
        told = {"basis": "other", "table": "vessels", "id": vessel["vessel_id"]}
        told |= {key: vessel[key] for key in ("name", "source_ids", "source_check")}
        for sender, _, day in (one.partition(":") for one in vessel["sanctioned"].split(";")):
            wanted = day and sender in SENDERS and (vessel["name"], sender) not in known
            if wanted and (end is None or dates.first_day(day) <= end):
                rows.append(ships.loc[vessel["name"]].to_dict() | told | {"sender": sender, "date": day})
    return pd.DataFrame(rows, columns=listed.columns)


def named(*, asof: date | None = None, kinds: tuple[str, ...] = ()) -> int:
    """How many different names were listed for this cooperation by that day."""
    return int(_listings(None, asof, (), kinds)["name"].nunique())


def nameless_measures(*, asof: date | None = None) -> tuple[int, int]:
    """Of the measures on this cooperation: how many list nobody here by name, and how many there are."""
    measures = select("measures", asof=asof, where={"dprk_russia_link": ("yes",)})
    measures = measures[~measures["kind"].isin(("un_resolution", "monitoring", "veto"))]
    with_names = set(select("designations", asof=asof)["measure_id"])
    return int((~measures["measure_id"].isin(with_names)).sum()), len(measures)


def _listings(end: date | None, asof: date | None, senders: tuple[str, ...], kinds: tuple[str, ...]) -> pd.DataFrame:
    asked = {"designated_by": senders, "kind": kinds}
    where = {column: values for column, values in asked.items() if values}
    frame = select("designations", end=end, asof=asof, where=where)
    days = [dates.first_day(day).isoformat() for day in frame["date"]]
    frame["date"] = pd.Series(days, index=frame.index, dtype="str")
    return frame.sort_values(["date", "designation_id"], kind="stable")
