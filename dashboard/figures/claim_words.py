"""What stands beside a claim's mark: who says it and how much, as short as the chart is narrow."""

from collections.abc import Mapping
from typing import Any

from dashboard.figures import marks, panels


def who(row: Mapping[str, Any], words: Any) -> str:
    """The claimant's short name: the house itself where a group gathers several."""
    key = f"voice.{row['claimant_id']}"
    return str(words(key if key in words else f"group_short.{row['group_id']}"))


def ends(row: Mapping[str, Any]) -> tuple[float, float]:
    """Lowest and highest value claimed; the same twice where one figure is given."""
    low = row["low"] if row["low"] == row["low"] else row["high"]
    high = row["high"] if row["high"] == row["high"] else row["low"]
    return low, high


def is_cap(row: Mapping[str, Any]) -> bool:
    """Whether the row is a limit, not a count."""
    return bool(row["variant"] == "cap")


def figure(row: Mapping[str, Any], words: Any, *, short: bool = False) -> str:
    """The figure claimed: `1 million+`, `up to 9 million`, `4 to 6 million`; `4–6m` when short."""
    low, high = ends(row)
    if low != low:
        return ""
    if low != high:
        return _range(low, high, words, short)
    said = panels.short(low, words) if short else words.amount(low)
    if row["qualifier"] in ("more_than", "at_least"):
        return f"{said}+"
    return str(words("qualifier.up_to", n=said)) if row["qualifier"] == "up_to" else said


def mark_label(row: Mapping[str, Any], words: Any, several: bool, *, short: bool = False) -> str:
    """The text beside a mark: who, how much, and which of `several` things is counted."""
    if is_cap(row):
        return str(words("claims.cap_short" if short else "claims.cap", n=words.amount(row["value"])))
    parts = [f"<b>{who(row, words)}</b> {figure(row, words, short=short)}"]
    key = f"detail.{row['variant']}"
    if several and key in words:
        parts.append(words(key))
    if row["factor_low"] == row["factor_low"]:
        parts.append(factor(row, words, short))
    return ", ".join(parts)


def factor(row: Mapping[str, Any], words: Any, short: bool) -> str:
    """What a conversion reckoned with: `450 a box`."""
    low, high = row["factor_low"], row["factor_high"]
    said = words.number(low) if low == high else f"{words.number(low)}–{words.number(high)}"
    return str(words("claims.factor_short" if short else "claims.factor", n=said))


def lane_label(row: Mapping[str, Any], words: Any) -> str:
    """The text beside a mark in a lane of words: who, what, and the figure with its unit where there is one."""
    keys = (f"said.{row['claim_id']}", f"what.{row['item']}.{row['variant']}")
    what = next((words(key) for key in keys if key in words), "")
    said = quantity(row, words)
    parts = [part for part in (what, said) if part]
    return f"<b>{who(row, words)}</b> {words('claims.what_how_much', what=parts[0], n=parts[1]) if len(parts) == 2 else ''.join(parts)}"


def quantity(row: Mapping[str, Any], words: Any) -> str:
    """The figure with its qualifier and unit in words; empty where there is none."""
    low, high = ends(row)
    if row["variant"] == "none_seen":
        return str(words("claims.none_seen"))
    if low != low:
        return ""
    said = _range(low, high, words, short=False) if low != high else words.amount(low)
    unit = f"unit_one.{row['unit']}" if high == 1 and f"unit_one.{row['unit']}" in words else f"unit.{row['unit']}"
    return f"{words('qualifier.' + row['qualifier'], n=said)} {_of(said, row['unit'], words, unit)}"


def hover(row: Mapping[str, Any], words: Any) -> str:
    """What a claim says when it is pointed at; without a number, its note instead of the figure."""
    note = marks.folded(row[f"note_{words.lang}"] or row["note_en"])
    if ends(row)[0] != ends(row)[0]:
        row = dict(row)
        speaker = f"{row['speaker']}, " if row["speaker"] else ""
        said = [
            f"<b>{words('claims.no_number')}</b>",
            f"{speaker}{row['claimant_' + words.lang]}",
            words.date(row["stated_on"]),
        ]
        return marks.joined([*said, words(f"source_check.{row['source_check']}"), note])
    return marks.joined([marks.hover(row, words), note])


def _range(low: float, high: float, words: Any, short: bool) -> str:
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if low >= size or (low >= size / 10 and high >= size):
            said = "–".join(_scaled(value / size, words) for value in (low, high))
            key = f"number.{name}_short" if short else f"number.{name}_many"
            return str(words(key, n=said))
    return f"{words.number(low)}–{words.number(high)}"


def _scaled(value: float, words: Any) -> str:
    digits = len(f"{round(value, 2):g}".partition(".")[2])
    return str(words.number(round(value, 2), digits))


def _of(said: str, unit: str, words: Any, key: str) -> str:
    """The unit as it follows the figure: `7 000 barils`, but `1 million de barils`."""
    large = any(name in said for name in ("million", "milliard"))
    many = f"unit_of.{unit}"
    return str(words(many) if large and many in words else words(key))
