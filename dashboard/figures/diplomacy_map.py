"""The map of where they met: Eurasia, and the Far East closer up."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import diplomacy_lanes, maps, theme

_EURASIA = maps.WORLD | {
    "projection": {"type": "natural earth", "rotation": {"lon": 75, "lat": 0}},
    "lonaxis": {"range": [0, 146]},
    "lataxis": {"range": [30, 70]},
}
_FAR_EAST = maps.PORTS | {
    "projection": {"type": "mercator", "rotation": {"lon": 132, "lat": 0}},
    "center": {"lon": 132, "lat": 45},
    "lonaxis": {"range": [119, 145]},
    "lataxis": {"range": [35.2, 53.4]},
}
_CUT = (122.0, 142.0, 36.5, 54.0)  # what stands on the close-up: west, east, south, north
_COUNTRIES = (
    "RUS", "PRK", "KOR", "CHN", "JPN", "MNG", "KAZ", "UKR", "BLR", "POL", "DEU", "FRA", "CHE", "AUT", "ITA",
    "CZE", "SVK", "HUN", "ROU", "BGR", "SRB", "BIH", "HRV", "SVN", "ALB", "MKD", "MNE", "GRC", "TUR", "GEO",
    "ARM", "AZE", "IRN", "IRQ", "SYR", "LBN", "ISR", "JOR", "SAU", "EGY", "LBY", "TUN", "DZA", "AFG", "PAK",
    "IND", "NPL", "BTN", "UZB", "TKM", "TJK", "KGZ", "MDA", "LTU", "LVA", "EST", "FIN", "SWE", "NOR", "DNK",
    "NLD", "BEL", "LUX", "GBR", "CYP", "KWT", "BGD", "MMR", "ESP", "MAR", "ISL", "IRL", "TWN", "PSE", "VNM",
    "LAO", "XAC", "XAP", "XJK",
)  # fmt: skip
# On which side of its circle a place’s name stands, where the right side is taken.
_SIDES = {
    "moscow": "middle left",
    "sochi": "bottom center",
    "beijing": "middle left",
    "saint_petersburg": "top center",
    "perm": "top right",
    "kazan": "bottom right",
    "ulan_ude": "middle left",
    "pyongyang": "bottom center",
    "wonsan": "middle right",
    "khasan": "middle left",
    "knevichi": "top center",
    "vladivostok": "bottom right",
    "komsomolsk": "bottom center",
}


def places(frame: Any, words: Any, *, height: int = 410) -> go.Figure:
    """Circles whose area is the number of visits. `frame` as `datasets.diplomacy.places` gives it."""
    figure = theme.base(words.lang, height=height, left=0, right=0, top=4, bottom=4)
    figure.update_layout(
        geo=_EURASIA | {"domain": {"x": [0, 0.69], "y": [0, 0.94]}},
        geo2=_FAR_EAST | {"domain": {"x": [0.71, 1], "y": [0, 0.94]}},
    )
    maps.land(figure, maps.WORLD_FILE, _COUNTRIES)
    maps.land(figure, maps.NORTH_EAST_ASIA_FILE, maps.NORTH_EAST_ASIA)
    figure.data[1].geo = "geo2"
    biggest = float(frame["visits"].max())
    rows = frame.to_dict("records")
    near = [row for row in rows if _close(row)]
    _circles(figure, rows, biggest, words, "geo", named=[row for row in rows if not _close(row)])
    _circles(figure, near, biggest, words, "geo2", named=near)
    _frame(figure)
    _heads(figure, words)
    theme.narrow(
        figure, layout__height=500, layout__geo__domain={"x": [0, 1], "y": [0.7, 0.95]},
        layout__geo2__domain={"x": [0, 1], "y": [0, 0.62]},
    )  # fmt: skip
    hosts = [("PRK", theme.text_colour("kp")), ("RUS", theme.text_colour("ru")), ("other", theme.INK)]
    diplomacy_lanes.key(figure, [(words(f"diplomacy.host.{host}"), colour) for host, colour in hosts])
    return figure


def _close(row: Mapping[str, Any]) -> bool:
    west, east, south, north = _CUT
    return bool(west <= row["lon"] <= east and south <= row["lat"] <= north)


def _circles(figure: go.Figure, rows: list[Any], biggest: float, words: Any, geo: str, named: list[Any]) -> None:
    sizes = [max(7.0, 44 * (row["visits"] / biggest) ** 0.5) for row in rows]
    name = "place_fr" if words.lang == "fr" else "place_en"
    names = {row["place_id"] for row in named}
    figure.add_trace(
        go.Scattergeo(
            lon=[row["lon"] for row in rows],
            lat=[row["lat"] for row in rows],
            mode="markers+text",
            geo=geo,
            name=f"places-{geo}",
            marker={
                "size": sizes,
                "color": [_colour(row) for row in rows],
                "opacity": 0.8,
                "line": {"color": theme.CARD, "width": 1},
            },
            text=[_label(row, name, words) if row["place_id"] in names else "" for row in rows],
            textposition=[_SIDES.get(row["place_id"], "middle right") for row in rows],
            textfont={"size": 12, "color": theme.INK},
            hovertext=[_hover(row, name, words) for row in rows],
            hovertemplate="%{hovertext}<extra></extra>",
            customdata=[["meetings", row["meeting_id"]] for row in rows],
        )
    )
    trace = f"data[{len(figure.data) - 1}]"
    theme.narrow(figure, **{f"{trace}__textfont__size": 11})
    if geo == "geo":
        theme.narrow(figure, **{f"{trace}__marker__size": [max(6.0, 0.55 * size) for size in sizes]})


def _label(row: Mapping[str, Any], name: str, words: Any) -> str:
    return f"{row[name]} {words.number(row['visits'])}" if row["visits"] > 1 else str(row[name])


def _colour(row: Mapping[str, Any]) -> str:
    return {"RUS": theme.mark_colour("ru"), "PRK": theme.mark_colour("kp")}.get(row["country_iso3"], theme.INK)


def _frame(figure: go.Figure) -> None:
    """On the wide map, the outline of what the close-up shows."""
    west, east, south, north = _CUT
    steps = [west + (east - west) * at / 8 for at in range(9)]
    figure.add_trace(
        go.Scattergeo(
            lon=[*steps, *reversed(steps), west], lat=[*([south] * 9), *([north] * 9), south], mode="lines", geo="geo",
            line={"color": theme.MUTED, "width": 1}, hoverinfo="skip", name="close-up",
        )
    )  # fmt: skip


def _heads(figure: go.Figure, words: Any) -> None:
    for x, y, text in ((0.0, 1.0, words("diplomacy.map.eurasia")), (0.71, 0.66, words("diplomacy.map.far_east"))):
        at = figure.notes
        figure.add_annotation(
            text=f"<b>{text}</b>",
            x=x,
            y=1,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="top",
            showarrow=False,
            font={"size": 12, "color": theme.MUTED},
        )
        theme.narrow(
            figure,
            **{
                f"layout__annotations[{at}]__x": 0,
                f"layout__annotations[{at}]__y": y,
                f"layout__annotations[{at}]__font__size": 11,
            },
        )


def _hover(row: Mapping[str, Any], name: str, words: Any) -> str:
    since = row["first"][:4] if row["first"][:4] == row["last"][:4] else f"{row['first'][:4]}–{row['last'][:4]}"
    counts = words("diplomacy.bar", visits=words.number(row["visits"]), rows=words.number(row["meetings"]))
    return f"<b>{row[name]}</b>, {since}<br>{counts}<br>{words('diplomacy.last', date=words.date(row['last']))}"
