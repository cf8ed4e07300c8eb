"""The ships that were named, as a table: which columns it has is the page's to say."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.components.table import table
from dashboard.query import Query, Spec, write
from dashboard.text import Words
from dashboard.text.countries import country


def vessels(
    name: str,
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[str],
    query: Query,
    words: Words,
    *,
    title: str,
    sentence: str,
) -> list[Any]:
    """A section with the id `name`; `columns` are out of name (first), imo, flag, owner, role, listed and note.

    `rows` are those of the table `vessels` as known on the query's day. Nothing when there are none.
    """
    if not rows:
        return []
    said = write(Query(asof=query.asof), Spec(period=False), words.lang)
    heads = [words(f"vessels.{one}") for one in columns]
    cells = [[_cell(one, row, said, words) for one in columns] for row in rows]
    count = html.Span(words("vessels.count", n=words.number(len(rows))))
    file = html.A(words("vessels.csv"), href=f"/data/vessels.csv{said}", className="action", download="")
    parts = [
        html.H2(title),
        html.P(sentence, className="card-subtitle"),
        table(title, heads, cells, stacked=True, look="is-named"),
        html.P([count, " · ", file], className="table-after"),
    ]
    return [html.Section(parts, id=name, className="card card-after")]


def _cell(column: str, row: Mapping[str, Any], said: str, words: Words) -> Any:
    lang = words.lang
    if column == "name":
        return html.A(row["name"], href=f"/record/vessels/{row['vessel_id']}{said}")
    if column == "listed":
        return ", ".join(_listing(one, words) for one in row["sanctioned"].split(";") if one) or words("vessels.none")
    if column == "flag":
        return country(row["flag_iso3"], lang) if row["flag_iso3"] else words("vessels.none")
    return row[f"{column}_{lang}" if column in ("role", "note") else column] or words("vessels.none")


def _listing(one: str, words: Words) -> str:
    """Who listed the ship and, where it is known, when."""
    who, _, day = one.partition(":")
    return f"{country(who, words.lang)} ({words.date(day)})" if day else country(who, words.lang)
