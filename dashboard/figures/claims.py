"""Claims on one axis of days: a panel for each thing that is counted in one way, and lanes of words where there is no number."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import claim_places, claim_words, marks, panels, theme
from dashboard.figures.claim_places import Days


def claims(
    frame: Any,
    words: Any,
    *,
    lang: str,
    wordy: Sequence[str] = (),
    days: Days,
    spans: Sequence[str] = (),
) -> go.Figure:
    """One panel below the other in the order of `frame`, which is as `datasets.shipments_panels.by_panel` gives it.

    `wordy` names the panels without a quantity axis; `spans` those that draw the days each claim counts.
    """
    ids = list(dict.fromkeys(frame["panel"]))
    rows = {one: frame[frame["panel"] == one].to_dict("records") for one in ids}
    slots = {one: claim_places.worded(rows[one], words, days) if one in wordy else None for one in ids}
    wide = [slot.deep[0] if slot else panels.height(len(rows[one])) for one, slot in slots.items()]
    narrow = [slot.deep[1] if slot else panels.height(len(rows[one])) for one, slot in slots.items()]
    figure = theme.base(lang, height=400, left=claim_places.MARGIN[0], right=claim_places.MARGIN[1], top=8, bottom=30)
    figure.update_layout(xaxis=theme.time_axis(days.first, days.last, anchor="free", position=0))
    panels.stack(figure, wide, narrow)
    for at, one in enumerate(ids):
        axis = panels.axis(at)
        panels.title(figure, at, words(f"panel.{one}"))
        slot = slots[one]
        ceiling = max(wide[at], narrow[at]) if slot else _ceiling(rows[one])
        theme.hatched(figure, min(days.last, days.compiled), days.last, 0, ceiling, words, yaxis=axis)
        if slot:
            figure.update_layout({panels.key(at): {"range": [0, wide[at]], "visible": False, "fixedrange": True}})
            theme.narrow(figure, **{f"layout__{panels.key(at)}__range": [0, narrow[at]]})
            _words_panel(figure, rows[one], slot, words, days, axis)
        else:
            figure.update_layout({panels.key(at): panels.quantity(ceiling, wide[at], words)})
            _value_panel(figure, rows[one], ceiling, wide[at], words, days, axis, one in spans)
    panels.on_phones(figure, days, right=claim_places.NARROW[1])
    return figure


def _ceiling(rows: list[dict[str, Any]]) -> float:
    tops = [claim_words.ends(row)[1] for row in rows if not claim_words.is_cap(row)] + [row["value"] for row in rows]
    return max(tops, default=1.0) * 1.22 or 1.0


def _words_panel(
    figure: go.Figure, rows: list[dict[str, Any]], slot: claim_places.Slots, words: Any, days: Days, axis: str
) -> None:
    at = len(figure.data)
    wide, tight = slot.points
    figure.add_trace(
        _marks(rows, words, days, axis, [p.y for p in wide], [p.text for p in wide], slot.positions[0]).update(
            name="said"
        )
    )
    narrow = {
        "y": [p.y for p in tight],
        "text": [p.text for p in tight],
        "textposition": slot.positions[1],
        "textfont__size": claim_places.SMALL,
    }
    theme.narrow(figure, **{f"data[{at}]__{key}": value for key, value in narrow.items()})


def _value_panel(
    figure: go.Figure,
    rows: list[dict[str, Any]],
    ceiling: float,
    height: float,
    words: Any,
    days: Days,
    axis: str,
    spans: bool,
) -> None:
    for series in dict.fromkeys(row["series"] for row in rows):
        _line(figure, [row for row in rows if row["series"] == series], days, axis)
    for row in rows:
        low, high = claim_words.ends(row)
        if claim_words.is_cap(row):
            _cap(figure, row, days, axis)
        elif low != high:
            _bar(figure, [days.kept(row["day"])] * 2, [low, high], row, axis, 3)
        if spans and row["counting_since"] and not claim_words.is_cap(row):
            alike = next(other for other in rows if other["value"] == row["value"])
            panels.span(figure, row, days, axis, 9 if alike is row else 4)
    around = claim_places.obstacles(rows, ceiling / height, days, spans)
    wide = claim_places.beside(rows, ceiling / height, height, words, days, around, short=False)
    tight = claim_places.beside(rows, ceiling / height, height, words, days, around, short=True)
    at = len(figure.data)
    figure.add_trace(_marks(rows, words, days, axis, [row["value"] for row in rows], *wide).update(name="claims"))
    narrow = {"text": tight[0], "textposition": tight[1], "textfont__size": claim_places.SMALL}
    theme.narrow(figure, **{f"data[{at}]__{key}": value for key, value in narrow.items()})
    _uppers(figure, rows, words, days, axis)


def _uppers(figure: go.Figure, rows: list[dict[str, Any]], words: Any, days: Days, axis: str) -> None:
    """The upper marks of ranges."""
    ends = [claim_words.ends(row) for row in rows]
    ranged = [row for row, (low, high) in zip(rows, ends, strict=True) if low != high and not claim_words.is_cap(row)]
    if ranged:
        tops = [claim_words.ends(row)[1] for row in ranged]
        mute = [""] * len(ranged), ["middle right"] * len(ranged)
        figure.add_trace(_marks(ranged, words, days, axis, tops, *mute).update(name="upper"))


def _marks(
    rows: list[dict[str, Any]],
    words: Any,
    days: Days,
    axis: str,
    y: list[float],
    texts: list[str],
    positions: list[str],
) -> go.Scatter:
    colours = [theme.mark_colour(row["group_id"]) for row in rows]
    places = [(row["day"], value) for row, value in zip(rows, y, strict=True)]
    # A mark below another stays to be seen.
    sizes = [17 if place in places[i + 1 :] else 11 for i, place in enumerate(places)]
    sizes = [5 if claim_words.is_cap(row) else size for row, size in zip(rows, sizes, strict=True)]
    return go.Scatter(
        x=[days.kept(row["day"]) for row in rows], y=y, yaxis=axis, mode="markers+text", cliponaxis=False,
        marker={"symbol": [_symbol(row) for row in rows], "size": sizes, "opacity": 1, "color": colours, "line": {"width": 1.5, "color": colours}},
        text=texts, textposition=positions, textfont={"size": claim_places.SIZE, "color": [theme.text_colour(row["group_id"]) for row in rows]},
        hovertext=[claim_words.hover(row, words) for row in rows], hovertemplate="%{hovertext}<extra></extra>",
        customdata=[["claims", row["claim_id"]] for row in rows],
    )  # fmt: skip


def _symbol(row: dict[str, Any]) -> str:
    return "line-ew-open" if claim_words.is_cap(row) else marks.symbol(row)


def _line(figure: go.Figure, rows: list[dict[str, Any]], days: Days, axis: str) -> None:
    if len(rows) < 2:
        return
    figure.add_trace(
        go.Scatter(
            x=[days.kept(row["day"]) for row in rows], y=[row["value"] for row in rows], yaxis=axis, mode="lines", hoverinfo="skip",
            line={"color": theme.mark_colour(rows[0]["group_id"]), "width": 1.5, "shape": "hv"}, name=rows[0]["series"],
        )
    )  # fmt: skip


def _bar(figure: go.Figure, x: list[str], y: list[float], row: dict[str, Any], axis: str, width: float) -> None:
    line = {"color": theme.mark_colour(row["group_id"]), "width": width}
    figure.add_trace(go.Scatter(x=x, y=y, yaxis=axis, mode="lines", line=line, hoverinfo="skip", name="range"))


def _cap(figure: go.Figure, row: dict[str, Any], days: Days, axis: str) -> None:
    line = {"color": theme.mark_colour(row["group_id"]), "width": 1.5, "dash": "dash"}
    ends = [days.kept(row["day"]), days.last.isoformat()]
    figure.add_trace(
        go.Scatter(x=ends, y=[row["value"]] * 2, yaxis=axis, mode="lines", line=line, hoverinfo="skip", name="cap")
    )
