"""A deck as a PowerPoint file: native charts, tables and maps, and in the notes where every figure can be read."""

import io
from datetime import date, datetime
from typing import Any

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.util import Pt

from dashboard import charts
from dashboard.briefing._deck import Deck, Slide
from dashboard.briefing._draw import clean, numbered, plain
from dashboard.briefing._notes import notes
from dashboard.briefing._plot import plot
from dashboard.briefing._rows import rows, width
from dashboard.briefing._template import CHART, KEY, SOURCE, TAKEAWAY, TITLE, blank, slide_number
from dashboard.charts import Rendered
from dashboard.datasets import _package
from dashboard.text import Words, words

_LANGUAGE = {"en": MSO_LANGUAGE_ID.ENGLISH_UK, "fr": MSO_LANGUAGE_ID.FRENCH}
_PUBLISHERS, _GAP = 4, 0.25
# A title keeps its two lines by its size: so many letters, so many points.
_SIZES = ((95, 24), (150, 20), (200, 16), (10**9, 12))


def write(deck: Deck, lang: str, *, base: str, today: date) -> bytes:
    """The deck in that language. `base` is the site's absolute address, for the links in the notes.

    A deck without a title is its slides alone: so one chart makes one slide.
    """
    text = words(lang)
    file, titles, layout = blank()
    if deck.title.get(lang):
        _title(file.slides.add_slide(titles), deck, text, today)
    for one in deck.slides:
        _slide(file.slides.add_slide(layout), one, text, base, today)
    _properties(file, deck, text, today)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _title(slide: Any, deck: Deck, text: Words, today: date) -> None:
    version = text("pptx.title_line", date=text.date(today), version=_package.current().version)
    _fill(slide, TITLE, deck.title[text.lang], text.lang, _size(deck.title[text.lang], 40))
    _fill(slide, TAKEAWAY, deck.summary.get(text.lang, ""), text.lang)
    _fill(slide, SOURCE, f"{text('site.name')} · {version}", text.lang)
    numbered(slide.shapes)


def _slide(slide: Any, one: Slide, text: Words, base: str, today: date) -> None:
    drawn = charts.render(one.chart, one.query, text.lang)
    chosen = drawn.filters
    subtitle = " · ".join(part for part in (plain(drawn.say.subtitle), chosen) if part)
    takeaway = one.takeaway.get(text.lang, "")
    key = " · ".join(part for part in (subtitle if takeaway else "", plain(drawn.say.key)) if part)
    _fill(slide, TITLE, plain(drawn.say.title), text.lang, _size(drawn.say.title, 24))
    _fill(slide, TAKEAWAY, takeaway or subtitle, text.lang)
    _fill(
        slide,
        KEY,
        key if drawn.rows else text("chart.empty", filters=chosen or text("chart.empty_no_filter")),
        text.lang,
    )
    _fill(slide, SOURCE, _sources(drawn, text), text.lang)
    if drawn.rows:
        _chart(slide.shapes, one, drawn, text)
    slide_number(slide, text.lang)
    slide.notes_slide.notes_text_frame.text = clean(notes(one, drawn, text, base, today))
    numbered(slide.shapes)


def _chart(shapes: Any, one: Slide, drawn: Rendered, text: Words) -> None:
    """The chart, and beside a map its rows."""
    alt, beside = plain(drawn.say.alt), width(one.chart)
    left, top, wide, high = CHART
    plot(shapes, drawn.figure, text, alt, (left, top, wide - (beside + _GAP if beside else 0), high))
    if beside:
        frame = drawn.chart.frame(one.query.only(drawn.chart.params))
        rows(
            shapes,
            one.chart,
            frame,
            text,
            (left + wide - beside, top, beside, high),
            text("pptx.rows_of", title=plain(drawn.say.title)),
        )


def _fill(slide: Any, index: int, said: str, lang: str, points: int | None = None) -> None:
    """Put words into a placeholder; one that has nothing to say is taken away."""
    holder = next(one for one in slide.placeholders if one.placeholder_format.idx == index)
    if not said:
        holder._element.getparent().remove(holder._element)
        return
    frame = holder.text_frame
    frame.text = clean(said)
    for run in frame.paragraphs[0].runs:
        run.font.language_id = _LANGUAGE[lang]
        if points:
            run.font.size = Pt(points)


def _size(said: str, most: int) -> int:
    return min(most, next(points for letters, points in _SIZES if len(said) <= letters) * (2 if most > 24 else 1))


def _sources(drawn: Rendered, text: Words) -> str:
    named = list(drawn.publishers[:_PUBLISHERS])
    more = len(drawn.publishers) - len(named)
    names = [*named, *([text("chart.more_sources", n=text.number(more))] if more > 0 else [])]
    said = [
        text("chart.sources", names=", ".join(names)),
        text("chart.data_as_of", date=text.date(drawn.compiled)),
        "CC BY 4.0",
    ]
    return " · ".join([*said, *([text("map.disclaimer")] if drawn.chart.map else [])])


def _properties(file: Any, deck: Deck, text: Words, today: date) -> None:
    first = deck.slides[0].chart if deck.slides else ""
    said = file.core_properties
    said.title = clean(deck.title.get(text.lang) or f"{text('site.name')} – {first}")[:250]
    said.author = said.last_modified_by = "Tumen Monitor"
    said.subject = clean(deck.summary.get(text.lang, ""))[:250]
    said.language = text.lang
    said.created = said.modified = datetime(today.year, today.month, today.day)
