"""How the dataset, a record or a chart is cited: as a sentence, as BibTeX, as RIS."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from dashboard.text import words

AUTHORS = "The Tumen Monitor authors"  # as CITATION.cff names them
_LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    mark: f"\\{mark}" for mark in "{}%&_#$"
}
# Between these LaTeX joins two signs into one: -- is a dash, '' a quotation mark, ?` an inverted question mark.
_JOINED = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=[`?!])(?=`)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)")
_BABEL = {"en": "english", "fr": "french"}


@dataclass(frozen=True)
class Citation:
    """What is cited: `address` is where it stands, `asof` the day of knowledge, `accessed` the day on which it was read.

    The data change from day to day, so the day of reading is also the date of the edition.
    """

    key: str
    title: str
    address: str
    version: str
    asof: date
    accessed: date
    lang: str


def sentence(cited: Citation) -> str:
    """The citation as a sentence in its own language."""
    before, after = around(cited)
    return f"{before}{cited.address}{after}"


def around(cited: Citation) -> tuple[str, str]:
    """The sentence before and after its address, of which a browser may know more than the server does."""
    text = words(cited.lang)
    days = {"asof": text.date(cited.asof), "accessed": text.date(cited.accessed)}
    before, _, after = text(
        "cite.sentence", version=cited.version, address="\n", title=line(cited.title), **days
    ).partition("\n")
    return before, after


def bibtex(cited: Citation) -> str:
    """The citation as one BibTeX entry in UTF-8. The second pair of braces keeps styles from lowering the capitals of names."""
    fields = {
        "author": f"{{{AUTHORS}}}",
        "title": f"{{{latex(cited.title)}}}",
        "year": str(cited.accessed.year),
        "month": str(cited.accessed.month),
        "publisher": f"{{{words(cited.lang)('site.name')}}}",
        "version": cited.version,
        "note": latex(_note(cited)),
        "url": cited.address,
        "urldate": cited.accessed.isoformat(),
        "langid": _BABEL[cited.lang],
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{cited.key},\n{body}}}\n"


def ris(cited: Citation) -> str:
    """The citation as one RIS reference in UTF-8."""
    name = words(cited.lang)("site.name")
    fields = [
        ("TY", "DATA"), ("ID", cited.key), ("AU", AUTHORS), ("TI", line(cited.title)), ("T2", name), ("PB", name),
        ("PY", str(cited.accessed.year)), ("DA", f"{cited.accessed:%Y/%m/%d}/"), ("ET", cited.version), ("N1", line(_note(cited))),
        ("LA", cited.lang), ("UR", cited.address), ("Y2", f"{cited.accessed:%Y/%m/%d}/"), ("ER", ""),
    ]  # fmt: skip
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields)


def line(text: str) -> str:
    """The text on one line, without control characters; a space that may not break stays one."""
    spaced = re.sub(r"[^\S\u00a0\u202f]+", " ", text)
    return "".join(one for one in spaced if unicodedata.category(one) not in ("Cc", "Cs")).strip()


def latex(text: str) -> str:
    """The text on one line as LaTeX would set it: what is a command there is escaped."""
    return _JOINED.sub("{}", "".join(_LATEX.get(mark, mark) for mark in line(text)))


def _note(cited: Citation) -> str:
    text = words(cited.lang)
    return text("cite.note", version=cited.version, asof=text.date(cited.asof))
