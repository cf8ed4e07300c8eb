"""Whether it lives, whether it is ready."""

import pytest
from flask.testing import FlaskClient

from dashboard.datasets import _package


def test_a_process_that_serves_is_healthy_even_without_data(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_package, "_current", None)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_it_is_ready_with_the_version_and_the_rows_of_every_table(client: FlaskClient) -> None:
    answer = client.get("/readyz")
    package = _package.current()
    assert answer.status_code == 200
    assert answer.json["ok"] is True
    assert answer.json["data_version"] == package.version
    assert answer.json["rows"] == {name: len(frame) for name, frame in package.tables.items()}


def test_it_is_not_ready_while_no_data_are_in_use(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_package, "_current", None)
    answer = client.get("/readyz")
    assert answer.status_code == answer.json["status"] == 503
    assert answer.json["ok"] is False


@pytest.mark.parametrize(
    "path", ["/data/claims.csv", "/data/claims.json", "/chart/containers.csv", "/record/claims/CC01"]
)
def test_whoever_comes_too_early_is_asked_to_come_again(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(_package, "_current", None)
    answer = client.get(path)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
