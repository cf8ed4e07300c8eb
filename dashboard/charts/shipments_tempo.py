"""The chart of rates between one claimant's own container claims."""

from datetime import date

from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, window
from dashboard.charts.shipments import CLAIMANT
from dashboard.datasets import shipments_tempo
from dashboard.figures import shipments_tempo as figures
from dashboard.figures.claim_places import Days
from dashboard.query import Query, Spec
from dashboard.text import Words

_SINCE = date(2023, 7, 1)


def _tempo(query: Query) -> Frame:
    return shipments_tempo.tempo(**asked(query), claimants=query.chosen("claimant"))


def _figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _SINCE)
    days = Days(first, last, compiled("claims", query))
    return figures.tempo(frame, words, lang=words.lang, days=days)


def _say(frame: Frame, query: Query, words: Words) -> Say:
    newest = frame.groupby("series", sort=False).tail(1).to_dict("records")
    said = [f"{figures.name(row, words)} {figures.rate(row, words)}" for row in newest]
    return Say(
        _title(frame, words),
        words("chart.tempo.subtitle"),
        words("chart.tempo.key"),
        words("chart.tempo.alt", n=len(frame), said="; ".join(said)),
        words("chart.tempo.note", days=shipments_tempo.LEAST_DAYS),
    )


def _title(frame: Frame, words: Words) -> str:
    """The newest interval of all and the one before it by the same claimant: the first panel's last two."""
    if len(frame) == 0:
        return words("chart.tempo.title_none")
    *earlier, row = frame[frame["series"] == frame["series"].iloc[0]].to_dict("records")
    start, end = (words.date(row[day][:7]) for day in ("start", "end"))
    values = {"who": figures.name(row, words), "rate": figures.rate(row, words), "start": start, "end": end}
    if earlier:
        return words("chart.tempo.title", **values, before=figures.rate(earlier[-1], words))
    return words("chart.tempo.title_one", **values)


TEMPO = Chart(
    id="tempo",
    topic="shipments",
    tables=("claims",),
    frame=_tempo,
    figure=_figure,
    say=_say,
    params=Spec(overlay="none", choices=(CLAIMANT,)),
    height=540,
)

CHARTS = (TEMPO,)
