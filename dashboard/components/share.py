"""What a chart's card knows for those who take the chart elsewhere: how to cite it, to frame it, to read its rows, to picture it.

Each card carries it as a few hundred bytes of JSON and the page its words once; a script makes panels of them when they are asked
for (assets/38-share.js). Written out in every card they would weigh more than the charts.
"""

import json
from dataclasses import replace
from typing import Any

from dash import html

from dashboard import dates
from dashboard.components.menus import menus
from dashboard.query import Query, place, write
from dashboard.text import Words, citation, snippet

Drawn = Any  # a rendered chart (`charts.Rendered`)
_WORDS = (
    "card.copy", "card.copied", "card.not_copied", "card.close", "cite.title", "cite.hint", "cite.bib", "cite.ris",
    "embed_code.title", "embed_code.hint", "embed_code.live", "snippet.title", "snippet.hint", "zoom.out",
)  # fmt: skip
_AROUND = 240  # pixels that an embedded chart needs for its title and its source, beside the chart itself


def share(drawn: Drawn, query: Query, words: Words) -> str:
    """The facts of one chart in one state, as JSON; addresses are paths, since only the browser knows the host."""
    chart, today = drawn.chart, dates.today()
    day, said = query.known() or today, state(drawn, query, words.lang)
    here = place(chart.topic, chart.id, said)
    cited = citation.Citation(chart.id, drawn.say.title, here, drawn.version, day, today, words.lang)
    then = query.asof if query.known() else day.isoformat()
    facts = {
        "day": day.isoformat(),
        "stamp": words("card.stamp", date=words.date(day)),
        "place": place(chart.topic, chart.id, state(drawn, query, "")),
        "here": here,
        "cite": citation.around(cited),
        "state": said,
        "rows": snippet.raw(f"/chart/{chart.id}.csv{state(drawn, replace(query, overlay=''), '')}"),
        "live": f"/embed/{chart.id}{state(drawn, replace(query, asof=''), words.lang)}",
        "then": f"/embed/{chart.id}{state(drawn, replace(query, asof=then), words.lang)}",
        "then_said": words("embed_code.then", date=words.date(day)),
        "height": drawn.height + _AROUND,
        # The subtitle says what is drawn; the title says what was found, which a live chart may outgrow.
        "frame": drawn.say.subtitle,
    }
    return _json(facts)


def state(drawn: Drawn, query: Query, lang: str) -> str:
    """The parameters that say the state of a chart, with their `?`."""
    return write(query.only(drawn.chart.params), drawn.chart.params, lang)


def share_words(words: Words) -> html.Div:
    """The words of the menus and panels, once for a page."""
    said = {f"data-{key.replace('.', '-').replace('_', '-')}": words(key) for key in _WORDS}
    return html.Div(
        id="share-words", hidden=True, **said, **{"data-lines": snippet.LINES, "data-menus": _json(menus(words))}
    )


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
