"""Charts of what came back, and of the ships that were counted."""

from datetime import date

from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, window
from dashboard.charts.claims import claim_chart, ends, said
from dashboard.charts.shipments import CLAIMANT
from dashboard.datasets import shipments_voyages
from dashboard.datasets.shipments_panels import Panel
from dashboard.figures import claim_words
from dashboard.figures import spans as figures
from dashboard.figures.claim_places import Days
from dashboard.query import Query, Spec
from dashboard.text import Words

_BACK = ("RUS-PRK",)
RETURN = (
    Panel("return_containers", ("containers",), directions=_BACK, numbered=None, words=True),
    Panel("return_oil", ("oil",), directions=_BACK, words=True),
    Panel("return_food", ("food",), directions=_BACK, numbered=None, words=True),
    Panel("return_air_defence", ("air-defence",), directions=_BACK, numbered=None, words=True),
    Panel("return_money", ("money",), directions=_BACK, numbered=None, words=True),
    Panel(
        "return_technology",
        ("other",),
        ("reactor_modules", "technology_assessment"),
        directions=_BACK,
        numbered=None,
        words=True,
    ),
)
OIL = (Panel("oil", ("oil",)),)
VOYAGES = (
    Panel("voyages_sailings", ("voyages",), ("sailings",)),
    Panel("voyages_port_visits", ("voyages",), ("port_visits",)),
    Panel("voyages_one_ship", ("voyages",), ("one_ship",)),
    Panel("voyages_tanker_calls", ("voyages",), ("tanker_calls",)),
    Panel("voyages_none_seen", ("voyages",), ("none_seen",)),
    Panel("voyages_per_week", ("voyages",), ("per_week",)),
)
_NAMED = {
    "return_containers": "containers", "return_oil": "oil", "return_food": "food", "return_air_defence": "air_defence",
    "return_money": "money", "return_technology": "technology",
}  # fmt: skip


def _return_say(frame: Frame, query: Query, words: Words) -> Say:
    things = [words(f"return_flow.{name}") for panel, name in _NAMED.items() if (frame["panel"] == panel).any()]
    if not things:
        title = words("chart.return-flow.title_none")
    else:
        title = words("chart.return-flow.title", things=words.listing(things))
    return said("return-flow", frame, words, title)


def _oil_say(frame: Frame, query: Query, words: Words) -> Say:
    reported = frame[frame["claimant_id"] == "ru-1718"]
    estimated = frame[frame["variant"] == "estimated"]
    cap = frame[frame["variant"] == "cap"]
    if len(reported) and len(estimated):
        last = reported.loc[reported["span_to"].idxmax()]
        values = {
            "n": words.number(last["value"]),
            "month": words.span(last["counting_since"], last["as_of"]),
            "estimate": words.amount(estimated["value"].max()),
        }
        times = int(estimated["value"].max() // cap["high"].iloc[0]) if len(cap) else 0
        title = words("chart.oil.title_over" if times >= 2 else "chart.oil.title", **values)
    elif len(reported):
        title = words("chart.oil.title_reported", n=words.number(reported["value"].max()))
    else:
        title = words("chart.oil.title_none" if len(frame) - len(cap) == 0 else "chart.oil.title_neutral")
    return said("oil", frame, words, title)


def _voyages(query: Query) -> Frame:
    return shipments_voyages.counts(VOYAGES, **asked(query), claimants=query.chosen("claimant"))


def _voyages_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, date(2023, 7, 1))
    days = Days(first, last, compiled("claims", query))
    return figures.counted(frame, words, lang=words.lang, days=days)


def _voyages_say(frame: Frame, query: Query, words: Words) -> Say:
    rows = [row for row in frame[frame["panel"] == "voyages_sailings"].to_dict("records") if row["months"] >= 1]
    top = max(rows, key=lambda row: row["value"], default=None)
    rivals = [
        row
        for row in rows
        if top and row["group_id"] != top["group_id"] and not row["shared_basis"] and row["months"] > top["months"]
    ]
    rival = max(rivals, key=lambda row: row["value"], default=None)
    if top and rival and rival["value"] < top["value"]:
        values = {"n": words.number(top["value"]), "months": words.number(top["months"])}
        title = words(
            "chart.voyages.title", **values, m=words.number(rival["value"]), others=words.number(rival["months"])
        )
    elif ends(frame, "voyages_sailings"):
        found = ends(frame, "voyages_sailings") or (0, 0)
        title = words("chart.voyages.title_some", n=words.number(found[1]))
    else:
        title = words("chart.voyages.title_none" if len(frame) == 0 else "chart.voyages.title_neutral")
    alt = words("claims.alt", n=words.number(len(frame)), said="; ".join(f"{row['claimant_' + words.lang]}: {claim_words.quantity(row, words)}"
                                                                          for row in frame.to_dict("records")))  # fmt: skip
    return Say(title, words("chart.voyages.subtitle"), words("chart.voyages.key"), alt, words("chart.voyages.note"))


CHARTS = (
    claim_chart("return-flow", RETURN, _return_say, date(2022, 10, 1), 1026),
    claim_chart("oil", OIL, _oil_say, date(2022, 10, 1), 338, ("oil",)),
    Chart(
        "voyages",
        "shipments",
        ("claims",),
        _voyages,
        _voyages_figure,
        _voyages_say,
        Spec(overlay="none", choices=(CLAIMANT,)),
        720,
    ),
)
