"""The decks of the project are sound and rest on the records they cite; a faulty one is named by file, line and key."""

import re
from typing import Any

import pytest

from dashboard import charts, checks
from dashboard.briefing import decks
from dashboard.briefing._deck import Deck, Slide
from dashboard.datasets._export import plain
from dashboard.datasets.records import find
from dashboard.errors import DataError
from dashboard.text import LANGUAGES
from tests.conftest import Tiny

SLIDE = """
[[slides]]
chart = "containers"
params = { asof = "2024-03-31" }
takeaway_en = "One"
takeaway_fr = "Un"
notes_en = "More"
notes_fr = "Plus"
records = ["claims/CC01"]
"""
HEAD = """order = 1
title_en = "Title"
title_fr = "Titre"
summary_en = "Short"
summary_fr = "Bref"
"""
GOOD = HEAD + SLIDE * 5


def all_slides() -> list[tuple[Deck, Slide]]:
    return [(deck, one) for deck in decks.decks() for one in deck.slides]


def test_the_project_has_its_four_decks_in_order() -> None:
    assert [one.id for one in decks.decks()] == ["march-2024", "today", "launches", "sanctions"]
    assert all(len(one.slides) >= 5 for one in decks.decks())


def test_every_slide_has_something_to_draw() -> None:
    for deck, one in all_slides():
        assert charts.render(one.chart, one.query, "en").rows, f"{deck.id}: {one.chart}"


def test_march_2024_knows_nothing_later() -> None:
    deck = decks.deck("march-2024")
    assert deck is not None
    assert {one.query.asof for one in deck.slides} == {"2024-03-31"}
    for one in deck.slides:
        for cited in one.records:
            table, _, key = cited.partition("/")
            assert find(table, key, asof=one.query.known()), cited
        told = " ".join([*one.takeaway.values(), *one.notes.values()])
        assert not re.search(r"202[5-9]|(mai|juin|juillet|May|June|July) 2024", told.replace("\u00a0", " "))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_figure_in_a_takeaway_is_one_of_the_cited_records_or_of_the_chart(lang: str) -> None:
    lost = []
    for deck, one in all_slides():
        known = set().union(*(_figures(_said(cited)) for cited in one.records), _figures(_drawn(one, lang)))
        lost += [f"{deck.id} {one.chart}: {n}" for n in sorted(_figures(one.takeaway[lang]) - known)]
    assert lost == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_large_figure_in_the_notes_is_one_of_the_cited_records_or_of_the_chart(lang: str) -> None:
    lost = []
    for deck, one in all_slides():
        known = set().union(*(_figures(_said(cited)) for cited in one.records), _figures(_drawn(one, lang)))
        lost += [f"{deck.id} {one.chart}: {n}" for n in sorted(_figures(one.notes[lang]) - known)]
    assert lost == []


def test_french_is_set_as_french() -> None:
    for deck, one in all_slides():
        for said in (one.takeaway["fr"], one.notes["fr"], deck.title["fr"], deck.summary["fr"]):
            assert not re.search(r" [:;!?»]|« |révél|revendi|\d \d{3}", said), said


def _figures(text: str) -> set[str]:
    """Numbers of three digits and more, without separators; years among them are left out."""
    plainly = re.sub(r"(?<=\d)[,\u202f](?=\d{3})", "", text)
    return {n for n in re.findall(r"\d{3,}", plainly) if not 1940 <= int(n) <= 2030}


def _said(cited: str) -> str:
    table, _, key = cited.partition("/")
    return " ".join(map(plain, (find(table, key) or {}).values()))


def _drawn(one: Slide, lang: str) -> str:
    drawn = charts.render(one.chart, one.query, lang)
    frame: Any = drawn.chart.frame(one.query.only(drawn.chart.params))
    cells = " ".join(plain(cell) for row in frame.itertuples(index=False, name=None) for cell in row)
    return f"{cells} {drawn.say.title} {drawn.say.subtitle} {drawn.say.alt}"


@pytest.fixture
def planted(tiny: Tiny) -> Any:
    """Says what `check` finds in a deck of that text, in a package that is sound but for the missing outlines."""
    folder = tiny.directory / "briefings"
    folder.mkdir()

    def found(text: str | bytes, name: str = "one.toml") -> list[str]:
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return [str(one) for one in checks.run(tiny.directory) if one.file.startswith("briefings/")]

    return found


def test_a_sound_deck_is_not_faulted(planted: Any) -> None:
    assert planted(GOOD) == []


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (('"containers"', '"boxes"'), 8, "chart: boxes: no such chart, one of timeline, containers"),
        (("asof =", "colour ="), 9, "params.colour: 2024-03-31: unknown parameter, wanted one of start, end, asof"),
        (("2024-03-31", "2024-31"), 9, "params.asof: 2024-31: wanted a date as YYYY"),
        (('"2024-03-31"', "2024"), 9, "params.asof: 2024: text in quotes wanted"),
        (('takeaway_fr = "Un"\n', ""), 7, "takeaway_fr: : text wanted, in every language"),
        (('notes_en = "More"', 'notes_en = " "'), 12, "notes_en:  : text wanted"),
        (("claims/CC01", "claims/CC99"), 14, "records: claims/CC99: no such row in claims.csv"),
        (("claims/CC01", "CC01"), 14, "records: CC01: <table>/<id> wanted"),
        (("notes_en", "note_en"), 12, "note_en: More: unknown, one of chart, params"),
        (('"Title"', "3"), 2, "title_en: 3: text wanted"),
        (("order = 1", 'order = "1"'), 1, "order: 1: a whole number wanted"),
        (('summary_fr = "Bref"', 'color = "red"'), 5, "color: red: unknown, one of order"),
        (('["claims/CC01"]', '"claims/CC01"'), 14, "records: claims/CC01: a list wanted"),
        (('{ asof = "2024-03-31" }', '{ start = "2024", end = "2023" }'), 9, "params.end: 2023: wanted a date that"),
    ],
)
def test_a_fault_is_named_by_line_and_key(planted: Any, change: tuple[str, str], line: int, said: str) -> None:
    found = planted(GOOD.replace(*change, 1))
    assert any(one.startswith(f"data/briefings/one.toml:{line}: {said}") for one in found), found


def test_too_few_slides_are_counted(planted: Any) -> None:
    assert planted(HEAD + SLIDE * 4) == ["data/briefings/one.toml:7: slides: 4: at least 5 [[slides]] wanted"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("order = 1", "order = "), "1: file: : not TOML: Invalid value"),
        (b'title = "\xff"', "0: file: : UTF-8 wanted"),
        ("slides = 3\n", "1: slides: 0: at least 5"),
        ("slides = [1, 2, 3, 4, 5]\n", "1: slides: 1: a table [[slides]] wanted"),
        ("", "0: order: : a whole number wanted"),
    ],
)
def test_a_file_that_is_no_deck_is_named(planted: Any, text: str | bytes, said: str) -> None:
    assert any(one.startswith(f"data/briefings/one.toml:{said}") for one in planted(text))


def test_the_name_of_a_deck_is_fit_for_an_address(planted: Any) -> None:
    assert planted(GOOD, "own.toml") == [
        "data/briefings/own.toml:0: file: own: letters, digits and - wanted, and not own"
    ]


def test_a_faulty_deck_is_refused_at_the_start_and_left_out_afterwards(planted: Any, tiny: Tiny) -> None:
    from dashboard.datasets import _package

    planted(GOOD)
    planted(GOOD.replace("claims/CC01", "claims/CC99", 1), "two.toml")
    _package.use(_package.load(tiny.directory))
    assert [one.id for one in decks.decks()] == ["one"]
    with pytest.raises(DataError, match="claims/CC99: no such row"):
        decks.refuse_bad()
