"""Lists that stand beside the tables: rows named as table/id, several to a reason, the reason in both languages."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.errors import Offence

_REASONS = ("reason_en", "reason_fr")
# What is wrong with what a group says beside rows and reasons: column, value, problem.
Faults = Callable[[Mapping[str, Any]], Iterable[tuple[str, str, str]]]


@dataclass(frozen=True)
class Named:
    """One row of a list: its table and id, the line of the file, the reason, and all that is said of its group."""

    table: str
    id: str
    line: int
    reason_en: str
    reason_fr: str
    told: Mapping[str, Any]


def read(path: Path, name: str, keys: Sequence[str], faults: Faults, offences: list[Offence]) -> list[Named]:
    """The rows that `[[name]]` groups in a TOML file list, none without the file; what is wrong with its form joins `offences`.

    `keys` are what a group may say beside `rows` and the reasons; `faults` judges those.
    """
    if not path.is_file():
        return []
    try:
        text = path.read_text(encoding="utf-8")
        groups = tomllib.loads(text).get(name, [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        offences.append(Offence(path.name, 0, "file", "", f"cannot be read as TOML: {error}"))
        return []
    if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
        offences.append(Offence(path.name, 0, name, "", f"[[{name}]] with rows and reasons wanted"))
        return []
    lines, found = text.splitlines(), []
    for group in groups:
        wrong = [*_wrong(group, keys), *faults(group)]
        line = 0 if any(column == "rows" for column, _, _ in wrong) else _line(group["rows"][0], lines)
        offences += [Offence(path.name, line, *each) for each in wrong]
        found += [] if wrong else [_named(row, group, lines) for row in group["rows"]]
    return found


def _wrong(group: Mapping[str, Any], keys: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    rows = group.get("rows")
    if not is_list_of_rows(rows):
        yield "rows", str(rows or ""), 'a list of table/id wanted, such as ["claims/CC10"]'
    for column in _REASONS:
        said = group.get(column, "")
        if not isinstance(said, str) or not said.strip():
            yield column, str(said), "is empty, the reason wanted"
    known = ("rows", *_REASONS, *keys)
    for key in group.keys() - set(known):
        yield str(key), str(group[key]), f"unknown, of {', '.join(known)} wanted"


def is_list_of_rows(value: object) -> bool:
    """Whether it is a list of at least one `table/id`."""
    return (
        isinstance(value, list) and bool(value) and all(isinstance(one, str) and one.count("/") == 1 for one in value)
    )


def _named(row: str, group: Mapping[str, Any], lines: Sequence[str]) -> Named:
    table, _, key = row.partition("/")
    return Named(table, key, _line(row, lines), group["reason_en"].strip(), group["reason_fr"].strip(), group)


def _line(row: str, lines: Sequence[str]) -> int:
    """The line that names the row, from 1; TOML itself does not tell."""
    return next((number for number, line in enumerate(lines, start=1) if f'"{row}"' in line), 0)
