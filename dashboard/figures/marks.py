"""How one claim is drawn and what its hover says: the same in every chart of claims."""

from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import Any

SYMBOLS = {"more_than": "triangle-up", "at_least": "triangle-up", "up_to": "triangle-down"}


def symbol(row: Mapping[str, Any]) -> str:
    """▲ more than / at least, ▼ up to, ● about / exactly; filled when its source was read, hollow when not."""
    shape = SYMBOLS.get(row["qualifier"], "circle")
    return shape if row["source_check"] == "read" else f"{shape}-open"


def quantity(row: Mapping[str, Any], words: Any) -> str:
    """The claimed figure in words: `more than 10,000`, `4–6 million`, `about 7,000`."""
    low, high = row["low"], row["high"]
    if low == low and high == high and low != high:
        return str(
            words(
                f"qualifier.{row['qualifier']}", n=words("number.range", low=words.amount(low), high=words.amount(high))
            )
        )
    value = low if low == low else high
    return str(words(f"qualifier.{row['qualifier']}", n=words.amount(value)))


def hover(row: Mapping[str, Any], words: Any) -> str:
    """What a claim's mark says when it is pointed at: the figure, who, when, counting since when, source read or not."""
    who = row[f"claimant_{words.lang}"]
    speaker = f"{row['speaker']}, " if row["speaker"] else ""
    lines = [
        f"<b>{quantity(row, words)}</b> {words('unit.' + row['unit'])}",
        f"{speaker}{who}",
        words.date(row["stated_on"]),
    ]
    if row["counting_since"]:
        lines.append(words("claim.counting_since", date=words.date(row["counting_since"])))
    if row["as_of"]:
        lines.append(words("claim.as_of", date=words.date(row["as_of"])))
    lines.append(words(f"source_check.{row['source_check']}"))
    return "<br>".join(lines)


def joined(lines: Iterable[str]) -> str:
    """The lines of a hover label, without those that have nothing to say."""
    return "<br>".join(line for line in lines if line)


def cut(text: str, most: int) -> str:
    """The text, or its first letters and a sign where it is longer than `most` letters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def folded(text: str, width: int = 58) -> str:
    """A sentence broken into lines for a hover label."""
    return "<br>".join(wrap(text, width))
