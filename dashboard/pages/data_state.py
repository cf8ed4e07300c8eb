"""What the address of the data page says, and the address that says it; the files of the page take the same words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote, urlencode

from dashboard.datasets import _package
from dashboard.datasets._export import to_records
from dashboard.datasets.filters import Filters
from dashboard.datasets.records import records
from dashboard.errors import QueryError
from dashboard.query import Choice, Query, Spec, read

LONGEST = 200  # characters that are searched for
DATES = ("start", "end", "asof")


@dataclass(frozen=True)
class State:
    """One state of the page. `only` are `column=value` pairs, `columns` those that are shown, empty for all."""

    table: str
    q: str = ""
    query: Query = field(default_factory=Query)
    only: tuple[str, ...] = ()
    contains: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()

    def filters(self) -> dict[str, str]:
        """The filters as the addresses of the files take them, in fixed order."""
        said = {"q": self.q} | {key: getattr(self.query, key) for key in DATES}
        for pair in self.only:
            column, _, value = pair.partition("=")
            said[column] = f"{said[column]},{value}" if column in said else value
        said |= {f"{column}~": text for column, text in self.contains}
        return {key: value for key, value in said.items() if value}

    def address(self, lang: str) -> str:
        """The address part that says this state; the first table is what its absence means."""
        table = {} if self.table == next(iter(_package.current().tables)) else {"table": self.table}
        columns = {"columns": ",".join(self.columns)} if self.columns else {}
        return written({**table, **self.filters(), **columns, "lang": lang})

    def rows(self) -> list[dict[str, Any]]:
        """The records that the filters leave."""
        filters, fields = Filters(), described(self.table)
        for pair in self.only:
            column, _, value = pair.partition("=")
            filters.take(column, value, fields[column])
        query = self.query
        days = {"start": query.first(), "end": query.last(), "asof": query.known()}
        where, contains = filters.where, dict(self.contains)
        return to_records(records(self.table, **days, where=where, contains=contains, text=self.q))

    def model(self) -> dict[str, Any]:
        """The filters of the grid's own column heads: a part of a text, or one number."""
        model: dict[str, Any] = {
            column: {"filterType": "text", "type": "contains", "filter": text} for column, text in self.contains
        }
        for column, value in numbers(self).items():
            model[column] = {"filterType": "number", "type": "equals", "filter": float(value)}
        return model


def written(said: Mapping[str, str]) -> str:
    """The parameters as an address carries them."""
    return "?" + urlencode(said, safe=",~", quote_via=quote)


def numbers(state: State) -> dict[str, str]:
    """The columns of numbers that are asked for one number, and which."""
    fields = described(state.table)
    pairs = [pair.partition("=")[::2] for pair in state.only]
    asked = [column for column, _ in pairs]
    return {column: value for column, value in pairs if fields[column]["type"] != "string" and asked.count(column) == 1}


def described(table: str) -> dict[str, Mapping[str, Any]]:
    """The fields of a table by their names."""
    return {one["name"]: one for one in _package.resource(table)["schema"]["fields"]}


def asked(params: Mapping[str, Any]) -> tuple[State, tuple[str, ...]]:
    """The state that the parameters say and what was not understood. Never raises."""
    said = {key: str(value[-1] if isinstance(value, list) and value else value) for key, value in params.items()}
    tables = tuple(_package.current().tables)
    spec = Spec(choices=(Choice("table", tables, tables[:1], several=False),))
    table = said.get("table") if said.get("table") in tables else tables[0]
    fields = described(str(table))
    own = {key: value for key, value in said.items() if key.removesuffix("~") in fields}
    rest = {key: value for key, value in said.items() if key not in ("q", "columns", *own)}
    query, refused = read(rest, spec)
    state = State(str(table), said.get("q", "").strip()[:LONGEST], replace(query, choices=()))
    columns = [one for one in said.get("columns", "").split(",") if one]
    refused += tuple(f"columns={one}"[:80] for one in columns if one not in fields)
    return _filtered(replace(state, columns=shown(columns, fields)), own, fields, refused)


def shown(columns: Sequence[str], fields: Mapping[str, Any]) -> tuple[str, ...]:
    """The known ones of the columns in the order of the table; empty when these are all or none."""
    kept = tuple(name for name in fields if name in columns)
    return () if len(kept) == len(fields) else kept


def _filtered(
    state: State, own: Mapping[str, str], fields: Mapping[str, Any], refused: tuple[str, ...]
) -> tuple[State, tuple[str, ...]]:
    filters = Filters()
    for key, value in own.items():
        try:
            filters.take(key, value[:LONGEST] if key.endswith("~") else value, fields[key.removesuffix("~")])
        except QueryError:
            refused += (f"{key}={value}"[:80],)
    only = []
    for column in (name for name in fields if name in filters.where):
        # Of a text with commas the whole counts: it is one value, not several.
        values = [one for one in filters.where[column] if "," in one][:1] or dict.fromkeys(filters.where[column])
        only += [f"{column}={one}" for one in values]
    contains = tuple((name, filters.contains[name]) for name in fields if name in filters.contains)
    return replace(state, only=tuple(only), contains=contains), refused
