"""The row of key figures: each number with what it counts, who says so and when, linked to its record."""

from typing import Any

from dash import html

from dashboard import dates
from dashboard.text import Words

Figure = Any  # a key figure (`datasets.key_figures.KeyFigure`): components do not know the data


def key_figures(figures: list[Figure], words: Words, asof: str) -> html.Section:
    """The figures in a row, each a link to its record (or to the map, where it is a count of countries)."""
    return html.Section(
        [_figure(one, words, asof) for one in figures], className="figures", **{"aria-label": words("kpi.label")}
    )


def _figure(one: Figure, words: Words, asof: str) -> html.A:
    said = f"?lang={words.lang}" + (f"&asof={asof}" if asof else "")
    href = f"/record/{one.table}/{one.id}{said}" if one.id else f"/sanctions{said}"
    return html.A(
        [html.Strong(_value(one, words)), html.Span(words(f"kpi.{one.key}")), html.Small(_note(one, words, asof))],
        href=href,
        className="figure",
    )


def _value(one: Figure, words: Words) -> str:
    if one.table == "claims":
        return words(f"qualifier.{one.row['qualifier']}", n=words.amount(one.value))
    if one.key == "satellites":
        return words("kpi.satellites_value", n=words.number(one.value), all=words.number(one.high or 0))
    if one.key == "veto":
        return words("kpi.veto_value", yes=words.number(one.value), no=words.number(one.high or 0))
    return words.number(one.value)


def _note(one: Figure, words: Words, asof: str) -> str:
    if not one.day:
        return words("kpi.states_note")
    when = f"{words.date(one.day, short=True)} ({_age(one.day, words, asof)})"
    if one.table != "claims":
        return words("kpi.last", date=when) if one.key == "summits" else when
    says = words("kpi.says", who=words(f"group.{one.row['group_id']}"), date=when)
    if one.low is None or one.high is None:
        return says
    key = "kpi.others_one" if one.low == one.high else "kpi.others_range"
    others = words(key, low=words.amount(one.low), high=words.amount(one.high))
    return words("kpi.says_others", says=says, others=others)


def _age(day: str, words: Words, asof: str) -> str:
    now = min(dates.last_day(asof), dates.today()) if asof else dates.today()
    months = dates.age_in_months(day, now)
    if months < 1:
        return words("age.now")
    if months >= 36:
        return words("age.years", n=words.number(months // 12))
    return words("age.month") if months == 1 else words("age.months", n=words.number(months))
