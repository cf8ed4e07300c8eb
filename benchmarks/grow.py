"""Data that never happened, to measure growth with: the package with each dated row repeated on other days. Never to be shown.

`python -m benchmarks.grow DIR TIMES` writes the package to DIR. Copies get ids of their own and days up to a year earlier.
"""

import csv
import json
import random
import re
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

from dashboard.paths import DATA

_STAY = {"sources", "claimants", "people", "places", "regimes", "vessels", "nuclear_tests"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def grow(target: Path, times: int, seed: int = 1) -> None:
    """Write the data package to `target` with every dated row `times` times; the same seed gives the same data."""
    chance = random.Random(seed)
    shutil.copytree(DATA, target, dirs_exist_ok=True)
    descriptor = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        if resource["name"] not in _STAY:
            dated = {one["name"] for one in resource["schema"]["fields"] if one.get("kind") == "edtf"}
            unique = {one["name"] for one in resource["schema"]["fields"] if one.get("constraints", {}).get("unique")}
            _repeat(target / resource["path"], times, dated, unique, chance)


def _repeat(path: Path, times: int, dated: set[str], unique: set[str], chance: random.Random) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or []), list(reader)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        for copy in range(times):
            for row in rows:
                writer.writerow(_moved(row, copy, columns[0], dated, unique, chance) if copy else row)


def _moved(
    row: dict[str, str], copy: int, key: str, dated: set[str], unique: set[str], chance: random.Random
) -> dict[str, str]:
    """The row under another id: some days earlier, or some years where a date has no day, so that dates keep their order."""
    said = {column: value for column, value in row.items() if column in dated and value}
    days, years = timedelta(days=chance.randint(1, 365)), chance.randint(1, 5)
    if all(_DAY.fullmatch(value) for value in said.values()):
        said = {column: str(date.fromisoformat(value) - days) for column, value in said.items()}
    else:
        said = {column: _years_before(value, years) for column, value in said.items()}
    return row | said | {column: "" for column in unique if column != key} | {key: f"{row[key]}-x{copy}"}


def _years_before(value: str, years: int) -> str:
    return f"{int(value[:4]) - years}{value[4:]}".replace("-02-29", "-02-28")


if __name__ == "__main__":
    grow(Path(sys.argv[1]), int(sys.argv[2]))
