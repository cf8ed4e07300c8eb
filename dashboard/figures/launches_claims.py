"""Claims of technical help in lanes by programme, and the nuclear tests with the range of their yields."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import context, marks, theme
from dashboard.figures.launches_marks import apart, change, key, open_if_unread, when

KINDS = {"sought": "diamond", "promised": "square", "transferred": "circle", "observed": "pentagon", "unlikely": "x"}
_ROW, _HEAD, _LEFT, _NARROW_LEFT, _LANE = 23, 0.95, 124, 84, 56


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
    ticks: Any = None,
) -> go.Figure:
    """A lane per programme, a row in it per kind of statement, a mark per claim in the colour of its stance.

    `frame` as `datasets.launches.tech_claims` gives it; `events` are (day, label) pairs; `ticks` a frame for the lane below.
    """
    lanes = [(one, [kind for kind in KINDS if _has(frame, one, kind)]) for one in programmes]
    lanes = [(one, kinds) for one, kinds in lanes if kinds]
    units = sum(len(kinds) + _HEAD for _, kinds in lanes)
    floor = _LANE / (units * _ROW) if ticks is not None else 0.0
    inner = round(units * _ROW / (1 - floor))
    figure = theme.base(lang, height=inner, left=_LEFT, right=16, bottom=34)
    figure.update_layout(
        xaxis=theme.time_axis(first, last, anchor="free", position=0), hoverdistance=12,
        yaxis={"range": [0, units], "visible": False, "fixedrange": True, "domain": [floor, 1]},
    )  # fmt: skip
    theme.hatched(figure, min(compiled, last), last, 0, units, words)
    top = units
    for programme, kinds in lanes:
        _lane(figure, programme, frame, top, words)
        for i, kind in enumerate(kinds):
            rows = frame[(frame["programme"] == programme) & (frame["claim_kind"] == kind)].to_dict("records")
            _marks(figure, rows, kind, top - _HEAD - i - 0.5, words)
        top -= len(kinds) + _HEAD
    context.events(figure, events, first, last)
    above, narrow_above = int(figure.layout.margin.t), int(figure.layout.meta["narrow"]["layout.margin.t"])
    said = [one for one in theme.STANCES if (frame["stance"] == one).any()]
    items = [(f"⬤ {words(f'stance.{one}')}", theme.STANCES[one][1]) for one in said]
    tall = key(figure, items, left=_LEFT - 4, lift=above, narrow_left=_NARROW_LEFT - 4, narrow_lift=narrow_above)
    figure.update_layout(margin_t=above + 26, height=inner + above + 60)
    if ticks is not None:
        context.lane(figure, ticks, words, floor)
    sparse = {f"layout__xaxis__{name}": value for name, value in theme.sparser(first, last).items()}
    theme.narrow(figure, layout__margin__l=_NARROW_LEFT, layout__margin__r=10, layout__margin__t=narrow_above + tall + 6,
                 layout__height=round(inner * 1.1) + narrow_above + tall + 40, **sparse)  # fmt: skip
    return figure


def _has(frame: Any, programme: str, kind: str) -> bool:
    return bool(((frame["programme"] == programme) & (frame["claim_kind"] == kind)).any())


def _lane(figure: go.Figure, programme: str, frame: Any, top: float, words: Any) -> None:
    figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=top, y1=top, line={"color": theme.RULE, "width": 1}, layer="below")
    count = words.number(int((frame["programme"] == programme).sum()))
    at = len(figure.layout.annotations)
    figure.add_annotation(
        text=f"<b>{words(f'choice.programme.{programme}')}</b> {count}", x=0, xref="paper", xanchor="left", xshift=4 - _LEFT, y=top,
        yanchor="top", showarrow=False, font={"size": 13, "color": theme.INK},
    )  # fmt: skip
    change(figure, at, xshift=4 - _NARROW_LEFT, font__size=12)


def _marks(figure: go.Figure, rows: list[Mapping[str, Any]], kind: str, y: float, words: Any) -> None:
    figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=y, y1=y, line={"color": theme.GRID, "width": 1}, layer="below")
    at = len(figure.layout.annotations)
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
    theme.narrow(figure, **{f"data[{number}]__y": [y + off for off in apart(days, 32, 0.28)], f"data[{number}]__marker__size": 9})


def _hover(row: Mapping[str, Any], words: Any) -> str:
    lang = words.lang
    head = words(f"choice.programme.{row['programme']}"), words(f"claim_kind.{row['claim_kind']}"), words(f"stance.{row['stance']}")
    who = f"{row['speaker']}, {row[f'claimant_{lang}']}" if row["speaker"] else row[f"claimant_{lang}"]
    lines = ["<b>{}, {} – {}</b>".format(*head), marks.folded(who), words.date(row["date"])]
    return "<br>".join([*lines, marks.folded(row[f"note_{lang}"] or row["note_en"]), words(f"source_check.{row['source_check']}")])


def nuclear_tests(frame: Any, words: Any, *, lang: str) -> go.Figure:
    """A row per test with a bar from the lowest to the highest published yield, on an axis of powers of ten (kilotons)."""
    rows = frame.to_dict("records")
    figure = theme.base(lang, height=len(rows) * 44 + 60, left=190, right=200, top=14, bottom=30)
    ticks = [0.3, 1, 3, 10, 30, 100, 300]
    figure.update_layout(
        xaxis={"type": "log", "range": [-0.6, 2.62], "tickvals": ticks, "gridcolor": theme.GRID, "fixedrange": True, "zeroline": False,
               "ticktext": [words("launches.kt", n=words.number(one, 1 if one < 1 else 0)) for one in ticks],
               "tickfont": {"size": 12, "color": theme.MUTED}},
        yaxis={"range": [-0.6, len(rows) - 0.4], "visible": False, "fixedrange": True},
    )  # fmt: skip
    for i, row in enumerate(rows):
        _test(figure, row, len(rows) - 1 - i, words)
    theme.narrow(figure, layout__margin__l=10, layout__margin__r=10, layout__height=len(rows) * 62 + 60,
                 layout__xaxis__tickvals=[1, 10, 100], layout__xaxis__ticktext=[words("launches.kt", n=one) for one in (1, 10, 100)])  # fmt: skip
    return figure


def _test(figure: go.Figure, row: Mapping[str, Any], y: float, words: Any) -> None:
    at = len(figure.data)
    figure.add_trace(
        go.Scatter(
            x=[row["yield_low_kt"], row["yield_high_kt"]], y=[y, y], mode="lines+markers", name=row["test_id"],
            line={"color": theme.WARN, "width": 7}, marker={"symbol": "line-ns", "size": 16, "line": {"width": 2, "color": theme.WARN}},
            text=[_test_hover(row, words)] * 2, hovertemplate="%{text}<extra></extra>", customdata=[["nuclear_tests", row["test_id"]]] * 2,
        )
    )  # fmt: skip
    theme.narrow(figure, **{f"data[{at}]__y": [y - 0.15] * 2})
    low, high = (words.number(row[part], 0 if float(row[part]).is_integer() else 1) for part in ("yield_low_kt", "yield_high_kt"))
    span = words("launches.kt", n=words("number.range", low=low, high=high))
    for text, x, anchor, shift, colour in (
        (f"<b>{words.date(row['date_utc'])}</b>", 0, "left", -186, theme.INK),
        (f"{span} · {words('launches.magnitude', m=words.number(row['magnitude_usgs'], 1))}", 1, "left", 10, theme.MUTED),
    ):
        number = len(figure.layout.annotations)
        figure.add_annotation(text=text, x=x, xref="paper", xanchor=anchor, xshift=shift, y=y, showarrow=False, font={"size": 13, "color": colour})
        change(figure, number, y=y + 0.24, xshift=0, font__size=12, **({"xanchor": "right"} if x else {}))


def _test_hover(row: Mapping[str, Any], words: Any) -> str:
    sizes = words("launches.magnitudes", usgs=words.number(row["magnitude_usgs"], 1), ctbto=words.number(row["magnitude_ctbto"], 2))
    lines = [f"<b>{words('launches.test', n=row['number'])}</b>, {row[f'site_{words.lang}']}", when(row, words), sizes]
    return "<br>".join([*lines, marks.folded(row[f"note_{words.lang}"] or row["note_en"]), words(f"source_check.{row['source_check']}")])
