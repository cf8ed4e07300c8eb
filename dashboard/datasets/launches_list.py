"""The missiles one by one, newest first."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from dashboard.datasets import _package
from dashboard.datasets._select import select
from dashboard.datasets.launches_missiles import TYPES

COLUMNS = [
    "test_id", "date_utc", "date_kst", "missile", "missile_type", "site_en", "site_fr", "apogee_km", "distance_km", "outcome",
    "salvo_seq", "doubt", "undercount", "preliminary", "source_check",
]  # fmt: skip


def one_by_one(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, types: Sequence[str] = ()
) -> pd.DataFrame:
    """Every missile listed, the newest first, those of a salvo in their order; no satellite launchers.

    Unlike the charts this keeps the firings whose `doubt` says `unverified`.
    Columns: those of `missile_tests` in COLUMNS, `site_en` and `site_fr` (the site's name, empty when it is not known); kilometres.
    """
    frame = select("missile_tests", start=start, end=end, asof=asof, where={"missile_type": types or TYPES})
    names = _package.table("places").set_index("place_id")
    for lang in ("en", "fr"):
        frame[f"site_{lang}"] = names[f"name_{lang}"].reindex(frame["site_id"]).fillna("").to_numpy()
    frame = frame.sort_values(["salvo_seq", "test_id"], kind="stable", na_position="first")
    frame = frame.sort_values(["date_utc", "time_utc"], kind="stable", ascending=False, ignore_index=True)
    return frame[COLUMNS]
