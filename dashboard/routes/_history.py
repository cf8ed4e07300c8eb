"""What became of a record: the changes made to it, or that it was withdrawn and why."""

from flask import Response, abort
from markupsafe import Markup

from dashboard.datasets import _package, changelog
from dashboard.datasets._withdrawn import Withdrawal
from dashboard.routes import _html
from dashboard.routes._fields import Reader, in_language
from dashboard.routes._html import element, joined, link

GONE = 410


def history(table: str, key: str, reader: Reader) -> Markup:
    """The changes that the change log tells of the record, newest first; nothing when it tells none."""
    found = changelog.history(table, key, asof=reader.day)
    if not found:
        return Markup("")
    entries = Markup("\n").join(element("li", _entry(one, reader)) for one in found)
    title = element("h2", reader.words("record.history"))
    return element("section", title + element("ul", entries, {"class": "record-history"}))


def refuse_withdrawn(table: str, key: str, reader: Reader) -> None:
    """Answer 410 with the reason when the record was withdrawn; else return."""
    found = (one for one in _package.current().withdrawn if (one.table, one.id) == (table, key))
    if one := next(found, None):
        abort(_page(one, reader))


def _entry(one: changelog.Entry, reader: Reader) -> Markup:
    """Day, what was done, and the sentence; it is written in English."""
    text = reader.words
    foreign = {} if text.lang == "en" else {"lang": "en"}
    begins = one.text.casefold().startswith(one.kind) or not one.kind
    done = Markup("") if begins else element("b", text(f"record.history_{one.kind}")) + " "
    day = element("time", text.date(one.day), {"datetime": one.day})
    return Markup("{} – {}{}").format(day, done, element("span", one.text, foreign))


def _page(one: Withdrawal, reader: Reader) -> Response:
    text = reader.words
    table = in_language(_package.resource(one.table), "title", text)
    title = text("withdrawn.title", record=one.id)
    said = text("withdrawn.text", date=text.date(one.on), table=table)
    reason = one.reason_fr if text.lang == "fr" else one.reason_en
    links = [link(f"/record/{other}", other.partition("/")[2], lang=text.lang) for other in one.instead]
    parts = [
        element("p", link("/data", table, table=one.table, lang=text.lang), {"class": "record-table"}),
        element("h1", title),
        element("p", said, {"class": "notice"}),
        element("p", reason, {"class": "withdrawn-reason"}),
        *([element("p", Markup("{} {}").format(text("withdrawn.instead"), joined(links)))] if links else []),
        element("p", text("withdrawn.id")),
        history(one.table, one.id, reader),
    ]
    content = element("article", Markup("\n").join(parts), {"class": "record"})
    return _html.page(title, f"{said} {reason}", content, text.lang, kind="record", status=GONE)
