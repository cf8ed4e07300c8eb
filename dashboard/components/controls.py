"""The quiet row of controls above a page's charts: period, as known on, overlay, and the page's own choices."""

from typing import Any

from dash import html

from dashboard.components.choice import choice
from dashboard.components.field import date_field
from dashboard.query import Query, Spec
from dashboard.text import Words

DATES = ("start", "end", "asof")


def controls(prefix: str, spec: Spec, query: Query, words: Words, play: Any = None) -> html.Form:
    """One control per parameter of `spec`; their ids are `<prefix>-<key>`, their values those of `query`.

    `play` are the buttons that step through days of knowledge, set beside the control of that day.
    """
    parts = [_control(prefix, key, spec, query, words) for key in spec.names()]
    if play is not None:
        parts.insert(spec.names().index("asof") + 1, play)
    reset = html.Button(words("controls.reset"), id=f"{prefix}-reset", type="button", className="action")
    toggle = html.Button(
        words("controls.label"), type="button", className="action controls-toggle", **{"aria-expanded": "false"}
    )
    return html.Form(
        [toggle, html.Div(parts, className="controls-fields"), reset],
        className="controls",
        **{"aria-label": words("controls.label")},
    )


def choices(prefix: str, spec: Spec) -> list[str]:
    """The ids of those controls that are choices."""
    return [f"{prefix}-{key}" for key in spec.names() if key not in DATES]


def value(query: Query, spec: Spec, key: str) -> Any:
    """What the control of that parameter shows in that state."""
    if key in DATES:
        return getattr(query, key)
    if key == "overlay":
        return query.overlay or spec.overlay
    chosen = query.chosen(key) or spec.choice(key).default
    return list(chosen) if spec.choice(key).several else (chosen[0] if chosen else None)


def said(key: str, shown: Any) -> str:
    """The address value of what a control shows."""
    if isinstance(shown, list):
        return ",".join(map(str, shown))
    return str(shown or "").strip()


def _control(prefix: str, key: str, spec: Spec, query: Query, words: Words) -> Any:
    name, shown = f"{prefix}-{key}", value(query, spec, key)
    if key in DATES:
        return date_field(name, key, shown, words)
    offered = spec.choice(key)
    return choice(
        name,
        words(f"choice.{key}.label"),
        {one: words(f"choice.{key}.{one}") for one in offered.values},
        shown,
        several=offered.several,
        **({} if offered.default else {"none": words("controls.all"), "clear": words("controls.clear")}),
    )
