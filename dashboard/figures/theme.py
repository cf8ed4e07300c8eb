"""Colours, type and axes that all figures share.

Figures are built in the light tokens. `DARK` says what each of those colours becomes on dark paper; a script in the browser
swaps them on a copy (assets/30-charts.js), so a change of theme asks nothing of the server.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from dashboard.figures.drawing import Drawing

PAPER, CARD, INK, MUTED, RULE, GRID = "#FBF9F4", "#FFFFFF", "#2A2620", "#6B6357", "#B9B1A3", "#E7E1D6"
BAND, HATCH, LAND = "#ECEAE5", "#CFC8BA", "#E8E2D6"
WARN = "#8E2A2A"
AIM = {"both": "#1F4E7A", "RUS": "#5E8FC4", "PRK": "#C0811A"}  # sanctions: at whom a state's own measures aim
UN_ONLY, NOT_CHECKED, TARGET = "#CBBFA6", "#ECE7DD", "#8E2A2B"
SANS = 'Inter, "Segoe UI", system-ui, "Noto Sans", "Noto Sans KR", sans-serif'

# One colour per claimant or sender, everywhere; the second is its text colour (4.5:1 on the card), the third and fourth the dark pair.
GROUPS: dict[str, tuple[str, str, str, str]] = {
    "us": ("#1F5FA8", "#1F5FA9", "#5C9BE0", "#7FB2EA"),
    "kr-mnd": ("#C8322B", "#C8322C", "#E4625B", "#F08A84"),
    "kr-dia": ("#8C1D4F", "#8C1D50", "#C75A8C", "#E08AB2"),
    "kr-nis": ("#E08A1E", "#A85F00", "#E59A3C", "#F0B468"),
    "kr-other": ("#B0642F", "#9C5524", "#CF8A58", "#E2A679"),
    "ua": ("#0E8F8A", "#0B7672", "#35B3AE", "#5CCBC6"),
    "researchers": ("#2B7A5B", "#2B7A5C", "#56A987", "#7FC7A9"),
    "msmt": ("#5B4B8A", "#5B4B8B", "#9485C6", "#B3A7DC"),
    "un": ("#3D7EA6", "#326E93", "#65A3CA", "#8CBEDD"),
    "cn": ("#7A6A00", "#7A6A01", "#B5A332", "#CDBD5C"),
    "eu": ("#B8860B", "#8A6508", "#D2A53A", "#E0BC66"),
    "jp": ("#B5577A", "#A84A6E", "#D47F9F", "#E5A2BB"),
    "gb": ("#4F6B2E", "#4F6B2F", "#86A563", "#A6C285"),
    "ru": ("#6E6E6E", "#666666", "#A0A0A0", "#B8B8B8"),
    "kp": ("#A0522D", "#A0522E", "#CC7F5A", "#E0A080"),
    "ca": ("#7D4E57", "#7D4E58", "#B98791", "#CBA1A9"),
    "au": ("#3F6F7A", "#3F6F7B", "#6FA6B3", "#8FBFCA"),
    "press": ("#8A8172", "#6E675B", "#ABA393", "#C2BBAD"),
}
# How firmly a statement stands, and what a missile is: mark, text, and their dark pair.
STANCES: dict[str, tuple[str, str, str, str]] = {
    "alleged": ("#D8922F", "#95600F", "#B07A2B", "#DDA75A"),
    "assessed": ("#A34A16", "#A34A17", "#E08C4E", "#E9A574"),
    "confirmed": ("#3F1A08", "#3F1A09", "#F7DFC4", "#F7DFC5"),
    "denied": ("#2F6DB0", "#2F6DB1", "#6FA8E6", "#8FBDEE"),
    "no_comment": ("#8F8676", "#6F6759", "#A0978A", "#B7AE9F"),
}
MISSILES: dict[str, tuple[str, str, str, str]] = {
    "SRBM": ("#E5A13A", "#94620C", "#B8812F", "#DCA956"),
    "MRBM": ("#C96A1F", "#A4540F", "#DD9350", "#E5A875"),
    "IRBM": ("#95351A", "#95351B", "#EFBA92", "#EFBA93"),
    "ICBM": ("#4D1414", "#4D1415", "#FCE8DA", "#FCE8DB"),
    "SLBM": ("#2A7D8C", "#2A7786", "#5FB4C4", "#7CC5D3"),
    "HGV": ("#6A4C9C", "#6A4C9D", "#A48FD6", "#B9A8E2"),
    "unknown": ("#BFB7A8", "#6F6758", "#7A7265", "#A89F91"),
}
# Few to many; in the dark many is light.
HEAT = ((0.0, "#F6F1E7"), (0.001, "#F6DDAF"), (0.35, "#E39A45"), (0.7, "#A64A1A"), (1.0, "#571513"))
_OTHER = ("#8A8173", "#6E675C", "#ABA392", "#C2BBAC")
SENDERS = {
    "USA": "us",
    "KOR": "kr-mnd",
    "EU": "eu",
    "JPN": "jp",
    "GBR": "gb",
    "UN": "un",
    "UKR": "ua",
    "RUS": "ru",
    "CHN": "cn",
    "CAN": "ca",
    "AUS": "au",
}

DARK: dict[str, str] = {
    PAPER: "#171512", CARD: "#211E1A", INK: "#EFEAE0", MUTED: "#A79E90", RULE: "#4A443B", GRID: "#332E28",
    BAND: "#2E2A25", HATCH: "#4A443C", LAND: "#3A352E", "#F6F1E7": "#2B2722", "#F6DDAF": "#4F3A1E", "#E39A45": "#8A5620", "#A64A1A": "#DD9A55", "#571513": "#FBE0B8", WARN: "#E08A84",
    AIM["both"]: "#A3CBF2", AIM["RUS"]: "#4A7DB5", AIM["PRK"]: "#D9A04A", UN_ONLY: "#6A6152", NOT_CHECKED: "#3C362F", TARGET: "#B0443F",
    **{light: dark for mark, text, mark_dark, text_dark in (*GROUPS.values(), *STANCES.values(), *MISSILES.values(), _OTHER) for light, dark in ((mark, mark_dark), (text, text_dark))},
}  # fmt: skip


def mark_colour(group: str) -> str:
    """Colour of a claimant group's or sender's marks."""
    return GROUPS.get(SENDERS.get(group, group), _OTHER)[0]


def text_colour(group: str) -> str:
    """Colour of a claimant group's or sender's name, legible on the card."""
    return GROUPS.get(SENDERS.get(group, group), _OTHER)[1]


def base(lang: str, *, height: int, left: int = 56, right: int = 16, top: int = 12, bottom: int = 40) -> Drawing:
    """An empty figure in the house style; margins in pixels."""
    figure, letters = Drawing(), {"family": SANS, "size": 13, "color": INK}
    figure.update_layout(
        template=None,
        height=height,
        margin={"l": left, "r": right, "t": top, "b": bottom},
        paper_bgcolor=CARD,
        plot_bgcolor=CARD,
        font=letters,
        separators=".," if lang == "en" else ",\u202f",
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        hoverlabel={"bgcolor": CARD, "bordercolor": RULE, "font": letters, "align": "left"},
        barcornerradius=0,
        meta={"narrow": {}, "height": height},
    )
    figure.narrow = figure.layout.meta["narrow"]
    return figure


def narrow(figure: Drawing, **changes: Any) -> None:
    """What becomes different where the chart is narrower than 620 px: paths below `layout` or `data` → values.

    Paths are written with `__` for `.`, as plotly's own magic underscores are, e.g. `layout__margin__r=8`.
    """
    figure.narrow.update({path.replace("__", "."): value for path, value in changes.items()})


def value_axis(**extra: Any) -> dict[str, Any]:
    """A quantity axis from zero, eight ticks at most, thousands separated in the reader's language."""
    return {
        "rangemode": "tozero", "nticks": 8, "tickformat": ",~r", "gridcolor": GRID, "gridwidth": 1, "zeroline": True,
        "zerolinecolor": RULE, "zerolinewidth": 1, "showline": False, "ticks": "", "fixedrange": True,
        "tickfont": {"size": 12, "color": MUTED}, **extra,
    }  # fmt: skip


def time_axis(first: date, last: date, **extra: Any) -> dict[str, Any]:
    """A day axis that says months and years, never days of months."""
    years = (last - first).days / 365.25
    step = next(
        months
        for limit, months in ((1.2, 2), (2, 3), (4, 6), (9, 12), (16, 24), (36, 60), (999, 120))
        if years <= limit
    )
    return {
        "type": "date", "range": [first.isoformat(), last.isoformat()], "dtick": f"M{step}", "tick0": _tick0(first, step),
        "tickformat": "%Y" if step >= 12 else "%b %Y", "tickangle": 0, "showgrid": False, "showline": True, "linecolor": RULE,
        "ticks": "outside", "ticklen": 4, "tickcolor": RULE, "tickfont": {"size": 12, "color": MUTED}, "zeroline": False, **extra,
    }  # fmt: skip


def sparser(first: date, last: date) -> dict[str, Any]:
    """Half as many ticks of the same day axis, for narrow charts."""
    axis = time_axis(first, last)
    step = int(axis["dtick"][1:]) * 2
    return {"dtick": f"M{step}", "tick0": _tick0(first, step), "tickformat": "%Y" if step >= 12 else "%b %Y"}


def _tick0(first: date, step: int) -> str:
    return f"{first.year - first.year % max(1, step // 12)}-01-01"


def hatched(figure: Drawing, first: date, last: date, low: float, high: float, words: Any, **axes: str) -> None:
    """A hatched strip from `first` to `last`: these days are not compiled yet. `low` and `high` are its ends on the y axis."""
    if first >= last:
        return
    x0, x1 = first.isoformat(), last.isoformat()
    figure.add_trace(
        go.Scatter(
            x=[x0, x1, x1, x0, x0], y=[low, low, high, high, low], fill="toself", mode="lines", line={"width": 0},
            fillcolor="rgba(0,0,0,0)", fillpattern={"shape": "/", "fgcolor": HATCH, "size": 7, "solidity": 0.18},
            hoverinfo="text", hoveron="fills", text=words("chart.not_compiled", date=words.date(first)), name="not-compiled", **axes,
        )
    )  # fmt: skip


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions as near to `wanted` as they can be with `gap` between neighbours, kept within `low`–`high`; same order."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed: list[float] = []
    for i in order:
        placed.append(max(wanted[i], placed[-1] + gap if placed else low))
    ceiling = high
    for j in range(len(placed) - 1, -1, -1):
        placed[j] = min(placed[j], ceiling)
        ceiling = placed[j] - gap
    result = [0.0] * len(wanted)
    for i, position in zip(order, placed, strict=True):
        result[i] = position
    return result


def days_after(day: date, days: int) -> date:
    """The day so many days later (earlier when negative)."""
    return day + timedelta(days=days)


def text_width(text: str, size: float) -> float:
    """About how many pixels a text takes in the widest of the system fonts it may be set in."""
    return len(text) * size * 0.6
