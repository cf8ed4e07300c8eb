"""The frame around every page: skip link, name, menu, language, light and dark, footer."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.share import share_words
from dashboard.text import LANGUAGES, Words, search_button


def shell(page: str, menu: Sequence[tuple[str, str]], words: Words, content: list[Any], updated: str) -> html.Div:
    """A whole page. `menu` are (page id, path) pairs in menu order; `updated` is the newest day in the data (EDTF)."""
    label = {"aria-label": words("shell.menu")}
    links = [_link(name, path, page, words) for name, path in menu]
    header = html.Header(
        [
            html.A(words("site.name"), href=f"/?lang={words.lang}", className="brand"),
            html.Nav(links, className="menu-wide", **label),
            html.Details(
                [
                    html.Summary(words("shell.menu")),
                    html.Nav([_link(name, path, page, words) for name, path in menu], **label),
                ],
                className="menu-narrow",
            ),
            html.Div([_search(words), *_languages(words), _theme(words)], className="shell-tools"),
        ],
        className="top",
    )
    return html.Div(
        [
            html.A(words("shell.skip"), href="#main", className="skip"),
            header,
            html.Main(content, id="main", tabIndex="-1", className=f"page page-{page}"),
            _footer(words, updated),
            share_words(words),
        ],
        className="shell",
        lang=words.lang,
    )


def _link(name: str, path: str, page: str, words: Words) -> html.A:
    current = {"aria-current": "page"} if name == page else {}
    return html.A(words(f"page.{name}.menu"), href=f"{path}?lang={words.lang}", **current)


def _languages(words: Words) -> list[Any]:
    """Links to the same state in the other language; a script fills in the state (assets/20-shell.js)."""
    return [
        html.A(
            lang.upper(),
            href=f"?lang={lang}",
            lang=lang,
            hrefLang=lang,
            className="language",
            title=words(f"shell.language_{lang}"),
            **{"data-lang": lang, **({"aria-current": "true"} if lang == words.lang else {})},
        )
        for lang in LANGUAGES
    ]


def _search(words: Words) -> html.Button:
    icon = html.Span(className="search-icon", **{"aria-hidden": "true"})
    return html.Button(icon, className="search-open", **search_button(words))


def _theme(words: Words) -> html.Button:
    return html.Button(
        html.Span(className="theme-icon", **{"aria-hidden": "true"}),
        type="button",
        className="theme-toggle",
        title=words("shell.theme"),
        **{"aria-label": words("shell.theme")},
    )


def _footer(words: Words, updated: str) -> html.Footer:
    about, data = f"/about?lang={words.lang}", f"/data?lang={words.lang}"
    return html.Footer(
        [
            html.P(words("shell.footer")),
            html.P(
                [
                    words("shell.updated", date=words.date(updated)) + " · ",
                    html.A(words("page.data.menu"), href=data),
                    " · ",
                    html.A(words("page.about.menu"), href=about),
                ]
            ),
        ],
        className="bottom",
    )
