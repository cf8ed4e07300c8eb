"""The map of who sanctions whom."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import maps, marks, theme

# What a country may be: towards both targets together, and towards one of them. In this order they stand in the key.
CLASSES = ("both", "rus", "prk", "autonomous", "aligned", "un_only", "none", "not_checked", "target")
_COLOURS = {
    "both": theme.AIM["both"], "rus": theme.AIM["RUS"], "prk": theme.AIM["PRK"], "autonomous": theme.AIM["both"],
    "aligned": theme.AIM["RUS"], "un_only": theme.UN_ONLY, "none": theme.UN_ONLY, "not_checked": theme.NOT_CHECKED,
    "target": theme.TARGET,
}  # fmt: skip
# Too small to be seen at this scale, or (San Marino) without an outline in the set: latitude, longitude.
SMALL: dict[str, tuple[float, float]] = {
    "AND": (42.54, 1.58), "ATG": (17.08, -61.79), "BHR": (25.98, 50.55), "BHS": (24.7, -77.9), "BRB": (13.22, -59.57),
    "COM": (-11.58, 43.35), "DMA": (15.4, -61.33), "FSM": (6.87, 158.23), "GRD": (12.09, -61.69), "KIR": (1.87, -157.64),
    "KNA": (17.33, -62.76), "LCA": (13.89, -60.97), "LIE": (47.2, 9.55), "MCO": (43.74, 7.43), "MDV": (2.11, 73.57),
    "MHL": (7.29, 168.75), "MLT": (35.92, 14.43), "MUS": (-20.25, 57.59), "NRU": (-0.53, 166.92), "PLW": (7.53, 134.58),
    "SGP": (1.36, 103.78), "SMR": (43.94, 12.46), "STP": (0.23, 6.61), "SYC": (-9.35, 46.37), "TON": (-18.62, -173.98),
    "TUV": (-7.47, 178.68), "VCT": (13.26, -61.19), "WSM": (-13.62, -172.44),
}  # fmt: skip
_KOSOVO = (42.6, 20.9)
_WITHOUT_ROW = (
    "GRL", "ESH", "PSE", "GUF", "NCL", "FLK", "PRI", "SJM", "HKG", "ATF", "REU", "GLP", "MTQ", "ABW", "CUW", "FRO", "XAC", "XAP",
    "XBT", "XHT", "XIT", "XJK",
)  # fmt: skip
_COLUMNS = 3
_STRIP = 64  # pixels under the map that the key takes


def world(frame: Any, words: Any, *, target: str, height: int) -> go.Figure:
    """Who has measures of its own against both targets, or against `target` (PRK, RUS).

    `frame` as `datasets.sanctions.by_country` gives it, with `country` in the reader's language.
    """
    figure = theme.base(words.lang, height=height, left=0, right=0, top=0, bottom=0)
    strip = _STRIP / height
    figure.update_layout(geo=maps.WORLD | {"domain": {"x": [0, 1], "y": [strip, 1]}})
    figure.add_trace(_areas(_WITHOUT_ROW, theme.CARD, name="without-row", hoverinfo="skip"))
    present = [one for one in CLASSES if (frame["class"] == one).any()]
    for one in present:
        rows = frame[frame["class"] == one].to_dict("records")
        _countries(figure, [row for row in rows if row["iso3"] not in SMALL], one, words, target)
        _small(figure, [row for row in rows if row["iso3"] in SMALL], one, words, target)
    _kosovo(figure, words)
    _key(figure, frame, present, words, target, strip)
    return figure


def _areas(places: Any, colour: str, **extra: Any) -> go.Choropleth:
    return go.Choropleth(
        geojson=maps.WORLD_FILE, featureidkey="properties.iso3", locationmode="geojson-id", locations=list(places), z=[0] * len(places),
        colorscale=[[0, colour], [1, colour]], showscale=False,
        marker={"line": {"color": theme.RULE if colour == theme.CARD else theme.CARD, "width": 0.6}}, **extra,
    )  # fmt: skip


def _countries(figure: go.Figure, rows: list[dict[str, Any]], one: str, words: Any, target: str) -> None:
    if rows:
        figure.add_trace(_areas([row["iso3"] for row in rows], _COLOURS[one], name=one, **_said(rows, words, target)))


def _small(figure: go.Figure, rows: list[dict[str, Any]], one: str, words: Any, target: str) -> None:
    if not rows:
        return
    acts = one in ("both", "rus", "prk", "autonomous", "aligned")
    at = len(figure.data)
    figure.add_trace(
        go.Scattergeo(
            lat=[SMALL[row["iso3"]][0] for row in rows], lon=[SMALL[row["iso3"]][1] for row in rows], mode="markers", name=f"{one}-small",
            marker={"size": 9 if acts else 6, "color": _COLOURS[one], "line": {"width": 1, "color": theme.CARD if acts else theme.RULE}},
            **_said(rows, words, target),
        )
    )  # fmt: skip
    theme.narrow(figure, **{f"data[{at}]__marker__size": 5 if acts else 3})


def _said(rows: list[dict[str, Any]], words: Any, target: str) -> dict[str, Any]:
    side = "prk" if target == "PRK" else "rus"
    return {
        "text": [_hover(row, words) for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [["regimes", row[f"{side}_regime_id"]] for row in rows],
    }


def _hover(row: Mapping[str, Any], words: Any) -> str:
    lines = [f"<b>{row['country']}</b>"]
    for side in ("prk", "rus"):
        status = words(f"regime.{row[f'{side}_status']}")
        if row[f"{side}_since"]:
            status = words("regime.since", status=status, date=words.date(row[f"{side}_since"]))
        lines.append(f"<b>{words(f'regime.{side}')}</b> {status}")
        basis = row[f"{side}_basis_{words.lang}"] or row[f"{side}_basis_en"]
        checked = words(f"source_check.{row[f'{side}_source_check']}")
        lines.append(marks.folded(f"{basis} ({checked})" if basis else f"({checked})"))
    return "<br>".join(lines)


def _kosovo(figure: go.Figure, words: Any) -> None:
    figure.add_trace(
        go.Scattergeo(
            lat=[_KOSOVO[0]], lon=[_KOSOVO[1]], mode="markers", name="kosovo", text=[words("regime.kosovo")],
            marker={"symbol": "diamond-open", "size": 8, "color": theme.INK, "line": {"width": 1.2, "color": theme.INK}},
            hovertemplate="%{text}<extra></extra>",
        )
    )  # fmt: skip
    theme.narrow(figure, **{f"data[{len(figure.data) - 1}]__marker__size": 5})


def _key(figure: go.Figure, frame: Any, present: list[str], words: Any, target: str, strip: float) -> None:
    """A square, a name and a count per class, in three columns under the map; one column where it is narrow."""
    said = [words(f"regime_key.{target}.{one}", n=words.number((frame["class"] == one).sum())) for one in present]
    said.append(words("regime_key.without"))
    colours = [_COLOURS[one] for one in present] + [theme.CARD]
    cells = [divmod(index, _COLUMNS) for index in range(len(said))]
    figure.update_layout(
        xaxis={"range": [0, _COLUMNS], "domain": [0, 1], "visible": False, "fixedrange": True},
        yaxis={"range": [len(said) / _COLUMNS, 0], "domain": [0, strip * 0.94], "visible": False, "fixedrange": True},
    )
    rows = -(-len(said) // _COLUMNS)
    figure.update_layout(yaxis_range=[rows - 0.4, -0.6])
    figure.add_trace(
        go.Scatter(
            x=[column + 0.03 for _, column in cells], y=[row for row, _ in cells], mode="markers+text", text=said, name="key",
            textposition="middle right", textfont={"size": 13, "color": theme.INK}, hoverinfo="skip", cliponaxis=False,
            marker={"symbol": "square", "size": 13, "color": colours, "line": {"width": 1, "color": theme.RULE}},
        )
    )  # fmt: skip
    at, tall = len(figure.data) - 1, 22 * len(said)
    height = 190 + tall
    changes = {
        f"data[{at}]__x": [0.08] * len(said), f"data[{at}]__y": list(range(len(said))), f"data[{at}]__textfont__size": 12,
        "layout__yaxis__range": [len(said) - 0.4, -0.6], "layout__yaxis__domain": [0, tall / height],
        "layout__geo__domain__y": [tall / height, 1], "layout__height": height,
    }  # fmt: skip
    theme.narrow(figure, **changes)
