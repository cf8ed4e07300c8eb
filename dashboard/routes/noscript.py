"""What a reader without scripts is given of a page: its sentence, the finding of every chart with its data, and records to read on."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from flask import request
from markupsafe import Markup

from dashboard import charts, dates
from dashboard.datasets import _package
from dashboard.datasets._export import to_records
from dashboard.datasets._select import day_columns, select
from dashboard.datasets.records import key_column
from dashboard.query import Query, Spec, read
from dashboard.routes._fields import Reader, heading, in_language
from dashboard.routes._html import element, link
from dashboard.text import words

NEWEST = 8
_SPEC = Spec(period=False)


def noscript(page: str, shown: Sequence[str], menu: Sequence[tuple[str, str]], lang: str) -> Markup:
    """The page as HTML without scripts. `shown` are the ids of its charts in their order, `menu` (page id, path) pairs.

    Of the state in the address only the day of knowledge is obeyed: what came later must not show, the rest may.
    """
    query, _ = read({"asof": request.args.get("asof", "")}, _SPEC)
    asof = Query(asof=query.asof if query.known() else "")
    return _noscript(page, tuple(shown), tuple(menu), asof, lang, _package.current().version, dates.today())


@lru_cache(maxsize=64)
def _noscript(
    page: str,
    shown: tuple[str, ...],
    menu: tuple[tuple[str, str], ...],
    query: Query,
    lang: str,
    _version: str,
    _today: date,
) -> Markup:
    reader = Reader(words(lang), query.asof, query.known())
    text = reader.words
    named = [link(path, text(f"page.{name}.menu"), asof=reader.asof, lang=lang) for name, path in menu]
    tables = dict.fromkeys(table for chart in shown for table in charts.BY_ID[chart].tables)
    parts = [
        element("nav", Markup(" · ").join(named), {"aria-label": text("shell.menu")}),
        element("h1", text(f"page.{page}.title")),
        element("p", text(f"page.{page}.sentence")),
        element("p", text("shell.noscript")),
        *([element("p", text("notice.asof", date=text.date(query.asof)))] if query.asof else []),
        *(_chart(chart, query, reader) for chart in shown),
        *(_table(table, reader) for table in tables or _package.current().tables),
    ]
    return element("div", Markup("\n").join(parts), {"class": "noscript"})


def _chart(chart: str, query: Query, reader: Reader) -> Markup:
    say = charts.say(chart, query, reader.words.lang)
    data = link(f"/chart/{chart}.csv", reader.words("chart.csv"), asof=reader.asof, lang=reader.words.lang)
    parts = [element("h2", say.title), element("p", say.subtitle), element("p", say.alt), element("p", data)]
    return element("section", Markup("").join(parts))


def _table(table: str, reader: Reader) -> Markup:
    """The newest records of the table, each with the way to its page, and all of them as a file."""
    name = in_language(_package.resource(table), "title", reader.words)
    frame, day = select(table, asof=reader.day), day_columns(table)[0]
    newest = frame.sort_values(day, ascending=False, kind="stable") if day else frame
    asof, lang = reader.asof, reader.words.lang
    items = [
        element(
            "li",
            link(f"/record/{table}/{record[key_column(table)]}", heading(table, record, reader), asof=asof, lang=lang),
        )
        for record in to_records(newest.head(NEWEST))
    ]
    more = link(
        f"/data/{table}.csv", reader.words("noscript.all", n=reader.words.number(len(frame))), asof=asof, lang=lang
    )
    parts = [element("h2", name), element("ul", Markup("").join([*items, element("li", more)]))]
    return element("section", Markup("").join(parts))
