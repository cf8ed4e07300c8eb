"""What a chart's card says to those who take the chart elsewhere: how to cite it, to embed it, to read its rows."""

from html import escape
from typing import Any

from dash import html

from dashboard import dates
from dashboard.components.snippet import copied, from_here, lines
from dashboard.query import Query, place, write
from dashboard.text import Words, citation

Drawn = Any  # a rendered chart (`charts.Rendered`)
PANELS = ("cite", "embed", "code")
_AROUND = 240  # pixels that an embedded chart needs for its title and its source, beside the chart itself


def share(drawn: Drawn, query: Query, words: Words) -> html.Dialog:
    """The panels as one dialog; a script opens it at the one that was asked for (assets/38-share.js)."""
    parts = {"cite": _cite, "embed": _embed, "code": _code}
    panels = [html.Section(parts[one](drawn, query, words), **{"data-panel": one}) for one in PANELS]
    close = html.Button("×", type="button", className="share-close", **{"aria-label": words("card.close")})
    return html.Dialog([close, *panels], className="share", **{"aria-label": words("card.more")})


def state(drawn: Drawn, query: Query, lang: str) -> str:
    """The parameters that say the state of a chart, with their `?`."""
    return write(query.only(drawn.chart.params), drawn.chart.params, lang)


def here(drawn: Drawn, query: Query, lang: str) -> str:
    """The address of the chart on its page, in its state; shorter without a language."""
    return place(drawn.chart.topic, drawn.chart.id, state(drawn, query, lang))


def _cite(drawn: Drawn, query: Query, words: Words) -> list[Any]:
    today, path = dates.today(), here(drawn, query, words.lang)
    cited = citation.Citation(
        drawn.chart.id, drawn.say.title, path, drawn.version, query.known() or today, today, words.lang
    )
    before, after = citation.around(cited)
    said = state(drawn, query, words.lang)
    files = [
        html.A(
            words(f"cite.{kind}"), href=f"/cite/chart/{drawn.chart.id}.{kind}{said}", download="", className="action"
        )
        for kind in ("bib", "ris")
    ]
    return [
        html.H3(words("cite.title")),
        copied([before, *from_here(path), after], words),
        html.P(words("cite.hint")),
        html.Div(files, className="share-files"),
    ]


def _embed(drawn: Drawn, query: Query, words: Words) -> list[Any]:
    day = query.known() or dates.today()
    then = query.asof if query.known() else day.isoformat()
    kinds = {"live": "", "then": then} if drawn.chart.params.asof else {"live": ""}
    parts: list[Any] = [html.H3(words("embed_code.title")), html.P(words("embed_code.hint"))]
    for kind, asof in kinds.items():
        frame = _frame(drawn, Query(query.start, query.end, asof, query.overlay, query.choices), words)
        parts += [html.H4(words(f"embed_code.{kind}", date=words.date(day))), copied(frame, words)]
    return parts


def _frame(drawn: Drawn, query: Query, words: Words) -> list[Any]:
    address = f"/embed/{drawn.chart.id}{state(drawn, query, words.lang)}"
    height = int(drawn.figure.get("layout", {}).get("height") or drawn.chart.height) + _AROUND
    # The subtitle says what is drawn; the title says what was found, which a live chart may outgrow.
    rest = (
        f'" title="{escape(drawn.say.subtitle)}" loading="lazy" style="width:100%;border:0" height="{height}"></iframe>'
    )
    return ['<iframe src="', *from_here(escape(address)), rest]


def _code(drawn: Drawn, query: Query, words: Words) -> list[Any]:
    address = f"/chart/{drawn.chart.id}.csv{state(drawn, query, '')}"
    return [html.H3(words("snippet.title")), html.P(words("snippet.hint")), *lines(address, words)]
