"""Buttons that step through the days on which a picture changed, beside the control "as known on"."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.text import Words

_BUTTONS = ("first", "previous", "play", "next", "today")


def play(prefix: str, days: Sequence[str], words: Words) -> html.Div:
    """The buttons and where one stands. `days` are ISO dates, oldest first; assets/39-play.js does the walking.

    `<prefix>-play-said` says the day and its place, `<prefix>-play-data` is what the script needs to know.
    """
    said = {"pause": words("play.pause"), "play": words("play.play")}
    said |= {"at": words("play.at", date="{date}", n="{n}", total=len(days)), "today": words("play.at_today")}
    return html.Div(
        [
            html.Div(words("play.at_today"), id=f"{prefix}-play-said", className="play-said", role="status"),
            html.Div([_button(one, words) for one in _BUTTONS], className="play-buttons"),
            dcc.Store(id=f"{prefix}-play-data", data={"days": list(days), "lang": words.lang, **said}),
        ],
        className="play",
        role="group",
        **{"aria-label": words("play.label")},
    )


def _button(name: str, words: Words) -> html.Button:
    text = words(f"play.{name}")
    icon = html.Span(className="play-icon", **{"aria-hidden": "true"})
    return html.Button(icon, type="button", title=text, **{"aria-label": text, "data-play": name})
