"""Method, how to read a claim, how good the data are, licence: prose from the text files, the rest counted from the data."""

import re
from collections.abc import Iterator
from typing import Any

from dash import Dash, dcc, html

from dashboard import dates
from dashboard.components.snippet import from_here
from dashboard.datasets import _package
from dashboard.pages import about_quality
from dashboard.query import Spec, read
from dashboard.text import Words, prose, words
from dashboard.text.citation import Citation, around

ID, PATH = "about", "/about"
_SPEC = Spec(period=False, asof=False)
_HEADING = re.compile(r"^## (.+) \{#([a-z]+)\}$", re.MULTILINE)
_BEFORE = "known"  # the section before which the quality of the data stands
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
    return [*found[:place], ("quality", words(lang)("quality.title")), *found[place:]]


def _sections(text: Words) -> Iterator[list[html.Section]]:
    """The sections of the prose, with the quality of the data in its place."""
    _, *parts = _HEADING.split(prose("about", text.lang))
    for name, anchor, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        more = [_citation(text)] if anchor == _CITE else []
        section = html.Section([html.H2(name), dcc.Markdown(body.strip()), *more], id=f"about-{anchor}")
        yield [about_quality.section(text), section] if anchor == _BEFORE else [section]


def _contents(text: Words) -> html.Nav:
    links = [html.Li(html.A(name, href=f"#about-{anchor}")) for anchor, name in headings(text.lang)]
    return html.Nav(
        [html.H2(text("about.contents")), html.Ul(links)],
        className="contents",
        **{"aria-label": text("about.contents")},
    )


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
