"""What every answer says of what it may load and who may frame it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.datasets import _package
from dashboard.routes import headers
from dashboard.settings import Settings

OTHER = "https://example.org"
ANSWERS = [
    ("GET", "/", 200),
    ("GET", "/data?table=claims", 200),
    ("GET", "/data/claims.csv", 200),
    ("GET", "/chart/containers.csv", 200),
    ("GET", "/record/claims/CC01", 200),
    ("GET", "/search.json?q=Rajin", 200),
    ("GET", "/healthz", 200),
    ("GET", "/robots.txt", 200),
    ("GET", "/_dash-layout", 200),
    ("GET", "/assets/10-tokens.css", 200),
    ("GET", "/data/claims.csv?colour=red", 400),
    ("POST", "/_dash-update-component", 400),
    ("GET", "/.env", 404),
    ("GET", "/_dash-component-suites/os/x.js", 404),
    ("GET", "/_dash-update-component", 405),
    ("GET", f"/?q={'x' * 4001}", 414),
]


def policy(answer: object) -> dict[str, list[str]]:
    """The directives of an answer's policy with their sources."""
    said = answer.headers["Content-Security-Policy"]  # type: ignore[attr-defined]
    parts = [part.split() for part in said.split("; ")]
    assert len({name for name, *_ in parts}) == len(parts)
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_every_answer_carries_them(whole: Flask, method: str, path: str, status: int) -> None:
    with whole.test_client().open(path, method=method) as answer:
        assert answer.status_code == status
        said = policy(answer)
        assert said["default-src"] == said["connect-src"] == said["base-uri"] == said["frame-ancestors"] == ["'self'"]
        assert said["object-src"] == ["'none'"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
        assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert "camera=()" in answer.headers["Permissions-Policy"]
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "Server" not in answer.headers


def test_scripts_run_from_our_files_or_by_their_hash_only(whole: Flask) -> None:
    scripts = policy(whole.test_client().get("/"))["script-src"]
    assert scripts[0] == "'self'"
    assert scripts[1:]
    assert all(one.startswith("'sha256-") for one in scripts[1:])


def test_what_is_made_to_be_framed_may_be_by_those_whom_the_setting_names() -> None:
    server = Flask("framed", static_folder=None)
    headers.register(server, (), (OTHER,))
    client = server.test_client()
    embedded, page = client.get("/embed/containers"), client.get("/shipments")
    assert policy(embedded)["frame-ancestors"] == ["'self'", OTHER]
    assert "X-Frame-Options" not in embedded.headers
    assert policy(page)["frame-ancestors"] == ["'self'"]
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.fixture
def _others_turn_it_on(monkeypatch: pytest.MonkeyPatch, real_package: _package.Package) -> None:
    monkeypatch.setenv("DASH_MCP_ENABLED", "true")


def asked_for_tools(client: FlaskClient) -> int:
    """What the endpoint for language models answers to its first question."""
    question = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    return client.post("/_mcp", json=question, headers={"Accept": "application/json, text/event-stream"}).status_code


@pytest.mark.usefixtures("_others_turn_it_on")
def test_the_endpoint_for_language_models_is_off_whatever_the_environment_says() -> None:
    client = create_app().server.test_client()
    assert asked_for_tools(client) in (404, 405)
    assert client.get("/_mcp").status_code == 404


def test_our_own_setting_turns_it_on() -> None:
    assert asked_for_tools(create_app(Settings(mcp=True)).server.test_client()) == 200
