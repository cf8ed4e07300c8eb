"""A choice of one or several things that opens on request: a field that says what is chosen, and a panel of radios or boxes."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html


def choice(
    name: str,
    label: str,
    options: Mapping[str, str],
    value: Any,
    *,
    several: bool = False,
    none: str = "",
    clear: str = "",
    find: str = "",
    key: str = "",
    className: str = "",
) -> html.Details:
    """The choice `name`, whose value is one of `options` (text by value), or a list of them where `several`.

    `none` is said when nothing is chosen; `clear` names the button that chooses nothing and `find` the box that narrows the
    options, both only where given. assets/41-choice.js opens, closes and clears; another `key` begins anew.
    """
    absent = {"data-none": none} if none else {}
    listed = [{"value": one, "label": text} for one, text in options.items()]
    kind = dcc.Checklist if several else dcc.RadioItems
    parts = [
        *([html.Label([html.Span(find, className="visually-hidden"), _find(name, find)])] if find else []),
        *([html.Button(clear, type="button", className="choice-clear")] if clear else []),
        kind(id=name, options=listed, value=value),
    ]
    role = "group" if several else "radiogroup"
    return html.Details(
        [
            html.Summary(
                [
                    html.Span(label, className="field-label"),
                    html.Span(said(options, value), id=f"{name}-said", className="choice-said", **absent),
                ]
            ),
            html.Div(parts, className="choice-panel", role=role, **{"aria-label": label}),
        ],
        className=f"choice {className}".strip(),
        key=key or name,
    )


def said(options: Mapping[str, str], value: Any) -> str:
    """The texts of what is chosen, in the order in which they are offered; "" for nothing."""
    chosen = value if isinstance(value, list) else [value]
    return " · ".join(text for one, text in options.items() if one in chosen)


def register(app: Dash, names: Sequence[str]) -> None:
    """Lets the fields of these choices say what is chosen, whoever chose it."""
    if names:
        app.clientside_callback(
            ClientsideFunction("choice", "said"),
            [Output(f"{name}-said", "children") for name in names],
            [Input(name, "value") for name in names],
            [State(name, "options") for name in names],
            prevent_initial_call=True,
        )


def _find(name: str, hint: str) -> dcc.Input:
    return dcc.Input(id=f"{name}-find", type="search", placeholder=hint, debounce=True, className="choice-find")
