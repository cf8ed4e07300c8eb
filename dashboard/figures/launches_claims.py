"""Claims of technical help in lanes by programme."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import context, marks, theme
from dashboard.figures.launches_marks import apart, change, key, open_if_unread

KINDS = {"sought": "diamond", "promised": "square", "transferred": "circle", "observed": "pentagon", "unlikely": "x"}
_ROW, _HEAD, _LEFT, _NARROW_LEFT = 23, 0.95, 124, 84


def tech_claims(
    frame: Any,
    words: Any,
    *,
    lang: str,
    first: date,
    last: date,
    compiled: date,
    programmes: Sequence[str],
    events: Sequence[tuple[str, str]] = (),
) -> go.Figure:
    """A lane per programme, a row in it per kind of statement, a mark per claim in the colour of its stance.

    `frame` as `datasets.launches.tech_claims` gives it; `events` are (day, label) pairs.
    """
    lanes = [(one, [kind for kind in KINDS if _has(frame, one, kind)]) for one in programmes]
    lanes = [(one, kinds) for one, kinds in lanes if kinds]
    units = sum(len(kinds) + _HEAD for _, kinds in lanes)
    inner = round(units * _ROW)
    figure = theme.base(lang, height=inner, left=_LEFT, right=16, bottom=34)
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0), hoverdistance=12,
        yaxis={"range": [0, units], "visible": False, "fixedrange": True},
    )  # fmt: skip
    theme.hatched(figure, min(compiled, last), last, 0, units, words)
    top = units
    for programme, kinds in lanes:
        _lane(figure, frame[frame["programme"] == programme], kinds, top, words)
        top -= len(kinds) + _HEAD
    top_margin, tall = _above(figure, frame, events, first, last, words)
    figure.update_layout(margin_t=top_margin, height=inner + top_margin + 34)
    sparse = {f"layout__xaxis__{name}": value for name, value in theme.sparser(first, last).items()}
    theme.narrow(figure, layout__margin__l=_NARROW_LEFT, layout__margin__r=10, layout__margin__t=tall,
                 layout__height=round(inner * 1.1) + tall + 34, **sparse)  # fmt: skip
    return figure


def _above(
    figure: go.Figure, frame: Any, events: Sequence[tuple[str, str]], first: date, last: date, words: Any
) -> tuple[int, int]:
    """The named days and above them the stances in their colours; gives the top margins of wide and narrow charts."""
    before = figure.notes
    context.events(figure, events, first, last)
    for named in figure.layout.annotations[before:]:
        if (last - date.fromisoformat(named.x)).days < (last - first).days * 0.07:
            named.update(xanchor="right", xshift=6)  # or it would be cut at the edge
    above, narrow_above = int(figure.layout.margin.t), int(figure.narrow["layout.margin.t"])
    said = [one for one in theme.STANCES if (frame["stance"] == one).any()]
    items = [(f"⬤ {words(f'stance.{one}')}", theme.STANCES[one][1]) for one in said]
    tall = key(figure, items, left=_LEFT - 4, lift=above, narrow_left=_NARROW_LEFT - 4, narrow_lift=narrow_above)
    return above + 26, narrow_above + tall + 6


def _has(frame: Any, programme: str, kind: str) -> bool:
    return bool(((frame["programme"] == programme) & (frame["claim_kind"] == kind)).any())


def _lane(figure: go.Figure, frame: Any, kinds: Sequence[str], top: float, words: Any) -> None:
    """The name of a programme with the number of its claims, and under it a row per kind. `frame` holds its claims only."""
    figure.add_shape(
        type="line", x0=0, x1=1, xref="paper", y0=top, y1=top, line={"color": theme.RULE, "width": 1}, layer="below"
    )
    programme, count = frame["programme"].iloc[0], words.number(len(frame))
    at = figure.notes
    figure.add_annotation(
        text=f"<b>{words(f'choice.programme.{programme}')}</b> {count}", x=0, xref="paper", xanchor="left", xshift=4 - _LEFT, y=top,
        yanchor="top", showarrow=False, font={"size": 13, "color": theme.INK},
    )  # fmt: skip
    change(figure, at, xshift=4 - _NARROW_LEFT, font__size=12)
    for i, kind in enumerate(kinds):
        _marks(figure, frame[frame["claim_kind"] == kind].to_dict("records"), kind, top - _HEAD - i - 0.5, words)


def _marks(figure: go.Figure, rows: list[Mapping[str, Any]], kind: str, y: float, words: Any) -> None:
    figure.add_shape(
        type="line", x0=0, x1=1, xref="paper", y0=y, y1=y, line={"color": theme.GRID, "width": 1}, layer="below"
    )
    at = figure.notes
    figure.add_annotation(
        text=words(f"claim_kind.{kind}"), x=0, xref="paper", xanchor="right", xshift=-8, y=y, showarrow=False,
        font={"size": 12, "color": theme.MUTED},
    )  # fmt: skip
    change(figure, at, font__size=11)
    vague = [row for row in rows if row["day"] != row["until"]]
    for row in vague:
        figure.add_trace(go.Scatter(x=[row["day"], row["until"]], y=[y, y], mode="lines", hoverinfo="skip", name="day-unknown",
                                    line={"color": theme.STANCES[row["stance"]][0], "width": 3}))  # fmt: skip
    colours = [theme.STANCES[row["stance"]][0] for row in rows]
    days = [row["day"] for row in rows]
    number = len(figure.data)
    figure.add_trace(
        go.Scatter(
            x=days, y=[y + off for off in apart(days, 13, 0.36)], mode="markers", name=kind,
            marker={"symbol": [open_if_unread(KINDS[kind], row["source_check"]) for row in rows], "size": 11, "color": colours,
                    "line": {"width": 1.5, "color": colours}},
            text=[_hover(row, words) for row in rows], hovertemplate="%{text}<extra></extra>",
            customdata=[["tech_claims", row["claim_id"]] for row in rows],
        )
    )  # fmt: skip
    theme.narrow(
        figure, **{f"data[{number}]__y": [y + off for off in apart(days, 32, 0.28)], f"data[{number}]__marker__size": 9}
    )


def _hover(row: Mapping[str, Any], words: Any) -> str:
    lang = words.lang
    head = (
        words(f"choice.programme.{row['programme']}"),
        words(f"claim_kind.{row['claim_kind']}"),
        words(f"stance.{row['stance']}"),
    )
    who = f"{row['speaker']}, {row[f'claimant_{lang}']}" if row["speaker"] else row[f"claimant_{lang}"]
    lines = ["<b>{}, {} – {}</b>".format(*head), marks.folded(who), words.date(row["date"])]
    return marks.joined(
        [*lines, marks.folded(row[f"note_{lang}"] or row["note_en"]), words(f"source_check.{row['source_check']}")]
    )
