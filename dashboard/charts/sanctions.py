"""Charts about sanctions: who sanctions whom, and measures over time."""

from collections import Counter
from datetime import date
from typing import Any

from dashboard.charts import sanctions_lists
from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, window
from dashboard.datasets import sanctions
from dashboard.figures import sanctions as figures
from dashboard.figures import sanctions_map
from dashboard.query import Choice, Query, Spec
from dashboard.text import Words
from dashboard.text.countries import country

TARGET = Choice("target", sanctions.TARGETS, ("both",), several=False)
_SINCE = date(2005, 1, 1)
_MAP_HEIGHT = 570


def _target(query: Query) -> str:
    return (query.chosen("target") or TARGET.default)[0]


def _map(query: Query) -> Frame:
    frame = sanctions.by_country(asof=query.known(), target=_target(query))
    for lang, place in (("en", 1), ("fr", 2)):
        frame.insert(place, f"country_{lang}", [country(code, lang) for code in frame["iso3"]])
    return frame


def _map_figure(frame: Frame, query: Query, words: Words) -> Figure:
    named = frame.rename(columns={f"country_{words.lang}": "country"})
    return sanctions_map.world(named, words, target=_target(query), height=_MAP_HEIGHT)


def _map_say(frame: Frame, query: Query, words: Words) -> Say:
    target, counts = _target(query), Counter(frame["class"])
    own = counts["both"] if target == "both" else counts["autonomous"] + counts["aligned"]
    figures_of = {"own": own, "checked": counts["not_checked"], "none": counts["none"]}
    numbers = {name: words.number(count) for name, count in figures_of.items()}
    title = words(f"chart.sanctions-map.title_{target}" if own > 1 else "chart.sanctions-map.title_none", **numbers)
    present = [one for one in sanctions_map.CLASSES if counts[one]]
    said = "; ".join(words(f"regime_key.{target}.{one}", n=words.number(counts[one])) for one in present)
    unread = int(((frame["prk_source_check"] == "unread") | (frame["rus_source_check"] == "unread")).sum())
    note = words("chart.sanctions-map.note", n=words.number(unread))
    return Say(
        title,
        words(f"chart.sanctions-map.subtitle_{target}"),
        words("chart.sanctions-map.key"),
        words("chart.sanctions-map.alt", n=words.number(len(frame)), said=said),
        note,
    )


MAP = Chart(
    id="sanctions-map",
    topic="sanctions",
    tables=("regimes",),
    frame=_map,
    figure=_map_figure,
    say=_map_say,
    params=Spec(period=False, choices=(TARGET,)),
    height=_MAP_HEIGHT,
    map=True,
)


def _measures(query: Query) -> Frame:
    return sanctions.measures(**asked(query), senders=query.chosen("sender"), target=_target(query))


def _measures_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _SINCE)
    return figures.measures(
        frame,
        words,
        lanes=[lane for lane in sanctions.LANES if (frame["lane"] == lane).any()],
        first=first,
        last=last,
        compiled=compiled("measures", query),
    )


def _measures_say(frame: Frame, query: Query, words: Words) -> Say:
    counted = frame[frame["counted"] == "yes"]
    linked = counted[counted["dprk_russia_link"] == "yes"]
    numbers: dict[str, Any] = {"n": words.number(len(linked)), "all": words.number(len(counted))}
    numbers["apart"] = words.number(len(frame) - len(counted))
    leading = Counter(linked["sender"]).most_common(2)
    if not len(frame):
        title = words("chart.measures.title_none")
    elif not leading:
        title = words("chart.measures.title_unlinked", **numbers)
    elif len(leading) == 1:
        title = words("chart.measures.title_one", who=words(f"choice.sender.{leading[0][0]}"), **numbers)
    else:
        numbers |= {"who": words(f"choice.sender.{leading[0][0]}"), "most": words.number(leading[0][1])}
        title = words("chart.measures.title", **numbers)
    by_sender = Counter(counted["sender"]).most_common()
    said = [f"{words('choice.sender.' + sender)} {words.number(n)}" for sender, n in by_sender]
    alt = words("chart.measures.alt", said="; ".join(said), **numbers)
    note = words("chart.measures.note")
    subtitle = words(
        "chart.measures.subtitle" if len(frame) > len(counted) else "chart.measures.subtitle_counted", **numbers
    )
    return Say(title, subtitle, words("chart.measures.key"), alt, note)


MEASURES = Chart(
    id="measures",
    topic="sanctions",
    tables=("measures",),
    frame=_measures,
    figure=_measures_figure,
    say=_measures_say,
    params=Spec(overlay="none", choices=(sanctions_lists.SENDER, TARGET)),
    height=544,
)

CHARTS = (MAP, MEASURES, *sanctions_lists.CHARTS)
