"""What changed in the data last, from the package's CHANGELOG.md."""

import re
from dataclasses import dataclass
from datetime import date

from dashboard import dates
from dashboard.datasets import _package

FILE = "CHANGELOG.md"
_HEADING = re.compile(r"## +(\d{4}-\d{2}-\d{2})\s*")


@dataclass(frozen=True)
class Change:
    """One entry: its day (EDTF), what is said before the list, and the items of the list; English, without marks."""

    day: str
    text: str
    items: tuple[str, ...]


def latest(*, asof: date | None = None) -> Change | None:
    """The newest entry of the package in use that was there on that day; None when there is none."""
    path = _package.current().directory / FILE
    found = changes(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else []
    found = [one for one in found if asof is None or dates.last_day(one.day) <= asof]
    return max(found, key=lambda one: one.day, default=None)


def changes(markdown: str) -> list[Change]:
    """The entries in the order of the file: each begins with `## YYYY-MM-DD`; lines that run on are joined."""
    entries: list[tuple[str, list[str], list[str]]] = []
    into: list[str] = []
    for line in markdown.splitlines():
        if heading := _HEADING.fullmatch(line):
            entries.append((heading[1], [], []))
            into = entries[-1][1]
        elif entries and line.startswith(("- ", "* ")):
            into = entries[-1][2]
            into.append(line[2:])
        elif entries and line.strip():
            into[-1:] = [" ".join([*into[-1:], line.strip()])]
    return [Change(day, _plain(" ".join(text)), tuple(map(_plain, items))) for day, text, items in entries]


def _plain(text: str) -> str:
    """The words without the marks for code and emphasis and without the targets of links."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"`|\*\*", "", text).strip()
