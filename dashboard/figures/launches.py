"""The attempts to put a satellite into orbit, a row each on one axis of years."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import marks, theme
from dashboard.figures.launches_marks import SATELLITE, change, short, when

ROW, NARROW_ROW, TOP, BOTTOM = 50, 90, 44, 34
_LEFT, _RIGHT = 262, 304
_GAP = 0.7  # rows between the attempts and the disputed launch


def satellites(frame: Any, words: Any, *, lang: str, first: date, last: date, compiled: date) -> go.Figure:
    """A row per launch: its mark, the time its satellite stayed in orbit, what failed, and what was said of Russian help.

    `frame` as `datasets.launches.satellites` gives it.
    """
    rows = frame.to_dict("records")
    disputed = sum(row["attempt_status"] != "attempt" for row in rows)
    units = len(rows) + (_GAP if disputed else 0)
    height, tall = (round(units * size) + TOP + BOTTOM for size in (ROW, NARROW_ROW))
    figure = theme.base(lang, height=height, left=_LEFT, right=_RIGHT, top=TOP, bottom=BOTTOM)
    hidden = {"range": [0, units], "visible": False, "fixedrange": True}
    figure.update_layout(xaxis=theme.time_axis(first, last, anchor="free", position=0), yaxis=hidden)
    theme.hatched(figure, min(compiled, last), last, 0, units, words)
    _heads(figure, words)
    for i, row in enumerate(rows):
        y = units - 0.5 - i - (_GAP if row["attempt_status"] != "attempt" else 0)
        _row(figure, row, y, words, first, last, min(compiled, last))
    if disputed:
        _apart(figure, disputed + _GAP * 0.5, words)
    sparse = {f"layout__xaxis__{name}": value for name, value in theme.sparser(first, last).items()}
    theme.narrow(
        figure,
        layout__height=tall - TOP + 10,
        layout__margin__l=8,
        layout__margin__r=12,
        layout__margin__t=10,
        **sparse,
    )
    return figure


def _row(figure: go.Figure, row: Mapping[str, Any], y: float, words: Any, first: date, last: date, edge: date) -> None:
    figure.add_shape(
        type="line",
        x0=0,
        x1=1,
        xref="paper",
        y0=y - 0.5,
        y1=y - 0.5,
        line={"color": theme.GRID, "width": 1},
        layer="below",
    )
    colour = SATELLITE if row["attempt_status"] == "attempt" else theme.MUTED
    if row["outcome"] == "success":
        _orbit(figure, row, y, words, edge)
    solid = "circle" if row["source_check"] == "read" else "circle-open"
    at = len(figure.data)
    figure.add_trace(
        go.Scatter(
            x=[row["day"]], y=[y], mode="markers", name=row["launch_id"], cliponaxis=False,
            marker={"symbol": solid if row["outcome"] == "success" else "circle-x-open", "size": 15, "color": colour,
                    "line": {"width": 2, "color": colour}},
            text=[_hover(row, words)], hovertemplate="%{text}<extra></extra>", customdata=[["satellite_launches", row["launch_id"]]],
        )
    )  # fmt: skip
    theme.narrow(figure, **{f"data[{at}]__y": [y - 0.23]})
    _name(figure, row, y, words)
    _fate(figure, row, y, words, (date.fromisoformat(row["day"]) - first).days / ((last - first).days or 1))
    _said(figure, row, y, words)


def _orbit(figure: go.Figure, row: Mapping[str, Any], y: float, words: Any, edge: date) -> None:
    """The time in orbit: from launch to re-entry, or to the day up to which the table is compiled."""
    at, end = len(figure.data), row["decay_date"] or edge.isoformat()
    figure.add_trace(
        go.Scatter(
            x=[row["day"], end], y=[y, y], mode="lines+markers" if row["decay_date"] else "lines", opacity=0.5, hoverinfo="skip",
            line={"color": SATELLITE, "width": 6}, name=f"{row['launch_id']}-orbit",
            marker={"symbol": "line-ns", "size": 16, "color": SATELLITE, "line": {"width": 2, "color": SATELLITE}},
        )
    )  # fmt: skip
    theme.narrow(figure, **{f"data[{at}]__y": [y - 0.23] * 2})


def _name(figure: go.Figure, row: Mapping[str, Any], y: float, words: Any) -> None:
    """Date and site, launcher and satellite, left of the row."""
    vehicle = " / ".join(short(row[part], words) for part in ("vehicle", "payload") if row[part])
    at, site = figure.notes, _site(row, words)
    figure.add_annotation(
        text=f"<b>{words.date(row['date_utc'])}</b>, {site}<br><span style='font-size:12px'>{vehicle}</span>", x=0, xref="paper",
        xanchor="left", xshift=4 - _LEFT, align="left", y=y, showarrow=False, font={"size": 13, "color": theme.INK},
    )  # fmt: skip
    change(
        figure,
        at,
        text=f"<b>{words.date(row['date_utc'], short=True)}</b> {vehicle}",
        xshift=0,
        y=y + 0.38,
        font__size=11,
    )


def _fate(figure: go.Figure, row: Mapping[str, Any], y: float, words: Any, place: float) -> None:
    """What became of it, beside the mark on the side where there is room; above and below a bar that runs through it."""
    right = place < 0.45
    joint = "<br> <br>" if right and row["outcome"] == "success" else "<br>"
    at = figure.notes
    figure.add_annotation(
        text=_outcome(row, words, joint), x=row["day"], y=y, xanchor="left" if right else "right", xshift=12 if right else -12,
        align="left" if right else "right", showarrow=False, font={"size": 12, "color": theme.INK},
    )  # fmt: skip
    change(figure, at, y=y - 0.23, font__size=11)


def _outcome(row: Mapping[str, Any], words: Any, joint: str) -> str:
    if row["outcome"] != "success":
        return str(words(f"launches.failed_{row['failure_stage'] or 'unknown'}"))
    known = row["perigee_km"] == row["perigee_km"] and row["apogee_km"] == row["apogee_km"]
    heights = {"low": words.number(row["perigee_km"]), "high": words.number(row["apogee_km"])} if known else {}
    said = [words("launches.orbit", **heights) if known else words("launches.orbit_unknown")]
    decay = row["decay_date"]
    said.append(words("launches.decayed", date=words.date(decay, short=True)) if decay else words("launches.no_decay"))
    if joint == "<br>" and row["works_en"]:
        said.append(f"<i>{words('launches.works')}</i>")
    return joint.join(said)


def _said(figure: go.Figure, row: Mapping[str, Any], y: float, words: Any) -> None:
    """Right of the row: days since the attempt before, and what was said of Russian help."""
    days = "" if row["days_since"] != row["days_since"] else words.number(row["days_since"])
    figure.add_annotation(
        text=days or "–", x=1, xref="paper", xanchor="right", xshift=76, y=y, showarrow=False, font={"size": 13, "color": theme.MUTED},
    )  # fmt: skip
    change(figure, figure.notes - 1, text="")
    stance, who = row["assistance"], words(f"group.{row['group_id']}") if row["group_id"] else ""
    who = row[f"claimant_{words.lang}"] if row["group_id"] == "press" else who
    said = words(f"launches.help_{stance}")
    colour = theme.STANCES[stance][1] if stance in theme.STANCES else theme.MUTED
    at = figure.notes
    figure.add_annotation(
        text=f"<b>{said}</b><br>{who}" if who else said, x=1, xref="paper", xanchor="left", xshift=100, y=y, align="left",
        showarrow=False, font={"size": 12, "color": colour},
    )  # fmt: skip
    parts = [_site(row, words), words("launches.days_after", n=days) if days else "",
             words("launches.help_short", stance=said, who=words(f"group_short.{row['group_id']}")) if who else ""]  # fmt: skip
    change(figure, at, text=" · ".join(part for part in parts if part), x=0, xshift=0, y=y + 0.2, font__size=11)


def _heads(figure: go.Figure, words: Any) -> None:
    for text, shift, anchor in (("launches.head_days", 76, "right"), ("launches.head_help", 100, "left")):
        figure.add_annotation(
            text=words(text), x=1, xref="paper", xanchor=anchor, xshift=shift, y=1, yref="paper", yanchor="bottom", yshift=4,
            align=anchor, showarrow=False, font={"size": 12, "color": theme.MUTED},
        )  # fmt: skip
        change(figure, figure.notes - 1, text="")


def _apart(figure: go.Figure, y: float, words: Any) -> None:
    """The line below which the disputed launch stands."""
    at = figure.notes
    figure.add_annotation(
        text=words("launches.disputed"), x=0, xref="paper", xanchor="left", xshift=4 - _LEFT, y=y, showarrow=False,
        font={"size": 12, "color": theme.MUTED},
    )  # fmt: skip
    change(figure, at, xshift=0, font__size=11)


def _site(row: Mapping[str, Any], words: Any) -> str:
    key = f"launches.site_{row['site_id']}"
    return str(words(key)) if key in words else str(row[f"site_{words.lang}"])


def _hover(row: Mapping[str, Any], words: Any) -> str:
    parts = [
        f"<b>{short(row['vehicle'], words)}</b>, {row[f'site_{words.lang}']}",
        when(row, words),
        _outcome(row, words, "; "),
    ]
    parts += [
        marks.folded(row[f"{name}_{words.lang}"] or row[f"{name}_en"])
        for name in ("failure_note", "works", "assistance")
    ]
    parts.append(words(f"source_check.{row['source_check']}"))
    return "<br>".join(part for part in parts if part)
