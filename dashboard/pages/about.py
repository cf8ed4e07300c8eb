"""Method, how to read a claim, what each table covers, licence: prose from the text files, coverage from the data."""

import re
from collections.abc import Iterator
from typing import Any

from dash import Dash, dcc, html

from dashboard import dates
from dashboard.components.grid import title
from dashboard.components.snippet import from_here
from dashboard.components.table import table
from dashboard.datasets import _package
from dashboard.datasets.coverage import Coverage, coverage, not_checked
from dashboard.query import Spec, read
from dashboard.text import Words, prose, words
from dashboard.text.citation import Citation, around

ID, PATH = "about", "/about"
_SPEC = Spec(period=False, asof=False)
_HEADING = re.compile(r"^## (.+) \{#([a-z]+)\}$", re.MULTILINE)
_BEFORE = "known"  # the section before which the coverage stands
_CITE = "licence"


def layout(lang: str, **params: Any) -> list[Any]:
    """The page; nothing in the address but the language changes it."""
    text = words(lang)
    _, refused = read(params, _SPEC)
    sections = [part for one in _sections(text) for part in one]
    notice = (
        [html.P(text("data_page.refused", values=", ".join(refused)), className="notice", role="status")]
        if refused
        else []
    )
    return [
        html.H1(text("page.about.title")),
        html.P(text("page.about.sentence"), className="page-sentence"),
        *notice,
        html.Div([_contents(text), html.Div(sections, className="prose")], className="about-page"),
    ]


def register_callbacks(app: Dash) -> None:
    """The page has none."""


def headings(lang: str) -> list[tuple[str, str]]:
    """Anchor and heading of every section, in reading order."""
    found = [(anchor, name) for name, anchor in _HEADING.findall(prose("about", lang))]
    place = next(place for place, (anchor, _) in enumerate(found) if anchor == _BEFORE)
    return [*found[:place], ("coverage", words(lang)("about.coverage")), *found[place:]]


def _sections(text: Words) -> Iterator[list[html.Section]]:
    """The sections of the prose, with the coverage in its place."""
    _, *parts = _HEADING.split(prose("about", text.lang))
    for name, anchor, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        more = [_citation(text)] if anchor == _CITE else []
        section = html.Section([html.H2(name), dcc.Markdown(body.strip()), *more], id=f"about-{anchor}")
        yield [_coverage(text), section] if anchor == _BEFORE else [section]


def _contents(text: Words) -> html.Nav:
    links = [html.Li(html.A(name, href=f"#about-{anchor}")) for anchor, name in headings(text.lang)]
    return html.Nav(
        [html.H2(text("about.contents")), html.Ul(links)],
        className="contents",
        **{"aria-label": text("about.contents")},
    )


def _coverage(text: Words) -> html.Section:
    heads = [text(f"about.{one}") for one in ("table", "rows", "compiled", "newest", "age", "read", "undated")]
    rows = [_row(one, text) for one in coverage()]
    waiting, regimes = not_checked()
    name = title(_package.resource("regimes"), "title", text)
    parts = [
        html.H2(text("about.coverage")),
        html.P(text("about.coverage_text")),
        table(text("about.coverage_caption"), heads, rows, numbers=(1, 5, 6)),
        html.P(text("about.not_checked", table=name, n=text.number(waiting), all=text.number(regimes))),
    ]
    return html.Section(parts, id="about-coverage", className="coverage")


def _row(one: Coverage, text: Words) -> list[Any]:
    name = title(_package.resource(one.name), "title", text)
    none = text("about.none")
    return [
        html.A(name, href=f"/data?table={one.name}&lang={text.lang}"),
        text.number(one.rows),
        text.date(one.compiled_to, short=True) if one.compiled_to else none,
        text.date(one.newest, short=True) if one.newest else none,
        _age(one.newest, text) if one.newest else none,
        text("about.percent", n=text.number(100 * one.read // one.checked)) if one.checked else none,
        text.number(one.undated) if one.newest else none,
    ]


def _age(day: str, text: Words) -> str:
    months = dates.age_in_months(day, dates.today())
    if months < 1:
        return text("age.now")
    if months >= 36:
        return text("age.years", n=text.number(months // 12))
    return text("age.month") if months == 1 else text("age.months", n=text.number(months))


def _citation(text: Words) -> html.Div:
    today = dates.today()
    cited = Citation("tumen-monitor", text("cite.dataset"), "/", _package.current().version, today, today, text.lang)
    before, after = around(cited)
    files = [
        html.A(text(f"cite.{kind}"), href=f"/cite/dataset.{kind}?lang={text.lang}", download="", className="action")
        for kind in ("bib", "ris")
    ]
    return html.Div(
        [
            html.P([before, *from_here("/"), after], className="citation"),
            html.P(text("about.cite_hint")),
            html.Div(files, className="share-files"),
        ]
    )
