"""The one timeline of the Overview."""

from datetime import date

from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import compiled, window
from dashboard.datasets import overview, timeline
from dashboard.figures import overview as figures
from dashboard.query import Query
from dashboard.text import Words

_SINCE = date(2023, 1, 1)


def _timeline(query: Query) -> Frame:
    first, last = window(query, _SINCE)
    return overview.timeline(start=first, end=last, asof=query.known())


def _timeline_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _SINCE)
    story = timeline.story(asof=query.known())
    return figures.timeline(
        frame,
        words,
        lang=words.lang,
        first=first,
        last=last,
        compiled={lane: compiled(table, query) for lane, table in overview.LANE_TABLES.items()},
        events=[(row.day, words(f"story_short.{row.event}")) for row in story.itertuples()],
    )


def _timeline_say(frame: Frame, query: Query, words: Words) -> Say:
    counts = {lane: int((frame["lane"] == lane).sum()) for lane in overview.LANES}
    story = set(timeline.story(asof=query.known())["event"])
    whole = {"summit", "satellite", "veto", "treaty", "troops"} <= story and not (query.start or query.end)
    title = words("chart.timeline.title" if whole else "chart.timeline.title_neutral")
    numbers = {lane: words.number(n) for lane, n in counts.items()}
    return Say(
        title, words("chart.timeline.subtitle"), words("chart.timeline.key"), words("chart.timeline.alt", **numbers)
    )


TIMELINE = Chart(
    id="timeline",
    topic="overview",
    tables=("meetings", "claims", "missile_tests", "measures", "events"),
    frame=_timeline,
    figure=_timeline_figure,
    say=_timeline_say,
    height=540,
)

CHARTS = (TIMELINE,)
