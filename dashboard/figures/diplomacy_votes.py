"""The figure of how Russia and China voted."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import diplomacy_stacks, marks, theme

_SHAPES = {"sanctions": "circle", "panel_renewal": "diamond", "draft": "square"}
_STEPS = {"yes": 2.0, "abstain": 1.0, "no": 0.0}
_BASES = {"RUS": 4.6, "CHN": 0.6}
_CEILING = 8.4
_GROUPS = {"RUS": "ru", "CHN": "cn"}
_TOP, _BOTTOM, _HEIGHT = 10, 34, 420


def votes(frame: Any, words: Any, *, first: date, last: date, compiled: date) -> go.Figure:
    """How each of the two voted: height says in favour, abstained, against; shape says what the text was.

    `frame` as `datasets.diplomacy_papers.votes` gives it.
    """
    figure = theme.base(words.lang, height=_HEIGHT, left=112, right=16, top=_TOP, bottom=_BOTTOM)
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0),
        yaxis={"range": [0, _CEILING], "visible": False, "fixedrange": True},
        hoverdistance=14,
    )
    for state in _BASES:
        _rows(figure, state, words)
    theme.hatched(figure, max(first, compiled), last, 0.2, _CEILING, words)
    for state in _BASES:
        _marks(figure, frame[frame["state"] == state], state, words)
    russia = frame[frame["state"] == "RUS"].to_dict("records")
    _numbers(figure, [row for row in russia if row["vote"] == "yes"], first, last)
    _vetoes(figure, [row for row in frame.to_dict("records") if row["vote"] != "yes"], words, first, last)
    theme.narrow(figure, layout__margin__l=8, layout__margin__r=8)
    theme.narrow(figure, **{f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()})
    return figure


def _rows(figure: go.Figure, state: str, words: Any) -> None:
    base = _BASES[state]
    for vote, step in _STEPS.items():
        y = base + step
        figure.add_shape(
            type="line", x0=0, x1=1, xref="paper", y0=y, y1=y, layer="below", line={"color": theme.GRID, "width": 1}
        )
        at = figure.notes
        figure.add_annotation(
            text=words(f"diplomacy.vote.{vote}"), x=0, xref="paper", xanchor="right", xshift=-10, y=y, showarrow=False,
            font={"size": 12, "color": theme.MUTED},
        )  # fmt: skip
        change = {"xanchor": "left", "xshift": 0, "yanchor": "top", "yshift": -3, "font__size": 11}
        theme.narrow(figure, **{f"layout__annotations[{at}]__{key}": value for key, value in change.items()})
    at = figure.notes
    figure.add_annotation(
        text=f"<b>{words('diplomacy.state.' + state)}</b>",
        x=0,
        xref="paper",
        xanchor="right",
        xshift=-10,
        y=base + 2.55,
        yanchor="middle",
        showarrow=False,
        font={"size": 14, "color": theme.text_colour(_GROUPS[state])},
    )
    theme.narrow(
        figure,
        **{
            f"layout__annotations[{at}]__{key}": value
            for key, value in {"xanchor": "left", "xshift": 0, "y": base + 2.9}.items()
        },
    )


def _marks(figure: go.Figure, some: Any, state: str, words: Any) -> None:
    rows = some.to_dict("records")
    colours = [theme.WARN if row["vote"] == "no" else theme.mark_colour(_GROUPS[state]) for row in rows]
    shapes = [_SHAPES[row["kind"]] + ("" if row["source_check"] == "read" else "-open") for row in rows]
    figure.add_trace(
        go.Scatter(
            x=[row["date"] for row in rows],
            y=[_BASES[state] + _STEPS[row["vote"]] for row in rows],
            mode="markers",
            name=state,
            cliponaxis=False,
            marker={
                "symbol": shapes,
                "size": [15 if row["vote"] == "no" else 11 for row in rows],
                "color": colours,
                "opacity": 1,
                "line": {
                    "width": [1.5 if "-open" in shape else 0.8 for shape in shapes],
                    "color": [
                        colour if "-open" in shape else theme.CARD
                        for shape, colour in zip(shapes, colours, strict=True)
                    ],
                },
            },
            text=[_hover(row, words) for row in rows],
            hovertemplate="%{text}<extra></extra>",
            customdata=[["un_votes", row["vote_id"]] for row in rows],
        )
    )
    theme.narrow(
        figure, **{f"data[{len(figure.data) - 1}]__marker__size": [12 if row["vote"] == "no" else 8 for row in rows]}
    )


def _numbers(figure: go.Figure, rows: list[Mapping[str, Any]], first: date, last: date) -> None:
    """The numbers of the resolutions in a line over Russia's marks, spread so that they do not touch; those that fit where it is narrow."""
    days = max(1, (last - first).days)
    wanted = [float((date.fromisoformat(row["date"]) - first).days) for row in rows]
    wide, tight = diplomacy_stacks.apart(wanted, 0.039 * days), diplomacy_stacks.levels(wanted, days, 0.105)
    y = _BASES["RUS"] + _STEPS["yes"]
    for row, at_day, level in zip(rows, wide, tight, strict=True):
        note, line = (
            f"layout__annotations[{figure.notes}]",
            f"layout__shapes[{figure.shapes}]",
        )
        place = theme.days_after(first, round(at_day)).isoformat()
        figure.add_annotation(
            text=row["resolution"], x=place, y=y + 1.35, showarrow=False, font={"size": 12, "color": theme.INK}
        )
        figure.add_shape(
            type="line",
            x0=row["date"],
            x1=place,
            y0=y + 0.25,
            y1=y + 1.1,
            layer="below",
            line={"color": theme.RULE, "width": 1},
        )
        theme.narrow(figure, **{f"{note}__visible": level is not None, f"{line}__visible": level is not None})
        top = y + 0.6 + 0.5 * (level or 0)
        theme.narrow(figure, **{f"{note}__x": row["date"], f"{note}__y": top, f"{note}__font__size": 11})
        theme.narrow(figure, **{f"{line}__x1": row["date"], f"{line}__y1": top - 0.22})


def _vetoes(figure: go.Figure, rows: list[Mapping[str, Any]], words: Any, first: date, last: date) -> None:
    """Votes that were not in favour are named: right of their marks where there is room, else left, else above the line."""
    days = max(1, (last - first).days)
    ends: dict[tuple[str, str], float] = {}
    for row in rows:
        place = (date.fromisoformat(row["date"]) - first).days / days
        before = ends.get((row["state"], row["vote"]), 0.0)
        ends[(row["state"], row["vote"])] = place
        key = f"diplomacy.turn.{row['vote']}"
        text = words(key, date=words.date(row["date"]), resolution=row["resolution"].partition(" ")[0])
        short = words(f"{key}_short", date=words.date(row["date"], short=True))
        note = f"layout__annotations[{figure.notes}]"
        figure.add_annotation(
            text=text, y=_BASES[row["state"]] + _STEPS[row["vote"]], showarrow=False,
            font={"size": 12, "color": theme.WARN if row["vote"] == "no" else theme.INK},
            **_beside(row["date"], place, before, 800, theme.text_width(text, 12)),
        )  # fmt: skip
        tight = _beside(row["date"], place, before, 330, theme.text_width(short, 11)) | {
            "text": short,
            "font__size": 11,
        }
        theme.narrow(figure, **{f"{note}__{name}": value for name, value in tight.items()})


def _beside(day: str, place: float, before: float, pixels: int, width: float) -> dict[str, Any]:
    """Where a mark's name stands: `place` and `before` (the mark left of it) are shares of an axis that is `pixels` long."""
    if (1 - place) * pixels > width + 16:
        return {"x": day, "xref": "x", "xanchor": "left", "xshift": 12, "yshift": 0}
    if (place - before) * pixels > width + 24:
        return {"x": day, "xref": "x", "xanchor": "right", "xshift": -12, "yshift": 0}
    return {"x": 1, "xref": "paper", "xanchor": "right", "xshift": -14, "yshift": 17}


def _hover(row: Mapping[str, Any], words: Any) -> str:
    subject = row[f"subject_{words.lang}"] or row["subject_en"]
    note = row[f"note_{words.lang}"] or row["note_en"]
    lines = [
        f"<b>{row['resolution']}</b>, {words.date(row['date'])}",
        words(
            "diplomacy.cast",
            state=words(f"diplomacy.state.{row['state']}"),
            vote=words(f"diplomacy.vote.{row['vote']}"),
        ),
        words("diplomacy.tally", yes=row["yes"], no=row["no"], abstain=row["abstain"]),
        words(f"diplomacy.kind.{row['kind']}"),
        marks.folded(subject),
        *([marks.folded(note)] if note else []),
        words(f"source_check.{row['source_check']}"),
    ]
    return "<br>".join(lines)
