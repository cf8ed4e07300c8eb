"""One chart as a small page for a frame on somebody else's page: `/embed/<chart>?…`."""

from flask import Flask, Response, abort, request
from markupsafe import Markup, escape

from dashboard import charts
from dashboard.briefing._deck import Slide
from dashboard.charts import BY_ID, Rendered
from dashboard.query import Query, read_strictly, write
from dashboard.routes import _slides, _standalone
from dashboard.routes._html import element
from dashboard.routes._site import reader_language
from dashboard.text import Words, words

_SCRIPTS = ("60-figures.js", "62-embed.js")


def register(server: Flask) -> None:
    """Add the addresses of the charts in frames."""
    server.add_url_rule("/embed/<chart>", "embed", _embed)


def _embed(chart: str) -> Response:
    if chart not in BY_ID:
        abort(404, f"no chart {chart!r}, one of {', '.join(BY_ID)} wanted")
    text = words(reader_language())
    query = read_strictly(request.args.items(multi=True), BY_ID[chart].params)
    drawn = charts.render(chart, query, text.lang)
    content = element("main", Markup("\n").join(_parts(drawn, query, text)), {"id": "main", "class": "embed"})
    return _standalone.page(drawn.say.title, drawn.say.subtitle, content, text.lang, scripts=_SCRIPTS)


def _parts(drawn: Rendered, query: Query, text: Words) -> list[Markup]:
    say = drawn.say
    chosen = Markup(" ") + element("em", drawn.filters) if drawn.filters else Markup("")
    out = {"target": "_blank", "rel": "noopener"}
    back = element("a", text("embed.back"), {"href": _slides.page_of(Slide(drawn.chart.id, query), text.lang), **out})
    address = f"/chart/{drawn.chart.id}.csv{write(query, drawn.chart.params, text.lang)}"
    data = element("a", text("chart.csv"), {"href": address, "download": ""})
    return [
        element("h1", say.title),
        element("p", escape(say.subtitle) + chosen, {"class": "slide-subtitle"}),
        *([element("p", say.key, {"class": "slide-key"})] if drawn.rows and say.key else []),
        *_chart(drawn, text),
        *([element("p", say.note, {"class": "slide-key"})] if say.note else []),
        element("p", drawn.sources, {"class": "slide-sources"}),
        element("p", Markup(" · ").join([back, data]), {"class": "embed-ways"}),
    ]


def _chart(drawn: Rendered, text: Words) -> list[Markup]:
    if not drawn.rows:
        shown = drawn.filters or text("chart.empty_no_filter")
        return [element("p", text("deck.empty", filters=shown), {"class": "slide-empty"})]
    plot = element("div", "", {"class": "plot", "role": "img", "aria-label": drawn.say.alt or drawn.say.title})
    box = element("div", element("div", plot, {"class": "stage"}), {"class": "embed-chart"})
    return [
        box,
        _slides.figure_script(drawn, "embed-figure"),
        element("noscript", element("p", text("embed.noscript"))),
    ]
