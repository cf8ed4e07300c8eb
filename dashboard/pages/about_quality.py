"""The section of About that says how good the data are: the aims, every table, what is known to be missing, the exceptions."""

from typing import Any

from dash import html

from dashboard import dates
from dashboard.components.grid import title
from dashboard.components.table import table
from dashboard.datasets import _package
from dashboard.datasets._evidence import Exemption
from dashboard.datasets.quality import APART, Quality, Share, apart, exceptions, quality, shares
from dashboard.text import Words

_HEADS = ("table", "rows", "read", "per_row", "official", "newest", "undated", "compiled")
_NUMBERS = (1, 2, 3, 4, 6)


def section(text: Words) -> html.Section:
    """The whole section; its anchor is `about-quality`."""
    rows = [_row(one, text) for one in quality(today=dates.today())]
    heads = [text(f"quality.{one}") for one in _HEADS]
    parts = [
        html.H2(text("quality.title")),
        html.P(text("quality.text")),
        _aims(text),
        html.P(_apart(text)),
        html.H3(text("quality.tables")),
        html.P(text("quality.tables_text")),
        table(text("quality.tables"), heads, rows, numbers=_NUMBERS, look="is-named is-counted"),
        html.H3(text("quality.gaps")),
        html.Ul([html.Li([html.Strong(_name(one, text)), *_gap(one, text)]) for one in _with_gaps(text)]),
        _exceptions(text),
        *_withdrawn(text),
    ]
    return html.Section(parts, id="about-quality", className="quality")


def _aims(text: Words) -> Any:
    heads = [text(f"quality.{one}") for one in ("aim", "counted", "share", "target")]
    rows = [_aim(one, text) for one in shares()]
    return table(text("quality.aims"), heads, rows, numbers=(1, 2, 3), look="is-named is-aims")


def _aim(one: Share, text: Words) -> list[Any]:
    counted = text("quality.of", n=text.number(one.part), all=text.number(one.whole))
    target = text("quality.at_least", n=text.number(one.target))
    said = text("quality.reached" if one.reached else "quality.missed")
    return [
        text(f"quality.share_{one.name}"),
        counted,
        html.Strong(_percent(one.percent, text)),
        [f"{target} ", html.Span(said, className="is-reached" if one.reached else "is-missed")],
    ]


def _apart(text: Words) -> str:
    read, waiting, rows = (text.number(one) for one in apart())
    return text("quality.apart", table=_name(APART, text), read=read, n=waiting, all=rows)


def _row(one: Quality, text: Words) -> list[Any]:
    none = text("quality.none")
    return [
        html.A(_name(one.name, text), href=f"/data?table={one.name}&lang={text.lang}"),
        text.number(one.rows),
        _percent(100 * one.read / one.checked, text) if one.checked else none,
        _per_row(one, text),
        _percent(100 * one.official / one.rows, text) if one.mean is not None else none,
        _newest(one, text) if one.newest else none,
        none if one.undated is None else text.number(one.undated),
        text.date(one.compiled_to, short=True) if one.compiled_to else none,
    ]


def _per_row(one: Quality, text: Words) -> str:
    if one.median is None or one.mean is None:
        return text("quality.none")
    median = text.number(one.median, 0 if one.median.is_integer() else 1)
    return text("quality.median_mean", median=median, mean=text.number(one.mean, 1))


def _newest(one: Quality, text: Words) -> list[Any]:
    day = html.A(text.date(one.newest_on, short=True), href=f"/record/{one.name}/{one.newest}?lang={text.lang}")
    key = "quality.day_ago" if one.age == 1 else "quality.days_ago"
    return [day, html.Small(text(key, n=text.number(one.age or 0)))]


def _percent(share: float, text: Words) -> str:
    """The share to one decimal, cut rather than rounded: 99.96% of the rows are not all of them."""
    cut = int(share * 10) / 10
    return text("quality.percent", n=text.number(cut, 0 if cut.is_integer() else 1))


def _name(table_name: str, text: Words) -> str:
    return title(_package.resource(table_name), "title", text)


def _with_gaps(text: Words) -> list[str]:
    return [one for one in _package.current().tables if f"gaps.{one}" in text]


def _gap(table_name: str, text: Words) -> list[Any]:
    return [text("quality.colon"), text(f"gaps.{table_name}")]


def _exceptions(text: Words) -> html.Details:
    groups = exceptions()
    rows = [_exception(group, text) for group in groups]
    heads = [text(f"quality.exceptions_{one}") for one in ("rows", "missing", "reason")]
    summary = html.Summary(text("quality.exceptions", n=text.number(sum(map(len, groups)))))
    caption = text("quality.exceptions_caption")
    return html.Details(
        [summary, html.P(text("quality.exceptions_text")), table(caption, heads, rows, look="is-named")],
        className="exceptions",
    )


def _exception(group: tuple[Exemption, ...], text: Words) -> list[Any]:
    """The rows that share a reason, what they lack, and the reason."""
    first, links = group[0], []
    for one in group:
        links += [", ", html.A(one.id, href=f"/record/{one.table}/{one.id}?lang={text.lang}")]
    reason = first.reason_fr if text.lang == "fr" else first.reason_en
    return [links[1:], text.listing(text(f"quality.rule_{rule}") for rule in first.rules), reason]


def _withdrawn(text: Words) -> list[html.Details]:
    """The rows that were taken out; nothing when none was."""
    gone = _package.current().withdrawn
    rows = [
        [
            html.A(one.id, href=f"/record/{one.table}/{one.id}?lang={text.lang}"),
            text.date(one.on, short=True),
            one.reason_fr if text.lang == "fr" else one.reason_en,
        ]
        for one in gone
    ]
    heads = [text(f"withdrawn.{one}") for one in ("row", "day", "why")]
    listed = table(text("withdrawn.list_caption"), heads, rows, look="is-named")
    summary = html.Summary(text("withdrawn.list", n=text.number(len(gone))))
    return (
        [html.Details([summary, html.P(text("withdrawn.list_text")), listed], className="exceptions")] if gone else []
    )
