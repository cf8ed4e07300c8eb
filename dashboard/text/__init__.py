"""Everything the dashboard says, in both languages: `en.toml` and `fr.toml` hold the same keys with the same placeholders."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from string import Formatter

from dashboard import dates
from dashboard.paths import TEXT

LANGUAGES = ("en", "fr")
_THOUSANDS = {"en": ",", "fr": "\u202f"}
_DECIMAL = {"en": ".", "fr": ","}


@dataclass(frozen=True)
class Words:
    """The texts of one language. Call it with a key and what its placeholders stand for."""

    lang: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text of that key. Raises KeyError naming the key or the placeholder that is missing."""
        return self.texts[key].format(**values)

    def __contains__(self, key: str) -> bool:
        return key in self.texts

    def number(self, value: float, digits: int = 0) -> str:
        """A number with the reader's separators: `7,000` or `7 000`."""
        text = f"{value:,.{digits}f}"
        return text.translate({ord(","): _THOUSANDS[self.lang], ord("."): _DECIMAL[self.lang]})

    def amount(self, value: float) -> str:
        """A number as short as it can be said: `33,000`, `1.6 million`."""
        for size, name in ((1e9, "billion"), (1e6, "million")):
            if value >= size:
                scaled = round(value / size, 2)
                digits = len(f"{scaled:g}".partition(".")[2])
                plural = "one" if scaled < 2 else "many"
                return self(f"number.{name}_{plural}", n=self.number(scaled, digits))
        return self.number(value, 0 if float(value).is_integer() else 1)

    def date(self, value: str | date, *, short: bool = False) -> str:
        """A date in words, to the precision it has."""
        return dates.show(value, self.lang, short=short)

    def span(self, start: str, end: str, *, short: bool = False) -> str:
        """A stretch of days in words."""
        return dates.show_span(start, end, self.lang, short=short)

    def listing(self, items: Iterable[str]) -> str:
        """Names joined as a sentence joins them: `a, b and c`."""
        names = list(items)
        if len(names) < 2:
            return "".join(names)
        return self("list.and", first=", ".join(names[:-1]), last=names[-1])


@cache
def words(lang: str) -> Words:
    """The texts of `en` or `fr`. Raises KeyError for another: a file is read by that name, and what was read is kept."""
    if lang not in LANGUAGES:
        raise KeyError(f"no language {lang!r}, one of {', '.join(LANGUAGES)} wanted")
    return Words(lang, _flat(tomllib.loads((TEXT / f"{lang}.toml").read_text(encoding="utf-8"))))


@cache
def prose(name: str, lang: str) -> str:
    """A longer text in Markdown: `about` or `method`."""
    return (TEXT / f"{name}.{lang}.md").read_text(encoding="utf-8")


def section(name: str, anchor: str, lang: str) -> str:
    """The section with that anchor of a longer text, its heading first, as plain text without marks."""
    found = re.search(rf"^## ([^\n]+) \{{#{anchor}\}}\n(.*?)(?=^## |\Z)", prose(name, lang), re.MULTILINE | re.DOTALL)
    if not found:
        raise KeyError(f"no section {anchor!r} in {name}.{lang}.md")
    return f"{found[1]}\n\n{found[2].strip()}".replace("**", "")


def search_button(words: Words) -> dict[str, str]:
    """The attributes of the button that opens the search; its script (assets/25-search.js) finds all its words there."""
    said = {key.removeprefix("search."): text for key, text in words.texts.items() if key.startswith("search.")}
    attributes = {"type": "button", "title": said["title"], "aria-label": said["label"], "aria-haspopup": "dialog"}
    return attributes | {f"data-{name}": text for name, text in said.items()}


def placeholders(text: str) -> set[str]:
    """The names a text expects to be filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _flat(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat
