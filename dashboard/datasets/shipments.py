"""Claims about what moved: containers, shells, missiles, guns, troops, workers, and what came back."""

from datetime import date

import pandas as pd

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._select import select


def claims(
    items: tuple[str, ...],
    *,
    start: date | None = None,
    end: date | None = None,
    asof: date | None = None,
    claimants: tuple[str, ...] = (),
    direction: str = "",
    numbered: bool = True,
) -> pd.DataFrame:
    """Claims on those items with their claimant's group, in the order in which they were made.

    Columns: those of `claims`, then `group_id, claimant_en, claimant_fr, value` (the figure that stands: low, or high where the
    claim is "up to"), `day` (first day of `stated_on`). `claimants` takes claimant or group ids. Units as in `unit`.
    """
    frame = select("claims", start=start, end=end, asof=asof, where={"item": items})
    who = _package.table("claimants")[["claimant_id", "group_id", "name_en", "name_fr"]]
    frame = frame.merge(
        who.rename(columns={"name_en": "claimant_en", "name_fr": "claimant_fr"}), on="claimant_id", how="left"
    )
    if claimants:
        frame = frame[frame["claimant_id"].isin(claimants) | frame["group_id"].isin(claimants)]
    if direction:
        frame = frame[frame["direction"] == direction]
    frame["value"] = frame["low"].fillna(frame["high"])
    if numbered:
        frame = frame[frame["value"].notna()]
    days = [dates.first_day(day).isoformat() for day in frame["stated_on"]]
    frame["day"] = pd.Series(days, index=frame.index, dtype=str)
    return frame.sort_values(["stated_on", "claim_id"], kind="stable").reset_index(drop=True)


def containers(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, claimants: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Cumulative arms containers from North Korea to Russia, one row per claim, plus what was in force when the period began.

    Columns: those of `claims()`, then `carried` (yes where the claim was made before `start` and was its group's word on that day).
    """
    frame = claims(("containers",), end=end, asof=asof, claimants=claimants, direction="PRK-RUS")
    return _since(frame[frame["basis"] == "delivered"], start)


def turns() -> list[str]:
    """The days (ISO, oldest first) on which a claim on containers became public; one known to the month counts when it is over."""
    return sorted({dates.last_day(day).isoformat() for day in containers()["stated_on"]})


def shells(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, claimants: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Seoul's own conversions of containers into rounds, one row per claim, plus what was in force when the period began.

    Columns: those of `containers()` (in rounds), then `containers` (of the claim that was converted) and `factor` (rounds per
    container, computed from the two).
    """
    frame = claims(("rounds",), end=end, asof=asof, claimants=claimants, direction="PRK-RUS")
    frame = frame[frame["group_id"].str.startswith("kr-") & (frame["converted_from"] != "")].copy()
    said = _package.table("claims").set_index("claim_id")
    boxes = frame["converted_from"].map(said["low"].fillna(said["high"]).where(said["item"] == "containers"))
    frame = frame.assign(containers=boxes, factor=(frame["value"] / boxes).round(0))
    return _since(frame[frame["factor"].notna()], start)


def _since(frame: pd.DataFrame, start: date | None) -> pd.DataFrame:
    """The claims made since `start`, and before them each group's word on that day; says which in `carried`."""
    frame = frame.copy()
    frame.insert(list(frame.columns).index("day") + 1, "carried", "no")
    if start is not None:
        before = frame[frame["day"] < start.isoformat()].groupby("group_id", sort=False).tail(1).assign(carried="yes")
        frame = pd.concat([before, frame[frame["day"] >= start.isoformat()]])
    return frame.reset_index(drop=True)


def in_force(frame: pd.DataFrame) -> pd.DataFrame:
    """Lowest and highest claim in force from each day on which that changes.

    Takes the frame of `containers()`. Columns: `day, low, high, groups` (how many groups have said a number by then).
    """
    standing: dict[str, float] = {}
    rows = []
    for day, said in frame.groupby("day", sort=True):
        standing |= dict(zip(said["group_id"], said["value"], strict=True))
        rows.append((day, min(standing.values()), max(standing.values()), len(standing)))
    return pd.DataFrame(rows, columns=["day", "low", "high", "groups"])
