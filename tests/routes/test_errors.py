"""Unknown paths, wrong methods, too much, malformed: the one shape of an error."""

import json
import logging
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from .conftest import PAGES

CALLBACK = "/_dash-update-component"
INPUT = {"id": "in", "property": "children", "value": "hello"}
OUTPUT = {"id": "out", "property": "children"}
BODY = {"output": "out.children", "outputs": OUTPUT, "inputs": [INPUT], "changedPropIds": ["in.children"]}


def nested(depth: int) -> Any:
    return [] if depth == 1 else [nested(depth - 1)]


@pytest.mark.parametrize(
    "path", [*PAGES, "/_dash-layout", "/_dash-dependencies", "/assets/10-tokens.css", "/robots.txt"]
)
def test_what_exists_is_answered(dash_client: FlaskClient, path: str) -> None:
    with dash_client.get(path) as answer:  # closed, for a file
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/.env", "/_mcp", "/shipments/more", "/admin", "/index.html", "/wp-login.php", "/assets/none.css"],
)
def test_what_does_not_exist_is_not_found(dash_client: FlaskClient, path: str) -> None:
    for answer in (dash_client.get(path), dash_client.head(path)):
        assert answer.status_code == 404
    assert dash_client.post(path).status_code in (404, 405)


@pytest.mark.parametrize(
    "path", ["os/x.js", "dash/dash.py", "dash/none.js", "dash_html_components/../../x.js", "nothing/at/all"]
)
def test_a_component_that_dash_does_not_serve_is_not_found(dash_client: FlaskClient, path: str) -> None:
    assert dash_client.get(f"/_dash-component-suites/{path}").status_code == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", CALLBACK), ("POST", "/data/claims.csv"), ("POST", "/shipments"), ("DELETE", "/healthz")],
)
def test_a_wrong_method_is_refused_with_the_right_ones(dash_client: FlaskClient, method: str, path: str) -> None:
    answer = dash_client.open(path, method=method)
    assert answer.status_code == 405
    assert ("POST" if path == CALLBACK else "GET") in answer.headers["Allow"]


def test_on_data_addresses_an_error_is_small_json(dash_client: FlaskClient) -> None:
    for path, status in (("/data/none.csv", 404), ("/data/none.json", 404), ("/search.json", 400), (CALLBACK, 405)):
        answer = dash_client.get(path)
        assert answer.json == {"ok": False, "error": answer.json["error"], "status": status}
        assert answer.json["error"]


@pytest.mark.parametrize(
    ("accept", "lang", "title"), [("", "en", "There is no such page"), ("fr-CA", "fr", "Cette page n’existe pas")]
)
def test_elsewhere_an_error_is_a_page_in_the_readers_language(
    client: FlaskClient, accept: str, lang: str, title: str
) -> None:
    answer = client.get("/nothing", headers={"Accept-Language": accept})
    assert answer.status_code == 404
    assert f'<html lang="{lang}">' in answer.text
    assert f"<h1>{title}</h1>" in answer.text
    assert f'href="/?lang={lang}"' in answer.text


@pytest.mark.parametrize("path", ["/shipments", "/data/claims.csv", "/chart/containers.csv", "/record/claims/CC01"])
def test_a_query_is_too_long_beyond_4000_characters_or_60_parameters(dash_client: FlaskClient, path: str) -> None:
    assert dash_client.get(f"{path}?q={'x' * 4000}").status_code == 414
    assert dash_client.get(f"{path}?{'&'.join(['a=1'] * 61)}").status_code == 414
    assert dash_client.get(f"/shipments?{'&'.join(['a=1'] * 60)}").status_code == 200


def test_a_body_is_too_large_beyond_256_kilobytes(dash_client: FlaskClient) -> None:
    answer = dash_client.post(CALLBACK, data=b" " * (256 * 1024 + 1), content_type="application/json")
    assert answer.status_code == answer.json["status"] == 413


def test_a_callback_in_order_is_answered(dash_client: FlaskClient) -> None:
    answer = dash_client.post(CALLBACK, json=BODY)
    assert answer.json["response"] == {"out": {"children": "said hello"}}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b"7",
        b"[" * 100_000,
        json.dumps(BODY | {"output": None}).encode(),
        json.dumps(BODY | {"output": "none.children"}).encode(),
        json.dumps(BODY | {"inputs": 7}).encode(),
        json.dumps(BODY | {"inputs": []}).encode(),
        json.dumps(BODY | {"inputs": ["in.children"]}).encode(),
        json.dumps(BODY | {"inputs": [{"id": "in"}]}).encode(),
        json.dumps(BODY | {"state": [7]}).encode(),
        json.dumps(BODY | {"changedPropIds": 7}).encode(),
        json.dumps(BODY | {"inputs": [INPUT | {"value": nested(40)}]}).encode(),
    ],
    ids=lambda body: body[:40].decode("latin-1"),
)
def test_a_malformed_body_is_refused(dash_client: FlaskClient, body: bytes, caplog: pytest.LogCaptureFixture) -> None:
    answer = dash_client.post(CALLBACK, data=body, content_type="application/json")
    assert answer.status_code == answer.json["status"] == 400
    assert "Traceback" not in answer.text + caplog.text


def test_a_body_nested_30_deep_is_not_too_deep(dash_client: FlaskClient) -> None:
    # The object itself, the list of inputs and the input are three of the thirty.
    body = BODY | {"inputs": [INPUT | {"value": nested(27)}]}
    assert dash_client.post(CALLBACK, json=body).status_code == 200
    body = BODY | {"inputs": [INPUT | {"value": nested(28)}]}
    assert dash_client.post(CALLBACK, json=body).status_code == 400


def test_a_fault_of_ours_is_one_line_in_the_log_and_no_detail_outside(
    dash_client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = dash_client.post(CALLBACK, json=BODY | {"inputs": [INPUT | {"value": "fail"}]})
    assert answer.status_code == answer.json["status"] == 500
    assert "secret" not in answer.text
    assert len(caplog.records) == 1
    assert "\n" not in (line := caplog.records[0].getMessage())
    assert "RuntimeError" in line
    assert caplog.records[0].exc_info is None


def test_a_fault_on_a_page_of_ours_is_a_page(server: Flask, client: FlaskClient) -> None:
    def fail() -> str:
        raise RuntimeError("a secret of the house\nin two lines")

    server.add_url_rule("/broken", "broken", fail)
    answer = client.get("/broken")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "<h1>Something went wrong here</h1>" in answer.text


def test_robots_may_read_everything_but_the_machinery(client: FlaskClient) -> None:
    answer = client.get("/robots.txt")
    assert answer.content_type == "text/plain; charset=utf-8"
    assert "Disallow: /_dash" in answer.text
    assert "Disallow: /\n" not in answer.text
