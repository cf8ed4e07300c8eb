"""What changed lately: the newest records, and what was last done to the data."""

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.components.grid import title
from dashboard.components.table import table
from dashboard.components.values import label, missile
from dashboard.datasets import _package
from dashboard.datasets.changelog import Change, latest, sentences
from dashboard.datasets.lately import Newest, newest
from dashboard.query import Query, Spec, write
from dashboard.text import Words
from dashboard.text.countries import country

# What a record is called here: the columns that say what it is without its date (those in two languages without `_en`, `_fr`).
_SAID = {
    "claims": ("claimant_id",),
    "voyages": ("vessel_id", "cargo"),
    "vessels": ("name", "role"),
    "satellite_launches": ("payload", "vehicle"),
    "missile_tests": ("missile", "site_id"),
    "tech_claims": ("programme", "claim_kind", "claimant_id"),
    "meetings": ("place_id", "dprk_participants", "russia_participants"),
    "un_votes": ("resolution", "subject"),
    "messages": ("kind",),
    "regimes": ("iso3", "target_iso3", "status"),
    "designations": ("name", "designated_by"),
}
_OTHERS = ("title", "name")
# From whom or where to whom or where.
_ENDS = {"voyages": ("from_place_id", "to_place_id"), "messages": ("from_person", "to_person")}
_COUNTRIES = ("iso3", "target_iso3", "designated_by")
_ITEMS = 6  # of the changes to the data
_LABELLED = ("programme", "claim_kind", "kind", "status")


def lately(query: Query, words: Words) -> list[Any]:
    """The section, as known on the query's day; nothing when nothing was public yet."""
    found, change = newest(asof=query.known()), latest(asof=query.known())
    if not found:
        return []
    said = write(Query(asof=query.asof), Spec(period=False), words.lang)
    heads = [words(f"lately.{one}") for one in ("what", "date", "table")]
    rows = [_row(one, said, words) for one in found]
    records = [
        html.H3(words("lately.records")),
        table(words("lately.records"), heads, rows, stacked=True, look="is-named"),
    ]
    parts = [html.Div(records), *([_change(change, words)] if change else [])]
    section = [html.H2(words("lately.title")), html.Div(parts, className="lately" if change else "lately is-alone")]
    return [html.Section(section, id="overview-lately", className="card card-after")]


def _row(one: Newest, said: str, words: Words) -> list[Any]:
    shown = what(one, words)
    link = html.A(shown[:1].upper() + shown[1:], href=f"/record/{one.table}/{one.id}{said}")
    unread = one.row.get("source_check") == "unread"
    note = [html.Small(words("source_check.unread"))] if unread else []
    return [[link, *note], words.date(one.day, short=True), title(_package.resource(one.table), "title", words)]


def _change(change: Change, words: Words) -> html.Div:
    """The newest entry of the list of changes, which is written in English: how each item begins, and the way to the whole."""
    foreign = {} if words.lang == "en" else {"lang": "en"}
    text = [html.P(change.text)] if change.text else []
    items = [html.Ul([html.Li(_begun(one, words)) for one in change.items[:_ITEMS]])] if change.items else []
    whole = html.A(words("lately.whole"), href=f"/data?lang={words.lang}#data-changes", className="action")
    return html.Div(
        [
            html.H3(words("lately.data", date=words.date(change.day))),
            html.Div([*text, *items], className="lately-change", **foreign),
            html.P(whole),
        ]
    )


def _begun(item: str, words: Words) -> list[Any]:
    """The first sentence of an item, and how many follow."""
    first, *rest = sentences(item)
    own = {} if words.lang == "en" else {"lang": words.lang}  # what is around it is English
    return [first, *([" ", html.Small(words("lately.more", n=words.number(len(rest))), **own)] if rest else [])]


def what(one: Newest, words: Words) -> str:
    """What the record is, in words, without its date."""
    row = one.row
    if one.table == "nuclear_tests":
        return words("launches.test", n=row["number"])
    parts = [_figure(row, words)] if one.table == "claims" else []
    parts += [_cell(column, row, words) for column in _SAID.get(one.table, _OTHERS)]
    if ends := _ENDS.get(one.table):
        parts.insert(1, " → ".join(part for column in ends if (part := _cell(column, row, words))))
    return " · ".join(part for part in parts if part) or one.id


def _cell(column: str, row: Mapping[str, Any], words: Words) -> str:
    value = row.get(f"{column}_{words.lang}") or row.get(column) or ""
    if column == "missile":
        return missile(value, words("lately.missile"))
    if column == "cargo":
        return words("routes.cargo", cargo=value) if value else ""
    if column in _COUNTRIES:
        return country(value, words.lang) if value else ""
    return label(column, value, words) if column in _LABELLED else value.replace(";", ", ")


def _figure(row: Mapping[str, Any], words: Words) -> str:
    """The quantity of a claim and what exactly it counts: `about 15,000,000 rounds (what could be held)`."""
    ends = list(dict.fromkeys(words.number(row[end]) for end in ("low", "high") if row[end] is not None))
    if not ends:
        return label("item", row["item"], words)
    number = ends[0] if len(ends) == 1 else words("number.range", low=ends[0], high=ends[1])
    bounded = words(f"qualifier.{row['qualifier']}", n=number)
    said = f"{bounded} {label('unit', row['unit'], words)}"
    counted = [label("variant", row["variant"], words)]
    counted += [label("basis", row["basis"], words)] if row["basis"] != "delivered" else []
    exactly = ", ".join(one for one in counted if one)
    return f"{said} ({exactly})" if exactly else said
