"""The lines of pandas that read a download, to be copied. The host in them is filled in by the browser (assets/38-share.js)."""

from typing import Any

from dash import html

from dashboard.text import Words, snippet


def read_with_pandas(address: str, words: Words) -> html.Details:
    """For a place beside a download: opens to the one-line address and the two lines that read it. `address`: path and parameters."""
    raw, (before, after) = snippet.raw(address), snippet.around()
    parts = [
        html.P(words("snippet.hint_table")),
        _copied(from_here(raw), words),
        _copied([before, *from_here(raw), after], words),
    ]
    return html.Details([html.Summary(words("card.code")), *parts], className="snippet-more")


def from_here(path: str) -> list[html.Span]:
    """A path and, before it, the empty place in which the browser writes its host."""
    return [html.Span(**{"data-origin": ""}), html.Span(path)]


def _copied(text: list[Any], words: Words) -> html.Div:
    """A text in the letters of a program, with the button that copies it."""
    said = {"data-action": "copy-text", "data-done": words("card.copied"), "data-failed": words("card.not_copied")}
    return html.Div(
        [
            html.Pre(html.Code(text), className="snippet-code", tabIndex="0"),
            html.Button(words("card.copy"), type="button", className="action", **said),
        ],
        className="snippet",
    )
