"""When two sources are one voice, and which rows must have two."""

import pytest

from dashboard.datasets import _evidence, _package

APART = [
    ("Reuters", "Yonhap"),
    ("Reuters (The Star)", "AP (The Hill)"),
    ("KBS World (German)", "Ukrinform (German)"),
    ("TASS", "The Moscow Times (copy)"),
]
TOGETHER = [
    ("Reuters", "Reuters"),
    ("Reuters", "The Moscow Times (Reuters)"),
    ("UNIAN (citing Yonhap)", "The Korea Herald (Yonhap)"),
    ("KCNA", "KCNA Watch (KCNA)"),
    ("South China Morning Post", "South China Morning Post (republished)"),
    ("The Dong-A Ilbo", "Dong-A Ilbo (News1)"),
    ("Ukrinform (German), citing Yonhap", "Yonhap (Wow TV)"),
]


def cited(*publishers: str, kind: str = "paper") -> list[dict[str, str]]:
    return [{"publisher": one, "kind": kind} for one in publishers]


@pytest.mark.parametrize("pair", APART)
def test_publishers_without_a_common_name_are_two_voices(pair: tuple[str, str]) -> None:
    assert _evidence.broken(cited(*pair)) == ()


@pytest.mark.parametrize("pair", TOGETHER)
def test_publishers_with_a_common_name_are_one_voice(pair: tuple[str, str]) -> None:
    assert _evidence.broken(cited(*pair)) == ("two_sources",)


def test_one_independent_pair_among_many_sources_is_enough() -> None:
    assert _evidence.broken(cited("Yonhap", "UNIAN (citing Yonhap)", "Reuters")) == ()


@pytest.mark.parametrize("kind", ["aggregator", "state_media", "think_tank", "ngo", "reference"])
def test_only_official_pages_un_documents_wires_and_papers_are_better(kind: str) -> None:
    assert _evidence.broken(cited("A", "B", kind=kind)) == ("better_source",)
    assert _evidence.broken([*cited("A", kind=kind), *cited("B", kind="official")]) == ()


def test_a_row_without_sources_breaks_both_rules() -> None:
    assert _evidence.broken([]) == ("two_sources", "better_source")


def test_every_exception_of_this_project_has_its_reason_in_both_languages_and_its_line() -> None:
    exemptions = _package.current().exemptions
    assert exemptions
    assert all(one.reason_en and one.reason_fr and one.reason_en != one.reason_fr and one.line for one in exemptions)
