"""Where the rows of a frame were read."""

from collections import Counter
from typing import Any

import pandas as pd

from dashboard.datasets import _package


def ids(frame: pd.DataFrame) -> list[str]:
    """The source ids that the rows of `frame` name, most used first."""
    counted = Counter(one for cell in frame["source_ids"] for one in cell.split(";") if one)
    return [one for one, _ in counted.most_common()]


def cited(frame: pd.DataFrame) -> pd.DataFrame:
    """The pages that the rows of `frame` name, each once, in the order of the file; columns of table `sources`."""
    table = _package.table("sources")
    named = ids(frame) if "source_ids" in frame.columns else []
    return table[table["source_id"].isin(named)].reset_index(drop=True)


def publishers(frame: pd.DataFrame) -> list[str]:
    """The publishers of all pages that the rows of `frame` name, each once, those behind most rows first."""
    table = _package.table("sources")
    names = dict(zip(table["source_id"], table["publisher"], strict=True))
    counted = Counter(
        name for cell in frame["source_ids"] for name in dict.fromkeys(names[one] for one in cell.split(";") if one)
    )
    return [name for name, _ in counted.most_common()]


def of(cell: str) -> list[dict[str, Any]]:
    """The source rows that a `source_ids` cell names, in its order; columns of table `sources`."""
    table = _package.table("sources").set_index("source_id", drop=False)
    return [table.loc[one].to_dict() for one in cell.split(";") if one in table.index]
