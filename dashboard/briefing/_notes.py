"""The notes of a slide: what to say, and where every figure on it can be read."""

from datetime import date
from typing import Any

from dashboard.briefing._deck import Slide
from dashboard.briefing._draw import plain
from dashboard.charts import Rendered
from dashboard.datasets import _package, sources
from dashboard.datasets._select import select
from dashboard.query import Query, write
from dashboard.text import Words

_SOURCES = 40


def notes(slide: Slide, drawn: Rendered, words: Words, base: str, today: date) -> str:
    """The notes as lines: the speaker's words, what is drawn, filters, days, links, sources with their addresses."""
    chart = drawn.chart
    query = slide.query.only(chart.params)
    said = write(query, chart.params, words.lang)
    day = query.known() or today
    page = "" if chart.topic == "overview" else chart.topic
    csv = f"{base}/chart/{chart.id}.csv{said}"
    lines = [
        slide.notes.get(words.lang, ""),
        plain(drawn.say.subtitle),
        plain(drawn.say.key),
        plain(drawn.say.note),
        words("pptx.filters", filters=drawn.filters or words("chart.empty_no_filter")),
        words("pptx.known", asof=words.date(day), compiled=words.date(drawn.compiled)),
        words("pptx.version", version=_package.current().version),
        words("pptx.live", address=f"{base}/{page}{said}"),
        words("pptx.csv", address=csv),
        *_records(slide, words, base),
        *_sources(slide, query, drawn, words, csv),
    ]
    return "\n".join(line for line in lines if line)


def _records(slide: Slide, words: Words, base: str) -> list[str]:
    """The records that the words of the slide rest on."""
    if not slide.records:
        return []
    return [words("pptx.records"), *(f"{base}/record/{one}?lang={words.lang}" for one in slide.records)]


def _sources(slide: Slide, query: Query, drawn: Rendered, words: Words, csv: str) -> list[str]:
    frame: Any = drawn.chart.frame(slide.query.only(drawn.chart.params))
    read = frame if "source_ids" in frame else select(drawn.chart.tables[0], asof=query.known())
    found = sources.ids(read)
    rows = sources.of(";".join(found[:_SOURCES]))
    lines = [f"{words('pptx.sources')} ({words.number(len(found))})", *(_source(one, words) for one in rows)]
    if len(found) > _SOURCES:
        lines.append(words("pptx.more_sources", n=words.number(len(found) - _SOURCES), address=csv))
    return lines if found else []


def _source(row: dict[str, Any], words: Words) -> str:
    """One source: publisher, title where it is known, day, address."""
    when = words.date(row["published"]) if row.get("published") else ""
    parts = [row.get("publisher", ""), row.get("title", ""), when, row.get("url", "")]
    return "– " + ", ".join(str(one) for one in parts if one)
