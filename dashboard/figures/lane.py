"""The lane of context that can be laid below a time chart: ticks of one kind of event, on the chart's own axis of days.

Charts are drawn without a lane. What one changes is written in `layout.meta.lane`, so that a browser can lay any lane under a chart
and take it away again without asking the server (assets/33-lane.js); `laid` does the same for what is drawn elsewhere.
"""

import re
from collections.abc import Mapping
from typing import Any

from dashboard.figures import marks, theme

HEIGHT = 46  # pixels by which a chart grows
_AXIS, _TICKS = "y9", 0.52  # its quantity axis, and the share of the room that the ticks take
_STEP = re.compile(r"\[(\d+)\]")


def add_room(figure: dict[str, Any], default: str, known: str) -> None:
    """Write into the plotly JSON of a time chart what a lane would change.

    `default` is the kind that it shows where none is asked for, `known` the day of knowledge, ISO, "9999" for today.
    `layout.meta.lane` becomes `{default, known, wide, narrow, trace, note}`: paths → values for wide charts and, after those of
    `layout.meta.narrow`, for narrow ones; a trace and a note that lack only their ticks and their text.
    """
    for layout in (figure["layout"], figure["layout"]["meta"].get("still")):
        if layout:
            said = {"wide": _changes(layout, {}), "narrow": _changes(layout, layout["meta"]["narrow"])}
            layout["meta"]["lane"] = {"default": default, "known": known, **said, "trace": _TRACE, "note": _NOTE}


def ticks(frame: Any, words: Any) -> list[list[str]]:
    """What a lane says of each event of `datasets.timeline.overlay`: day, day on which it was public, text, table, id."""
    return [
        [row["day"], row["known"], f"{marks.folded(row[f'text_{words.lang}'])}<br>{words.date(row['day'])}", row["table"], row["id"]]
        for row in frame.to_dict("records")
    ]  # fmt: skip


def days(figure: Mapping[str, Any]) -> tuple[str, str]:
    """The first and the last day of the chart's axis, ISO."""
    first, last = figure["layout"]["xaxis"]["range"]
    return str(first), str(last)


def laid(figure: dict[str, Any], name: str, said: list[list[str]]) -> dict[str, Any]:
    """The wide chart with the lane `name` of these ticks below it; changes and gives back `figure`."""
    lane = figure["layout"]["meta"]["lane"]
    for path, value in lane["wide"].items():
        put(figure, path, value)
    figure["layout"]["meta"]["height"] = figure["layout"]["height"]
    events = {"x": [one[0] for one in said], "y": [0.5] * len(said), "text": [one[2] for one in said]}
    figure["data"] = [*figure["data"], {**lane["trace"], **events, "customdata": [one[3:] for one in said]}]
    figure["layout"]["annotations"] = [*figure["layout"].get("annotations", ()), {**lane["note"], "text": name}]
    # Drawn again in a narrow place it has its own proportions (60-figures.js).
    figure["layout"]["meta"]["narrow"] |= lane["narrow"]
    return figure


def put(figure: dict[str, Any], path: str, value: Any) -> None:
    """Set what stands at a path such as `layout.annotations[3].y`."""
    *steps, last = _STEP.sub(r".\1", path).split(".")
    place: Any = figure
    for step in steps:
        place = place[int(step)] if step.isdigit() else place.setdefault(step, {})
    place[int(last) if last.isdigit() else last] = value


def _changes(layout: Mapping[str, Any], narrow: Mapping[str, Any]) -> dict[str, Any]:
    """The paths → values that make room below the plot and leave every pixel above it where it was."""

    def now(path: str, value: Any) -> Any:
        return narrow.get(f"layout.{path}", value)

    margin = {side: now(f"margin.{side}", layout["margin"][side]) for side in ("t", "b")}
    height = now("height", layout["height"])
    plot = height - margin["t"] - margin["b"]
    floor = HEIGHT / (plot + HEIGHT)

    def raised(share: float) -> float:
        return round(float(floor + (1 - floor) * share), 5)

    found: dict[str, Any] = {"layout.height": height + HEIGHT}
    for key in (one for one in layout if one.startswith("yaxis")):
        found[f"layout.{key}.domain"] = [raised(one) for one in now(f"{key}.domain", layout[key].get("domain", [0, 1]))]
    for kind, key in (("annotations", "y"), ("shapes", "y0"), ("shapes", "y1"), ("shapes", "yanchor")):
        for at, one in enumerate(layout.get(kind, ())):
            path = f"{kind}[{at}].{key}"
            if now(f"{kind}[{at}].yref", one.get("yref")) == "paper" and _is_share(one, key):
                found[f"layout.{path}"] = raised(now(path, one.get(key, 0)))
    hidden = {"domain": [0, round(floor * _TICKS, 5)], "range": [0, 1], "visible": False, "fixedrange": True}
    return {**found, "layout.yaxis9": hidden | {"anchor": "x"}}


def _is_share(one: Mapping[str, Any], key: str) -> bool:
    """Whether that key of a note or shape is a share of the plot's height, and not pixels."""
    in_pixels = one.get("ysizemode") == "pixel"
    return in_pixels if key == "yanchor" else not in_pixels


_TRACE = {
    "type": "scatter", "yaxis": _AXIS, "mode": "markers", "name": "overlay", "hovertemplate": "%{text}<extra></extra>",
    "marker": {"symbol": "line-ns", "size": 15, "color": theme.MUTED, "line": {"width": 1.6, "color": theme.MUTED}},
}  # fmt: skip
_NOTE = {
    "x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": f"{_AXIS} domain", "yanchor": "bottom", "yshift": 2, "showarrow": False,
    "font": {"size": 12, "color": theme.MUTED},
}  # fmt: skip
