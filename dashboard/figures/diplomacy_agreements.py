"""The long view: the three treaties as spans over the eras, and every other text as a mark."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import diplomacy_texts, theme

# The eras as this project reads them; the words for them are in the text files.
ERAS = (
    ("alliance", date(1948, 9, 9), date(1991, 12, 26)),
    ("drift", date(1991, 12, 26), date(2000, 2, 9)),
    ("caution", date(2000, 2, 9), date(2023, 1, 1)),
    ("war", date(2023, 1, 1), date(9999, 1, 1)),
)
_DAY_MS = 86_400_000
_PLOT, _PLOT_NARROW = 860, 330  # pixels of plot that a treaty’s name may count on
_ROW, _BAR = 66, 16
_HEIGHT, _TOP, _BOTTOM = 430, (26, 44), 34


def agreements(frame: Any, words: Any, *, first: date, last: date, compiled: date) -> go.Figure:
    """Treaties as bars, the other texts stacked by the day of signature.

    A bar is solid where entry into force is dated, hatched where only signature is.
    `frame` as `datasets.diplomacy_papers.agreements` gives it.
    """
    rows = frame.to_dict("records")
    treaties, texts = ([row for row in rows if row["rank"] == rank] for rank in ("treaty", "text"))
    stands = diplomacy_texts.stands(texts, first, last)
    totals = [height + _ROW * len(treaties) for height in stands.heights]
    totals[0] = max(totals[0], _HEIGHT - _TOP[0] - _BOTTOM)
    figure = _ground(words, first, last, totals)
    _eras(figure, words, first, last)
    if max(first, compiled) < last:
        theme.hatched(figure, max(first, compiled), last, 0, totals[0], words)
        theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__y": [0, 0, totals[1], totals[1], 0]})
    for at, row in enumerate(treaties):
        _treaty(figure, row, words, first, last, *(total - _ROW * (at + 1) + 14 for total in totals))
    if texts:
        diplomacy_texts.draw(figure, texts, words, stands, first)
    return figure


def _ground(words: Any, first: date, last: date, totals: Sequence[int]) -> go.Figure:
    """The empty figure: a day axis, and a height axis in pixels."""
    figure = theme.base(words.lang, height=_HEIGHT, left=16, right=16, top=_TOP[0], bottom=_BOTTOM)
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0),
        yaxis={"range": [0, totals[0]], "visible": False, "fixedrange": True},
        hoverdistance=12,
        barmode="overlay",
    )
    theme.narrow(figure, layout__margin__l=8, layout__margin__r=8, layout__margin__t=_TOP[1])
    theme.narrow(figure, layout__yaxis__range=[0, totals[1]])
    theme.narrow(figure, layout__height=totals[1] + _TOP[1] + _BOTTOM)
    theme.narrow(figure, **{f"layout__xaxis__{key}": value for key, value in theme.sparser(first, last).items()})
    return figure


def _eras(figure: go.Figure, words: Any, first: date, last: date) -> None:
    days = max(1, (last - first).days)
    for at, (era, begins, ends) in enumerate(ERAS):
        x0, x1 = max(begins, first), min(ends, last)
        if x0 >= x1:
            continue
        if at % 2 == 0:
            figure.add_shape(
                type="rect",
                x0=x0.isoformat(),
                x1=x1.isoformat(),
                y0=0,
                y1=1,
                yref="y domain",
                layer="below",
                fillcolor=theme.PAPER,
                line={"width": 0},
            )
        late = (x1 - x0).days / days < 0.12 and x1 == last
        figure.add_annotation(
            text=f"<b>{words('diplomacy.era.' + era)}</b>",
            x=x1.isoformat() if late else x0.isoformat(),
            y=1,
            yref="paper",
            xanchor="right" if late else "left",
            xshift=0 if late else 3,
            yanchor="bottom",
            yshift=3,
            showarrow=False,
            font={"size": 13, "color": theme.MUTED},
        )
        note = f"layout__annotations[{figure.notes - 1}]"
        theme.narrow(figure, **{f"{note}__font__size": 11, f"{note}__yshift": 20 if late else 3})
        if (x1 - x0).days / days < 0.12 and not late:
            theme.narrow(figure, **{f"{note}__x": x1.isoformat(), f"{note}__xanchor": "right", f"{note}__xshift": -3})


def _treaty(
    figure: go.Figure, row: Mapping[str, Any], words: Any, first: date, last: date, y: float, y_tight: float
) -> None:
    signed = max(date.fromisoformat(row["day"]), first)
    ended = min(date.fromisoformat(row["ended"]), last) if row["ended"] else last
    force = max(date.fromisoformat(row["date_in_force"]), first) if len(row["date_in_force"]) == 10 else None
    parts = [(signed, force or ended, "/")] + ([(force, ended, "")] if force else [])
    colour = theme.mark_colour("us")
    for begins, ends, hatch in parts:
        figure.add_trace(
            go.Bar(
                base=[begins.isoformat()],
                x=[max(1, (ends - begins).days) * _DAY_MS],
                y=[y],
                width=[_BAR],
                orientation="h",
                name="treaty",
                marker={
                    "color": theme.CARD if hatch else colour,
                    "line": {"color": colour, "width": 1},
                    "pattern": {"shape": hatch, "fgcolor": colour, "bgcolor": theme.CARD, "size": 6, "solidity": 0.4},
                },
                hovertext=[diplomacy_texts.hover(row, words)],
                hovertemplate="%{hovertext}<extra></extra>",
                customdata=[["agreements", row["agreement_id"]]],
            )
        )
        theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__y": [y_tight]})
    _named(figure, row, words, first, last, (signed, ended), (y + _BAR / 2 + 2, y_tight + _BAR / 2 + 2))


def _named(
    figure: go.Figure,
    row: Mapping[str, Any],
    words: Any,
    first: date,
    last: date,
    bar: tuple[date, date],
    heights: tuple[float, float],
) -> None:
    """A treaty's name and dates above its bar: from the bar's beginning where they fit, else up to its end."""
    head = f"{row['date_signed'][:4]} · {row['title_' + words.lang] or row['title_en']}"
    life = diplomacy_texts.life(row, words)
    short = diplomacy_texts.life(row, words, short=True)
    room = 1 - (bar[0] - first).days / max(1, (last - first).days)
    wide = _place(bar, max(theme.text_width(head, 13), theme.text_width(life, 13)) <= room * _PLOT)
    tight = _place(bar, theme.text_width(short, 11) <= room * _PLOT_NARROW) | {
        "text": f"<b>{words('diplomacy.treaty.' + row['agreement_id'])}</b><br>{short}",
        "y": heights[1],
        "font__size": 11,
    }
    note = f"layout__annotations[{figure.notes}]"
    figure.add_annotation(
        text=f"<b>{head}</b><br>{life}",
        y=heights[0],
        yanchor="bottom",
        showarrow=False,
        font={"size": 13, "color": theme.INK},
        **wide,
    )
    theme.narrow(figure, **{f"{note}__{key}": value for key, value in tight.items()})


def _place(bar: tuple[date, date], fits: bool) -> dict[str, str]:
    side = "left" if fits else "right"
    return {"x": bar[0 if fits else 1].isoformat(), "xanchor": side, "align": side}
