"""A withdrawn row keeps its id for ever, and every list of withdrawn rows can be trusted."""

from typing import TYPE_CHECKING

import pytest

from dashboard import checks
from dashboard.datasets import _package

if TYPE_CHECKING:
    from tests.conftest import Tiny

REASONS = 'reason_en = "Counted twice."\nreason_fr = "Comptée deux fois."\n'


def withdraw(package: "Tiny", rows: str, on: str = "2026-11-22", more: str = "") -> None:
    text = f'# rows\n[[withdrawn]]\nrows = {rows}\non = "{on}"\n{more}{REASONS}'
    (package.directory / "withdrawn.toml").write_text(text, encoding="utf-8")


def test_an_id_that_was_withdrawn_is_refused_where_it_is_used_again(tiny: "Tiny") -> None:
    withdraw(tiny, '["claims/CC02"]')
    assert tiny.offences() == [
        "data/claims.csv:3: claim_id: CC02: "
        "was withdrawn on 2026-11-22 (data/withdrawn.toml:3), an id is never given again"
    ]


FAULTS = [
    ('["rows/CC02"]', "2026-11-22", "", "3: rows: rows/CC02: a row of claims, "),
    ('["CC99"]', "2026-11-22", "", "0: rows: ['CC99']: a list of table/id wanted, such as"),
    ('["claims/CC99"]', "2026-11", "", "3: on: 2026-11: the day of the change wanted as text"),
    ('["claims/CC99"]', "2999-01-01", "", "3: on: 2999-01-01: the day of the change wanted as text"),
    ('["claims/CC99"]', "2026-11-22", 'instead = ["claims/CC98"]\n', "3: instead: claims/CC98: no such row"),
    ('["claims/CC99"]', "2026-11-22", "instead = 3\n", "3: instead: 3: a list of table/id wanted, such as"),
    ('["claims/CC99"]', "2026-11-22", "why = 3\n", "3: why: 3: unknown, of rows, reason_en, reason_fr, on, instead wanted"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "on", "more", "printed"), FAULTS)
def test_a_fault_in_the_list_is_named(tiny: "Tiny", rows: str, on: str, more: str, printed: str) -> None:
    withdraw(tiny, rows, on, more)
    assert len(tiny.offences()) == 1
    assert tiny.offences()[0].startswith(f"data/withdrawn.toml:{printed}")


def test_a_withdrawn_row_that_the_change_log_does_not_name_is_refused(
    tiny: "Tiny", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_second_opinion", lambda directory, descriptor: [])
    monkeypatch.setattr(checks, "_far_points", lambda boundaries, sheets: [])
    withdraw(tiny, '["claims/CC99"]')
    log = tiny.directory / "CHANGELOG.md"
    log.write_text("## 2026-11-21\n\n- Withdrawn from `claims`: CC99.\n", encoding="utf-8")
    assert [str(one) for one in checks.run(tiny.directory)] == [
        "data/withdrawn.toml:3: on: claims/CC99: "
        "the entry of 2026-11-22 in data/CHANGELOG.md does not name it, wanted there too"
    ]
    log.write_text("## 2026-11-22\n\n- Withdrawn from `claims`: CC98 to CC99.\n", encoding="utf-8")
    assert checks.run(tiny.directory) == []


def test_the_withdrawn_rows_of_this_project_are_in_no_table() -> None:
    withdrawn = _package.current().withdrawn
    assert withdrawn
    for one in withdrawn:
        assert one.id not in set(_package.table(one.table).iloc[:, 0])
