"""The list of missiles under the charts of the page on launches."""

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.components.table import table
from dashboard.components.values import label, missile
from dashboard.datasets._export import to_records
from dashboard.datasets.launches_list import one_by_one
from dashboard.query import Query, Spec, write
from dashboard.text import Words

MOST = 60
_HEADS = ("date", "missile", "type", "site", "apogee", "distance", "outcome", "doubt")
_FAR = (4, 5)  # the columns in kilometres


def listed(query: Query, words: Words) -> list[Any]:
    """The missiles of the period and types asked for, newest first, each a link to its record."""
    frame = one_by_one(start=query.first(), end=query.last(), asof=query.known(), types=query.chosen("type"))
    title = words("launch_list.title")
    parts = [html.H2(title), html.P(words("launch_list.sentence"), className="card-subtitle")]
    if not len(frame):
        parts.append(html.P(words("launch_list.none"), className="card-empty"))
        return [html.Section(parts, id="launches-list", className="card card-after")]
    said = write(Query(asof=query.asof), Spec(period=False), words.lang)
    rows = [_row(row, said, words) for row in to_records(frame.head(MOST))]
    shown = words("launch_list.count", n=words.number(len(rows)), all=words.number(len(frame)))
    whole = html.A(words("launch_list.data"), href=f"/data?table=missile_tests&lang={words.lang}", className="action")
    parts += [
        table(
            title,
            [words(f"launch_list.{one}") for one in _HEADS],
            rows,
            numbers=_FAR,
            stacked=True,
            look="is-named is-long",
        ),
        html.P([html.Span(shown), " · ", whole], className="table-after"),
    ]
    return [html.Section(parts, id="launches-list", className="card card-after")]


def _row(row: Mapping[str, Any], said: str, words: Words) -> list[Any]:
    lang = words.lang
    site = row[f"site_{lang}"] or ""
    return [
        _date(row, said, words),
        missile(row["missile"], words("launch_list.unknown")),
        words(f"choice.type.{row['missile_type']}"),
        site[:1].upper() + site[1:],
        *(_kilometres(row[column], words) for column in ("apogee_km", "distance_km")),
        label("outcome", row["outcome"], words),
        ", ".join(_doubts(row, words)),
    ]


def _date(row: Mapping[str, Any], said: str, words: Words) -> list[Any]:
    """The day as a link, which of a salvo it was, and the day in Korea where it was another."""
    named = words.date(row["date_utc"], short=True)
    if row["salvo_seq"]:
        named = words("launch_list.salvo", date=named, n=row["salvo_seq"])
    link = html.A(named, href=f"/record/missile_tests/{row['test_id']}{said}")
    if row["date_kst"] in (None, row["date_utc"]):
        return [link]
    return [link, html.Small(words("launches.in_korea", date=words.date(row["date_kst"], short=True)))]


def _kilometres(value: float | None, words: Words) -> str:
    return "" if value is None else words("launch_list.km", n=words.number(value))


def _doubts(row: Mapping[str, Any], words: Words) -> list[str]:
    """What is not certain of a row, in words."""
    said = [label("doubt", one, words) for one in (row["doubt"] or "").split(";") if one]
    said += [words("launch_list.undercount")] if row["undercount"] == "yes" else []
    said += [words("launch_list.preliminary")] if row["preliminary"] == "yes" else []
    return said + ([words("source_check.unread")] if row["source_check"] == "unread" else [])
