"""What the figures on launches share: days in both time zones, short names, a key in colour, marks that do not hide each other."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import theme

SATELLITE, MISSILE = "#8C1D4F", "#E08A1E"
_GAP, _LINE, _NARROW_ROOM = 14, 17, 330


def when(row: Mapping[str, Any], words: Any) -> str:
    """The day and hour of a launch in universal time, and the Korean date where it is another."""
    clock = f", {row['time_utc'][:5]} UTC" if row.get("time_utc") else ""
    day = words.date(row["date_utc"]) + clock
    if row["date_kst"] == row["date_utc"]:
        return str(day)
    return f"{day} ({words('launches.in_korea', date=words.date(row['date_kst']))})"


def short(name: str, words: Any) -> str:
    """A vehicle or satellite without what stands in brackets; a launcher that has no name is said to have none."""
    bare = re.sub(r" \(.*\)", "", name)
    return str(words("launches.unnamed")) if bare.startswith("Unnamed") else bare


def open_if_unread(shape: str, check: str) -> str:
    """The mark, hollow where its source was not read."""
    return shape if check == "read" else f"{shape}-open"


def key(
    figure: go.Figure,
    items: Sequence[tuple[str, str]],
    *,
    left: int,
    lift: int = 4,
    narrow_left: int = 4,
    narrow_lift: int = 4,
) -> int:
    """A line of words in their colours above the plot; gives the height in pixels that it takes on narrow charts.

    `left` and `narrow_left` are the pixels between the plot and the figure's edge, `lift` those between the plot and the words.
    """
    widths = [theme.text_width(text, 12) * 0.88 + _GAP for text, _ in items]
    rows, room = [0], 0.0
    for width in widths:
        rows.append(rows[-1] + 1 if room and room + width > _NARROW_ROOM else rows[-1])
        room = width if rows[-1] != rows[-2] else room + width
    rows = rows[1:]
    for i, (text, colour) in enumerate(items):
        at = figure.notes
        figure.add_annotation(
            text=text, x=0, xref="paper", xanchor="left", xshift=sum(widths[:i]) - left, y=1, yref="paper", yanchor="bottom",
            yshift=lift, showarrow=False, font={"size": 12, "color": colour},
        )  # fmt: skip
        before = sum(width for width, row in zip(widths[:i], rows[:i], strict=True) if row == rows[i])
        change = {"xshift": before - narrow_left, "yshift": narrow_lift + (rows[-1] - rows[i]) * _LINE}
        theme.narrow(figure, **{f"layout__annotations[{at}]__{name}": value for name, value in change.items()})
    return (rows[-1] + 1) * _LINE


def apart(days: Sequence[str], within: int, step: float) -> list[float]:
    """Offsets that keep marks of neighbouring days (sorted) from covering each other: a cluster is spread around 0 by `step`."""
    offsets: list[float] = []
    cluster: list[int] = []
    for i, day in enumerate(days):
        if cluster and (date.fromisoformat(day) - date.fromisoformat(days[i - 1])).days > within:
            offsets += [(len(cluster) - 1) / 2 * step - k * step for k in range(len(cluster))]
            cluster = []
        cluster.append(i)
    return offsets + [(len(cluster) - 1) / 2 * step - k * step for k in range(len(cluster))]


def change(figure: go.Figure, at: int, **values: Any) -> None:
    """What becomes different of annotation number `at` where the chart is narrow."""
    theme.narrow(figure, **{f"layout__annotations[{at}]__{name}": value for name, value in values.items()})
