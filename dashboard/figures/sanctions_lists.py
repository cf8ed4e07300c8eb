"""How the lists grew of those who were listed for this cooperation."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import context, marks, theme

_TOP, _BOTTOM, _HEIGHT = 40, 34, 420
_NAMES_IN_HOVER = 8
_KINDS = ("person", "entity", "bank", "vessel", "aircraft")


def growth(frame: Any, words: Any, *, first: date, last: date, compiled: date, turn: tuple[str, str]) -> go.Figure:
    """Listings, cumulative by sender: step lines with a mark per day of listing, names at the lines' ends.

    `frame` as `datasets.sanctions_lists.growth` gives it; `turn` is the day and label of the line that divides the listings.
    """
    figure = theme.base(words.lang, height=_HEIGHT, left=44, right=178, top=_TOP, bottom=_BOTTOM)
    ceiling = float(frame["total"].max()) * 1.06
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0),
        yaxis=theme.value_axis(range=[0, ceiling], nticks=6),
    )
    edge = min(last, compiled)
    theme.hatched(figure, edge, last, 0, ceiling, words)
    senders = list(dict.fromkeys(frame["sender"]))
    for sender in senders:
        _line(figure, frame[frame["sender"] == sender].to_dict("records"), words, first, edge)
    _ends(figure, frame, senders, words, ceiling, _HEIGHT - _TOP - _BOTTOM)
    context.events(figure, [turn], first, last)
    theme.narrow(figure, layout__margin__l=30, layout__margin__r=104)
    theme.narrow(figure, **{f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()})
    return figure


def _line(figure: go.Figure, rows: list[dict[str, Any]], words: Any, first: date, edge: date) -> None:
    sender = rows[0]["sender"]
    colour = theme.mark_colour(sender)
    days = [max(row["day"], first.isoformat()) for row in rows]
    totals = [row["total"] for row in rows]
    # The line rises from zero on the day of the first listing and runs on to the last day that is compiled.
    ends = ([days[0]], [0]) if rows[0]["carried"] == "no" else ([], [])
    figure.add_trace(
        go.Scatter(
            x=[*ends[0], *days, max(edge.isoformat(), days[-1])], y=[*ends[1], *totals, totals[-1]], mode="lines", name=f"{sender}-line",
            line={"color": colour, "width": 2, "shape": "hv"}, hoverinfo="skip",
        )
    )  # fmt: skip
    figure.add_trace(
        go.Scatter(
            x=days, y=totals, mode="markers", name=sender,
            marker={
                "symbol": ["circle" if row["source_check"] == "read" else "circle-open" for row in rows],
                "size": [6 + 1.6 * row["listed"] ** 0.6 for row in rows], "color": colour, "opacity": 1, "line": {"width": 1.5, "color": colour},
            },
            text=[_listed(row, words) for row in rows], hovertemplate="%{text}<extra></extra>",
            customdata=[["measures", row["measure_id"]] for row in rows],
        )
    )  # fmt: skip


def _listed(row: Mapping[str, Any], words: Any) -> str:
    names = row["names"].split(";")
    kinds = [words(f"designations.{kind}", n=words.number(row[kind])) for kind in _KINDS if row[kind]]
    said = ", ".join(names[:_NAMES_IN_HOVER])
    if len(names) > _NAMES_IN_HOVER:
        said += words("designations.more", n=words.number(len(names) - _NAMES_IN_HOVER))
    head = words("designations.total", sender=words(f"choice.sender.{row['sender']}"), listed=words.number(row["listed"]),
                 total=words.number(row["total"]))  # fmt: skip
    checked = words(f"source_check.{row['source_check']}")
    return "<br>".join([f"<b>{head}</b>", words.date(row["day"]), ", ".join(kinds), marks.folded(said), checked])


def _ends(figure: go.Figure, frame: Any, senders: list[str], words: Any, ceiling: float, pixels: float) -> None:
    totals = [frame[frame["sender"] == sender]["total"].iloc[-1] for sender in senders]
    per_pixel = ceiling / pixels
    wide = theme.spread(totals, 18 * per_pixel, 6 * per_pixel, ceiling)
    tight = theme.spread(totals, 15 * per_pixel, 6 * per_pixel, ceiling)
    for sender, total, y, y_narrow in zip(senders, totals, wide, tight, strict=True):
        at = figure.notes
        figure.add_annotation(
            text=f"<b>{words('choice.sender.' + sender)}</b> {words.number(total)}", x=1, xref="paper", xanchor="left", xshift=8, y=y,
            yref="y", showarrow=False, align="left", font={"color": theme.text_colour(sender), "size": 13},
        )  # fmt: skip
        change = {"text": f"<b>{words('sender_short.' + sender)}</b> {words.number(total)}", "xshift": 4,
                  "y": y_narrow, "font__size": 11}  # fmt: skip
        theme.narrow(figure, **{f"layout__annotations[{at}]__{key}": value for key, value in change.items()})
