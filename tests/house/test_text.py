"""Both languages say the same things."""

import re
from string import Formatter

import pytest

from dashboard import charts
from dashboard.datasets import _package
from dashboard.text import placeholders, words

EN, FR = words("en").texts, words("fr").texts


def test_both_languages_have_the_same_keys() -> None:
    assert EN.keys() == FR.keys()


@pytest.mark.parametrize("key", sorted(EN))
def test_a_text_has_the_same_placeholders_in_both_languages(key: str) -> None:
    assert placeholders(EN[key]) == placeholders(FR[key])


def test_every_text_can_be_filled_in() -> None:
    for texts in (EN, FR):
        for text in texts.values():
            list(Formatter().parse(text))


def test_french_sets_non_breaking_spaces() -> None:
    plain = {key: text for key, text in FR.items() if re.search(r" [:;!?»]|« ", text)}
    assert not plain


def test_french_never_says_revele_or_revendication() -> None:
    said = {key: text for key, text in FR.items() if re.search(r"révél|revendi", text, re.IGNORECASE)}
    assert not said


def test_every_choice_of_every_chart_has_a_label() -> None:
    wanted = set()
    for chart in charts.CHARTS:
        for key in (choice.key for choice in chart.params.choices):
            wanted |= {f"choice.{key}.label", *(f"choice.{key}.{value}" for value in chart.params.choice(key).values)}
    assert wanted <= EN.keys()


def test_every_claimant_group_and_unit_has_a_name() -> None:
    groups = set(_package.table("claimants")["group_id"])
    units = set(_package.table("claims")["unit"])
    wanted = (
        {f"group.{one}" for one in groups} | {f"group_short.{one}" for one in groups} | {f"unit.{one}" for one in units}
    )
    assert wanted <= EN.keys()
