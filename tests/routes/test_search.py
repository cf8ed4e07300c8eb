"""What `/search.json` answers and what it refuses."""

import pytest
from flask.testing import FlaskClient


def test_records_come_grouped_with_title_snippet_marks_and_address(client: FlaskClient) -> None:
    answer = client.get("/search.json?q=Najin&lang=fr")
    assert answer.status_code == 200
    body = answer.json
    assert body["ok"] is True
    assert body["q"] == "Najin"
    assert body["total"] == sum(group["total"] for group in body["groups"]) > 0
    group = next(group for group in body["groups"] if group["table"] == "claims")
    assert group["title"] == "Quantités affirmées"
    first = group["records"][0]
    assert first.keys() == {"id", "title", "title_marks", "date", "snippet", "marks", "lang", "href"}
    assert first["href"] == f"/record/claims/{first['id']}?lang=fr"
    assert [first["snippet"][start:end] for start, end in first["marks"]] == ["Rajin"]
    assert client.get(first["href"]).status_code == 200


def test_a_title_is_the_heading_of_the_record_in_the_readers_language(client: FlaskClient) -> None:
    titles = [
        client.get(f"/search.json?q=CC06&lang={lang}").json["groups"][0]["records"][0]["title"] for lang in ("en", "fr")
    ]
    assert "7,000 containers" in titles[0]
    assert "7\u202f000 conteneurs" in titles[1]


def test_a_country_is_found_by_the_name_that_the_reader_sees(client: FlaskClient) -> None:
    for text in ("Allemagne", "Germany"):
        tables = [group["table"] for group in client.get(f"/search.json?q={text}&lang=en").json["groups"]]
        assert "regimes" in tables


def test_asof_is_obeyed_and_kept_in_the_addresses(client: FlaskClient) -> None:
    then = client.get("/search.json?q=containers&asof=2023-12").json
    assert then["total"] < client.get("/search.json?q=containers").json["total"]
    assert then["groups"][0]["records"][0]["href"].endswith("?asof=2023-12&lang=en")


def test_nothing_found_is_an_answer_too(client: FlaskClient) -> None:
    answer = client.get("/search.json?q=zzzzzz")
    assert (answer.status_code, answer.json) == (200, {"ok": True, "q": "zzzzzz", "total": 0, "groups": []})


def test_one_table_alone_gives_more_of_it(client: FlaskClient) -> None:
    groups = client.get("/search.json?q=Choi+Sun-hee&table=meetings").json["groups"]
    assert [group["table"] for group in groups] == ["meetings"]
    assert len(groups[0]["records"]) == groups[0]["total"] > 5


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "q="),
        ("?q=", "1 to 100 characters"),
        ("?q=+++", "1 to 100 characters"),
        (f"?q={'x' * 101}", "1 to 100 characters"),
        ("?q=x&colour=red", "colour=red: unknown parameter"),
        ("?q=x&lang=ko", "lang=ko"),
        ("?q=x&asof=yesterday", "asof=yesterday"),
        ("?q=x&start=2024", "start=2024: unknown parameter"),
        ("?q=x&table=secrets", "table=secrets"),
    ],
)
def test_what_cannot_be_obeyed_is_refused_by_name(client: FlaskClient, query: str, said: str) -> None:
    answer = client.get(f"/search.json{query}")
    assert answer.status_code == answer.json["status"] == 400
    assert answer.json["ok"] is False
    assert said in answer.json["error"]


def test_a_record_page_has_the_search_too(client: FlaskClient) -> None:
    page = client.get("/record/claims/CC06?lang=fr").text
    assert 'class="search-open"' in page
    assert "Rechercher dans toutes les fiches" in page
    assert "/assets/25-search.js" in page
