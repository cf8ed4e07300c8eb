"""Pages of the server that stand alone, without the shell: charts as large as the window or frame lets them be."""

import json
from urllib.parse import quote

from flask import Response
from markupsafe import Markup

from dashboard.charts import DARK
from dashboard.routes import plotly_js
from dashboard.routes._reply import revalidated
from dashboard.routes._site import site
from dashboard.text import words

# In this order: what plotly.js reads while it starts stands before it, what draws with it after.
_BEFORE = ("05-plotly-geo.js", "30-charts.js", "31-locale-fr.js")
_STYLE = ("10-tokens.css", "20-base.css", "60-slides.css", "90-print.css")
_PAGE = Markup(
    """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {name}</title>
<meta name="description" content="{description}">
{head}
</head>
<body class="alone">
{content}
<script type="application/json" id="dark-colours">{dark}</script>
</body>
</html>
"""
)


def page(title: str, description: str, content: Markup, lang: str, *, scripts: tuple[str, ...]) -> Response:
    """A whole page around `content`; `scripts` are the assets that bring it to life."""
    sources = [*(f"/assets/{name}" for name in _BEFORE), plotly_js.address(), *(f"/assets/{name}" for name in scripts)]
    head = [
        Markup('<script src="/assets/boot.js"></script>'),
        *(Markup('<link rel="stylesheet" href="/assets/{}">').format(name) for name in _STYLE),
        Markup('<link rel="icon" href="{}">').format(_icon()),
        *(Markup('<script src="{}" defer></script>').format(source) for source in sources),
    ]
    html = _PAGE.format(
        lang=lang,
        title=title,
        name=words(lang)("site.name"),
        description=description,
        head=Markup("\n").join(head),
        content=content,
        dark=Markup(json.dumps(DARK)),  # noqa: S704  (colours of our own)
    )
    response = Response(html, content_type="text/html; charset=utf-8")
    response.headers["Vary"] = "Accept-Language"
    response.add_etag()
    return revalidated(response)


def _icon() -> str:
    """The icon as an address that holds it: browsers ask for any other again whenever the address of the page changes."""
    return "data:image/svg+xml," + quote((site().assets / "favicon.svg").read_text(encoding="utf-8"))
