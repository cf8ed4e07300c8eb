"""Citations as files, read back by the parsers that reference managers are built on."""

import bibtexparser
import pytest
import rispy
from flask.testing import FlaskClient

from dashboard import charts
from dashboard.datasets import _package
from dashboard.datasets.records import key_column
from dashboard.query import Query

BIB, RIS = "application/x-bibtex; charset=utf-8", "application/x-research-info-systems; charset=utf-8"


def entry(client: FlaskClient, address: str) -> dict[str, str]:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (200, BIB)
    library = bibtexparser.parse_string(answer.text)
    assert not library.failed_blocks
    return {"key": library.entries[0].key} | {field.key: field.value for field in library.entries[0].fields}


def reference(client: FlaskClient, address: str) -> dict[str, object]:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (200, RIS)
    (found,) = rispy.loads(answer.text)
    return dict(found)


def test_the_dataset_is_cited_with_its_version(client: FlaskClient) -> None:
    version = _package.current().version
    assert entry(client, "/cite/dataset.bib")["version"] == version
    assert reference(client, "/cite/dataset.ris")["edition"] == version


def test_the_dataset_can_be_cited_as_known_on_a_day(client: FlaskClient) -> None:
    read = entry(client, "/cite/dataset.bib?asof=2024-03&lang=fr")
    assert "31\u00a0mars 2024" in read["note"]
    assert read["url"] == "http://localhost/?asof=2024-03&lang=fr"


def test_a_record_is_cited_under_the_address_of_its_page(client: FlaskClient) -> None:
    read = entry(client, "/cite/claims/CC01.bib")
    assert read["key"] == "tumen-claims-CC01"
    assert "more than 1,000 containers" in read["title"].lower()
    assert client.get(read["url"].removeprefix("http://localhost")).status_code == 200


def test_a_record_of_every_table_can_be_cited(client: FlaskClient) -> None:
    for table, frame in _package.current().tables.items():
        key = frame[key_column(table)].iloc[0]
        assert reference(client, f"/cite/{table}/{key}.ris")["title"]


@pytest.mark.parametrize("chart", charts.BY_ID)
def test_every_chart_can_be_cited_in_both_formats(client: FlaskClient, chart: str) -> None:
    read = reference(client, f"/cite/chart/{chart}.ris?lang=fr")
    assert str(read["urls"]).endswith(f"?lang=fr#{chart}']")
    assert entry(client, f"/cite/chart/{chart}.bib?lang=fr")["url"] in str(read["urls"])


def test_a_chart_is_cited_in_the_state_of_its_address(client: FlaskClient) -> None:
    read = reference(client, "/cite/chart/containers.ris?asof=2024-03-18&lang=en")
    assert read["title"] == charts.render("containers", Query(asof="2024-03-18"), "en").say.title
    assert read["urls"] == ["http://localhost/shipments?asof=2024-03-18&lang=en#containers"]


def test_the_file_is_named_by_what_it_cites(client: FlaskClient) -> None:
    named = client.get("/cite/claims/CC01.bib?asof=2024-03-18").headers["Content-Disposition"]
    assert named == 'attachment; filename="tumen-claims-CC01-2024-03-18.bib"'


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/cite/boats/x.bib", "no table 'boats'"),
        ("/cite/claims/none.ris", "no record 'none' in claims"),
        ("/cite/claims/CC18.ris?asof=2024-03", "as known on 2024-03-31"),
        ("/cite/chart/none.bib", "no chart 'none'"),
    ],
)
def test_what_does_not_exist_is_not_found(client: FlaskClient, address: str, said: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert said in answer.json["error"]


@pytest.mark.parametrize(
    "address", ["/cite/dataset.bib?asof=soon", "/cite/claims/CC01.ris?colour=red", "/cite/chart/containers.bib?lang=de"]
)
def test_what_is_not_understood_is_refused_by_name(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert address.partition("?")[2] in answer.json["error"]


def test_another_ending_is_not_found(client: FlaskClient) -> None:
    assert client.get("/cite/claims/CC01.docx").status_code == 404


def test_the_page_of_a_record_says_how_to_cite_it(client: FlaskClient) -> None:
    text = client.get("/record/claims/CC01?lang=en&asof=2024").text
    assert "Cite this record" in text
    assert _package.current().version in text
    for kind in ("bib", "ris"):
        assert f'href="/cite/claims/CC01.{kind}?asof=2024&amp;lang=en"' in text


def test_the_page_of_a_record_gives_the_lines_that_read_its_row(client: FlaskClient) -> None:
    text = client.get("/record/claims/CC01?lang=en").text
    assert "import pandas as pd" in text
    assert "http://localhost/data/claims.csv?raw=1&amp;claim_id=CC01" in text
