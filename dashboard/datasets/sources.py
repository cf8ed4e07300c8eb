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
    """The publishers behind the rows of `frame`, each once, those behind most rows first. Counts a row's first source only."""
    names = _package.table("sources").set_index("source_id")["publisher"]
    counted = Counter(names[cell.split(";")[0]] for cell in frame["source_ids"] if cell)
    return [name for name, _ in counted.most_common()]


def of(cell: str) -> list[dict[str, Any]]:
    """The source rows that a `source_ids` cell names, in its order; columns of table `sources`."""
    table = _package.table("sources").set_index("source_id", drop=False)
    return [table.loc[one].to_dict() for one in cell.split(";") if one in table.index]
