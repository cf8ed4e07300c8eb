"""Containers a month between one claimant's own claims: arithmetic on claims, not a count of shipments."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from math import inf, isfinite
from typing import Any

import pandas as pd

from dashboard import dates
from dashboard.datasets import shipments
from dashboard.datasets.shipments_panels import MANY_VOICES

LEAST_DAYS = 20
COLUMNS = (
    *(
        "series",
        "group_id",
        "claimant_id",
        "claimant_en",
        "claimant_fr",
        "from_claim_id",
        "to_claim_id",
        "start",
        "end",
    ),
    *("from_value", "to_value", "increment", "months", "per_month", "from_qualifier", "to_qualifier", "bound"),
    *("low_per_month", "high_per_month", "source_check", "source_ids", "table", "id"),
)
_MONTH = 365.25 / 12
_BOUNDS = {(True, True): "range", (True, False): "at_least", (False, True): "at_most", (False, False): "open"}


def tempo(
    *, start: date | None = None, end: date | None = None, asof: date | None = None, claimants: tuple[str, ...] = ()
) -> pd.DataFrame:
    """One row per interval between two consecutive container claims of one claimant that count the same thing.

    The claimant whose newest claim is the latest comes first. Columns: those of `COLUMNS`; `claimant_id` who spoke at either
    end, `start` and `end` the days between which `months` are counted (both `as_of`, or both `stated_on`), `increment` in containers,
    `per_month` in containers a month; `bound` what the claims' qualifiers make of it (range, at_least, at_most, open);
    `low_per_month, high_per_month` what rounding leaves open (of a range only); `source_check` unread if either was not read;
    `table, id` the record of the later claim. An interval belongs to the period when it ends in it.
    """
    frame = shipments.containers(end=end, asof=asof, claimants=claimants)
    rows = intervals(frame.to_dict("records"))
    kept = [row for row in rows if start is None or row["end"] >= start.isoformat()]
    return pd.DataFrame(kept, columns=list(COLUMNS))


def intervals(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The intervals between claims, which come in the order in which they were made."""
    series: dict[str, list[dict[str, Any]]] = {}
    for claim in claims:
        series.setdefault(_series(claim), []).append(claim)
    found = [rows for said in series.values() if (rows := list(_between(said)))]
    found.sort(key=lambda rows: max(str(row["end"]) for row in rows), reverse=True)
    return [row for rows in found for row in rows]


def _between(said: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one, two in pairwise(said):
        days = _days(one, two)
        if days and (days[1] - days[0]).days >= LEAST_DAYS and _same_start(one, two):
            yield _interval(one, two, *days)


def _days(one: dict[str, Any], two: dict[str, Any]) -> tuple[date, date] | None:
    """The days that the two claims run to where both say so, else those on which they were made; None when one is not known."""
    for column in ("as_of", "stated_on"):
        if dates.is_day(one[column]) and dates.is_day(two[column]):
            return dates.first_day(one[column]), dates.first_day(two[column])
    return None


def _same_start(one: dict[str, Any], two: dict[str, Any]) -> bool:
    """Whether the two may count from the same day: a start that is not stated may be any."""
    first, second = one["counting_since"], two["counting_since"]
    return bool(not first or not second or first.startswith(second) or second.startswith(first))


def _interval(one: dict[str, Any], two: dict[str, Any], start: date, end: date) -> dict[str, Any]:
    months, increment = (end - start).days / _MONTH, two["value"] - one["value"]
    (least_before, most_before), (least, most) = _meant(one), _meant(two)
    low, high = least - most_before, most - least_before
    bound = _BOUNDS[isfinite(low), isfinite(high)]
    if increment >= 0:
        low = max(0.0, low)  # rounding alone cannot make a running total fall
    ranged = bound == "range"
    return {
        "series": _series(two),
        "group_id": two["group_id"],
        **{column: _both(one, two, column) for column in ("claimant_id", "claimant_en", "claimant_fr", "source_ids")},
        "from_claim_id": one["claim_id"],
        "to_claim_id": two["claim_id"],
        "start": start.isoformat(),
        "end": end.isoformat(),
        "from_value": one["value"],
        "to_value": two["value"],
        "increment": increment,
        "months": round(months, 2),
        "per_month": round(increment / months),
        "from_qualifier": one["qualifier"],
        "to_qualifier": two["qualifier"],
        "bound": bound,
        "low_per_month": round(low / months) if ranged else None,
        "high_per_month": round(high / months) if ranged else None,
        "source_check": "unread" if "unread" in (one["source_check"], two["source_check"]) else "read",
        "table": "claims",
        "id": two["claim_id"],
    }


def _series(claim: dict[str, Any]) -> str:
    """Who counts what: claims of one series may be subtracted from each other."""
    voice = claim["claimant_id"] if claim["group_id"] in MANY_VOICES else claim["group_id"]
    return "-".join((voice, claim["variant"], claim["basis"]))


def _both(one: dict[str, Any], two: dict[str, Any], column: str) -> str:
    """What the two claims have in that column, each once."""
    return ";".join(dict.fromkeys(part for part in f"{one[column]};{two[column]}".split(";") if part))


def _meant(claim: dict[str, Any]) -> tuple[float, float]:
    """The least and the most that a claim can mean: “about” is taken as rounded to its last digit that is not zero."""
    value = float(claim["value"])
    if claim["qualifier"] in ("more_than", "at_least"):
        return value, inf
    if claim["qualifier"] == "up_to":
        return -inf, value
    if claim["low"] == claim["low"] and claim["high"] == claim["high"]:
        return float(claim["low"]), float(claim["high"])
    digits = f"{value:.0f}"
    half = 10 ** (len(digits) - len(digits.rstrip("0"))) / 2 if claim["qualifier"] == "about" else 0.0
    return value - half, value + half
