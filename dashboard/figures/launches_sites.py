"""The map of launch sites, with flights to landing points that are worked out from bearing and distance."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import maps, theme
from dashboard.figures.launches_marks import change, key, when

_COUNTRIES = ("CHN", "JPN", "KOR", "MNG", "PRK", "RUS", "TWN", "USA")
# Two views: the sea round Korea, and the Pacific where there are flights that went so far.
_NEAR: dict[str, Any] = maps.WORLD | {
    "projection": {"type": "mercator", "rotation": {"lon": 132, "lat": 0}}, "center": {"lon": 132, "lat": 40.3},
    "lonaxis": {"range": [121, 143]}, "lataxis": {"range": [35.2, 45.2]},
}  # fmt: skip
_FAR: dict[str, Any] = maps.WORLD | {
    "projection": {"type": "mercator", "rotation": {"lon": 151, "lat": 0}}, "center": {"lon": 151, "lat": 42},
    "lonaxis": {"range": [120, 182]}, "lataxis": {"range": [20, 58]},
}  # fmt: skip
_PACIFIC = 145  # the longitude beyond which a landing point lies outside the near view
# Sites called by name, and on which side the name stands.
_NAMED = {
    "sohae": "top left",
    "pyongyang_airport": "bottom left",
    "hodo": "bottom right",
    "sinpo": "top left",
    "tonghae": "top left",
}


def sites(frame: Any, words: Any, *, lang: str) -> go.Figure:
    """Sites sized by the missiles fired from them; lines to open marks where flights are reckoned to have come down.

    `frame` as `datasets.launches_missiles.sites_and_flights` gives it.
    """
    figure = theme.base(lang, height=520, left=0, right=0, top=56, bottom=0)
    flights, places = frame[frame["mark"] == "flight"], frame[frame["mark"] == "site"].to_dict("records")
    away = flights[flights["landing_lon"] > _PACIFIC]
    split = len(away) > 0
    figure.update_layout(geo=_NEAR | {"domain": {"x": [0, 0.62 if split else 1], "y": [0, 1]}})
    maps.land(figure, maps.WORLD_FILE, _COUNTRIES)
    kinds = [kind for kind in theme.MISSILES if (flights["missile_type"] == kind).any()]
    for kind in kinds:
        _flights(figure, flights[flights["missile_type"] == kind].to_dict("records"), kind, words)
    _places(figure, places, words)
    if split:
        _pacific(figure, away, places, words)
    items = [(f"○ {words(f'choice.type.{kind}')}", theme.MISSILES[kind][1]) for kind in kinds]
    tall = key(figure, items, left=-6, lift=30, narrow_left=-2, narrow_lift=22) if items else 0
    theme.narrow(figure, layout__margin__t=tall + 28, layout__height=(500 if split else 250) + tall)
    return figure


def _pacific(figure: go.Figure, away: Any, places: list[Mapping[str, Any]], words: Any) -> None:
    """The second view: the flights that went beyond the first, side by side with it, below it where there is little room."""
    figure.update_layout(geo2=_FAR | {"domain": {"x": [0.64, 1], "y": [0, 1]}})
    theme.narrow(
        figure, layout__geo__domain={"x": [0, 1], "y": [0.5, 1]}, layout__geo2__domain={"x": [0, 1], "y": [0, 0.44]}
    )
    before = len(figure.data)
    maps.land(figure, maps.WORLD_FILE, _COUNTRIES)
    for kind in dict.fromkeys(away["missile_type"]):
        _flights(figure, away[away["missile_type"] == kind].to_dict("records"), kind, words)
    _places(figure, [row for row in places if row["site_id"] in set(away["site_id"])], words, named=False)
    for trace in figure.data[before:]:
        trace.geo = "geo2"
    for text, x, y in (("launches.near", 0, 1), ("launches.far", 0.64, 0.44)):
        at = figure.notes
        figure.add_annotation(text=words(text, n=words.number(len(away))), x=x, xref="paper", xanchor="left", xshift=6, y=1, yref="paper",
                              yanchor="bottom", yshift=6, showarrow=False, font={"size": 13, "color": theme.MUTED})  # fmt: skip
        change(figure, at, x=0, y=y, xshift=2, yshift=2, font__size=12)


def _flights(figure: go.Figure, rows: list[Mapping[str, Any]], kind: str, words: Any) -> None:
    colour = theme.MISSILES[kind][0]
    lats = [value for row in rows for value in (row["lat"], row["landing_lat"], None)]
    lons = [value for row in rows for value in (row["lon"], row["landing_lon"], None)]
    figure.add_trace(go.Scattergeo(lat=lats, lon=lons, mode="lines", hoverinfo="skip", opacity=0.35, name=f"{kind}-flight",
                                   line={"color": colour, "width": 1}))  # fmt: skip
    figure.add_trace(
        go.Scattergeo(
            lat=[row["landing_lat"] for row in rows], lon=[row["landing_lon"] for row in rows], mode="markers", name=kind,
            marker={"symbol": "circle-open", "size": 8, "color": colour, "line": {"width": 1.5, "color": colour}},
            text=[_landing(row, words) for row in rows], hovertemplate="%{text}<extra></extra>",
            customdata=[["missile_tests", row["test_id"]] for row in rows],
        )
    )  # fmt: skip


def _places(figure: go.Figure, rows: list[Mapping[str, Any]], words: Any, *, named: bool = True) -> None:
    most = max((row["missiles"] for row in rows), default=1)
    figure.add_trace(
        go.Scattergeo(
            lat=[row["lat"] for row in rows], lon=[row["lon"] for row in rows], mode="markers", name="sites",
            marker={"symbol": "circle", "size": [5 + 15 * (row["missiles"] / most) ** 0.5 for row in rows], "color": theme.INK,
                    "opacity": 0.75, "line": {"width": 0.8, "color": theme.CARD}},
            text=[f"<b>{row[f'site_{words.lang}']}</b><br>{words('launches.fired', n=words.number(row['missiles']))}" for row in rows],
            hovertemplate="%{text}<extra></extra>", customdata=[["places", row["site_id"]] for row in rows],
        )
    )  # fmt: skip
    called = [row for row in rows if row["site_id"] in _NAMED] if named else []
    if called:
        theme.narrow(figure, **{f"data[{len(figure.data)}]__textfont__size": 11})
        figure.add_trace(
            go.Scattergeo(
                lat=[row["lat"] for row in called], lon=[row["lon"] for row in called], mode="text", hoverinfo="skip", name="names",
                text=[f"  {words('launches.site_' + row['site_id'])}  " for row in called], textfont={"size": 12, "color": theme.INK},
                textposition=[_NAMED[row["site_id"]] for row in called],
            )
        )  # fmt: skip


def _landing(row: Mapping[str, Any], words: Any) -> str:
    how = words("launches.derived", far=words.number(row["distance_km"]), bearing=words.number(row["bearing_deg"]))
    return "<br>".join([
        f"<b>{row['missile']}</b> ({words('choice.type.' + row['missile_type'])})", when(row, words), row[f"site_{words.lang}"],
        how, words(f"source_check.{row['source_check']}"),
    ])  # fmt: skip
