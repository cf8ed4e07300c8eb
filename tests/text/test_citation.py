"""A citation says the same to a reader, to BibTeX and to a reference manager, whatever stands in a title."""

import dataclasses
import unicodedata
from datetime import date

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.paths import ROOT
from dashboard.text import citation, snippet
from dashboard.text.citation import AUTHORS, Citation

PLAIN = Citation(
    "tumen-claims-CC01",
    "Plus de 1\u202f000 conteneurs\u00a0: selon la Maison-Blanche",
    "http://127.0.0.1:8050/record/claims/CC01?asof=2024-03-18&lang=fr",
    "8646f8c7855c",
    date(2024, 3, 18),
    date(2026, 11, 22),
    "fr",
)
AWKWARD = [
    "100 % of {braces}, un}balanced{ and _underscores_ & #hashes $5 ~ ^",
    "back\\slash \\textbf{x} \\",
    "최선희 met Сергей Лавров in Пхеньян, 평양",
    "=cmd|' /C calc'!A0",
    "a -- b --- c ''quoted'' ``so'' ?`what !`now <<x>> ,,y",
    "ER  - TY  - JOUR",
    "@misc{key, title = {x}}",
    "x" * 200,
    "two\nlines\r\nand a\u2028third",
    'a "quoted" title # and more "',
]
titles = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200).filter(
    lambda one: citation.line(one)
)


def shown(text: str) -> str:
    """A title as it is seen: no format keeps kinds of spaces or composed letters apart, and the parser reads LaTeX's ^ as ˆ."""
    return " ".join(unicodedata.normalize("NFC", text.replace("ˆ", "^")).split())


def from_bibtex(cited: Citation) -> dict[str, str]:
    text = citation.bibtex(cited)
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (entry,) = library.entries
    (plain,) = bibtexparser.parse_string(text).entries  # an address is never LaTeX
    return {"key": entry.key} | {field.key: field.value for field in entry.fields} | {"url": plain["url"]}


def from_ris(cited: Citation) -> dict[str, object]:
    (reference,) = rispy.loads(citation.ris(cited))
    return dict(reference)


def test_the_sentence_names_title_version_day_of_knowledge_address_and_day_of_reading() -> None:
    assert citation.sentence(PLAIN) == (
        "Tumen Monitor, «\u00a0Plus de 1\u202f000 conteneurs\u00a0: selon la Maison-Blanche\u00a0». Version des données 8646f8c7855c, "
        "état des connaissances au 18\u00a0mars 2024. CC BY 4.0. http://127.0.0.1:8050/record/claims/CC01?asof=2024-03-18&lang=fr "
        "(consulté le 22\u00a0novembre 2026)."
    )


def test_bibtex_gives_back_what_was_cited() -> None:
    read = from_bibtex(PLAIN)
    assert read["key"] == "tumen-claims-CC01"
    assert shown(read["title"]) == shown(PLAIN.title)
    assert read["url"] == PLAIN.address
    assert read["version"] == PLAIN.version
    assert read["author"] == AUTHORS
    assert (read["year"], read["urldate"], read["langid"]) == ("2026", "2026-11-22", "french")
    assert "18\u00a0mars 2024" in read["note"]


def test_ris_gives_back_what_was_cited() -> None:
    read = from_ris(PLAIN)
    assert read["title"] == PLAIN.title
    assert read["urls"] == [PLAIN.address]
    assert read["edition"] == PLAIN.version
    assert read["authors"] == [AUTHORS]
    assert (read["year"], read["access_date"], read["language"]) == ("2026", "2026/11/22/", "fr")


@pytest.mark.parametrize("title", AWKWARD)
def test_awkward_titles_come_back_from_both_formats(title: str) -> None:
    cited = dataclasses.replace(PLAIN, title=title)
    assert shown(from_bibtex(cited)["title"]) == shown(title)
    assert shown(str(from_ris(cited)["title"])) == shown(title)
    assert "\n" not in citation.sentence(cited)


@settings(max_examples=300, deadline=None)
@given(titles)
@example("{")
@example("\\")
@example("-\u00ad-")
def test_any_title_comes_back_from_both_formats(title: str) -> None:
    cited = dataclasses.replace(PLAIN, title=title)
    assert shown(from_bibtex(cited)["title"]) == shown(title)
    assert shown(str(from_ris(cited)["title"])) == shown(title)


def test_the_authors_are_those_of_the_citation_file() -> None:
    assert f'name: "{AUTHORS}"' in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "raw"),
    [
        ("/chart/containers.csv", "/chart/containers.csv?raw=1"),
        ("/chart/containers.csv?asof=2024", "/chart/containers.csv?raw=1&asof=2024"),
    ],
)
def test_a_program_reads_the_raw_file(address: str, raw: str) -> None:
    assert snippet.raw(address) == raw
