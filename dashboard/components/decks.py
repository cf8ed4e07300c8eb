"""The decks as a reader chooses among them: what each says, how to present it, what is in it."""

from typing import Any

from dash import html

from dashboard.text import Words

Deck = Any  # a deck (`briefing._deck.Deck`) and the titles of its slides: components do not know the decks


def deck_card(deck: Deck, titles: list[str], words: Words) -> html.Article:
    """One deck: title, summary, ways to take it along, and its slides."""
    address, said = f"/briefing/{deck.id}", f"?lang={words.lang}"
    # The first slide of a deck is its title.
    slides = [
        html.Li(html.A(title, href=f"{address}{said}#{place}", target="_self")) for place, title in enumerate(titles, 2)
    ]
    count = html.Summary(words("deck.slides", n=words.number(len(titles) + 1)))
    return html.Article(
        [
            html.H2(deck.title[words.lang]),
            html.P(deck.summary[words.lang]),
            html.Div(
                [
                    html.A(words("deck.present"), href=address + said, className="action"),
                    html.A(words("deck.pptx"), href=f"{address}.pptx{said}", download="", className="action"),
                ],
                className="card-actions",
            ),
            html.Details([count, html.Ol(slides, start="2")]),
        ],
        className="deck-card",
    )


def own_card(words: Words) -> html.Article:
    """What a deck of one's own is, and the way to it; the script that keeps it fills in its address (assets/37-brief.js)."""
    address = f"/briefing/own?lang={words.lang}"
    way = html.A(words("own.yours"), href=address, className="action", **{"data-own-deck": ""})
    return html.Article(
        [html.H2(words("own.heading")), html.P(words("own.intro")), html.Div(way, className="card-actions")],
        className="deck-card",
    )
