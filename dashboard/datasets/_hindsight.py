"""What the texts of a row may say under an earlier day of knowledge: they were written looking back.

A field of the descriptor says with `asof` what happens to it under a day before the data were compiled: `blank` empties it,
`first_sentence` keeps its first sentence unless that names a later day or speaks of what came later.
"""

import re
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard import dates
from dashboard.datasets import _descriptor, _package

_NAMES = (
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
)
_MONTH = {name: number for names in _NAMES for number, name in enumerate(names.split(), start=1)}
# "March 2024", "18 mars 2024", "17 March"; "May" and "mars" alone are words like others, so a day or a year must stand by.
_WRITTEN = re.compile(rf"(?:(\d{{1,2}})(?:er)?\s)?\b({'|'.join(_MONTH)})\b(?:\s(\d{{4}}))?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_LATER = re.compile(
    r"\b(?:later|afterwards|subsequently|eventually|since then|ha(?:s|ve) since"
    r"|plus tard|par la suite|ultérieurement|depuis lors|(?:a|ont) depuis)\b",
    re.IGNORECASE,
)


def is_earlier(asof: date | None) -> bool:
    """Whether that day lies before the data were compiled, so that their texts can know more than one did then."""
    return asof is not None and asof < dates.last_day(_package.updated())


def without(name: str, frame: pd.DataFrame, asof: date) -> pd.DataFrame:
    """The rows of table `name`, its texts cut to what could be said on that day."""
    if not is_earlier(asof):
        return frame
    known_on = _package.resource(name)["known_on"]
    for field in _package.resource(name)["schema"]["fields"]:
        column, rule = field["name"], field.get("asof")
        if rule == _descriptor.BLANK:
            frame[column] = ""
        elif rule == _descriptor.FIRST_SENTENCE:
            told = zip(frame[column], frame[known_on], strict=True)
            frame[column] = pd.Series([_said(text, day, asof) for text, day in told], frame.index, dtype="str")
    return frame


def first_sentence(text: str) -> str:
    """The text up to its first full stop that a space follows."""
    head, stop, _ = text.partition(". ")
    return head + "." if stop else text


def _said(text: str, day: str, asof: date) -> str:
    head = first_sentence(text)
    return head if newest(head, day[:4]) <= asof else ""


@lru_cache(4096)
def newest(text: str, year: str) -> date:
    """The first day on which the text can have been written: that of the newest date in it, never if it speaks of later things.

    `year` is meant where a day is named without one.
    """
    if _LATER.search(text):
        return date.max
    days = [date.min]
    for found in _NUMBERED.findall(text):
        days += [dates.first_day(found)] if dates.valid(found) else []
    for number, month, named in _WRITTEN.findall(text):
        if (number or named) and (named or year):
            days.append(_day(named or year, _MONTH[month.lower()], number))
    return max(days + [dates.first_day(found) for found in _YEAR.findall(text)])


def _day(year: str, month: int, day: str) -> date:
    """The day, or the first of the month where there is no such day."""
    written = f"{year}-{month:02d}-{int(day or 1):02d}"
    return dates.first_day(written if dates.valid(written) else written[:7])
