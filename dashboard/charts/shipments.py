"""Charts about what moved."""

from datetime import date

from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, ticks, window
from dashboard.datasets import shipments, timeline
from dashboard.figures import shipments as figures
from dashboard.query import Choice, Query, Spec
from dashboard.text import Words

GROUPS = ("us", "kr-mnd", "kr-dia", "kr-nis", "kr-other", "ua", "researchers", "msmt", "un", "gb", "ru", "kp", "press")
CLAIMANT = Choice("claimant", GROUPS)
_SINCE = date(2023, 7, 1)


def _containers(query: Query) -> Frame:
    return shipments.containers(**asked(query), claimants=query.chosen("claimant"))


def _containers_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _SINCE)
    story = timeline.story(asof=query.known())
    events = [(row.day, words(f"story.{row.event}")) for row in story.itertuples() if row.event != "satellite"]
    return figures.containers(
        frame,
        words,
        lang=words.lang,
        band=shipments.in_force(frame),
        first=first,
        last=last,
        compiled=compiled("claims", query),
        events=events,
        ticks=ticks(query, first, last, words),
    )


def _containers_say(frame: Frame, query: Query, words: Words) -> Say:
    subtitle, key = words("chart.containers.subtitle"), words("chart.containers.key")
    standing = frame.groupby("group_id", sort=False).tail(1)
    if len(standing) == 0:
        title = words("chart.containers.title_none")
    elif len(standing) == 1:
        row = standing.iloc[0]
        title = words("chart.containers.title_one", who=words(f"group.{row['group_id']}"), n=words.number(row["value"]))
    else:
        alike = standing["value"].nunique() < len(standing)
        low, high = words.number(frame["value"].min()), words.number(standing["value"].max())
        title = words(
            "chart.containers.title_some" if alike else "chart.containers.title_many",
            low=low,
            high=high,
            n=len(standing),
        )
    said = [f"{words('group.' + row['group_id'])} {words.number(row['value'])}" for row in standing.to_dict("records")]
    return Say(title, subtitle, key, words("chart.containers.alt", n=len(frame), said="; ".join(said)))


CONTAINERS = Chart(
    id="containers",
    topic="shipments",
    tables=("claims",),
    frame=_containers,
    figure=_containers_figure,
    say=_containers_say,
    params=Spec(overlay="sanctions", choices=(CLAIMANT,)),
    height=430,
)

CHARTS = (CONTAINERS,)
