"""Charts about sanctions: how the lists grew, who listed whom, and who watches."""

from datetime import date

from dashboard import dates
from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, window
from dashboard.datasets import sanctions_lists as lists
from dashboard.datasets import sanctions_watch
from dashboard.figures import sanctions_lists as figures
from dashboard.figures import sanctions_matrix
from dashboard.figures import sanctions_watch as watch_figures
from dashboard.query import Choice, Query, Spec
from dashboard.text import Words

SENDERS = ("USA", "EU", "KOR", "JPN", "GBR", "CAN", "AUS", "NZL", "CHE", "UN", "UKR", "TWN", "SGP", "BHS", "RUS")
SENDER = Choice("sender", SENDERS)
KIND = Choice("kind", lists.KINDS)
_NOTES = (("committee", "mon-18"), ("panel", "mon-02"), ("task_force", "mon-06"), ("msmt", "mon-09"))
_SINCE, _WATCHED_SINCE = date(2017, 1, 1), date(2006, 1, 1)


def _growth(query: Query) -> Frame:
    return lists.growth(**asked(query), senders=query.chosen("sender"), kinds=query.chosen("kind"))


def _growth_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _SINCE)
    turn = (lists.ARMS_REPORTED, words("designations.turn"))
    until = compiled("designations", query)
    return figures.growth(frame, words, first=first, last=last, compiled=until, turn=turn)


def _growth_say(frame: Frame, query: Query, words: Words) -> Say:
    totals = frame.groupby("sender", sort=False)["total"].max()
    everything = int(totals.sum())
    before = frame[frame["day"] < lists.ARMS_REPORTED].groupby("sender")["total"].max().sum()
    counts = {"n": everything, "before": before, "after": everything - before}
    numbers = {name: words.number(count) for name, count in counts.items()}
    told_apart = before and everything > before and not query.start  # what is carried in may be of either side
    key = "title" if told_apart else "title_neutral" if everything else "title_none"
    said = "; ".join(f"{words('choice.sender.' + sender)} {words.number(total)}" for sender, total in totals.items())
    alt = words("chart.designations.alt", said=said, **numbers)
    return Say(
        words(f"chart.designations.{key}", **numbers),
        words("chart.designations.subtitle"),
        words("chart.designations.key"),
        alt,
        words("chart.designations.note"),
    )


DESIGNATIONS = Chart(
    id="designations",
    topic="sanctions",
    tables=("designations",),
    frame=_growth,
    figure=_growth_figure,
    say=_growth_say,
    params=Spec(overlay="none", choices=(SENDER, KIND)),
    height=420,
)


def _listed(query: Query) -> Frame:
    return lists.listed_by_several(**asked(query), senders=query.chosen("sender"), kinds=query.chosen("kind"))


def _listed_figure(frame: Frame, query: Query, words: Words) -> Figure:
    return sanctions_matrix.matrix(frame, words, senders=lists.SENDERS)


def _listed_say(frame: Frame, query: Query, words: Words) -> Say:
    own = frame[frame["basis"] == "cooperation"]
    names, kinds = own["name"].nunique(), query.chosen("kind")
    counts = {"n": names, "most": frame["lists"].max() if names else 0, "senders": len(lists.SENDERS)}
    counts["all"] = lists.named(asof=query.known(), kinds=kinds)
    numbers = {name: words.number(count) for name, count in counts.items()}
    whole = not (query.start or query.end or query.chosen("sender"))
    key = "title_none" if not names else "title" if whole else "title_some"
    by_sender = {sender: (own["sender"] == sender).sum() for sender in lists.SENDERS}
    said = "; ".join(f"{words('choice.sender.' + sender)} {words.number(n)}" for sender, n in by_sender.items())
    nameless, measures = lists.nameless_measures(asof=query.known())
    note = words("chart.who-listed-whom.note", n=words.number(nameless), all=words.number(measures))
    return Say(
        words(f"chart.who-listed-whom.{key}", **numbers),
        words("chart.who-listed-whom.subtitle"),
        words("chart.who-listed-whom.key"),
        words("chart.who-listed-whom.alt", said=said, **numbers),
        note,
    )


LISTED = Chart(
    id="who-listed-whom",
    topic="sanctions",
    tables=("designations",),
    frame=_listed,
    figure=_listed_figure,
    say=_listed_say,
    params=Spec(choices=(SENDER, KIND)),
    height=1322,
)


def _watch(query: Query) -> Frame:
    return sanctions_watch.watch(**asked(query))


def _watch_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _WATCHED_SINCE)
    reports = int(((frame["lane"] == "msmt") & (frame["mark"] == "report")).sum())
    notes = []
    for key, record in _NOTES:
        found = frame[frame["id"] == record]
        if len(found):
            text = words(f"watch.{key}_note", date=words.date(found["start"].iloc[0][:7]), n=words.number(reports))
            notes.append((key, found["start"].iloc[0], text))
    until = compiled("monitoring", query)
    return watch_figures.watch(frame, words, first=first, last=last, compiled=until, notes=notes)


def _watch_say(frame: Frame, query: Query, words: Words) -> Say:
    panel = frame[(frame["lane"] == "panel") & (frame["mark"] == "span")]
    over = panel[panel["end"] != ""]
    reports = int(((frame["lane"] == "msmt") & (frame["mark"] == "report")).sum())
    renewals = int((frame["mark"] == "renewal").sum())
    alt = words("chart.monitoring.alt", renewals=words.number(renewals), n=words.number(reports))
    if len(over):
        begun, ended = (dates.first_day(over[column].iloc[0]) for column in ("start", "end"))
        years = words.number(dates.age_in_months(begun.isoformat(), ended) // 12)
        key = "title" if reports > 1 else "title_ended"
        title = words(f"chart.monitoring.{key}", years=years, n=words.number(reports))
    elif len(panel):
        title = words("chart.monitoring.title_watched", date=words.date(panel["start"].iloc[0][:7]))
    else:
        title = words("chart.monitoring.title_neutral")
    subtitle, key, note = (words(f"chart.monitoring.{part}") for part in ("subtitle", "key", "note"))
    return Say(title, subtitle, key, alt, note)


MONITORING = Chart(
    id="monitoring",
    topic="sanctions",
    tables=("monitoring", "measures"),
    frame=_watch,
    figure=_watch_figure,
    say=_watch_say,
    params=Spec(overlay="none"),
    height=336,
)

CHARTS = (DESIGNATIONS, LISTED, MONITORING)
