"""Agreements that are no treaties, stacked by the day of signature, and what is said of any agreement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import diplomacy_stacks, marks, theme

_SHAPES = {
    "in_force": "circle",
    "ratified": "circle",
    "signed": "diamond",
    "completed": "square",
    "superseded": "square",
    "expired": "square",
}


_DOTS, _HEAD, _FOOT = (11, 9), 24, 8  # pixels; on wide charts, on narrow ones
_GAPS = 0.0115, 0.027  # share of the axis that a mark takes


@dataclass(frozen=True)
class Stands:
    """Where the marks stand, on wide charts and on narrow ones: heights of the marks, and of the whole in pixels."""

    y: tuple[list[float], list[float]]
    heights: tuple[int, int]


def stands(rows: Sequence[Mapping[str, Any]], first: date, last: date) -> Stands:
    """Stacks the texts by day so that none hides another."""
    days = [(date.fromisoformat(row["day"]) - first).days for row in rows]
    length = max(1, (last - first).days)
    stacked = [diplomacy_stacks.stacked(days, length * gap) for gap in _GAPS]
    y = [[_FOOT + size * (row + 0.5) for row in some] for some, size in zip(stacked, _DOTS, strict=True)]
    heights = [_HEAD + size * (max(some) + 1) + _FOOT if some else 0 for some, size in zip(stacked, _DOTS, strict=True)]
    return Stands((y[0], y[1]), (heights[0], heights[1]))


def draw(figure: go.Figure, rows: Sequence[Mapping[str, Any]], words: Any, stands: Stands, first: date) -> None:
    """The texts by the day of signature, a short bar where only the month is known, and what they are."""
    for at, row in enumerate(rows):
        if row["day"] != row["until"]:
            _vague(figure, row, words, [y[at] for y in stands.y], first)
    known = [at for at, row in enumerate(rows) if row["day"] == row["until"]]
    some = [rows[at] for at in known]
    colours = [theme.mark_colour("us") if _SHAPES[row["status"]] == "circle" else theme.MUTED for row in some]
    rims = [theme.CARD if row["source_check"] == "read" else colour for row, colour in zip(some, colours, strict=True)]
    shapes = [_SHAPES[row["status"]] + ("" if row["source_check"] == "read" else "-open") for row in some]
    figure.add_trace(
        go.Scatter(
            x=[row["day"] for row in some],
            y=[stands.y[0][at] for at in known],
            mode="markers",
            name="texts",
            cliponaxis=False,
            marker={"symbol": shapes, "size": 10, "color": colours, "opacity": 1, "line": {"width": 1, "color": rims}},
            text=[hover(row, words) for row in some],
            hovertemplate="%{text}<extra></extra>",
            customdata=[["agreements", row["agreement_id"]] for row in some],
        )
    )
    trace = f"data[{len(figure.data) - 1}]"
    theme.narrow(figure, **{f"{trace}__y": [stands.y[1][at] for at in known], f"{trace}__marker__size": 7})
    note = f"layout__annotations[{figure.notes}]"
    figure.add_annotation(
        text=f"<b>{words('diplomacy.other_texts', n=words.number(len(rows)))}</b>",
        x=0,
        xref="paper",
        xanchor="left",
        xshift=4,
        y=stands.heights[0] - 2,
        yanchor="top",
        showarrow=False,
        font={"size": 13, "color": theme.INK},
    )
    theme.narrow(figure, **{f"{note}__y": stands.heights[1] - 2, f"{note}__font__size": 11})


def _vague(figure: go.Figure, row: Mapping[str, Any], words: Any, y: Sequence[float], first: date) -> None:
    figure.add_trace(
        go.Scatter(
            x=[max(row["day"], first.isoformat()), row["until"]],
            y=[y[0]] * 2,
            mode="lines",
            line={"color": theme.MUTED, "width": 10},
            text=[hover(row, words)] * 2,
            hovertemplate="%{text}<extra></extra>",
            name="day-unknown",
            customdata=[["agreements", row["agreement_id"]]] * 2,
        )
    )
    theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__y": [y[1]] * 2})


def hover(row: Mapping[str, Any], words: Any) -> str:
    """What an agreement’s mark says: title, dates, status, what it commits to, source read or not."""
    title = row[f"title_{words.lang}"] or row["title_en"]
    provision = row[f"provision_{words.lang}"] or row["provision_en"]
    lines = [
        f"<b>{marks.folded(title)}</b>",
        marks.folded(life(row, words)),
        words(f"diplomacy.status.{row['status']}"),
        marks.folded(provision),
        words(f"source_check.{row['source_check']}"),
    ]
    return marks.joined(lines)


def life(row: Mapping[str, Any], words: Any, short: bool = False) -> str:
    """Signed, ratified, in force, ended: what is dated."""
    said = [words("diplomacy.life.signed", date=words.date(row["date_signed"], short=short))]
    if row["date_ratified_rus"] and row["date_ratified_prk"] and not short:
        said.append(
            words(
                "diplomacy.life.ratified",
                rus=words.date(row["date_ratified_rus"]),
                prk=words.date(row["date_ratified_prk"]),
            )
        )
    elif (row["date_ratified_rus"] or row["date_ratified_prk"]) and not short:
        said.append(
            words("diplomacy.life.ratified_one", date=words.date(row["date_ratified_rus"] or row["date_ratified_prk"]))
        )
    if row["date_in_force"] and not (short and row["date_ended"]):
        said.append(words("diplomacy.life.in_force", date=words.date(row["date_in_force"], short=short)))
    if row["date_ended"]:
        said.append(words("diplomacy.life.ended", date=words.date(row["date_ended"], short=short)))
    return " · ".join(said)
