"""What changed in the data, from the package's CHANGELOG.md: last of all, and to one record."""

import re
from dataclasses import dataclass
from datetime import date

from dashboard import dates
from dashboard.datasets import _package

FILE = "CHANGELOG.md"
# What an item does, by its first word; English, as the file is.
KINDS = {"Added": "added", "Corrected": "corrected", "Removed": "removed", "Withdrawn": "withdrawn"}
_SENTENCE = re.compile(r"(?<=[.;]) +")
_RANGE = re.compile(r"\b([A-Za-z.-]*?)(\d+)(?:–| to )\1(\d+)\b")
_HEADING = re.compile(r"## +(\d{4}-\d{2}-\d{2})\s*")


@dataclass(frozen=True)
class Change:
    """One entry: its day (EDTF), what is said before the list, and the items of the list; English, without marks."""

    day: str
    text: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """What the list says of one record: the day (EDTF), what was done (one of KINDS' values, or ""), the sentence."""

    day: str
    kind: str
    text: str


def latest(*, asof: date | None = None) -> Change | None:
    """The newest entry of the package in use that was there on that day; None when there is none."""
    found = [one for one in entries() if asof is None or dates.last_day(one.day) <= asof]
    return max(found, key=lambda one: one.day, default=None)


def history(table: str, key: str, *, asof: date | None = None) -> list[Entry]:
    """What the list of the package in use says of a record, newest first: each sentence that names its id.

    An id without a digit is a word like others and counts only in an item that names the table.
    """
    found = []
    for change in sorted(entries(), key=lambda one: one.day, reverse=True):
        if asof is None or dates.last_day(change.day) <= asof:
            items = [one for one in change.items if any(map(str.isdigit, key)) or re.search(rf"\b{table}\b", one)]
            found += [Entry(change.day, _kind(item), said.rstrip(";")) for item in items for said in _naming(key, item)]
    return found


def names(change: Change, key: str) -> bool:
    """Whether the entry names the id."""
    return any(_naming(key, item) for item in change.items)


def entries() -> list[Change]:
    """Every entry of the package in use, in the order of the file; none where it keeps no log."""
    path = _package.current().directory / FILE
    return changes(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else []


def _kind(item: str) -> str:
    return KINDS.get(re.split(r"\W", item, maxsplit=1)[0], "")


def sentences(item: str) -> list[str]:
    """The sentences of an item, or its parts between semicolons."""
    return _SENTENCE.split(item)


def _naming(key: str, item: str) -> list[str]:
    """The sentences of an item that name the id, on its own or within a span such as QT13–QT18."""
    return [one for one in sentences(item) if re.search(rf"(?<![\w.-]){re.escape(key)}(?![\w-])", _spelt_out(one))]


def _spelt_out(text: str) -> str:
    """The text with each span of ids followed by the ids in it."""

    def each(span: re.Match[str]) -> str:
        stem, first, last = span.groups()
        numbers = range(int(first), min(int(last), int(first) + 500) + 1)
        return " ".join([span[0], *(f"{stem}{number:0{len(first)}d}" for number in numbers)])

    return _RANGE.sub(each, text)


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
