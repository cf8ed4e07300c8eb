"""What is said below and beside every chart: the filters in force, and where its rows come from."""

from collections.abc import Sequence
from datetime import date

from dashboard.charts._chart import Chart
from dashboard.query import Query, Spec
from dashboard.text import Words

_PUBLISHERS = 4


def filters(query: Query, spec: Spec, words: Words) -> str:
    """The filters in force as a phrase, empty when none differs from the default."""
    said = []
    if query.start and query.end:
        said.append(words.span(query.start, query.end))
    elif query.start:
        said.append(words("filter.since", date=words.date(query.start)))
    elif query.end:
        said.append(words("filter.until", date=words.date(query.end)))
    for key, ids in query.choices:
        if ids != spec.choice(key).default:
            said.append(
                words(f"choice.{key}.label")
                + words("list.colon")
                + ", ".join(words(f"choice.{key}.{one}") for one in ids)
            )
    if query.known():
        said.append(words("filter.asof", date=words.date(query.asof)))
    return " · ".join(said)


def sources(chart: Chart, publishers: Sequence[str], compiled: date, words: Words) -> str:
    """The line below a chart: publishers, day of the data, licence, and what is to be said of a map's borders."""
    named = list(publishers[:_PUBLISHERS])
    if len(publishers) > len(named):
        named.append(words("chart.more_sources", n=words.number(len(publishers) - len(named))))
    said = [
        words("chart.sources", names=", ".join(named)),
        words("chart.data_as_of", date=words.date(compiled)),
        "CC BY 4.0",
        *([words("map.disclaimer")] if chart.map else []),
    ]
    return " · ".join(said)
