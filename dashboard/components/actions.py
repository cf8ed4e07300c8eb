"""What can be done with a chart: its rows, its picture, its table, the whole screen, and everything that takes it elsewhere.

Scripts in the browser answer the buttons: 35-table.js, 36-picture.js, 37-fullscreen.js, 38-share.js.
"""

from typing import Any

from dash import html

from dashboard import dates
from dashboard.components.share import PANELS, Drawn, here, share, state
from dashboard.query import Query
from dashboard.text import Words


def actions(drawn: Drawn, query: Query, words: Words) -> html.Div:
    """The row of actions under a chart. Without rows there is nothing to draw: no picture, no slide, no full screen."""
    day = query.known() or dates.today()
    said, shown = state(drawn, query, words.lang), bool(drawn.rows)
    title = words("chart.csv_title", n=words.number(drawn.rows))
    row = [
        _file("csv", words("chart.csv"), drawn, said, title=title),
        *([_menu(words("card.picture"), _pictures(words))] if shown else []),
        button("table", words("chart.table"), **{"aria-expanded": "false"}),
        *([_fullscreen(words)] if shown else []),
        _menu(words("card.more"), _more(drawn, said, words)),
        share(drawn, query, words),
    ]
    return html.Div(
        row,
        className="card-actions",
        **{
            "data-day": day.isoformat(),
            "data-stamp": words("card.stamp", date=words.date(day)),
            "data-place": here(drawn, query, ""),
        },
    )


def button(action: str, text: str, **attributes: str) -> html.Button:
    """A button that a script in the browser answers."""
    return html.Button(text, type="button", className="action", **{"data-action": action, **attributes})


def _more(drawn: Drawn, said: str, words: Words) -> list[Any]:
    return [
        *([_file("pptx", words("card.pptx"), drawn, said)] if drawn.rows else []),
        button("copy", words("chart.copy"), **_answers(words, "chart.copied")),
        *(button("share", words(f"card.{one}"), **{"data-panel": one, "aria-haspopup": "dialog"}) for one in PANELS),
    ]


def _pictures(words: Words) -> list[Any]:
    return [
        button("png", words("card.png")),
        button("svg", words("card.svg")),
        button("png-copy", words("card.png_copy"), **_answers(words, "card.copied")),
    ]


def _fullscreen(words: Words) -> html.Button:
    return button("fullscreen", words("card.fullscreen"), **{"data-leave": words("card.fullscreen_leave")})


def _answers(words: Words, done: str) -> dict[str, str]:
    return {"data-done": words(done), "data-failed": words("card.not_copied")}


def _file(kind: str, text: str, drawn: Drawn, said: str, **attributes: str) -> html.A:
    href = f"/chart/{drawn.chart.id}.{kind}{said}"
    return html.A(text, href=href, download="", className="action", **{"data-file": kind, **attributes})


def _menu(name: str, items: list[Any]) -> html.Details:
    """A menu that opens on a click or by the keyboard, without any script; one closes it again on Esc or a click elsewhere."""
    return html.Details(
        [html.Summary(name, className="action"), html.Div(items, className="card-menu-list")], className="card-menu"
    )
