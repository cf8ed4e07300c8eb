"""The two-source rule: the rows it is for, whether their sources meet it, and the exceptions written beside the data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from dashboard.datasets import _apart
from dashboard.datasets._read import Row, Sheet
from dashboard.errors import Offence

FILE = "exceptions.toml"
TWO, BETTER = "two_sources", "better_source"
_WANTED = {TWO: "two independent sources", BETTER: "an official page, UN document, wire or paper"}
RULES = tuple(_WANTED)
# State media are a party's own voice, also on its own acts: they never count as the better source.
BETTER_KINDS = frozenset({"official", "un_doc", "wire", "paper"})
# The tables under the rule, and the values that its rows must have; no columns means every row.
DUE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "claims": {},
    "satellite_launches": {},
    "un_votes": {},
    "agreements": {},
    "meetings": {"level": ("head_of_state", "head_of_government", "minister", "security_council")},
    "measures": {"dprk_russia_link": ("yes",)},
}
_RELAYED = re.compile(r"\b(?:citing|quoting|summarising|republishing|via|through)\b", re.IGNORECASE)
# What stands in a publisher's name beside publishers: a language, or that the page is a copy.
_NO_NAME = re.compile(
    r"(?:english|french|français|german|indonesian|japanese|korean)(?: service)?|copy|republished|archived|agency|agencies"
)


@dataclass(frozen=True)
class Exemption:
    """One row that is let off rules, with the line of the file that names it and why in both languages."""

    table: str
    id: str
    rules: tuple[str, ...]
    reason_en: str
    reason_fr: str
    line: int = 0


def due(table: str, row: Mapping[str, Any]) -> bool:
    """Whether the row of that table needs two independent sources."""
    return table in DUE and all(row[column] in values for column, values in DUE[table].items())


def broken(sources: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The rules that a row resting on these rows of `sources` breaks.

    Independent are two sources whose publishers share no name: "Reuters (The Star)" and "Reuters" are one voice, and so are two
    papers that both pass on Yonhap.
    """
    publishers = [_names(source["publisher"]) for source in sources]
    independent = any(one.isdisjoint(other) for one, other in combinations(publishers, 2))
    better = any(source["kind"] in BETTER_KINDS for source in sources)
    return tuple(rule for rule, kept in ((TWO, independent), (BETTER, better)) if not kept)


def read(directory: Path, offences: list[Offence]) -> tuple[Exemption, ...]:
    """The exceptions of the package in `directory`, none without the file; what is wrong with its form joins `offences`."""
    found = _apart.read(directory / FILE, "exception", ("rules",), _wrong_rules, offences)
    return tuple(
        Exemption(one.table, one.id, tuple(one.told["rules"]), one.reason_en, one.reason_fr, one.line) for one in found
    )


def _wrong_rules(group: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    rules = group.get("rules")
    if not isinstance(rules, list) or not rules or any(rule not in RULES for rule in rules):
        yield "rules", str(rules or ""), f"a list of {', '.join(RULES)} wanted"


def offences(sheets: Mapping[str, Sheet], exemptions: Sequence[Exemption]) -> Iterator[Offence]:
    """Rows that break the rule without an exception, and exceptions that name no such row or are not needed."""
    if "sources" not in sheets:
        return
    sources = {row.cells["source_id"]: row.cells for row in sheets["sources"].rows}
    left = {(one.table, one.id): one for one in exemptions}
    for table in DUE.keys() & sheets.keys():
        for row in sheets[table].rows:
            exempt = left.get((table, next(iter(row.cells.values()))))
            if due(table, row.cells):
                cited = [sources[one] for one in row.cells["source_ids"].split(";") if one in sources]
                yield from _judged(sheets[table].file, row, cited, exempt)
            elif exempt:
                yield _at(exempt, "the rule is not for this row, take the exception out")
    yield from _misplaced(exemptions, sheets)


def _judged(file: str, row: Row, cited: Sequence[Mapping[str, str]], exempt: Exemption | None) -> Iterator[Offence]:
    """What is wrong with one row under the rule, or with its exception."""
    faults, allowed = broken(cited), exempt.rules if exempt else ()
    for rule in faults:
        if rule not in allowed:
            seen = dict.fromkeys(source["publisher" if rule == TWO else "kind"] for source in cited)
            problem = (
                f"{', '.join(seen) or 'nothing'}: {_WANTED[rule]} wanted, or an exception from {rule} in data/{FILE}"
            )
            yield Offence(file, row.line, "source_ids", row.cells["source_ids"], problem)
    for rule in allowed:
        if exempt and rule not in faults:
            yield _at(exempt, f"no exception from {rule} needed any more, take it out")


def _misplaced(exemptions: Sequence[Exemption], sheets: Mapping[str, Sheet]) -> Iterator[Offence]:
    """Exceptions for a row that is not there, and those that stand twice."""
    seen: set[tuple[str, str]] = set()
    for one in exemptions:
        keys = sheets[one.table].keys if one.table in sheets else None
        if one.table not in DUE:
            yield _at(one, f"a row of {', '.join(DUE)} wanted, the tables under the rule")
        elif keys is not None and one.id not in keys:
            yield _at(one, f"no such row in {one.table}.csv")
        elif (one.table, one.id) in seen:
            yield _at(one, "stands here twice, once wanted, with all its rules")
        seen.add((one.table, one.id))


def _at(one: Exemption, problem: str) -> Offence:
    return Offence(FILE, one.line, "rows", f"{one.table}/{one.id}", problem)


def _names(publisher: str) -> frozenset[str]:
    """Everybody a publisher's name speaks of: "Kyiv Independent (citing Reuters)" is both."""
    parts = (_RELAYED.sub("", part).strip().removeprefix("the ") for part in re.split(r"[(),;]", publisher.casefold()))
    return frozenset(part for part in parts if part and not _NO_NAME.fullmatch(part))
