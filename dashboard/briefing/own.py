"""A deck of one's own, carried by its address alone: `s=<chart>~<query>;<chart>~<query>`."""

from collections.abc import Iterable
from urllib.parse import parse_qsl

from dashboard.briefing._deck import Deck, Slide
from dashboard.briefing.decks import OWN
from dashboard.charts import BY_ID
from dashboard.errors import QueryError
from dashboard.query import read, read_strictly, write
from dashboard.text import LANGUAGES, words

MOST_SLIDES = 30


def own(s: str) -> tuple[Deck, tuple[str, ...]]:
    """The deck that `s` says and what in it was not understood. Never raises."""
    slides: list[Slide] = []
    refused: list[str] = []
    for chart, query in _parts(s):
        if chart not in BY_ID or len(slides) == MOST_SLIDES:
            refused.append((chart or query)[:80])
            continue
        state, dropped = read(dict(parse_qsl(query)), BY_ID[chart].params)
        refused += [f"{chart}~{one}" for one in dropped]
        slides.append(Slide(chart, state))
    return _deck(slides), tuple(refused)


def own_strictly(s: str) -> Deck:
    """The deck that `s` says. Raises QueryError at the first thing in it that is unknown or wrong, and when it is empty."""
    slides = []
    for chart, query in _parts(s):
        if chart not in BY_ID:
            raise QueryError("s", chart, f"no such chart, one of {', '.join(BY_ID)} wanted")
        try:
            state = read_strictly(parse_qsl(query, keep_blank_values=True), BY_ID[chart].params)
        except QueryError as error:
            raise QueryError("s", f"{chart}~{error.key}={error.value}", error.wanted) from None
        slides.append(Slide(chart, state))
    if not 1 <= len(slides) <= MOST_SLIDES:
        wanted = f"1 to {MOST_SLIDES} slides wanted, as <chart>~<query>;<chart>~<query>"
        raise QueryError("s", f"{len(slides)} slides", wanted)
    return _deck(slides)


def write_own(slides: Iterable[Slide]) -> str:
    """What `s` says of these slides, not yet encoded for an address; `own` reads it back."""
    return ";".join(f"{one.chart}~{write(one.query, BY_ID[one.chart].params).removeprefix('?')}" for one in slides)


def _parts(s: str) -> list[tuple[str, str]]:
    """Chart and query of each slide that is named."""
    named = (one.partition("~") for one in s.split(";") if one.strip())
    return [(chart.strip(), query) for chart, _, query in named]


def _deck(slides: Iterable[Slide]) -> Deck:
    said = {part: {lang: words(lang)(f"deck.own.{part}") for lang in LANGUAGES} for part in ("title", "summary")}
    return Deck(OWN, said["title"], said["summary"], tuple(slides))
