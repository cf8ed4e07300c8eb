"""The route map: places of the route and the movements that were traced between them."""

from collections.abc import Mapping, Sequence
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import maps, marks, theme

# The legs are drawn straight or bowed, by mode; colour says which way they went.
DASHES = {"sea": "solid", "rail": "dash", "air": "dot"}
SYMBOLS = {"port": "circle", "rail": "square", "depot": "triangle-up", "airfield": "diamond", "bridge": "x-thin"}
COLOURS = {"PRK-RUS": theme.mark_colour("kp"), "RUS-PRK": theme.mark_colour("us"), "other": theme.mark_colour("ru")}
_EURASIA = maps.WORLD | {
    "projection": {"type": "natural earth", "rotation": {"lon": 84, "lat": 0}},
    "lonaxis": {"range": [22, 146]},
    "lataxis": {"range": [22, 70]},
}
_COAST = maps.PORTS | {
    "lonaxis": {"range": [116, 149]},
    "lataxis": {"range": [38.2, 48.6]},
    "center": {"lon": 132.5, "lat": 43.7},
}
VIEWS: dict[str, dict[str, Any]] = {"ports": _COAST, "whole": _EURASIA}
_NARROW: dict[str, dict[str, Any]] = {
    "ports": {"height": 400, "geo__lonaxis__range": [124, 140], "geo__lataxis__range": [37, 49], "geo__center__lon": 132, "geo__center__lat": 43.3},
    "whole": {"height": 230},
}  # fmt: skip
# Names on each view, with the side on which there is room: place, side, side where the map is narrow ("" leaves it out).
NAMES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "ports": (
        ("rajin", "middle left", "middle left"), ("tumangang", "top left", "top left"), ("dunay", "top right", "top right"),
        ("vostochny_port", "bottom right", "bottom right"), ("vladivostok", "top left", "top left"),
        ("wonsan", "bottom right", "bottom right"), ("chongjin", "middle left", "middle left"), ("pyongyang", "middle left", "bottom center"),
        ("khabarovsk", "middle left", "middle left"),
    ),
    "whole": (
        ("rajin", "bottom right", ""), ("vladivostok", "top right", "top center"), ("tikhoretsk", "bottom right", "bottom center"),
        ("krasnoyarsk", "top center", "top center"), ("crimea_north", "top center", ""),
        ("ust_luga", "top center", "top center"), ("zhoushan_shipyard", "middle left", "bottom center"), ("pyongyang", "middle left", "middle left"),
    ),
}  # fmt: skip


def routes(frame: Any, places: Any, words: Any, *, lang: str, view: str, height: int) -> go.Figure:
    """The movements of `frame` and the `places`, as `datasets.shipments_voyages` gives them, on that view."""
    figure = theme.base(lang, height=height, left=0, right=0, top=0, bottom=0)
    figure.update_layout(geo=VIEWS[view])
    if view == "ports":
        maps.land(figure, maps.NORTH_EAST_ASIA_FILE, maps.NORTH_EAST_ASIA)
    else:
        maps.land(figure, maps.WORLD_FILE, _LANDS)
    rows = frame.to_dict("records")
    bows: dict[tuple[str, ...], int] = {}
    for row in rows:
        if row["layer"] == "leg":
            key = tuple(sorted((row["from_place_id"], row["to_place_id"])))
            bows[key] = bows.get(key, 0) + 1
            _leg(figure, row, words, bows[key] - 1, straight=row["km"] > 2500)
    calls = [row for row in rows if row["layer"] == "call"]
    _places(figure, [row for row in places.to_dict("records") if row["used"] == "yes" or view == "ports"], words, view)
    _calls(figure, calls, words)
    theme.narrow(figure, **{f"layout__{key}": value for key, value in _NARROW[view].items()})
    return figure


def _leg(figure: go.Figure, row: Mapping[str, Any], words: Any, turn: int, *, straight: bool) -> None:
    start, end = (row["from_lon"], row["from_lat"]), (row["to_lon"], row["to_lat"])
    path = (
        [start, end]
        if straight
        else _bowed(start, end, 0.07 * (1 + turn // 2) * (1 if turn % 2 == 0 else -1) if turn else 0.0)
    )
    colour = COLOURS[row["direction"]]
    figure.add_trace(
        go.Scattergeo(
            lon=[one[0] for one in path], lat=[one[1] for one in path], mode="lines", name=row["voyage_id"],
            line={"color": colour, "width": 2 if row["source_check"] == "read" else 1, "dash": DASHES[row["mode"]]},
            opacity=1 if row["source_check"] == "read" else 0.6, hoverinfo="skip",
        )
    )  # fmt: skip
    middle = _halfway(start, end) if straight else path[_head(turn)]
    figure.add_trace(
        go.Scattergeo(
            lon=[middle[0]], lat=[middle[1]], mode="markers", name=f"{row['voyage_id']}-arrow",
            marker={"symbol": "arrow" if row["source_check"] == "read" else "arrow-open", "size": 12, "color": colour,
                    "angle": _angle(path, turn, straight), "line": {"width": 1, "color": colour}},
            hovertext=[hover(row, words)], hovertemplate="%{hovertext}<extra></extra>", customdata=[["voyages", row["voyage_id"]]],
        )
    )  # fmt: skip


def _bowed(start: tuple[float, float], end: tuple[float, float], bow: float) -> list[tuple[float, float]]:
    """Points from start to end on a curve that leaves the straight line by `bow` of its length, so that repeats lie side by side."""
    (x0, y0), (x1, y1) = start, end
    across, up = -(y1 - y0) * bow, (x1 - x0) * bow
    steps = [i / 12 for i in range(13)]
    return [(x0 + (x1 - x0) * t + across * 4 * t * (1 - t), y0 + (y1 - y0) * t + up * 4 * t * (1 - t)) for t in steps]


def _halfway(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """The middle of the great circle, near enough for a mark: plotly draws long lines along it."""
    lon0, lat0, lon1, lat1 = (radians(one) for one in (*start, *end))
    x = cos(lat1) * cos(lon1 - lon0)
    y = cos(lat1) * sin(lon1 - lon0)
    lat = atan2(sin(lat0) + sin(lat1), hypot(cos(lat0) + x, y))
    return degrees(lon0 + atan2(y, cos(lat0) + x)), degrees(lat)


def _head(turn: int) -> int:
    """Which of a path's 13 points carries the arrow: not the same one on ways that lie side by side."""
    return (7, 5, 9, 4, 8)[turn % 5]


def _angle(path: Sequence[tuple[float, float]], turn: int, straight: bool) -> float:
    """How far the arrow is turned clockwise from pointing north."""
    if straight:
        return -90.0 if path[-1][0] < path[0][0] else 90.0
    at = _head(turn)
    (x0, y0), (x1, y1) = path[at - 1], path[at + 1]
    return 90 - degrees(atan2(y1 - y0, (x1 - x0) * cos(radians((y0 + y1) / 2))))


def _places(figure: go.Figure, rows: Sequence[Mapping[str, Any]], words: Any, view: str) -> None:
    sides = {place: (wide, narrow) for place, wide, narrow in NAMES[view]}
    names = [_name(row, sides, words) for row in rows]
    at = len(figure.data)
    figure.add_trace(
        go.Scattergeo(
            lon=[row["lon"] for row in rows], lat=[row["lat"] for row in rows], mode="markers+text", name="places",
            marker={"symbol": [SYMBOLS.get(row["kind"], "circle") for row in rows], "size": 9, "color": theme.INK, "opacity": 1,
                    "line": {"width": 1.5, "color": theme.INK}},
            text=names, textposition=[sides.get(row["place_id"], ("middle right", ""))[0] for row in rows],
            textfont={"size": 12, "color": theme.INK},
            hovertext=[_place(row, words) for row in rows], hovertemplate="%{hovertext}<extra></extra>",
            customdata=[["places", row["place_id"]] if row["used"] == "yes" else None for row in rows],
        )
    )  # fmt: skip
    tight = [sides.get(row["place_id"], ("", ""))[1] for row in rows]
    kept = [name if side else "" for name, side in zip(names, tight, strict=True)]
    narrow = {"text": kept, "textposition": [side or "middle right" for side in tight], "textfont__size": 11}
    theme.narrow(figure, **{f"data[{at}]__{key}": value for key, value in narrow.items()})


def _name(row: Mapping[str, Any], sides: Mapping[str, tuple[str, str]], words: Any) -> str:
    """The place's name with room for a ring between it and its mark."""
    if row["place_id"] not in sides:
        return ""
    side = sides[row["place_id"]][0]
    name, gap = row[f"name_{words.lang}"].partition(" (")[0], "\u00a0\u00a0"
    return f"{name}{gap}" if side.endswith("left") else f"{gap}{name}" if side.endswith("right") else name


def _calls(figure: go.Figure, rows: Sequence[Mapping[str, Any]], words: Any) -> None:
    """A ring round each place where a ship, train or aircraft was seen without the other end of its way; all its sightings in the hover."""
    seen: dict[tuple[float, float], list[Mapping[str, Any]]] = {}
    for row in rows:
        seen.setdefault((row["to_lon"], row["to_lat"]), []).append(row)
    if not seen:
        return
    figure.add_trace(
        go.Scattergeo(
            lon=[place[0] for place in seen], lat=[place[1] for place in seen], mode="markers", name="calls",
            marker={"symbol": "circle-open", "size": 18, "color": theme.MUTED, "line": {"width": 2, "color": theme.MUTED}},
            hovertext=["<br><br>".join(hover(row, words) for row in calls) for calls in seen.values()],
            hovertemplate="%{hovertext}<extra></extra>", customdata=[["voyages", calls[0]["voyage_id"]] for calls in seen.values()],
        )
    )  # fmt: skip


def hover(row: Mapping[str, Any], words: Any) -> str:
    """What a movement says when it is pointed at: what moved, from where to where, when, who says so."""
    what = row["vessel"] or row["carrier"]
    way = " → ".join(row[f"{side}_{words.lang}"] or words("routes.unknown") for side in ("from", "to"))
    cargo = row[f"cargo_{words.lang}"] or row["cargo_en"]
    lines = [
        f"<b>{what}</b>, {words('routes.mode.' + row['mode'])}",
        way,
        words.span(row["start_date"], row["end_date"]),
    ]
    lines += [
        marks.folded(words("routes.cargo", cargo=cargo)) if cargo else "",
        row[f"claimant_{words.lang}"],
        words(f"source_check.{row['source_check']}"),
    ]
    return marks.joined(lines)


def _place(row: Mapping[str, Any], words: Any) -> str:
    note = row[f"note_{words.lang}"] or row["note_en"]
    return "<br>".join(part for part in (f"<b>{row[f'name_{words.lang}']}</b>", marks.folded(note)) if part)


_LANDS = (
    "XAC", "XAP", "XBT", "XHT", "XIT", "XJK", "RUS", "CHN", "MNG", "PRK", "KOR", "JPN", "KAZ", "UZB", "TKM", "KGZ", "TJK", "AFG", "PAK", "IND", "NPL", "BTN", "BGD", "MMR", "IRN",
    "IRQ", "TUR", "GEO", "ARM", "AZE", "UKR", "BLR", "MDA", "ROU", "BGR", "LTU", "LVA", "EST", "FIN", "SWE", "NOR", "POL", "VNM", "LAO",
    "THA", "TWN", "SYR", "SAU", "KWT", "ARE", "OMN", "QAT", "SVK", "HUN", "GRC", "EGY", "ISR", "JOR", "LBN", "CYP", "SRB", "BHR",
)  # fmt: skip
