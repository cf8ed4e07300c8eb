"""What an address says: the period, the day of knowledge, the overlay and the choices of a page or chart.

A `Spec` names what an address may say; `read` takes what makes sense and names the rest (pages), `read_strictly` refuses the
first thing that does not (data and chart addresses); `write` turns a `Query` back into the shortest address that says it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, urlencode

from dashboard import dates
from dashboard.errors import QueryError

LANGUAGES = ("en", "fr")
OVERLAYS = ("sanctions", "meetings", "launches", "none")
_WEIGHT = re.compile(r"\s*q=([01](?:\.\d{0,3})?)\s*", re.ASCII)


@dataclass(frozen=True)
class Choice:
    """A parameter that takes one or several ids out of a fixed list. `default` is what its absence means."""

    key: str
    values: tuple[str, ...]
    default: tuple[str, ...] = ()
    several: bool = True


@dataclass(frozen=True)
class Spec:
    """What an address may say beside `lang`."""

    period: bool = True
    asof: bool = True
    overlay: str = ""
    choices: tuple[Choice, ...] = ()

    def names(self) -> tuple[str, ...]:
        """The parameter names, in the order in which they are written."""
        period = ("start", "end") if self.period else ()
        asof = ("asof",) if self.asof else ()
        overlay = ("overlay",) if self.overlay else ()
        return (*period, *asof, *overlay, *(choice.key for choice in self.choices))

    def choice(self, key: str) -> Choice:
        """The choice of that name; the overlay is one too."""
        if key == "overlay":
            return Choice("overlay", OVERLAYS, (self.overlay,), several=False)
        return next(choice for choice in self.choices if choice.key == key)

    def merged(self, other: "Spec") -> "Spec":
        """What either of the two may say."""
        known = {choice.key for choice in self.choices}
        return Spec(
            self.period or other.period,
            self.asof or other.asof,
            self.overlay or other.overlay,
            self.choices + tuple(choice for choice in other.choices if choice.key not in known),
        )


@dataclass(frozen=True)
class Query:
    """One state of a page or chart. Empty strings mean "not said"; the dates are EDTF."""

    start: str = ""
    end: str = ""
    asof: str = ""
    overlay: str = ""
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def chosen(self, key: str) -> tuple[str, ...]:
        """The ids chosen for a parameter; empty when it was not said."""
        return dict(self.choices).get(key, ())

    def only(self, spec: Spec) -> "Query":
        """The part of this query that `spec` knows, with defaults spelled out."""
        choices = tuple(
            (choice.key, self.chosen(choice.key) or choice.default)
            for choice in spec.choices
            if self.chosen(choice.key) or choice.default
        )
        return Query(
            self.start if spec.period else "",
            self.end if spec.period else "",
            self.asof if spec.asof else "",
            (self.overlay or spec.overlay) if spec.overlay else "",
            choices,
        )

    def first(self) -> date | None:
        """First day of the period, None when it is open."""
        return dates.first_day(self.start) if self.start else None

    def last(self) -> date | None:
        """Last day of the period, None when it is open."""
        return dates.last_day(self.end) if self.end else None

    def known(self) -> date | None:
        """Day of knowledge, None for today: a day to come is as good as today."""
        day = dates.last_day(self.asof) if self.asof else None
        return day if day and day < dates.today() else None


def read(params: Mapping[str, object], spec: Spec) -> tuple[Query, tuple[str, ...]]:
    """The query that the parameters of a page say and what in them was not understood, as `key=value`. Never raises."""
    query, refused = Query(), []
    for key, raw in params.items():
        if key == "lang" or key.startswith("utm_"):
            continue
        value = str(raw[-1] if isinstance(raw, list) and raw else raw)
        try:
            query = _said(query, key, value, spec)
        except QueryError:
            refused.append(f"{key}={value}"[:80])
    try:
        _in_order(query)
    except QueryError as error:
        refused.append(f"{error.key}={error.value}")
        query = replace(query, end="")
    return query, tuple(refused)


def read_strictly(pairs: Iterable[tuple[str, str]], spec: Spec) -> Query:
    """The query that the parameters of a data address say. Raises QueryError at the first that is unknown or wrong."""
    query = Query()
    for key, value in pairs:
        if key != "lang":
            query = _said(query, key, value, spec)
        elif value not in LANGUAGES:
            raise QueryError("lang", value, f"one of {', '.join(LANGUAGES)}")
    _in_order(query)
    return query


def write(query: Query, spec: Spec, lang: str = "") -> str:
    """The address part that says `query` under `spec`, with the leading `?`, or "" when there is nothing to say."""
    said = {key: ",".join(value) for key, value in query.choices if value != spec.choice(key).default}
    said |= {"start": query.start, "end": query.end, "asof": query.asof}
    said |= {"overlay": "" if query.overlay == spec.overlay else query.overlay, "lang": lang}
    pairs = [(key, said[key]) for key in (*spec.names(), "lang") if said.get(key)]
    return "?" + urlencode(pairs, safe=",", quote_via=quote) if pairs else ""


def place(topic: str, chart: str, said: str) -> str:
    """The address at which a chart stands: on the page of its topic, in the state `said` (with its `?`), under its own name."""
    return f"/{'' if topic == 'overview' else topic}{said}#{chart}"


def language(param: str | None, accept: str) -> str:
    """The reader's language: the one the address names, else the best of an `Accept-Language` header, else English."""
    if param in LANGUAGES:
        return param
    best, most = LANGUAGES[0], 0.0
    for one in accept.lower().split(","):
        tag, _, weight = one.partition(";")
        name = tag.strip().partition("-")[0]
        found = _WEIGHT.fullmatch(weight) if weight.strip() else _WEIGHT.fullmatch("q=1")
        if found and float(found[1]) > most and name in (*LANGUAGES, "*"):
            best, most = (LANGUAGES[0] if name == "*" else name), float(found[1])
    return best


def _said(query: Query, key: str, value: str, spec: Spec) -> Query:
    if key not in spec.names():
        raise QueryError(key, value, f"unknown parameter, wanted one of {', '.join((*spec.names(), 'lang'))}")
    if value == "":
        return query
    if key in ("start", "end", "asof"):
        if not dates.valid(value):
            raise QueryError(key, value, "wanted a date as YYYY, YYYY-MM or YYYY-MM-DD")
        return replace(query, **{key: value})  # type: ignore[arg-type]
    choice = spec.choice(key)
    ids = tuple(dict.fromkeys(value.split(",")))
    if any(one not in choice.values for one in ids) or (len(ids) > 1 and not choice.several):
        wanted = "one of" if not choice.several else "one or several, separated by commas, of"
        raise QueryError(key, value, f"wanted {wanted} {', '.join(choice.values)}")
    if key == "overlay":
        # The default is what each chart shows by itself, which need not be the same on all charts of a page.
        return replace(query, overlay="" if ids[0] == spec.overlay else ids[0])
    kept = tuple(pair for pair in query.choices if pair[0] != key)
    return replace(query, choices=tuple(sorted((*kept, (key, ids)))))


def _in_order(query: Query) -> None:
    if query.start and query.end and dates.first_day(query.start) > dates.last_day(query.end):
        raise QueryError("end", query.end, f"wanted a date that is not before start={query.start}")
