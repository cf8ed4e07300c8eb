"""The page of one record."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from dashboard.datasets import _package
from dashboard.datasets.changelog import history
from dashboard.datasets.records import key_column

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Tree(HTMLParser):
    """Reads a page strictly: what is opened is closed in order. Keeps the links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_table_has_well_formed_pages_for_its_records(client: FlaskClient, lang: str) -> None:
    for table, frame in _package.current().tables.items():
        for key in (frame[key_column(table)].iloc[0], frame[key_column(table)].iloc[-1]):
            answer = client.get(f"/record/{table}/{key}?lang={lang}")
            assert answer.status_code == 200
            assert f'<html lang="{lang}">' in answer.text
            assert len(re.findall("<h1>.+</h1>", answer.text)) == 1
            assert Tree(answer.text).links


def test_a_claim_is_told_with_its_number_claimant_and_date(client: FlaskClient) -> None:
    text = client.get("/record/claims/CC01?lang=en").text
    assert re.search(r"<h1>more than 1,000 containers · .+18 March|13\xa0October 2023</time></h1>", text)
    assert '<dt title="What is counted.">Item</dt><dd>containers</dd>' in text
    assert 'href="/record/claimants/us-nsc?lang=en"' in text


def test_the_browser_decides_the_language_when_the_address_does_not(client: FlaskClient) -> None:
    answer = client.get("/record/claims/CC01", headers={"Accept-Language": "de, fr;q=0.8, en;q=0.7"})
    assert '<html lang="fr">' in answer.text
    assert "plus de 1\u202f000 conteneurs" in answer.text
    assert answer.headers["Vary"] == "Accept-Language"


def test_sources_are_links_with_publisher_date_kind_and_whether_they_were_read(client: FlaskClient) -> None:
    text = client.get("/record/claims/CC01?lang=fr").text
    assert '<p class="source-check source-read">source lue</p>' in text
    assert re.search(r'<li><a href="https://[^"]+" rel="external noopener noreferrer" lang="en">', text)
    assert "Yonhap, 14\xa0octobre 2023, agence de presse" in text


def test_what_others_said_is_newest_first_and_by_other_groups(client: FlaskClient) -> None:
    text = client.get("/record/claims/CC01?lang=en").text
    section = text.partition("What others said on the same subject")[2]
    keys = re.findall(r'href="/record/claims/([\w.-]+)\?', section.partition("</table>")[0])
    claims = _package.table("claims").set_index("claim_id")
    groups = _package.table("claimants").set_index("claimant_id")["group_id"]
    assert 1 < len(keys) <= 12
    assert "us" not in {groups[claims.loc[key, "claimant_id"]] for key in keys}
    assert {claims.loc[key, "item"] for key in keys} == {"containers"}
    days = [claims.loc[key, "stated_on"] for key in keys]
    assert days == sorted(days, reverse=True)


def test_what_others_said_later_is_unknown_before(client: FlaskClient) -> None:
    assert "others" not in client.get("/record/claims/CC01?lang=en&asof=2023-10-13").text
    text = client.get("/record/claims/CC01?lang=en&asof=2024-03-18").text
    assert "18\xa0March 2024" in text
    assert "2025" not in text.partition("What others said")[2].partition("</table>")[0]


def test_a_record_that_was_not_public_then_is_not_found_and_says_so(client: FlaskClient) -> None:
    answer = client.get("/record/claims/CC18?asof=2024-03&lang=en")
    assert answer.status_code == 404
    assert "not public yet on 31\xa0March 2024" in answer.text


def test_facts_that_came_after_the_day_of_knowledge_are_blanked(client: FlaskClient) -> None:
    known = '<dt title="Date of entry into force'
    assert known in client.get("/record/agreements/A-2024-TREATY?lang=en").text
    assert known not in client.get("/record/agreements/A-2024-TREATY?lang=en&asof=2024-07").text


@pytest.mark.parametrize(
    "path", ["/record/claims/none", "/record/boats/x", "/record/claims", "/record/claims/CC01/more"]
)
def test_an_unknown_record_or_table_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>There is no such page</h1>" in answer.text


def test_what_is_not_understood_is_named_and_left_out(client: FlaskClient) -> None:
    answer = client.get("/record/claims/CC01?lang=en&asof=soon&colour=<b>")
    assert answer.status_code == 200
    assert "asof=soon, colour=&lt;b&gt;" in answer.text


def test_markup_in_the_data_is_text_on_the_page(planted: Callable[..., FlaskClient]) -> None:
    evil = "<script>alert(1)</script>\"'&"
    client = planted("vessels", name=evil, owner=evil, role_en=evil, note_en=evil)
    for address in ("/record/vessels/angara", "/record/voyages/V01"):
        text = client.get(address).text
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
        Tree(text)


def test_a_text_without_french_falls_back_to_english_and_says_so(planted: Callable[..., FlaskClient]) -> None:
    client = planted("vessels", role_en="arms route", role_fr="")
    assert '<span lang="en">arms route</span>' in client.get("/record/vessels/angara?lang=fr").text
    assert '<span lang="en">' not in client.get("/record/vessels/angara?lang=en").text


def test_only_addresses_of_the_web_become_links(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    package = _package.current()
    bad = package.tables["sources"].assign(
        url="javascript:alert(1)"
    )  # the loader refuses it; the page does not rely on that
    tables = {**package.tables, "sources": bad}
    monkeypatch.setattr(_package, "_current", replace(package, tables=tables))
    key = tables["sources"]["source_id"].iloc[0]
    for address in ("/record/claims/CC01", f"/record/sources/{key}"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert not [link for link in Tree(answer.text).links if not link.startswith(("/", "#", "http"))]


def test_the_row_can_be_downloaded_and_the_address_copied(client: FlaskClient) -> None:
    links = Tree(client.get("/record/claims/CC01?lang=en&asof=2024").text).links
    assert "/record/claims/CC01?asof=2024&lang=en" in links
    assert "/data/claims.csv?claim_id=CC01&asof=2024" in links
    assert client.get("/data/claims.json?claim_id=CC01&asof=2024").json["meta"]["rows"] == 1


def test_the_page_has_a_title_a_description_and_its_other_language(client: FlaskClient) -> None:
    text = client.get("/record/vessels/angara?lang=fr").text
    assert "<title>Angara – Tumen Monitor</title>" in text
    assert re.search('<meta name="description" content="Angara.+">', text)
    assert '<link rel="alternate" hreflang="en" href="/record/vessels/angara?lang=en">' in text
    assert '<link rel="stylesheet" href="/assets/10-tokens.css">' in text


def test_a_page_that_the_reader_has_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get("/record/claims/CC01?lang=en").headers["ETag"]
    assert client.get("/record/claims/CC01?lang=en", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/record/claims/CC01?lang=fr", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(("lang", "reason"), [("en", "A sum made by compilers"), ("fr", "Une addition faite par")])
def test_a_withdrawn_record_says_when_why_and_what_stands_in_its_place(
    client: FlaskClient, lang: str, reason: str
) -> None:
    answer = client.get(f"/record/claims/QT06?lang={lang}")
    assert answer.status_code == 410
    assert reason in answer.text
    assert f'href="/record/claims/QT13?lang={lang}"' in answer.text
    assert '<time datetime="2026-11-22">' in answer.text
    assert "noindex" in answer.text


def test_what_stands_in_place_of_a_withdrawn_record_is_there(client: FlaskClient) -> None:
    for one in _package.current().withdrawn:
        assert client.get(f"/record/{one.table}/{one.id}").status_code == 410
        assert [client.get(f"/record/{other}").status_code for other in one.instead] == [200] * len(one.instead)


def test_a_record_tells_its_own_history_marked_as_english(client: FlaskClient) -> None:
    page = client.get("/record/claims/QG01?lang=fr").text
    assert "Historique de la fiche" in page
    assert '<b>Correction.</b> <span lang="en">QG01: 150 to 160 or more, on 22 November 2024.</span>' in page
    assert "Historique" not in client.get("/record/claims/QG01?lang=fr&asof=2025-01-01").text
    untold = next(key for key in _package.table("claims")["claim_id"] if not history("claims", key))
    assert "History" not in client.get(f"/record/claims/{untold}?lang=en").text
