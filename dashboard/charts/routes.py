"""The map of the route."""

from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked
from dashboard.datasets import shipments_voyages
from dashboard.figures import routes as figures
from dashboard.query import Choice, Query, Spec
from dashboard.text import Words

VIEW = Choice("view", ("ports", "whole"), ("ports",), several=False)
_HEIGHT = 560


def _view(query: Query) -> str:
    return (query.chosen("view") or VIEW.default)[0]


def _routes(query: Query) -> Frame:
    return shipments_voyages.movements(**asked(query), near=_view(query) == "ports")


def _figure(frame: Frame, query: Query, words: Words) -> Figure:
    return figures.routes(
        frame, shipments_voyages.places(frame), words, lang=words.lang, view=_view(query), height=_HEIGHT
    )


def _say(frame: Frame, query: Query, words: Words) -> Say:
    modes = {mode: int((frame["mode"] == mode).sum()) for mode in ("sea", "rail", "air")}
    loads = frame[(frame["layer"] == "leg") & (frame["direction"] == "PRK-RUS") & (frame["mode"] == "sea")]
    far = frame[(frame["to_place_id"] == "tikhoretsk") & (frame["layer"] == "leg")]
    name = f"_{words.lang}"
    if _view(query) == "whole" and len(far):
        row = far.iloc[0]
        values = {"start": row[f"from{name}"], "end": row[f"to{name}"], "km": words.number(round(row["km"], -2))}
        title = words("chart.routes.title_far", **values)
    elif len(loads):
        starts, ends = (list(dict.fromkeys(loads[f"{side}{name}"])) for side in ("from", "to"))
        starts, ends = [one for one in starts if one], [one for one in ends if one]
        title = words("chart.routes.title", starts=words.listing(starts), ends=words.listing(ends))
    else:
        title = words(
            "chart.routes.title_none" if len(frame) == 0 else "chart.routes.title_neutral", n=words.number(len(frame))
        )
    counted = {mode: words.number(n) for mode, n in modes.items()}
    ways = "; ".join(f"{row[f'from{name}'] or '…'} → {row[f'to{name}'] or '…'} ({words.span(row['start_date'], row['end_date'])})"
                     for row in frame.to_dict("records"))  # fmt: skip
    alt = words("chart.routes.alt", n=words.number(len(frame)), ways=ways, **counted)
    return Say(
        title, words("chart.routes.subtitle", **counted), words("chart.routes.key"), alt, words("chart.routes.note")
    )


CHARTS = (
    Chart(
        "routes", "shipments", ("voyages", "places"), _routes, _figure, _say, Spec(choices=(VIEW,)), _HEIGHT, map=True
    ),
)
