"""Decks as PowerPoint files, under `/briefing`."""

import io
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from pptx import Presentation

from dashboard.briefing import decks

NAMES = ["march-2024", "today", "launches", "sanctions"]


def opened(client: FlaskClient, address: str):
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return Presentation(io.BytesIO(answer.data))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_deck_has_a_title_and_a_slide_for_each_of_its_charts(client: FlaskClient, name: str, lang: str) -> None:
    deck = decks.deck(name)
    slides = opened(client, f"/briefing/{name}.pptx?lang={lang}").slides
    assert len(slides) == 1 + len(deck.slides)
    assert slides[0].shapes.title.text_frame.text == deck.title[lang]
    for drawn, said in zip(list(slides)[1:], deck.slides, strict=True):
        assert said.takeaway[lang] in [one.text_frame.text for one in drawn.placeholders]
        assert "http" in drawn.notes_slide.notes_text_frame.text


def test_a_deck_of_ones_own_holds_its_charts_in_their_state(client: FlaskClient) -> None:
    s = "votes~;containers~asof=2024-03-18"
    slides = opened(client, f"/briefing/own.pptx?lang=fr&s={quote(s)}").slides
    assert len(slides) == 3
    assert "18\xa0mars 2024" in slides[2].notes_slide.notes_text_frame.text


def test_the_file_is_named_by_the_day_of_knowledge(client: FlaskClient) -> None:
    answer = client.get("/briefing/march-2024.pptx")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="tumen-monitor-march-2024-2024-03-31.pptx"'


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/briefing/none.pptx", 404, "march-2024"),
        ("/briefing/today.pptx?start=2024", 400, "start"),
        ("/briefing/own.pptx", 400, "0 slides"),
        ("/briefing/own.pptx?s=nothing~", 400, "nothing"),
        ("/briefing/own.pptx?s=votes~&s=votes~", 400, "once"),
        ("/briefing/own.pptx?s=votes~start%3Dsoon", 400, "soon"),
    ],
)
def test_what_is_wrong_is_named(client: FlaskClient, address: str, status: int, said: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.json["status"]) == (status, status)
    assert said in answer.json["error"]
