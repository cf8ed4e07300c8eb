"""Dates as the sources give them: EDTF level 0 (`2024`, `2024-03`, `2024-03-18`), so precision is never invented.

A date stays the string that was read. `span` says which days it covers, `show` writes it in the reader's language.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}
_SHORT_MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
}


def today() -> date:
    """The current day in UTC; all days of this project are UTC days."""
    return datetime.now(UTC).date()


@lru_cache(maxsize=20_000)
def span(edtf: str) -> tuple[date, date]:
    """First and last day that an EDTF date covers. Raises ValueError naming the text when it is none."""
    match = _EDTF.fullmatch(edtf) if edtf.isascii() else None
    if match is None:
        raise ValueError(f"{edtf!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match.groups()
    try:
        # "00" is no month and no day, so what is absent must be told from what is nought.
        first = date(int(year), int(month or 1), int(day or 1))
        return first, date(int(year), int(month or 12), int(day or monthrange(int(year), int(month or 12))[1]))
    except ValueError:
        raise ValueError(f"{edtf!r} is not a date: there is no such day") from None


def valid(edtf: str) -> bool:
    """Whether the text is an EDTF level 0 date."""
    try:
        span(edtf)
    except ValueError:
        return False
    return True


def first_day(edtf: str) -> date:
    """First day that the date covers."""
    return span(edtf)[0]


def last_day(edtf: str) -> date:
    """Last day that the date covers."""
    return span(edtf)[1]


def is_day(edtf: str) -> bool:
    """Whether the date is known to the day."""
    return len(edtf) == 10


def show(edtf: str | date, lang: str, *, short: bool = False) -> str:
    """The date in words, to the precision it has: `18 March 2024`, `mars 2024`, `2024`."""
    text = edtf.isoformat() if isinstance(edtf, date) else edtf
    first = first_day(text)
    month = (_SHORT_MONTHS if short else _MONTHS)[lang][first.month - 1]
    if len(text) == 4:
        return text
    if len(text) == 7:
        return f"{month} {first.year}"
    day = "1er" if lang == "fr" and first.day == 1 else str(first.day)
    return f"{day}\u00a0{month} {first.year}"


def show_span(start: str, end: str, lang: str, *, short: bool = False) -> str:
    """A stretch of days in words: `12–17 September 2023`; one date when both are the same or `end` is empty."""
    if not end or end == start:
        return show(start, lang, short=short)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        day = "1er" if lang == "fr" and start[8:] == "01" else str(int(start[8:]))
        return f"{day}–{show(end, lang, short=short)}"
    return f"{show(start, lang, short=short)} – {show(end, lang, short=short)}"


def age_in_months(edtf: str, at: date) -> int:
    """Whole months from the date's last day to `at`; 0 when it lies less than a month back."""
    last = last_day(edtf)
    return max(0, (at.year - last.year) * 12 + at.month - last.month - (at.day < last.day))


def days_before(day: date, days: int) -> date:
    """The day so many days earlier."""
    return day - timedelta(days=days)
