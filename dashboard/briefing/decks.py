"""The decks of the data package, `briefings/*.toml`: read, and found wrong by file, line and key.

A file says `order`, `title_*` and `summary_*`, and for each of its `[[slides]]` the `chart`, its `params` as an address says them,
`takeaway_*` and `notes_*` in every language, and the `records` (`<table>/<id>`) that the figures in its words rest on.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.briefing import _toml
from dashboard.briefing._deck import Deck, Slide
from dashboard.charts import BY_ID
from dashboard.datasets import _package
from dashboard.datasets.records import key_column
from dashboard.errors import DataError, Offence, QueryError
from dashboard.query import Query, read_strictly
from dashboard.text import LANGUAGES

FOLDER = "briefings"
LEAST_SLIDES = 5
OWN = "own"
_WORDS = tuple(f"{part}_{lang}" for part in ("takeaway", "notes") for lang in LANGUAGES)
_HEAD = tuple(f"{part}_{lang}" for part in ("title", "summary") for lang in LANGUAGES)
_SLIDE = ("chart", "params", *_WORDS, "records")
_DECK = ("order", *_HEAD, "slides")

Keys = Mapping[str, Collection[str] | None]  # by table; None where the table could not be read


def decks() -> tuple[Deck, ...]:
    """The decks of the package in use, in their order; one that is found wrong is left out (`refuse_bad` names it)."""
    package = _package.current()
    return _decks(package.directory, package.version, _stamps(package.directory))


def deck(name: str) -> Deck | None:
    """The deck of that id; None when there is none."""
    return next((one for one in decks() if one.id == name), None)


def refuse_bad() -> None:
    """Raises DataError with everything that is wrong with the decks of the package in use."""
    if found := list(offences(_package.current().directory, _keys())):
        raise DataError(found)


def offences(directory: Path, keys: Keys) -> Iterator[Offence]:
    """Everything that is wrong with the decks in `directory`; `keys` are the keys of each table, for what they cite."""
    for path in _files(directory):
        file = _toml.read(path, FOLDER)
        yield from file.offences
        if not file.offences:
            yield from _of_deck(file, keys)


@lru_cache(maxsize=4)
def _decks(directory: Path, version: str, stamps: tuple[int, ...]) -> tuple[Deck, ...]:
    keys, found = _keys(), []
    for path in _files(directory):
        file = _toml.read(path, FOLDER)
        if not file.offences and not list(_of_deck(file, keys)):
            found.append((file.content["order"], _deck(path.stem, file.content)))
    return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].id)))


def _files(directory: Path) -> list[Path]:
    return sorted((directory / FOLDER).glob("*.toml"))


def _stamps(directory: Path) -> tuple[int, ...]:
    """When the decks were written: unlike the tables they are not part of the data version."""
    return tuple(path.stat().st_mtime_ns for path in _files(directory))


def _keys() -> dict[str, Collection[str]]:
    return {name: set(_package.table(name)[key_column(name)]) for name in _package.current().tables}


def _deck(name: str, content: Mapping[str, Any]) -> Deck:
    slides = tuple(
        Slide(
            one["chart"],
            _query(one),
            _by_language(one, "takeaway"),
            _by_language(one, "notes"),
            tuple(one.get("records", ())),
        )
        for one in content["slides"]
    )
    return Deck(name, _by_language(content, "title"), _by_language(content, "summary"), slides)


def _by_language(said: Mapping[str, Any], part: str) -> dict[str, str]:
    return {lang: said[f"{part}_{lang}"].strip() for lang in LANGUAGES}


def _query(slide: Mapping[str, Any]) -> Query:
    return read_strictly(slide.get("params", {}).items(), BY_ID[slide["chart"]].params)


def _of_deck(file: _toml.File, keys: Keys) -> Iterator[Offence]:
    """What is wrong with a file that is TOML."""
    said = file.content
    if not file.name.isascii() or file.name == OWN or not file.name.replace("-", "").isalnum():
        yield file.offence("file", file.name, f"letters, digits and - wanted, and not {OWN}")
    for key in said.keys() - set(_DECK):
        yield file.offence(key, str(said[key]), f"unknown, one of {', '.join(_DECK)} wanted")
    if not isinstance(said.get("order"), int):
        yield file.offence("order", str(said.get("order", "")), "a whole number wanted, the place in the list")
    for key in _HEAD:
        yield from _text(file, said, key)
    slides = said.get("slides", [])
    if not isinstance(slides, list) or len(slides) < LEAST_SLIDES:
        count = len(slides) if isinstance(slides, list) else 0
        yield file.offence("slides", str(count), f"at least {LEAST_SLIDES} [[slides]] wanted")
    for place, slide in enumerate(slides if isinstance(slides, list) else ()):
        if isinstance(slide, dict):
            yield from _of_slide(file, slide, place, keys)
        else:
            yield file.offence("slides", str(slide), "a table [[slides]] wanted")


def _of_slide(file: _toml.File, slide: Mapping[str, Any], place: int, keys: Keys) -> Iterator[Offence]:
    for key in slide.keys() - set(_SLIDE):
        yield file.offence(key, str(slide[key]), f"unknown, one of {', '.join(_SLIDE)} wanted", place)
    for key in _WORDS:
        yield from _text(file, slide, key, place)
    chart, params = slide.get("chart", ""), slide.get("params", {})
    if not isinstance(chart, str) or chart not in BY_ID:
        yield file.offence("chart", str(chart), f"no such chart, one of {', '.join(BY_ID)} wanted", place)
    elif not isinstance(params, dict):
        yield file.offence("params", str(params), 'a table wanted, as { asof = "2024-03-31" }', place)
    else:
        yield from _of_params(file, chart, params, place)
    yield from _of_records(file, slide.get("records", []), place, keys)


def _of_params(file: _toml.File, chart: str, params: Mapping[str, Any], place: int) -> Iterator[Offence]:
    states = [[pair] for pair in params.items()]
    if set(params) >= {"start", "end"}:
        states.append([("start", params["start"]), ("end", params["end"])])
    for state in states:
        try:
            for key, value in state:
                if not isinstance(value, str):
                    raise QueryError(key, str(value), "text in quotes wanted, as an address says it")
            read_strictly(state, BY_ID[chart].params)
        except QueryError as error:
            yield file.offence(f"params.{error.key}", error.value, error.wanted, place)


def _of_records(file: _toml.File, cited: Any, place: int, keys: Keys) -> Iterator[Offence]:
    if not isinstance(cited, list):
        yield file.offence("records", str(cited), 'a list wanted, as ["claims/CC06"]', place)
        return
    for one in cited:
        table, _, key = str(one).partition("/")
        if table not in keys:
            yield file.offence("records", str(one), f"<table>/<id> wanted, the table one of {', '.join(keys)}", place)
        elif (known := keys[table]) is not None and key not in known:
            yield file.offence("records", str(one), f"no such row in {table}.csv", place)


def _text(file: _toml.File, said: Mapping[str, Any], key: str, place: int | None = None) -> Iterator[Offence]:
    value = said.get(key, "")
    if not isinstance(value, str) or not value.strip():
        yield file.offence(key, str(value), "text wanted, in every language", place)
