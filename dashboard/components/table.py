"""A plain table for reading, with a caption, that scrolls within its own box where the window is narrow."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    numbers: Sequence[int] = (),
    stacked: bool = False,
    look: str = "",
    id: str = "",
) -> html.Div:
    """`rows` hold one cell per head, the first being the row's own head; `numbers` are the columns set flush right.

    `stacked` lets a phone show each row as a small list under its heads instead of scrolling; of the classes in
    `look`, `is-named` prints the heads there too, and `is-long` keeps the rows in a box of limited height.
    """
    sides = ["number" if column in numbers else "" for column in range(len(heads))]
    head = html.Tr([html.Th(name, scope="col", className=side) for name, side in zip(heads, sides, strict=True)])
    body = [html.Tr(_cells(row, heads, sides)) for row in rows]
    whole = html.Table([html.Caption(caption, className="visually-hidden"), html.Thead(head), html.Tbody(body)])
    named = {"id": id} if id else {}
    return html.Div(
        whole,
        className=" ".join(filter(None, ("table-box", "is-stacked" if stacked else "", look))),
        # A box that scrolls must be reachable by keyboard.
        tabIndex="0",
        role="region",
        **{"aria-label": caption},
        **named,
    )


def _cells(row: Sequence[Any], heads: Sequence[str], sides: Sequence[str]) -> list[Any]:
    first, *rest = row
    cells = [
        html.Td(cell, className=side, **{"data-head": head})
        for cell, head, side in zip(rest, heads[1:], sides[1:], strict=True)
    ]
    return [html.Th(first, scope="row", className=sides[0]), *cells]
