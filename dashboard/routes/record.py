"""One record as a page: `/record/<table>/<id>`, everything known of it, where it was read, what others said."""

from datetime import date
from typing import Any

from flask import Flask, Response, abort, request
from markupsafe import Markup, escape

from dashboard.datasets import _package, sources
from dashboard.datasets.records import find, key_column, said_by_others
from dashboard.query import Query, Spec, read
from dashboard.routes import _citation, _html
from dashboard.routes._fields import Reader, Record, counted, described, figure, heading, in_language, outward
from dashboard.routes._history import history, refuse_withdrawn
from dashboard.routes._html import element, link
from dashboard.routes._reply import revalidated
from dashboard.routes._site import reader_language
from dashboard.text import Words, words

_SPEC = Spec(period=False)


def register(server: Flask) -> None:
    """Add the pages of the records."""
    server.add_url_rule("/record/<table>/<key>", "record", _record)


def _record(table: str, key: str) -> Response:
    text = words(reader_language())
    query, refused = read(request.args, _SPEC)
    day = query.known()
    reader = Reader(text, query.asof if day else "", day)
    record = _found(table, key, reader)
    title, named = heading(table, record, reader), _table_title(table, reader)
    parts = [
        element("p", link("/data", named, table=table, lang=text.lang), {"class": "record-table"}),
        element("h1", title),
        *([_notice(_known(table, key, day, text), "notice notice-asof")] if day else []),
        *([_notice(text("notice.refused", values=", ".join(refused)), "notice")] if refused else []),
        _fields(table, record, reader),
        _sources(record, reader),
        _others(record, reader) if table == "claims" else Markup(""),
        history(table, key, reader),
        _cite(table, key, record, query, text.lang),
        _actions(table, key, reader),
    ]
    content = element("article", Markup("\n").join(parts), {"class": "record"})
    plain = title.striptags()
    description = text("record.description", name=plain, table=named)
    return revalidated(_html.page(plain, description, content, text.lang, kind="record"))


def _found(table: str, key: str, reader: Reader) -> Record:
    """The record as known on the reader's day. Answers 404, saying why, when there is none; 410 when it was withdrawn."""
    if table not in _package.current().tables:
        abort(404, reader.words("record.no_table", table=table))
    refuse_withdrawn(table, key, reader)
    record = find(table, key, asof=reader.day)
    if record is None and reader.day and find(table, key):
        abort(404, reader.words("record.not_yet", date=reader.words.date(reader.day)))
    if record is None:
        abort(404, reader.words("record.no_record", record=key, table=_table_title(table, reader)))
    return record


def _table_title(table: str, reader: Reader) -> str:
    return in_language(_package.resource(table), "title", reader.words)


def _known(table: str, key: str, day: date, text: Words) -> Markup:
    """On which day the record is read, and the way back to today."""
    today = link(f"/record/{table}/{key}", text("notice.today"), lang=text.lang)
    return Markup("{} {}").format(text("notice.asof", date=text.date(day)), today)


def _notice(text: str | Markup, name: str) -> Markup:
    return element("p", text, {"class": name, "role": "status"})


def _fields(table: str, record: Record, reader: Reader) -> Markup:
    entries = [
        element("div", element("dt", title, {"title": explained} if explained else {}) + element("dd", value))
        for title, explained, value in described(table, record, reader)
    ]
    return element("dl", Markup("\n").join(entries), {"class": "record-fields"})


def _sources(record: Record, reader: Reader) -> Markup:
    """The sources with what was done about them; nothing for tables that are references themselves."""
    found = sources.of(record.get("source_ids") or "")
    if not found:
        return Markup("")
    text = reader.words
    check = record.get("source_check")
    parts = [
        element("h2", text("record.sources")),
        *([element("p", text(f"source_check.{check}"), {"class": f"source-check source-{check}"})] if check else []),
        element("ul", Markup("\n").join(_source(one, reader) for one in found), {"class": "record-sources"}),
    ]
    return element("section", Markup("\n").join(parts))


def _source(source: dict[str, Any], reader: Reader) -> Markup:
    text = reader.words
    title, publisher = source["title"], source["publisher"]
    where = outward(source["url"], title, source["language"]) if title else outward(source["url"], publisher)
    said = [publisher] if title else []
    said += [text.date(source["published"])] if source["published"] else []
    said.append(text(f"record.value.{source['kind']}"))
    return Markup('<li>{} <span class="record-source">{}</span></li>').format(where, ", ".join(said))


def _others(claim: Record, reader: Reader) -> Markup:
    """What other groups said of the same thing, newest first."""
    said = said_by_others(claim, asof=reader.day)
    if not said:
        return Markup("")
    text = reader.words
    titles = [text(f"record.others_{one}") for one in ("date", "who", "what", "check")]
    head = element("tr", Markup("").join(element("th", one, {"scope": "col"}) for one in titles))
    body = Markup("\n").join(_other(one, reader) for one in said)
    table = element("table", element("thead", head) + element("tbody", body))
    return element("section", element("h2", text("record.others")) + element("div", table, {"class": "record-others"}))


def _other(claim: dict[str, Any], reader: Reader) -> Markup:
    text = reader.words
    own = claim.get(f"claimant_{text.lang}")
    who = escape(own) if own else element("span", claim["claimant_en"], {"lang": "en"})
    what = link(f"/record/claims/{claim['claim_id']}", figure(claim, text), asof=reader.asof, lang=text.lang)
    exactly = Markup("{} ({})").format(what, counted(claim, text))
    cells = [text.date(claim["stated_on"]), who, exactly, text(f"source_check.{claim['source_check']}")]
    return element("tr", Markup("").join(element("td", cell) for cell in cells))


def _cite(table: str, key: str, record: Record, query: Query, lang: str) -> Markup:
    cited = _citation.of_record(table, key, record, query, lang)
    asof = query.asof if query.known() else ""
    csv = _html.address(f"/data/{table}.csv", **{key_column(table): key, "asof": asof})
    return _citation.block(cited, f"/cite/{table}/{key}", csv, asof)


def _actions(table: str, key: str, reader: Reader) -> Markup:
    """The address to copy (a script of the shell may do it; without one it is a link), and this row as a file."""
    text, said = reader.words, {"asof": reader.asof, "lang": reader.words.lang}
    row = {key_column(table): key, "asof": reader.asof}
    look = {"class": "action"}
    links = [
        link(f"/record/{table}/{key}", text("record.copy"), attributes={**look, "data-copy": "address"}, **said),
        link(f"/data/{table}.csv", text("record.csv"), attributes=look, **row),
        link(f"/data/{table}.json", text("record.json"), attributes=look, **row),
    ]
    return element("p", Markup(" ").join(links), {"class": "record-actions"})
