"""A choice says what is chosen, in words, and offers every option once."""

from typing import Any

from dashboard.components.choice import choice, said
from dashboard.components.controls import controls
from dashboard.query import Choice, Query, Spec
from dashboard.text import words
from tests.pages._walk import every, kind, text

OFFERED = {"us": "Washington", "ua": "Kyiv", "kr": "Seoul, defence ministry"}


def field(component: Any) -> Any:
    return next(one for one in every(component) if getattr(one, "className", "") == "choice-said")


def test_what_is_chosen_is_said_in_the_order_in_which_it_is_offered() -> None:
    assert said(OFFERED, ["kr", "us"]) == "Washington · Seoul, defence ministry"
    assert said(OFFERED, "ua") == "Kyiv"
    assert said(OFFERED, None) == said(OFFERED, []) == ""


def test_one_of_several_is_chosen_by_radios_and_several_by_boxes() -> None:
    one, many = choice("one", "One", OFFERED, "us"), choice("many", "Many", OFFERED, ["us"], several=True)
    assert [part.id for part in kind(one, "RadioItems")] == ["one"]
    assert [part.id for part in kind(many, "Checklist")] == ["many"]
    assert kind(many, "Checklist")[0].options[1] == {"value": "ua", "label": "Kyiv"}


def test_a_control_without_a_default_says_all_and_can_be_cleared_and_one_with_a_default_cannot() -> None:
    free, bound = Choice("claimant", ("us", "ua")), Choice("unit", ("containers", "shells"), ("containers",), False)
    form = controls("x", Spec(choices=(free, bound)), Query(), words("en"))
    open_choice, settled = kind(form, "Details")
    assert getattr(field(open_choice), "data-none") == "All"
    assert "Clear the choice" in text(open_choice)
    assert field(settled).children == "Containers"
    assert not hasattr(field(settled), "data-none")
    assert kind(settled, "Button") == []
