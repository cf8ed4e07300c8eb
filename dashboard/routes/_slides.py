"""The HTML of slides: what is written of a deck and of each chart in it, readable as a plain list without scripts."""

import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from dashboard import charts, dates
from dashboard.briefing._deck import Deck, Slide
from dashboard.charts import Rendered
from dashboard.datasets import _package
from dashboard.datasets._export import to_records
from dashboard.datasets.records import find
from dashboard.query import Query, write
from dashboard.routes._fields import Reader, heading
from dashboard.routes._html import element, link
from dashboard.text import LANGUAGES, Words, words

MOST_ROWS = 500
# Numbers that are names: no thousands are set apart in them.
_NOT_COUNTED = ("year", "number")
_LONG = 30  # characters; a longer text may be broken into lines


def slide(one: Slide, place: int, text: Words) -> Markup:
    """One chart as a slide: what is to be taken from it, the chart, its sources, notes and table."""
    said = one.takeaway.get(text.lang, ""), one.notes.get(text.lang, "")
    stamp = f"{_package.current().version} {dates.today()}"
    packed = _slide(one.chart, one.query, said, one.records, place, text.lang, stamp)
    return Markup(zlib.decompress(packed).decode("utf-8"))  # noqa: S704  (written below, from escaped parts)


@lru_cache(maxsize=256)
def _slide(
    chart: str, query: Query, said: tuple[str, str], records: tuple[str, ...], place: int, lang: str, stamp: str
) -> bytes:
    """Written once for each version of the data and each day (`stamp`), since the tables take their time; packed, being long."""
    text = words(lang)
    one = Slide(chart, query, {lang: said[0]}, {lang: said[1]}, records)
    drawn = charts.render(chart, query, lang)
    parts = [
        element("h2", takeaway(one, drawn, text), {"class": "slide-takeaway"}),
        *_described(one, drawn, text),
        *_figure(drawn, text),
        element("p", drawn.sources, {"class": "slide-sources"}),
        *_notes(one, drawn, text),
        *_table(one, drawn, text),
    ]
    attributes = {"class": "slide", "id": str(place), "data-chart": chart, "data-asof": query.asof}
    return zlib.compress(element("section", Markup("\n").join(parts), attributes).encode("utf-8"))


def takeaway(one: Slide, drawn: Rendered, text: Words) -> str:
    """The sentence of the slide; the chart's own title where nobody wrote one."""
    return one.takeaway.get(text.lang) or drawn.say.title


def page_of(one: Slide, lang: str) -> str:
    """The address of the page on which the chart stands, in the slide's state."""
    chart = charts.BY_ID[one.chart]
    path = "/" if chart.topic == "overview" else f"/{chart.topic}"
    return f"{path}{write(one.query, chart.params, lang)}#{chart.topic}-{chart.id}-card"


def figure_script(drawn: Rendered, name: str) -> Markup:
    """The figure as JSON in the page."""
    return Markup('<script type="application/json" class="{}">{}</script>').format(name, Markup(drawn.json()))  # noqa: S704  (escaped by as_json)


def known_on(deck: Deck, text: Words) -> str:
    """The day of knowledge of the deck, when all its slides have the same; "" otherwise."""
    days = {one.query.asof for one in deck.slides}
    day = days.pop() if len(days) == 1 else ""
    return text("filter.asof", date=text.date(day)) if day else ""


def _described(one: Slide, drawn: Rendered, text: Words) -> Iterator[Markup]:
    """What is drawn, under which filters, with the key to the marks."""
    chosen = Markup(" ") + element("em", drawn.filters) if drawn.filters else Markup("")
    yield element("p", escape(drawn.say.subtitle) + chosen, {"class": "slide-subtitle"})
    if drawn.rows and drawn.say.key:
        yield element("p", drawn.say.key, {"class": "slide-key"})


def _figure(drawn: Rendered, text: Words) -> Iterator[Markup]:
    if not drawn.rows:
        shown = drawn.filters or text("chart.empty_no_filter")
        yield element("p", text("deck.empty", filters=shown), {"class": "slide-empty"})
        return
    plot = element("div", "", {"class": "plot", "role": "img", "aria-label": drawn.say.alt or drawn.say.title})
    stage = element("div", plot, {"class": "stage"})
    yield element("div", stage, {"class": "slide-chart"})
    yield figure_script(drawn, "slide-figure")


def _notes(one: Slide, drawn: Rendered, text: Words) -> Iterator[Markup]:
    """What the speaker says, what the chart says of its limits, and the records that the figures rest on."""
    said = [element("p", one.notes[text.lang])] if one.notes.get(text.lang) else []
    said += [element("p", drawn.say.note)] if drawn.say.note else []
    records = [element("li", found) for found in _records(one, text)]
    if records:
        said.append(element("p", text("deck.records"), {"class": "slide-records"}))
        said.append(element("ul", Markup("").join(records)))
    new_tab = {"target": "_blank", "rel": "noopener"}
    said.append(element("p", element("a", text("deck.page"), {"href": page_of(one, text.lang), **new_tab})))
    summary = element("summary", text("deck.notes"))
    yield element("details", summary + Markup("").join(said), {"class": "slide-notes"})


def _records(one: Slide, text: Words) -> Iterator[Markup]:
    reader = Reader(text, one.query.asof, one.query.known())
    for cited in one.records:
        table, _, key = cited.partition("/")
        if record := find(table, key, asof=reader.day):
            attributes = {"target": "_blank", "rel": "noopener"}
            name = heading(table, record, reader)
            yield link(f"/record/{table}/{key}", name, attributes=attributes, asof=one.query.asof, lang=text.lang)


def _table(one: Slide, drawn: Rendered, text: Words) -> Iterator[Markup]:
    """The rows behind the chart, in the columns of its CSV; of a text in two languages the reader's."""
    if not drawn.rows:
        return
    rows = to_records(drawn.chart.frame(one.query.only(drawn.chart.params)))
    others = tuple(f"_{lang}" for lang in LANGUAGES if lang != text.lang)
    columns = [name for name in rows[0] if not name.endswith(others) and name != "source_ids"]
    head = Markup("").join(element("th", _column(name, text), {"scope": "col"}) for name in columns)
    body = Markup("\n").join(_row(row, columns, text) for row in rows[:MOST_ROWS])
    table = element("table", element("thead", element("tr", head)) + element("tbody", body))
    summary = element("summary", text("chart.table"))
    cut = text("deck.rows_cut", n=text.number(MOST_ROWS), all=text.number(len(rows)))
    note = element("p", cut) if len(rows) > MOST_ROWS else Markup("")
    labelled = {"class": "slide-rows", "tabindex": "0", "role": "region", "aria-label": drawn.say.title}
    yield element("details", summary + element("div", table + note, labelled), {"class": "slide-table"})


def _column(name: str, text: Words) -> str:
    return name.removesuffix(f"_{text.lang}").replace("_", " ")


def _row(row: Mapping[str, Any], columns: list[str], text: Words) -> Markup:
    return element("tr", Markup("").join(_cell(row[name], name, text) for name in columns))


def _cell(value: Any, name: str, text: Words) -> Markup:
    if value is None:
        return element("td", "")
    if isinstance(value, str) or name in _NOT_COUNTED:
        return element("td", str(value), {"class": "long"} if len(str(value)) > _LONG else None)
    digits = 0 if isinstance(value, int) else min(4, len(f"{value:.4f}".rstrip("0").partition(".")[2]))
    return element("td", text.number(value, digits), {"class": "number"})
