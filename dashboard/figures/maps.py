"""Base maps that need no internet: outlines from our own GeoJSON, drawn under whatever a map shows."""

from typing import Any

import plotly.graph_objects as go

from dashboard.figures import theme

WORLD_FILE = "/data/boundaries/world.geojson"
NORTH_EAST_ASIA_FILE = "/data/boundaries/north-east-asia.geojson"
NORTH_EAST_ASIA = ("CHN", "JPN", "KOR", "MNG", "PRK", "RUS")

_BASE: dict[str, Any] = {
    "scope": "world", "fitbounds": False, "showframe": False, "showcoastlines": False, "showland": False, "showcountries": False,
    "showocean": False, "showlakes": False, "showrivers": False, "bgcolor": theme.CARD,
}  # fmt: skip
# The Bering Strait is the cut; `center` must stay unset or the Arctic is clipped.
WORLD: dict[str, Any] = _BASE | {
    "projection": {"type": "natural earth", "rotation": {"lon": 11, "lat": 0}},
    "lonaxis": {"range": [-169, 191]},
    "lataxis": {"range": [-57, 84]},
}
PORTS: dict[str, Any] = _BASE | {
    "projection": {"type": "mercator", "rotation": {"lon": 132, "lat": 0}},
    "center": {"lon": 132, "lat": 43},
    "lonaxis": {"range": [122, 142]},
    "lataxis": {"range": [36.5, 49]},
}


def land(figure: go.Figure, file: str, countries: tuple[str, ...], colour: str = theme.LAND) -> None:
    """One-colour outlines of the countries (ISO 3166 alpha-3) as the ground of a map."""
    figure.add_trace(
        go.Choropleth(
            geojson=file, featureidkey="properties.iso3", locationmode="geojson-id", locations=list(countries), z=[0] * len(countries),
            colorscale=[[0, colour], [1, colour]], showscale=False, hoverinfo="skip", name="land",
            marker={"line": {"color": theme.CARD, "width": 0.6}},
        )
    )  # fmt: skip
