"""Answers given again without being made anew."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.datasets import _package
from dashboard.routes import kept
from dashboard.routes.limits import CALLBACK


class Counted:
    """A small server behind the store, which counts how often it was asked itself."""

    def __init__(self, most_bytes: int = kept.MOST_BYTES) -> None:
        self.asked, self.slowness = 0, 0.0
        self.server = server = Flask("counted", static_folder=None)
        server.add_url_rule("/<path:path>", view_func=self._say, methods=["GET", "POST"])
        server.wsgi_app = kept.Kept(server.wsgi_app, most_bytes)  # type: ignore[method-assign]
        self.client = server.test_client()

    def _say(self, path: str) -> Any:
        self.asked += 1
        number = self.asked
        time.sleep(self.slowness)
        said = request.get_data(as_text=True) + request.headers.get("Accept-Language", "")
        headers = {"Cache-Control": "no-store"} if path == "secret" else {}
        return f"{path}?{request.query_string.decode()} {said} {number}", 404 if path == "missing" else 200, headers


@pytest.mark.parametrize("path", ["/a", "/a?b=c"])
def test_the_same_question_is_answered_once(path: str) -> None:
    counted = Counted()
    assert counted.client.get(path).data == counted.client.get(path).data
    assert counted.asked == 1


def test_another_address_language_or_body_is_another_question() -> None:
    counted = Counted()
    counted.client.get("/a")
    counted.client.get("/a?b=c")
    counted.client.get("/a", headers={"Accept-Language": "fr"})
    counted.client.post(CALLBACK, data="one")
    assert "two" in counted.client.post(CALLBACK, data="two").text
    assert counted.asked == 5


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/missing", "/secret"])
def test_what_may_change_or_went_wrong_is_asked_anew(path: str) -> None:
    counted = Counted()
    counted.client.get(path)
    counted.client.get(path)
    assert counted.asked == 2


def test_only_callbacks_are_kept_of_what_is_posted() -> None:
    counted = Counted()
    counted.client.post("/a", data="x")
    counted.client.post("/a", data="x")
    assert counted.asked == 2
    counted.client.post(CALLBACK, data="x")
    counted.client.post(CALLBACK, data="x")
    assert counted.asked == 3


def test_other_data_are_another_answer(tiny: Any) -> None:
    counted = Counted()
    counted.client.get("/a")
    _package.use(_package.load(tiny.directory))
    counted.client.get("/a")
    assert counted.asked == 2


def test_a_reader_who_holds_the_answer_is_told_so() -> None:
    counted = Counted()
    first = counted.client.get("/a")
    again = counted.client.get("/a", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert counted.client.get("/a", headers={"If-None-Match": '"another"'}).status_code == 200
    assert counted.asked == 1


def test_the_store_never_holds_more_than_its_bytes() -> None:
    counted = Counted(most_bytes=25)
    for path in ("/first", "/second", "/third", "/fourth"):
        counted.client.get(path)
    counted.client.get("/fourth")
    assert counted.asked == 4  # the newest is still there
    counted.client.get("/first")
    assert counted.asked == 5  # the oldest is not


@pytest.mark.parametrize("path", ["/chart/containers.csv", "/data/claims.json", "/record/claims/CC01"])
def test_a_kept_answer_is_the_answer(client: FlaskClient, path: str) -> None:
    first, second = client.get(path), client.get(path)
    assert (first.status_code, first.data) == (second.status_code, second.data)
    assert sorted(first.headers) == sorted(second.headers)


def _crowd(counted: Counted, path: str) -> list[TestResponse]:
    """Eight readers who ask the same while the first of them is still being answered."""
    counted.slowness = 0.2
    with ThreadPoolExecutor(8) as readers:
        asked = [readers.submit(counted.server.test_client().get, path) for _ in range(8)]
        return [one.result(10) for one in asked]


def test_a_crowd_with_the_same_question_has_its_answer_made_once() -> None:
    counted = Counted()
    assert {answer.data for answer in _crowd(counted, "/a")} == {b"a?  1"}


def test_who_waited_for_an_answer_that_went_wrong_asks_for_himself() -> None:
    counted = Counted()
    assert {answer.status_code for answer in _crowd(counted, "/missing")} == {404}
    assert counted.asked == 8
