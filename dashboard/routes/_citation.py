"""What can be cited, as its address says it: the dataset, a record, a chart; and how a record says so on its own page."""

from flask import request
from markupsafe import Markup

from dashboard import charts, dates
from dashboard.datasets import _package
from dashboard.query import Query, place, write
from dashboard.routes._fields import Reader, Record, heading
from dashboard.routes._html import address, element, link
from dashboard.text import Words, citation, snippet, words
from dashboard.text.citation import Citation


def of_dataset(query: Query, lang: str) -> Citation:
    """The whole dataset, as known on the day that the query names."""
    said = address("/", asof=query.asof if query.known() else "", lang=lang)
    return _citation("tumen-monitor", words(lang)("cite.dataset"), said, query, lang)


def of_record(table: str, key: str, record: Record, query: Query, lang: str) -> Citation:
    """One record, under the name that its page gives it."""
    asof = query.asof if query.known() else ""
    title = heading(table, record, Reader(words(lang), asof, query.known())).striptags()
    said = address(f"/record/{table}/{key}", asof=asof, lang=lang)
    return _citation(f"tumen-{table}-{key}", title[:1].upper() + title[1:], said, query, lang)


def of_chart(chart: str, query: Query, lang: str) -> Citation:
    """One chart in one state; its title is the finding."""
    drawn = charts.render(chart, query, lang)
    said = place(drawn.chart.topic, chart, write(query, drawn.chart.params, lang))
    return _citation(f"tumen-chart-{chart}", drawn.say.title, said, query, lang)


def block(cited: Citation, file: str, csv: str, asof: str) -> Markup:
    """How to cite a record, where the files of the citation are (`file` without its ending), and the lines that read its row."""
    text = words(cited.lang)
    links = [link(f"{file}.{kind}", text(f"cite.{kind}"), asof=asof, lang=cited.lang) for kind in ("bib", "ris")]
    parts = [
        element("h2", text("cite.title_record")),
        element("p", citation.sentence(cited), {"class": "citation"}),
        element("p", Markup(" · ").join(links), {"class": "cite-files"}),
        element("details", element("summary", text("card.code")) + _code(csv, text)),
    ]
    return element("section", Markup("\n").join(parts), {"class": "record-cite"})


def _code(csv: str, text: Words) -> Markup:
    """The two lines of pandas that read that address of this server, and the button that copies them."""
    before, after = snippet.around()
    lines = f"{before}{request.host_url.rstrip('/')}{snippet.raw(csv)}{after}"
    said = {"data-done": text("card.copied"), "data-failed": text("card.not_copied")}
    button = {"type": "button", "class": "action", "data-action": "copy-text", **said}
    code = element("pre", element("code", lines), {"class": "snippet-code", "tabindex": "0"})
    return element("div", code + element("button", text("card.copy"), button), {"class": "snippet"})


def _citation(key: str, title: str, said: str, query: Query, lang: str) -> Citation:
    today = dates.today()
    whole = request.host_url.rstrip("/") + said
    return Citation(key, title, whole, _package.current().version, query.known() or today, today, lang)
