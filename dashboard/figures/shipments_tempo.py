"""Rates between claims: a panel per claimant, all on one scale, a bar from each claim to the next."""

from datetime import date
from math import floor as whole
from math import log10
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import claim_places, labels, marks, panels, theme
from dashboard.figures.claim_places import Days

SYMBOLS = {"range": "circle", "at_least": "triangle-up", "at_most": "triangle-down", "open": "diamond-tall"}
_PIXELS, _EACH, _LEAST, _HEAD = 380, 200, 72, 30  # of all panels, of one at most and at least, above the highest mark


def tempo(frame: Any, words: Any, *, lang: str, days: Days) -> go.Figure:
    """One panel per claimant in the order of `frame`, which is as `datasets.shipments_tempo.tempo` gives it."""
    rows = [said.to_dict("records") for _, said in frame.groupby("series", sort=False)]
    pixels = min(_PIXELS, _EACH * len(rows)) - _HEAD * len(rows)
    unit = sum(high - low for low, high in map(_reach, rows)) / pixels
    ranges = [_range(*_reach(said), unit) for said in rows]
    heights = [float(round((high - low) / unit)) for low, high in ranges]
    figure = theme.base(lang, height=400, left=claim_places.MARGIN[0], right=claim_places.MARGIN[1], top=8, bottom=30)
    figure.update_layout(xaxis=theme.time_axis(days.first, days.last, anchor="free", position=0))
    panels.stack(figure, heights, heights)
    for at, said in enumerate(rows):
        axis = panels.axis(at)
        panels.title(figure, at, f"{name(said[0], words)} · {words('tempo.unit')}")
        figure.layout.annotations[-1].font.color = theme.text_colour(said[0]["group_id"])
        grid = {"range": ranges[at], "dtick": _step(unit * 34), "tick0": 0, "rangemode": "normal"}
        figure.update_layout({panels.key(at): theme.value_axis(**grid)})
        theme.hatched(figure, min(days.last, days.compiled), days.last, *ranges[at], words, yaxis=axis)
        _panel(figure, said, ranges[at], unit, words, days, axis)
    panels.on_phones(figure, days, right=claim_places.NARROW[1])
    return figure


def name(row: dict[str, Any], words: Any) -> str:
    """Who counts: the house itself where a group gathers several."""
    key = f"voice.{row['claimant_id']}"
    return str(words(key if key in words else f"group.{row['group_id']}"))


def rate(row: dict[str, Any], words: Any) -> str:
    """The containers a month with what their bounds allow: `at most about 930`."""
    return str(words(f"tempo.{row['bound']}", n=rounded(row, words)))


def rounded(row: dict[str, Any], words: Any) -> str:
    """The containers a month to two figures: more would be false precision."""
    value = row["per_month"]
    size = 10 ** max(0, whole(log10(abs(value))) - 1) if value else 1
    return str(words.number(round(value / size) * size)).replace("-", "−")


def _reach(said: list[dict[str, Any]]) -> tuple[float, float]:
    """The lowest and highest rate of a panel, nought within."""
    rates = [row["per_month"] for row in said]
    ranged = [row[end] for row in said if row["bound"] == "range" for end in ("low_per_month", "high_per_month")]
    return min([0, *rates, *ranged]), max([100, *rates, *ranged])


def _range(low: float, high: float, unit: float) -> tuple[float, float]:
    """The ends of a panel's axis with room for what is written, so high that the panel can be read."""
    floor = low - 20 * unit if low < 0 else 0.0
    return floor, max(high + _HEAD * unit, floor + _LEAST * unit)


def _step(least: float) -> float:
    power = 10 ** whole(log10(least))
    return float(next(power * one for one in (1, 2, 5, 10) if power * one >= least))


def _panel(
    figure: go.Figure,
    said: list[dict[str, Any]],
    ends: tuple[float, float],
    unit: float,
    words: Any,
    days: Days,
    axis: str,
) -> None:
    colour = theme.mark_colour(said[0]["group_id"])
    spans = [(days.kept(row["start"]), days.kept(row["end"])) for row in said]
    for row, (start, end) in zip(said, spans, strict=True):
        if row["bound"] == "range":
            _left_open(figure, row, start, end, colour, axis)
        figure.add_trace(
            go.Scatter(
                x=[start, end], y=[row["per_month"]] * 2, yaxis=axis, mode="lines", hoverinfo="skip", name="bar",
                line={"color": colour, "width": 3},
            )
        )  # fmt: skip
    at = len(figure.data)
    middles = [_middle(start, end) for start, end in spans]
    edges = [theme.CARD if row["source_check"] == "read" else colour for row in said]  # a mark stands out of its bar
    wide, tight = (_texts(said, spans, middles, ends, unit, words, days, short) for short in (False, True))
    figure.add_trace(
        go.Scatter(
            x=middles, y=[row["per_month"] for row in said], yaxis=axis, mode="markers+text", cliponaxis=False, name="rates",
            marker={"symbol": [symbol(row) for row in said], "size": 15, "color": colour, "opacity": 1, "line": {"width": 1.5, "color": edges}},
            text=[text for text, _ in wide], textposition=[place for _, place in wide],
            textfont={"size": claim_places.SIZE, "color": theme.text_colour(said[0]["group_id"])},
            hovertext=[_hover(row, words) for row in said], hovertemplate="%{hovertext}<extra></extra>",
            customdata=[[row["table"], row["id"]] for row in said],
        )
    )  # fmt: skip
    narrow = {
        "text": [text for text, _ in tight],
        "textposition": [place for _, place in tight],
        "textfont__size": claim_places.SMALL,
    }
    theme.narrow(figure, **{f"data[{at}]__{key}": value for key, value in narrow.items()})


def _left_open(figure: go.Figure, row: dict[str, Any], start: str, end: str, colour: str, axis: str) -> None:
    """What rounding leaves open, as a tinted box around the bar."""
    low, high = row["low_per_month"], row["high_per_month"]
    figure.add_trace(
        go.Scatter(
            x=[start, end, end, start, start], y=[low, low, high, high, low], yaxis=axis, mode="lines", fill="toself",
            line={"width": 0}, fillcolor=colour, opacity=0.3, hoverinfo="skip", name="rounding",
        )
    )  # fmt: skip


def _texts(
    said: list[dict[str, Any]],
    spans: list[tuple[str, str]],
    middles: list[str],
    ends: tuple[float, float],
    unit: float,
    words: Any,
    days: Days,
    short: bool,
) -> list[tuple[str, str]]:
    """The rate beside each mark and where it stands, the newest one with its unit and first to choose."""
    heights = [(row["per_month"] - ends[0]) / unit for row in said]
    points = []
    for i, row in enumerate(said):
        last = i == len(said) - 1
        text = rounded(row, words)
        text = f"<b>{words('tempo.label', n=text)}</b>" if last else text
        points.append(labels.Point(days.share(middles[i]), heights[i], text, i + labels.FORCED * last))
    bars = [(days.share(start), y - 3, days.share(end), y + 3) for (start, end), y in zip(spans, heights, strict=True)]
    around = labels.Obstacles((), bars, days.share(min(days.last, days.compiled).isoformat()))
    margin, size, widths = (
        (claim_places.NARROW, claim_places.SMALL, labels.NARROW)
        if short
        else (claim_places.MARGIN, claim_places.SIZE, labels.WIDE)
    )
    return labels.beside(points, widths, (ends[1] - ends[0]) / unit, size, (0, margin[1] - 4), around)


def symbol(row: dict[str, Any]) -> str:
    """Which bound, and hollow when a source was not read."""
    return SYMBOLS[row["bound"]] if row["source_check"] == "read" else f"{SYMBOLS[row['bound']]}-open"


def _middle(start: str, end: str) -> str:
    one, two = date.fromisoformat(start), date.fromisoformat(end)
    return theme.days_after(one, (two - one).days // 2).isoformat()


def _hover(row: dict[str, Any], words: Any) -> str:
    """The rate, whose claims, between which days, from which figure to which, and what is open in it."""
    figures = {
        side: words(f"qualifier.{row[f'{side}_qualifier']}", n=words.number(row[f"{side}_value"]))
        for side in ("from", "to")
    }
    low, high = (
        words.number(row[end]) if row["bound"] == "range" else "" for end in ("low_per_month", "high_per_month")
    )
    return "<br>".join(
        [
            f"<b>{rate(row, words)}</b> {words('tempo.unit')}",
            marks.folded(row[f"claimant_{words.lang}"].replace(";", "; ")),
            words.span(row["start"], row["end"]),
            words("tempo.from_to", low=figures["from"], high=figures["to"]),
            words(f"tempo.hover_{row['bound']}", **({"low": low, "high": high} if low else {})),
            words(f"source_check.{row['source_check']}"),
        ]
    )
