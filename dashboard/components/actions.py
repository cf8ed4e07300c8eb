"""What can be done with a chart: its rows, its picture, its table, the whole screen, and everything that takes it elsewhere.

Scripts in the browser answer the buttons: 35-table.js, 36-picture.js, 37-fullscreen.js, 38-share.js.
"""

from dataclasses import replace

from dash import html

from dashboard.components.share import Drawn, share, state
from dashboard.query import Query
from dashboard.text import Words


def actions(drawn: Drawn, query: Query, words: Words) -> html.Div:
    """The row of actions under a chart. Without rows there is nothing to draw: no picture and no full screen."""
    shown = bool(drawn.rows)
    rows = html.A(
        words("chart.csv"),
        href=f"/chart/{drawn.chart.id}.csv{state(drawn, replace(query, overlay=''), words.lang)}",
        download="",
        className="action",
        title=words("chart.csv_title", n=words.number(drawn.rows)),
        **{"data-file": "csv"},
    )
    row = [
        rows,
        *([_menu("picture", words)] if shown else []),
        button("table", words("chart.table"), **{"aria-expanded": "false"}),
        *([_fullscreen(words)] if shown else []),
        _menu("more", words),
    ]
    return html.Div(row, className="card-actions", **{"data-share": share(drawn, query, words)})


def button(action: str, text: str, **attributes: str) -> html.Button:
    """A button that a script in the browser answers."""
    return html.Button(text, type="button", className="action", **{"data-action": action, **attributes})


def _fullscreen(words: Words) -> html.Button:
    return button("fullscreen", words("card.fullscreen"), **{"data-leave": words("card.fullscreen_leave")})


def _menu(name: str, words: Words) -> html.Details:
    """A menu of `menus.menus`, closed; its items are made when it is opened."""
    summary = html.Summary(words(f"card.{name}"), className="action")
    return html.Details(summary, className="card-menu", **{"data-menu": name})
