"""Decks as they are presented: `/briefing/<deck>`, and a deck of one's own under `/briefing/own?s=…`."""

from collections.abc import Iterable, Iterator

from flask import Flask, Response, abort, request
from markupsafe import Markup

from dashboard import charts
from dashboard.briefing import decks
from dashboard.briefing._deck import Deck
from dashboard.briefing.own import own, write_own
from dashboard.datasets import _package
from dashboard.routes import _slides, _standalone
from dashboard.routes._html import address, element, link, same_page
from dashboard.routes._site import reader_language
from dashboard.text import LANGUAGES, Words, words

_SCRIPTS = ("60-figures.js", "61-slides.js", "63-slides-print.js")
_KEYS = ("move", "ends", "notes", "table", "full", "help", "close")
_FIRST = 2  # the number of the first chart: slide 1 is the title
_BUTTONS = ("notes", "table", "full", "help")


def register(server: Flask) -> None:
    """Add the addresses of the decks."""
    server.add_url_rule(f"/briefing/{decks.OWN}", "briefing_own", _own)
    server.add_url_rule("/briefing/<name>", "briefing_deck", _deck)


def slides_written() -> Iterator[None]:
    """Write every slide of every deck once in both languages, one at each step, so that no room waits for it."""
    for deck in decks.decks():
        for lang in LANGUAGES:
            for place, one in enumerate(deck.slides, _FIRST):
                _slides.slide(one, place, words(lang))
                yield


def _deck(name: str) -> Response:
    text = words(reader_language())
    found = decks.deck(name)
    if found is None:
        wanted = ", ".join(one.id for one in decks.decks())
        abort(404, text("deck.unknown", name=name, wanted=wanted))
    return _presented(found, Markup("").join(_notice(_unknown(()), text)), text, s="")


def _own() -> Response:
    text = words(reader_language())
    found, refused = own(request.args.get("s", ""))
    notice = Markup("").join(_notice((*_unknown(("s",)), *refused), text))
    return _presented(found, notice, text, s=write_own(found.slides))


def _unknown(known: Iterable[str]) -> tuple[str, ...]:
    """The parameters of the address that mean nothing here."""
    return tuple(
        f"{key}={value}"[:80]
        for key, value in request.args.items(multi=True)
        if key not in ("lang", *known) and not key.startswith("utm_")
    )


def _notice(refused: Iterable[str], text: Words) -> Iterable[Markup]:
    if said := ", ".join(refused):
        yield element("p", text("notice.refused", values=said), {"class": "notice", "role": "status"})


def _presented(deck: Deck, notice: Markup, text: Words, *, s: str) -> Response:
    title = deck.title[text.lang]
    slides = [_slides.slide(one, place, text) for place, one in enumerate(deck.slides, _FIRST)]
    content = Markup("\n").join(
        [
            element("main", Markup("\n").join([_cover(deck, notice, text, s), *slides]), _main(deck)),
            _bar(len(slides) + 1, text),
            _help(text),
            element("p", "", {"class": "deck-spoken visually-hidden", "aria-live": "polite"}),
        ]
    )
    return _standalone.page(title, deck.summary[text.lang], content, text.lang, scripts=_SCRIPTS)


def _main(deck: Deck) -> dict[str, str]:
    return {"id": "main", "class": "deck", "data-deck": deck.id}


def _cover(deck: Deck, notice: Markup, text: Words, s: str) -> Markup:
    """The first slide: title, summary, on what it stands, and what follows."""
    known = [_slides.known_on(deck, text)] if deck.slides else []
    line = [
        *(one[:1].upper() + one[1:] for one in known if one),
        text("deck.version", version=_package.current().version),
        "CC BY 4.0",
    ]
    ways = [
        link("/briefing", text("deck.all"), lang=text.lang),
        *([_file(deck, text, s)] if deck.slides else []),
        *(
            element("a", one.upper(), {"href": same_page(one), "hreflang": one, "lang": one, "data-keeps-place": ""})
            for one in LANGUAGES
            if one != text.lang
        ),
    ]
    if s:
        done = {"type": "button", "class": "action", "data-copy-address": "", "data-done": text("chart.copied")}
        ways.append(element("button", text("chart.copy"), done))
    parts = [
        element("h1", deck.title[text.lang]),
        element("p", deck.summary[text.lang], {"class": "deck-summary"}),
        notice,
        _contents(deck, text, own_deck=deck.id == decks.OWN),
        element("p", " · ".join(line), {"class": "slide-sources"}),
        element("p", Markup(" ").join(ways), {"class": "deck-ways"}),
    ]
    return element("section", Markup("\n").join(parts), {"class": "slide slide-cover", "id": "1"})


def _file(deck: Deck, text: Words, s: str) -> Markup:
    return link(f"/briefing/{deck.id}.pptx", text("deck.pptx"), attributes={"download": ""}, s=s, lang=text.lang)


def _contents(deck: Deck, text: Words, *, own_deck: bool) -> Markup:
    if not deck.slides:
        return element("p", text("own.empty"), {"class": "deck-summary"})
    items = []
    for place, one in enumerate(deck.slides):
        said = _slides.takeaway(one, charts.render(one.chart, one.query, text.lang), text)
        there = element("a", said, {"href": f"#{place + _FIRST}"})
        items.append(element("li", there + (_edits(deck, place, text) if own_deck else Markup(""))))
    numbered = {"class": "deck-contents", "start": str(_FIRST)}
    return element("nav", element("ol", Markup("\n").join(items), numbered), {"aria-label": text("deck.contents")})


def _edits(deck: Deck, place: int, text: Words) -> Markup:
    """Links to the same deck with this slide earlier, later or gone."""
    rows, moved = list(deck.slides), []
    for deed, to in (("earlier", place - 1), ("later", place + 1)):
        if 0 <= to < len(rows):
            other = [*rows]
            other[place], other[to] = rows[to], rows[place]
            moved.append((deed, other))
    moved.append(("remove", rows[:place] + rows[place + 1 :]))
    links = [_edit(deed, address(request.path, s=write_own(other), lang=text.lang), text) for deed, other in moved]
    return element("span", Markup("").join(links), {"class": "deck-edits"})


def _edit(deed: str, href: str, text: Words) -> Markup:
    said = text(f"own.{deed}")
    return element("a", text(f"own.{deed}_sign"), {"href": href, "data-own": "", "title": said, "aria-label": said})


def _bar(slides: int, text: Words) -> Markup:
    """The buttons below the slides; they do nothing without the script, which alone shows them."""
    progress = {"class": "deck-progress", "max": str(slides), "value": "1", "aria-label": text("deck.progress")}
    parts = [
        link("/briefing", "×", attributes={"class": "deck-leave", "aria-label": text("deck.leave")}, lang=text.lang),
        _button("back", "‹", text("deck.back")),
        element("span", f"1 / {slides}", {"class": "deck-number"}),
        _button("next", "›", text("deck.next")),
        element("progress", "", progress),
        *(_button(one, text(f"deck.{one}"), text(f"deck.{one}")) for one in _BUTTONS),
    ]
    return element("nav", Markup("\n").join(parts), {"class": "deck-bar", "aria-label": text("deck.progress")})


def _button(deed: str, sign: str, said: str) -> Markup:
    return element("button", sign, {"type": "button", "data-do": deed, "title": said, "aria-label": said})


def _help(text: Words) -> Markup:
    rows = Markup("\n").join(
        element("dt", text(f"deck.key.{one}")) + element("dd", text(f"deck.key_says.{one}")) for one in _KEYS
    )
    close = element("button", text("deck.close"), {"type": "button", "class": "action", "data-do": "help"})
    content = element("h2", text("deck.help")) + element("dl", rows) + close
    return element("dialog", content, {"class": "deck-help", "aria-label": text("deck.help")})
