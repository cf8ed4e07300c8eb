"""The cooperation that is neither shipment, launch, meeting nor sanction: its latest events, and the way to all of them."""

from typing import Any

from dash import html

from dashboard import dates
from dashboard.components.table import table
from dashboard.components.values import label
from dashboard.datasets import _package
from dashboard.datasets.records import records
from dashboard.query import Query, Spec, write
from dashboard.text import Words

MOST = 8


def events(query: Query, words: Words) -> list[Any]:
    """The section, within the query's period and as known on its day; nothing when there is no event."""
    found = records("events", start=query.first(), end=query.last(), asof=query.known())
    rows = sorted(found.to_dict("records"), key=lambda row: dates.last_day(row["date"]), reverse=True)
    if not rows:
        return []
    said = write(Query(asof=query.asof), Spec(period=False), words.lang)
    heads = [words(f"other.{one}") for one in ("event", "date", "kind")]
    listed = table(
        words("other.title"), heads, [_row(row, said, words) for row in rows[:MOST]], stacked=True, look="is-named"
    )
    all_of_them = html.A(
        words("other.all", n=words.number(len(_package.table("events")))),
        href=f"/data?table=events&lang={words.lang}",
        className="action",
    )
    parts = [
        html.H2(words("other.title")),
        html.P(words("other.text")),
        listed,
        html.P(all_of_them, className="events-all"),
    ]
    return [html.Section(parts, id="overview-events", className="card card-after events")]


def _row(row: dict[str, Any], said: str, words: Words) -> list[Any]:
    title = row[f"title_{words.lang}"] or row["title_en"]
    unread = [html.Small(words("source_check.unread"))] if row["source_check"] == "unread" else []
    link = html.A(title, href=f"/record/events/{row['event_id']}{said}")
    return [[link, *unread], words.date(row["date"], short=True), label("kind", row["kind"], words)]
