"""Fewer rows where more would lie on top of each other: no more goes to the reader than a screen can show."""

import math

import pandas as pd

MOST = 250


def thinned(frame: pd.DataFrame, by: list[str], most: int = MOST) -> pd.DataFrame:
    """One row for each stretch of days where a kind of row (the columns `by`) has more than `most`; the others as they are.

    Of the rows of a stretch the first stands for all: `until` is the last of theirs, `value` their sum, and the texts say how
    many more there are. Columns as in `overview.timeline`.
    """
    if not len(frame):
        return frame
    return pd.concat([_merged(part, most) if len(part) > most else part for _, part in frame.groupby(by, sort=False)])


def _merged(part: pd.DataFrame, most: int) -> pd.DataFrame:
    days = pd.to_datetime(part["day"])
    step = math.ceil(((days.max() - days.min()).days + 1) / most)
    stretches = part.groupby((days - days.min()).dt.days // step, sort=True)
    merged, sizes = stretches.first(), stretches.size()
    merged["until"], merged["value"] = stretches["until"].max(), stretches["value"].sum()
    more = [f" (+{size - 1})" if size > 1 else "" for size in sizes]
    for column in ("text_en", "text_fr"):
        merged[column] = merged[column].fillna("") + more
    return merged[part.columns]
