"""A box to type into, under its name."""

from typing import Any

from dash import dcc, html

from dashboard.text import Words


def field(name: str, label: str, value: str, className: str = "", **more: Any) -> html.Div:
    """A text box of that id; `more` is what else `dcc.Input` takes."""
    parts = [html.Label(label, htmlFor=name, className="field-label"), dcc.Input(id=name, value=value, **more)]
    return html.Div(parts, className=f"field {className}".strip())


def date_field(name: str, key: str, value: str, words: Words) -> html.Div:
    """The box of one date (`start`, `end` or `asof`), which is taken on Enter or on leaving the box."""
    return field(
        name,
        words(f"controls.{key}"),
        value,
        className="field-date",
        type="text",
        placeholder=words(f"controls.{key}_hint"),
        debounce=True,
        inputMode="numeric",
        autoComplete="off",
    )
