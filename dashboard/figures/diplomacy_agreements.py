"""The long view: the three treaties as spans over the eras, and every other text as a mark."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import context, diplomacy_lanes, marks, theme

# The eras as this project reads them; the words for them are in the text files.
ERAS = (
    ("alliance", date(1948, 9, 9), date(1991, 12, 26)),
    ("drift", date(1991, 12, 26), date(2000, 2, 9)),
    ("caution", date(2000, 2, 9), date(2023, 1, 1)),
    ("war", date(2023, 1, 1), date(9999, 1, 1)),
)
_SHAPES = {"in_force": "circle", "ratified": "circle", "signed": "diamond", "completed": "square", "superseded": "square", "expired": "square"}
_DAY_MS = 86_400_000
_PLOT = 860  # pixels of plot that a treaty’s name may count on
_ROW, _BAR, _HEAD, _DOT, _DOT_NARROW = 66, 16, 24, 11, 9
_HEIGHT, _TOP, _BOTTOM = 430, (26, 44), 34


def agreements(frame: Any, words: Any, *, first: date, last: date, compiled: date, ticks: Any = None) -> go.Figure:
    """Treaties as bars (plain where entry into force is dated, hatched where only signature is), the other texts stacked by day.

    `frame` as `datasets.diplomacy_papers.agreements` gives it.
    """
    rows = frame.to_dict("records")
    treaties, texts = ([row for row in rows if row["rank"] == rank] for rank in ("treaty", "text"))
    days = max(1, (last - first).days)
    wide, tight = (_stacked(texts, first, days * gap) for gap in (0.0115, 0.027))
    base = _ground_height(wide, _DOT), _ground_height(tight, _DOT_NARROW)
    totals = [height + _ROW * len(treaties) for height in base]
    floor = diplomacy_lanes.floor(ticks, _HEIGHT - _TOP[0] - _BOTTOM)
    totals[0] = max(totals[0], round((_HEIGHT - _TOP[0] - _BOTTOM) * (1 - floor)))
    figure = theme.base(words.lang, height=_HEIGHT, left=16, right=16, top=_TOP[0], bottom=_BOTTOM)
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0),
        yaxis={"range": [0, totals[0]], "visible": False, "fixedrange": True, "domain": [floor, 1]},
        hoverdistance=12,
        barmode="overlay",
    )
    theme.narrow(figure, layout__margin__l=8, layout__margin__r=8, layout__margin__t=_TOP[1], layout__yaxis__range=[0, totals[1]])
    theme.narrow(figure, layout__height=round(totals[1] / (1 - floor)) + _TOP[1] + _BOTTOM)
    theme.narrow(figure, **{f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()})
    _eras(figure, words, first, last)
    theme.hatched(figure, max(first, compiled), last, 0, totals[0], words)
    if compiled < last:
        theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__y": [0, 0, totals[1], totals[1], 0]})
    for at, row in enumerate(treaties):
        _treaty(figure, row, words, first, last, *(total - _ROW * (at + 1) + 14 for total in totals))
    if texts:
        _texts(figure, texts, words, wide, tight, first)
        _ground_name(figure, words, len(texts), base)
    if ticks is not None:
        context.lane(figure, ticks, words, floor)
    return figure


def _stacked(rows: Sequence[Mapping[str, Any]], first: date, gap: float) -> list[int]:
    """The row of each mark: the lowest on which the one before is `gap` days away."""
    ends: list[float] = []
    placed = []
    for row in rows:
        day = (date.fromisoformat(row["day"]) - first).days
        free = next((at for at, end in enumerate(ends) if day - end >= gap), len(ends))
        ends[free:free + 1] = [day]  # fmt: skip
        placed.append(free)
    return placed


def _ground_height(rows: Sequence[int], size: int) -> int:
    return _HEAD + size * (max(rows) + 1) + 8 if rows else 0


def _eras(figure: go.Figure, words: Any, first: date, last: date) -> None:
    days = max(1, (last - first).days)
    for at, (era, begins, ends) in enumerate(ERAS):
        x0, x1 = max(begins, first), min(ends, last)
        if x0 >= x1:
            continue
        if at % 2 == 0:
            figure.add_shape(
                type="rect", x0=x0.isoformat(), x1=x1.isoformat(), y0=0, y1=1, yref="y domain", layer="below", fillcolor=theme.PAPER,
                line={"width": 0},
            )  # fmt: skip
        late = (x1 - x0).days / days < 0.12 and x1 == last
        figure.add_annotation(
            text=f"<b>{words('diplomacy.era.' + era)}</b>", x=x1.isoformat() if late else x0.isoformat(), y=1, yref="paper",
            xanchor="right" if late else "left", xshift=0 if late else 3, yanchor="bottom", yshift=3,
            showarrow=False, font={"size": 13, "color": theme.MUTED},
        )  # fmt: skip
        note = f"layout__annotations[{len(figure.layout.annotations) - 1}]"
        theme.narrow(figure, **{f"{note}__font__size": 11, f"{note}__yshift": 20 if late else 3})
        if (x1 - x0).days / days < 0.12 and not late:
            theme.narrow(figure, **{f"{note}__x": x1.isoformat(), f"{note}__xanchor": "right", f"{note}__xshift": -3})


def _treaty(figure: go.Figure, row: Mapping[str, Any], words: Any, first: date, last: date, y: float, y_tight: float) -> None:
    signed = max(date.fromisoformat(row["day"]), first)
    ended = min(date.fromisoformat(row["ended"]), last) if row["ended"] else last
    force = max(date.fromisoformat(row["date_in_force"]), first) if len(row["date_in_force"]) == 10 else None
    parts = [(signed, force or ended, "/")] + ([(force, ended, "")] if force else [])
    colour = theme.mark_colour("us")
    for begins, ends, hatch in parts:
        figure.add_trace(
            go.Bar(
                base=[begins.isoformat()], x=[max(1, (ends - begins).days) * _DAY_MS], y=[y], width=[_BAR], orientation="h", name="treaty",
                marker={"color": theme.CARD if hatch else colour, "line": {"color": colour, "width": 1},
                        "pattern": {"shape": hatch, "fgcolor": colour, "bgcolor": theme.CARD, "size": 6, "solidity": 0.4}},
                hovertext=[_hover(row, words)], hovertemplate="%{hovertext}<extra></extra>", customdata=[["agreements", row["agreement_id"]]],
            )
        )  # fmt: skip
        theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__y": [y_tight]})
    head, life = f"{row['date_signed'][:4]} · {row['title_' + words.lang] or row['title_en']}", _life(row, words)
    room = _PLOT * (1 - (signed - first).days / max(1, (last - first).days))
    right = max(theme.text_width(head, 13), theme.text_width(life, 13)) > room
    at = len(figure.layout.annotations)
    figure.add_annotation(
        text=f"<b>{head}</b><br>{life}", x=(ended if right else signed).isoformat(), xanchor="right" if right else "left",
        y=y + _BAR / 2 + 2, yanchor="bottom", align="right" if right else "left", showarrow=False, font={"size": 13, "color": theme.INK},
    )  # fmt: skip
    right = 250 > room * 330 / _PLOT
    change = {"text": f"<b>{words('diplomacy.treaty.' + row['agreement_id'])}</b><br>{_life(row, words, short=True)}", "y": y_tight + _BAR / 2 + 2,
              "font__size": 11, "x": (ended if right else signed).isoformat(), "xanchor": "right" if right else "left",
              "align": "right" if right else "left"}  # fmt: skip
    theme.narrow(figure, **{f"layout__annotations[{at}]__{key}": value for key, value in change.items()})


def _life(row: Mapping[str, Any], words: Any, short: bool = False) -> str:
    """Signed, ratified, in force, ended: what is dated."""
    said = [words("diplomacy.life.signed", date=words.date(row["date_signed"], short=short))]
    if row["date_ratified_rus"] and row["date_ratified_prk"] and not short:
        said.append(words("diplomacy.life.ratified", rus=words.date(row["date_ratified_rus"]), prk=words.date(row["date_ratified_prk"])))
    elif (row["date_ratified_rus"] or row["date_ratified_prk"]) and not short:
        said.append(words("diplomacy.life.ratified_one", date=words.date(row["date_ratified_rus"] or row["date_ratified_prk"])))
    if row["date_in_force"] and not (short and row["date_ended"]):
        said.append(words("diplomacy.life.in_force", date=words.date(row["date_in_force"], short=short)))
    if row["date_ended"]:
        said.append(words("diplomacy.life.ended", date=words.date(row["date_ended"], short=short)))
    return " · ".join(said)


def _texts(figure: go.Figure, rows: Sequence[Mapping[str, Any]], words: Any, wide: list[int], tight: list[int], first: date) -> None:
    colours = [theme.mark_colour("us") if _SHAPES[row["status"]] == "circle" else theme.MUTED for row in rows]
    shapes = [_SHAPES[row["status"]] + ("" if row["source_check"] == "read" else "-open") for row in rows]
    vague = [row["day"] != row["until"] for row in rows]
    for at, row in enumerate(rows):
        if vague[at]:
            days = [max(row["day"], first.isoformat()), row["until"]]
            figure.add_trace(go.Scatter(x=days, y=[_level(wide[at], _DOT)] * 2, mode="lines", line={"color": theme.MUTED, "width": 6},
                                        text=[_hover(row, words)] * 2, hovertemplate="%{text}<extra></extra>", name="day-unknown",
                                        customdata=[["agreements", row["agreement_id"]]] * 2))  # fmt: skip
            theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__y": [_level(tight[at], _DOT_NARROW)] * 2})
    known = [at for at in range(len(rows)) if not vague[at]]
    figure.add_trace(
        go.Scatter(
            x=[rows[at]["day"] for at in known], y=[_level(wide[at], _DOT) for at in known], mode="markers", name="texts",
            marker={"symbol": [shapes[at] for at in known], "size": 10, "color": [colours[at] for at in known], "opacity": 1,
                    "line": {"width": 0.7, "color": theme.CARD}},
            text=[_hover(rows[at], words) for at in known], hovertemplate="%{text}<extra></extra>",
            customdata=[["agreements", rows[at]["agreement_id"]] for at in known],
        )
    )  # fmt: skip
    number = len(figure.data) - 1
    narrow = {f"data[{number}]__y": [_level(tight[at], _DOT_NARROW) for at in known], f"data[{number}]__marker__size": 7}
    theme.narrow(figure, **narrow)


def _level(row: int, size: int) -> float:
    return 8 + size * (row + 0.5)


def _ground_name(figure: go.Figure, words: Any, n: int, base: tuple[int, int]) -> None:
    at = len(figure.layout.annotations)
    figure.add_annotation(
        text=f"<b>{words('diplomacy.other_texts', n=words.number(n))}</b>", x=0, xref="paper", xanchor="left", xshift=4, y=base[0] - 2,
        yanchor="top", showarrow=False, font={"size": 13, "color": theme.INK},
    )  # fmt: skip
    theme.narrow(figure, **{f"layout__annotations[{at}]__y": base[1] - 2, f"layout__annotations[{at}]__font__size": 11})


def _hover(row: Mapping[str, Any], words: Any) -> str:
    title = row[f"title_{words.lang}"] or row["title_en"]
    provision = row[f"provision_{words.lang}"] or row["provision_en"]
    return "<br>".join(
        [f"<b>{marks.folded(title)}</b>", marks.folded(_life(row, words)), words(f"diplomacy.status.{row['status']}"),
         marks.folded(provision), words(f"source_check.{row['source_check']}")]
    )  # fmt: skip
