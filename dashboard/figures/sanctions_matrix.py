"""Who listed whom: names by senders, with the gaps visible."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import marks, theme

_TOP, _BOTTOM, _ROW, _HEAD = 40, 12, 21, 34
_BOX, _GAP = 0.94, 0.03  # a box within its column, as shares of the column's width
_LETTERS, _LETTERS_NARROW = 36, 23  # of a name, in the margin on the left; a box tells the whole of it


def matrix(frame: Any, words: Any, *, senders: Sequence[str]) -> go.Figure:
    """Names by senders: a box with the date where the sender lists the name, an empty box where it does not.

    A listing on other grounds is written into an empty box.

    `frame` as `datasets.sanctions_lists.listed_by_several` gives it.
    """
    names = frame.drop_duplicates("place").to_dict("records")
    tops, heads, y = _places(names)
    height = int(_TOP + y + _BOTTOM)
    figure = theme.base(words.lang, height=height, left=268, right=16, top=_TOP, bottom=_BOTTOM)
    figure.update_layout(
        xaxis={"range": [0, len(senders)], "visible": False, "fixedrange": True},
        yaxis={"range": [y, 0], "visible": False, "fixedrange": True},
        barmode="overlay",
    )
    _grid(figure, list(tops.values()), len(senders))
    for index, sender in enumerate(senders):
        _column(figure, frame[frame["sender"] == sender], sender, index, tops, words)
    for kind, at_y in heads:
        _name(figure, f"<b>{words(f'listed.{kind}')}</b>", at_y)
    for row in names:
        _name(figure, row["name"], tops[row["place"]])
    theme.narrow(figure, layout__margin__l=158, layout__margin__r=4)
    return figure


def _places(names: Sequence[Mapping[str, Any]]) -> tuple[dict[int, float], list[tuple[str, float]], float]:
    """The middle of each name's row and of each heading (kind, middle), in pixels from the top, and the height of all."""
    tops: dict[int, float] = {}
    heads: list[tuple[str, float]] = []
    y = 0.0
    for row in names:
        if not heads or heads[-1][0] != row["kind"]:
            heads.append((row["kind"], y + _HEAD - 15))
            y += _HEAD
        tops[row["place"]] = y + _ROW / 2
        y += _ROW
    return tops, heads, y


def _grid(figure: go.Figure, places: list[float], columns: int) -> None:
    """The empty boxes: nobody's date stands in them."""
    figure.add_trace(
        go.Bar(
            x=[_BOX] * len(places) * columns, base=[column + _GAP for _ in places for column in range(columns)], orientation="h",
            y=[place for place in places for _ in range(columns)], width=_ROW - 2, hoverinfo="skip", name="gaps",
            marker={"color": theme.BAND, "line": {"width": 0}},
        )
    )  # fmt: skip


def _column(figure: go.Figure, rows: Any, sender: str, index: int, tops: Mapping[int, float], words: Any) -> None:
    at = figure.notes
    figure.add_annotation(
        text=f"<b>{words('sender_short.' + sender)}</b>", x=index + 0.5, xref="x", y=1, yref="paper", yanchor="bottom", yshift=8,
        showarrow=False, font={"size": 13, "color": theme.text_colour(sender)},
    )  # fmt: skip
    short = {"text": words(f"sender_tiny.{sender}"), "font__size": 11}
    theme.narrow(figure, **{f"layout__annotations[{at}]__{key}": value for key, value in short.items()})
    for basis in ("cooperation", "other"):
        listed = rows[rows["basis"] == basis].to_dict("records")
        if listed:
            _boxes(figure, listed, sender, index, tops, words, basis)


def _boxes(
    figure: go.Figure,
    listed: list[dict[str, Any]],
    sender: str,
    index: int,
    tops: Mapping[int, float],
    words: Any,
    basis: str,
) -> None:
    colour = theme.text_colour(sender)
    filled = [basis == "cooperation" and row["source_check"] == "read" for row in listed]
    figure.add_trace(
        go.Bar(
            x=[_BOX] * len(listed), base=[index + _GAP] * len(listed), y=[tops[row["place"]] for row in listed], width=_ROW - 2,
            orientation="h", name=f"{sender}-{basis}", customdata=[[row["table"], row["id"]] for row in listed],
            marker={
                "color": [colour if full else theme.CARD if basis == "cooperation" else theme.BAND for full in filled],
                "line": {"width": 1.5 if basis == "cooperation" else 0, "color": colour},
            },
            hovertext=[_listing(row, words) for row in listed], hovertemplate="%{hovertext}<extra></extra>",
            text=[words.date(row["date"], short=True) for row in listed], textposition="inside", insidetextanchor="middle",
            constraintext="none", textangle=0, textfont={"size": 11, "color": [theme.CARD if full else colour for full in filled]},
        )
    )  # fmt: skip
    mute = {"textposition": "none"} if basis == "cooperation" else {"text": ["·"] * len(listed)}
    theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__{key}": value for key, value in mute.items()})


def _listing(row: Mapping[str, Any], words: Any) -> str:
    who = words("listed.by", sender=words(f"choice.sender.{row['sender']}"), date=words.date(row["date"]))
    key = "listed.lists" if row["basis"] == "cooperation" else "listed.other"
    many = words(key, n=words.number(row["lists"]))
    return "<br>".join([f"<b>{row['name']}</b>", who, many, words(f"source_check.{row['source_check']}")])


def _name(figure: go.Figure, text: str, y: float) -> None:
    at = figure.notes
    wide, narrow = (
        (text, text) if text.startswith("<b>") else (marks.cut(text, _LETTERS), marks.cut(text, _LETTERS_NARROW))
    )
    figure.add_annotation(
        text=wide, x=0, xref="paper", xanchor="right", xshift=-10, y=y, yref="y", yanchor="middle", align="right", showarrow=False,
        font={"size": 12, "color": theme.INK},
    )  # fmt: skip
    change = {"text": narrow, "xshift": -4, "font__size": 11}
    theme.narrow(figure, **{f"layout__annotations[{at}]__{key}": value for key, value in change.items()})
