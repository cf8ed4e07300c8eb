"""Small pages that the server writes itself, in the frame, the words and the style sheets of the big ones."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from flask import Response, request
from markupsafe import Markup, escape

from dashboard.routes._site import site
from dashboard.text import LANGUAGES, Words, search_button, words

_PAGE = Markup(
    """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {name}</title>
<meta name="description" content="{description}">
{links}
</head>
<body>
<div class="shell">
<a href="#main" class="skip">{skip}</a>
<header class="top">
<a href="/?lang={lang}" class="brand">{name}</a>
<nav class="menu-wide" aria-label="{menu_label}">{menu}</nav>
<details class="menu-narrow"><summary>{menu_label}</summary><nav aria-label="{menu_label}">{menu}</nav></details>
<div class="shell-tools">{search}{languages}{theme}</div>
</header>
<main id="main" tabindex="-1" class="page page-{kind}">
{content}
</main>
<footer class="bottom"><p>{footer}</p></footer>
</div>
</body>
</html>
"""
)
_THEME = Markup(
    '<button type="button" class="theme-toggle" title="{0}" aria-label="{0}">'
    '<span class="theme-icon" aria-hidden="true"></span></button>'
)
_SEARCH_ICON = Markup('<span class="search-icon" aria-hidden="true"></span>')
_ASSETS = (
    ("boot.js", Markup('<script src="/assets/{}"></script>')),
    ("*.css", Markup('<link rel="stylesheet" href="/assets/{}">')),
    ("favicon.*", Markup('<link rel="icon" href="/assets/{}">')),
    ("*-shell.js", Markup('<script src="/assets/{}" defer></script>')),
    ("*-search.js", Markup('<script src="/assets/{}" defer></script>')),
    ("*-share.js", Markup('<script src="/assets/{}" defer></script>')),
    ("*-record.js", Markup('<script src="/assets/{}" defer></script>')),
)


def page(title: str, description: str, content: Markup, lang: str, *, kind: str, status: int = 200) -> Response:
    """A whole page; everything but `content` is escaped here. `kind` names it to the style sheets: `page-<kind>`."""
    text = words(lang)
    html = _PAGE.format(
        lang=lang,
        title=title,
        name=text("site.name"),
        description=description,
        links=Markup("\n").join([*_style(), *_alternates(status)]),
        skip=text("shell.skip"),
        menu_label=text("shell.menu"),
        menu=Markup("").join(_menu(text)),
        languages=Markup("").join(_language(one, text) for one in LANGUAGES),
        search=element("button", _SEARCH_ICON, {"class": "search-open", **search_button(text)}),
        theme=_THEME.format(text("shell.theme")),
        kind=kind,
        content=content,
        footer=text("shell.footer"),
    )
    response = Response(html, status, content_type="text/html; charset=utf-8")
    response.headers["Vary"] = "Accept-Language"
    response.add_etag()
    return response


def error_page(title: str, text: str, lang: str, status: int) -> Response:
    """A page that says what went wrong and where to go on."""
    way_home = link("/", words(lang)("error.home"), lang=lang)
    content = Markup('<h1>{}</h1>\n<p class="error-text">{}</p>\n<p>{}</p>').format(title, text, way_home)
    return page(title, text, content, lang, kind="error", status=status)


def link(path: str, text: str | Markup, *, attributes: Mapping[str, str] | None = None, **params: str) -> Markup:
    """A link within the site; parameters without a value are left out."""
    return element("a", text, {"href": address(path, **params), **(attributes or {})})


def address(path: str, **params: str) -> str:
    """An address within the site; parameters without a value are left out."""
    said = {key: value for key, value in params.items() if value}
    return path + ("?" + urlencode(said, quote_via=quote) if said else "")


def element(tag: str, content: str | Markup, attributes: Mapping[str, str] | None = None) -> Markup:
    """One element, its attributes and content escaped."""
    said = Markup("").join(Markup(' {}="{}"').format(escape(name), value) for name, value in (attributes or {}).items())
    return Markup("<{tag}{said}>{content}</{tag}>").format(tag=escape(tag), said=said, content=content)


def joined(parts: Iterable[str | Markup], between: str = ", ") -> Markup:
    """The parts in a row, each escaped."""
    return escape(between).join(parts)


def same_page(lang: str) -> str:
    """The path and parameters of the running request in another language."""
    pairs = [pair for pair in request.args.items(multi=True) if pair[0] != "lang"]
    return f"{quote(request.path)}?{urlencode([*pairs, ('lang', lang)], quote_via=quote)}"


def _menu(text: Words) -> list[Markup]:
    """Links to the pages that have a name in the menu; the id of a page is its path."""
    named = [(path, f"page.{path.strip('/') or 'overview'}.menu") for path in site().pages]
    return [link(path, text(key), lang=text.lang) for path, key in named if key in text]


def _style() -> list[Markup]:
    """What of the assets a small page needs: all style sheets and the icon; of the scripts only those of the shell, the search, sharing and records.

    `boot.js` chooses light or dark before anything is drawn, so it is the one that is not deferred.
    """
    return [
        form.format(path.name)
        for pattern, form in _ASSETS
        for path in sorted(site().assets.glob(pattern))  # by name, the order in which Dash includes them
    ]


def _alternates(status: int) -> list[Markup]:
    if status != 200:
        return [Markup('<meta name="robots" content="noindex">')]
    found = [Markup('<link rel="alternate" hreflang="{}" href="{}">').format(one, same_page(one)) for one in LANGUAGES]
    return [Markup('<link rel="canonical" href="{}">').format(request.base_url), *found]


def _language(lang: str, text: Words) -> Markup:
    """The link to this page in another language; `data-lang` is what the script of the shell knows it by."""
    title = text(f"shell.language_{lang}")
    attributes = {"class": "language", "lang": lang, "hreflang": lang, "title": title, "data-lang": lang}
    current = {"aria-current": "true"} if lang == text.lang else {}
    return element("a", lang.upper(), {"href": same_page(lang), **attributes, **current})
