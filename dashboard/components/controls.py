"""The quiet row of controls above a page's charts: period, as known on, overlay, and the page's own choices."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

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
    name = f"{prefix}-{key}"
    if key in DATES:
        return dmc.TextInput(
            id=name,
            label=words(f"controls.{key}"),
            value=value(query, spec, key),
            placeholder=words(f"controls.{key}_hint"),
            debounce=True,
            w=112,
            size="sm",
            inputProps={"inputMode": "numeric", "autoComplete": "off"},
        )
    choice = spec.choice(key)
    data = [{"value": one, "label": words(f"choice.{key}.{one}")} for one in choice.values]
    common = {
        "id": name,
        "label": words(f"choice.{key}.label"),
        "data": data,
        "value": value(query, spec, key),
        "size": "sm",
    }
    if choice.several:
        return dmc.MultiSelect(
            **common,
            placeholder=words("controls.all") if not value(query, spec, key) else "",
            clearable=True,
            miw=168,
            maw=420,
        )
    return dmc.Select(**common, allowDeselect=not choice.default, clearable=not choice.default, w=158)
