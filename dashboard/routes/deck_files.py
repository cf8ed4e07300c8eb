"""Decks to keep: `/briefing/<deck>.pptx`, and one's own under `/briefing/own.pptx?s=…`."""

from flask import Flask, Response, abort, request

from dashboard import dates
from dashboard.briefing import decks
from dashboard.briefing._deck import Deck
from dashboard.briefing.own import own_strictly
from dashboard.errors import QueryError
from dashboard.query import Spec, read_strictly
from dashboard.routes._pptx import pptx_file
from dashboard.routes._site import reader_language

_SPEC = Spec(period=False, asof=False)


def register(server: Flask) -> None:
    """Add the addresses of the files."""
    server.add_url_rule(f"/briefing/{decks.OWN}.pptx", "briefing_own_pptx", _own)
    server.add_url_rule("/briefing/<name>.pptx", "briefing_pptx", _deck)


def _deck(name: str) -> Response:
    found = decks.deck(name)
    if found is None:
        abort(404, f"no deck {name!r}, one of {', '.join(one.id for one in decks.decks())} wanted")
    read_strictly(request.args.items(multi=True), _SPEC)
    return _file(found)


def _own() -> Response:
    pairs = list(request.args.items(multi=True))
    said = [value for key, value in pairs if key == "s"]
    if len(said) > 1:
        raise QueryError("s", said[1], "wanted once")
    read_strictly((pair for pair in pairs if pair[0] != "s"), _SPEC)
    return _file(own_strictly("".join(said)))


def _file(deck: Deck) -> Response:
    """The deck, named by the latest day of knowledge on its slides."""
    days = [one.query.known() or dates.today() for one in deck.slides]
    return pptx_file(deck, deck.id, max(days), reader_language())
