"""Charts of claims: shells, missiles and guns, troops, losses, workers."""

from collections.abc import Callable
from datetime import date

from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, window
from dashboard.charts.shipments import CLAIMANT
from dashboard.datasets import shipments_panels
from dashboard.datasets.shipments_panels import Panel
from dashboard.figures import claim_words
from dashboard.figures import claims as figures
from dashboard.figures.claim_places import Days
from dashboard.query import Query, Spec
from dashboard.text import Words

Panels = tuple[Panel, ...]


def rows_of(panels: Panels) -> Callable[[Query], Frame]:
    """The claims on those panels, as asked."""
    return lambda query: shipments_panels.by_panel(panels, **asked(query), claimants=query.chosen("claimant"))


def figure_of(panels: Panels, since: date, spans: tuple[str, ...] = ()) -> Callable[[Frame, Query, Words], Figure]:
    """The panels drawn on days from `since` to today; `spans` names those that draw the days each claim counts."""

    def draw(frame: Frame, query: Query, words: Words) -> Figure:
        first, last = window(query, since)
        return figures.claims(
            frame,
            words,
            lang=words.lang,
            wordy=[panel.id for panel in panels if panel.words],
            days=Days(first, last, compiled("claims", query)),
            spans=spans,
        )

    return draw


def said(chart: str, frame: Frame, words: Words, title: str) -> Say:
    """The words around a chart of claims; only the title differs between them."""
    parts = []
    for panel in dict.fromkeys(frame["panel"]):
        rows = shipments_panels.standing(frame, panel).to_dict("records")
        values = ", ".join(
            f"{words('group_short.' + row['group_id'])} {claim_words.figure(row, words)}" for row in rows
        )
        parts.append(f"{words(f'panel.{panel}').partition(' · ')[0]}: {values or words('claims.no_number')}")
    alt = words("claims.alt", n=words.number(len(frame)), said="; ".join(parts))
    note = f"chart.{chart}.note"
    return Say(
        title, words(f"chart.{chart}.subtitle"), words(f"chart.{chart}.key"), alt, words(note) if note in words else ""
    )


def ends(frame: Frame, panel: str, *variants: str) -> tuple[float, float] | None:
    """Lowest and highest of the groups' newest claims on that panel (on these variants); None without any."""
    rows = shipments_panels.standing(frame, panel, variants).to_dict("records")
    if not rows:
        return None
    return min(claim_words.ends(row)[0] for row in rows), max(claim_words.ends(row)[1] for row in rows)


def between(found: tuple[float, float], words: Words) -> str:
    """`6.5 to 10 million`, or the one figure."""
    low, high = found
    if low == high:
        return words.amount(low)
    if low >= 1e6:
        return words("number.range", low=words.number(low / 1e6, int(low % 1e6 > 0)), high=words.amount(high))
    return words("number.range", low=words.amount(low), high=words.amount(high))


def _rounds(frame: Frame, query: Query, words: Words) -> Say:
    counted, held = ends(frame, "rounds_delivered"), ends(frame, "rounds_capacity")
    if counted and held:
        title = words("chart.rounds.title", counted=between(counted, words), held=words.amount(held[1]))
    elif counted:
        title = words("chart.rounds.title_counted", counted=between(counted, words))
    elif held:
        title = words("chart.rounds.title_held", held=words.amount(held[1]))
    else:
        title = words("chart.rounds.title_none")
    return said("rounds", frame, words, title)


def _arms(frame: Frame, query: Query, words: Words) -> Say:
    missiles, guns = ends(frame, "missiles_delivered"), ends(frame, "guns", "long_range")
    if missiles and guns:
        title = words("chart.arms.title", missiles=between(missiles, words), guns=words.amount(guns[1]))
    elif missiles or guns:
        title = words(
            "chart.arms.title_missiles" if missiles else "chart.arms.title_guns",
            n=between(missiles or guns or (0, 0), words),
        )
    else:
        fired = ends(frame, "missiles_fired")
        title = words("chart.arms.title_fired", n=between(fired, words)) if fired else words("chart.arms.title_none")
    return said("arms", frame, words, title)


def _troops(frame: Frame, query: Query, words: Words) -> Say:
    sent, present = ends(frame, "troops_ever_sent"), ends(frame, "troops_present", "present")
    if sent and present:
        title = words("chart.troops.title", sent=words.amount(sent[1]), present=between(present, words))
    elif sent or present:
        found = sent or present or (0, 0)
        title = words("chart.troops.title_sent" if sent else "chart.troops.title_present", n=between(found, words))
    else:
        title = words("chart.troops.title_none")
    return said("troops", frame, words, title)


def _losses(frame: Frame, query: Query, words: Words) -> Say:
    killed = ends(frame, "losses_killed")
    rows = shipments_panels.standing(frame, "losses_honoured", ("honoured",)).to_dict("records")
    own = next((row for row in rows if row["group_id"] == "kp"), None)
    if killed and own:
        title = words("chart.losses.title", killed=between(killed, words), own=words.amount(own["value"]))
    elif killed:
        title = words("chart.losses.title_killed", killed=between(killed, words))
    else:
        title = words("chart.losses.title_none" if len(frame) == 0 else "chart.losses.title_neutral")
    return said("losses", frame, words, title)


def _workers(frame: Frame, query: Query, words: Words) -> Say:
    sent, entries = ends(frame, "workers_sent"), frame[frame["panel"] == "workers_entries"]
    if sent and len(entries):
        title = words("chart.workers.title", sent=words.amount(sent[1]), entries=words.amount(entries["value"].max()))
    elif sent:
        title = words("chart.workers.title_sent", n=between(sent, words))
    else:
        title = words("chart.workers.title_none" if len(frame) == 0 else "chart.workers.title_neutral")
    return said("workers", frame, words, title)


ROUNDS: Panels = (
    Panel("rounds_delivered", ("rounds",), bases=("delivered",)),
    Panel("rounds_capacity", ("rounds",), bases=("capacity",), joined="any"),
    Panel("rounds_rate", ("rounds",), bases=("per_month",), words=True),
    Panel("rounds_none", ("rounds",), numbered=False, words=True),
)
ARMS: Panels = (
    Panel("missiles_delivered", ("ballistic-missiles",), bases=("delivered",)),
    Panel("missiles_fired", ("ballistic-missiles",), bases=("fired",)),
    Panel("missiles_planned", ("ballistic-missiles",), bases=("planned",), joined="never"),
    Panel("missiles_none", ("ballistic-missiles",), numbered=False, words=True),
    Panel("guns", ("guns",), variants=("long_range", "170mm", "240mm")),
    Panel("guns_brigades", ("guns",), variants=("brigades_equipped",), words=True),
)
TROOPS: Panels = (
    Panel("troops_ever_sent", ("troops",), variants=("ever_sent",)),
    Panel("troops_sent_in_period", ("troops",), variants=("sent_in_period",), joined="never"),
    Panel("troops_present", ("troops",), variants=("present", "present_engineers")),
    Panel("troops_returned", ("troops",), variants=("returned",)),
    Panel("troops_announced", ("troops",), variants=("announced",), joined="never"),
)
LOSSES: Panels = (
    Panel("losses_killed", ("killed",), variants=("all",)),
    Panel("losses_casualties", ("casualties",)),
    Panel("losses_honoured", ("killed",), variants=("honoured", "engineers_528")),
)
WORKERS: Panels = (
    Panel("workers_sent", ("workers",), variants=("sent",)),
    Panel("workers_present", ("workers",), variants=("present",)),
    Panel("workers_entries", ("workers",), variants=("entries",)),
    Panel("workers_visas", ("workers",), variants=("visas",)),
    Panel("workers_planned", ("workers",), variants=("planned", "discussed"), joined="never"),
)


def claim_chart(
    chart: str,
    panels: Panels,
    say: Callable[[Frame, Query, Words], Say],
    since: date,
    height: int,
    spans: tuple[str, ...] = (),
) -> Chart:
    """A chart of claims on those panels."""
    params = Spec(overlay="none", choices=(CLAIMANT,))
    return Chart(chart, "shipments", ("claims",), rows_of(panels), figure_of(panels, since, spans), say, params, height)


CHARTS = (
    claim_chart("rounds", ROUNDS, _rounds, date(2022, 7, 1), 718),
    claim_chart("troops", TROOPS, _troops, date(2024, 8, 1), 878, ("troops_sent_in_period",)),
    claim_chart("losses", LOSSES, _losses, date(2024, 10, 1), 658),
    claim_chart("arms", ARMS, _arms, date(2023, 11, 1), 802),
    claim_chart("workers", WORKERS, _workers, date(2022, 7, 1), 630),
)
