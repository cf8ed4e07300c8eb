"""Charts about what moved."""

from dataclasses import replace
from datetime import date

from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, window
from dashboard.datasets import shipments, timeline
from dashboard.figures import shipments as figures
from dashboard.query import Choice, Query, Spec
from dashboard.text import Words

GROUPS = ("us", "kr-mnd", "kr-dia", "kr-nis", "kr-other", "ua", "researchers", "msmt", "un", "gb", "ru", "kp", "press")
CLAIMANT = Choice("claimant", GROUPS)
UNIT = Choice("unit", ("containers", "shells"), ("containers",), several=False)
_SINCE = date(2023, 7, 1)


def _containers(query: Query) -> Frame:
    rows = shipments.shells if _as_shells(query) else shipments.containers
    return rows(**asked(query), claimants=query.chosen("claimant"))


def _as_shells(query: Query) -> bool:
    return query.chosen("unit") == ("shells",)


def _containers_figure(frame: Frame, query: Query, words: Words) -> Figure:
    figure = _drawn(frame, query, words, query)
    if query.known():
        # For readers who step through days of knowledge: the same with the axes of today, so that they stand still.
        figure.layout.meta["still"] = _drawn(frame, query, words, replace(query, asof="")).layout.to_plotly_json()
    return figure


def _drawn(frame: Frame, query: Query, words: Words, reach: Query) -> Figure:
    """The figure on axes that reach as far as the state `reach` needs them to."""
    first, last = window(reach, _SINCE)
    story = timeline.story(asof=query.known())
    events = [(row.day, words(f"story.{row.event}")) for row in story.itertuples() if row.event != "satellite"]
    return figures.containers(
        frame,
        words,
        lang=words.lang,
        band=() if _as_shells(query) else shipments.in_force(frame),
        first=first,
        last=last,
        room=_containers(reach) if reach != query else None,
        compiled=compiled("claims", query),
        events=events,
    )


def _containers_say(frame: Frame, query: Query, words: Words) -> Say:
    if _as_shells(query):
        return _shells_say(frame, words)
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


def _shells_say(frame: Frame, words: Words) -> Say:
    """The same claims read as shells: what the boxes would hold, never a second piece of evidence."""
    standing = frame.groupby("group_id", sort=False).tail(1).to_dict("records")
    title = words("chart.containers.title_shells_none")
    if standing:
        top = max(standing, key=lambda row: float(row["value"]))
        one_kind = top["variant"] == "152mm_equivalent"
        key = f"chart.containers.title_shells{'' if one_kind else '_mixed'}"
        title = words(key, n=words.amount(top["value"]), factor=words.number(top["factor"]))
    said = [
        f"{words('group.' + row['group_id'])} {words.amount(row['value'])}, "
        + words("shells.factor", n=words.number(row["factor"]))
        for row in standing
    ]
    return Say(
        title,
        words("chart.containers.subtitle_shells"),
        words("chart.containers.key_shells"),
        words("chart.containers.alt_shells", n=len(frame), said="; ".join(said)),
        words("chart.containers.note_shells"),
    )


CONTAINERS = Chart(
    id="containers",
    topic="shipments",
    tables=("claims",),
    frame=_containers,
    figure=_containers_figure,
    say=_containers_say,
    params=Spec(overlay="sanctions", choices=(CLAIMANT, UNIT)),
    height=430,
)

CHARTS = (CONTAINERS,)
