"""Whatever is sent to the callbacks, it is answered, or refused in one line: no fault, no traceback, no body in the log."""

import json
import logging
from copy import deepcopy
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CALLBACK = "/_dash-update-component"
SECRET = "a-word-that-only-the-body-holds"
SOME = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.sampled_from(
        [SECRET, "en", "fr", "?asof=2024-03-18", "?lang=fr", "/", "\ud800", "../en", "claims", "containers"]
    ),
)
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3))


@pytest.fixture(scope="module")
def envelopes(whole: Flask) -> list[dict[str, Any]]:
    """An envelope in order for each callback of the server, as a browser sends it."""
    known = whole.test_client().get("/_dash-dependencies").json
    return [_envelope(one) for one in known if not one["clientside_function"]]


def _envelope(callback: dict[str, Any]) -> dict[str, Any]:
    output = callback["output"]
    names = output.strip(".").split("...")
    outputs = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    sides = {side: [one | {"value": _value(one)} for one in callback[side]] for side in ("inputs", "state")}
    first = callback["inputs"][0]
    changed = {"changedPropIds": [f"{first['id']}.{first['property']}"]}
    return {"output": output, "outputs": outputs if output.startswith("..") else outputs[0]} | sides | changed


def _value(one: dict[str, str]) -> Any:
    if one["id"].endswith("-lang"):
        return "en"
    return {"pathname": "/about", "search": "?lang=en", "data": "?table=claims&lang=en"}.get(one["property"])


def send(server: Flask, body: object) -> Any:
    """The answer to a body."""
    return server.test_client().post(CALLBACK, data=json.dumps(body), content_type="application/json")


def test_an_envelope_in_order_is_answered(whole: Flask, envelopes: list[dict[str, Any]]) -> None:
    assert len(envelopes) >= 7
    assert {send(whole, one).status_code for one in envelopes} <= {200, 204}


@SOME
@given(data=st.data())
def test_values_of_any_kind_are_taken_or_refused(
    whole: Flask, envelopes: list[dict[str, Any]], caplog: pytest.LogCaptureFixture, data: st.DataObject
) -> None:
    body = deepcopy(data.draw(st.sampled_from(envelopes)))
    for one in data.draw(st.lists(st.sampled_from([*body["inputs"], *body["state"]]), min_size=1, max_size=4)):
        one["value"] = data.draw(JSON)
    _kept(send(whole, body), caplog)


@SOME
@given(data=st.data())
def test_envelopes_of_any_form_are_taken_or_refused(
    whole: Flask, envelopes: list[dict[str, Any]], caplog: pytest.LogCaptureFixture, data: st.DataObject
) -> None:
    body = deepcopy(data.draw(st.sampled_from(envelopes)))
    place = data.draw(st.sampled_from([body, *body["inputs"], *body["state"]]))
    key = data.draw(st.sampled_from(sorted(place)))
    if data.draw(st.booleans()):
        del place[key]
    else:
        place[key] = data.draw(JSON)
    _kept(send(whole, body), caplog)


def _kept(answer: Any, caplog: pytest.LogCaptureFixture) -> None:
    """The contract: these statuses, nothing in the log but one line for each fault of ours, and there is none."""
    assert answer.status_code in (200, 204, 400, 404), answer.text
    if answer.status_code >= 400:
        assert answer.json == {"ok": False, "error": answer.json["error"], "status": answer.status_code}
        assert SECRET not in answer.text
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"output": "none.children"}, "no callback has that output"),
        ({"output": "data-count.children"}, "no callback has that output"),
        ({"outputs": []}, "outputs do not fit output"),
        ({"outputs": [{"id": "page", "property": "children"}]}, "outputs do not fit output"),
        ({"inputs": []}, "inputs are not those of the callback"),
        ({"inputs": [{"id": "url", "property": "search", "value": ""}]}, "inputs are not those of the callback"),
        ({"inputs": [{"id": "url", "property": "pathname", "value": 7}]}, "url cannot have that value"),
        ({"inputs": [{"id": "url", "property": "pathname", "value": "/" * 4001}]}, "url cannot have that value"),
        ({"state": None}, "state are not those of the callback"),
        ({"changedPropIds": [7]}, "changedPropIds wants a list of texts"),
        ({"more": float("nan")}, "the body holds what JSON cannot say: NaN, Infinity, or half a character"),
        ({"more": "\ud800"}, "the body holds what JSON cannot say: NaN, Infinity, or half a character"),
    ],
)
def test_what_does_not_fit_is_named(
    whole: Flask, envelopes: list[dict[str, Any]], change: dict[str, Any], said: str
) -> None:
    body = next(one for one in envelopes if one["output"] == "page.children") | change
    answer = send(whole, body)
    assert answer.status_code == 400
    assert answer.json["error"] == said


def test_a_language_that_is_none_never_reaches_the_text_files(whole: Flask, envelopes: list[dict[str, Any]]) -> None:
    body = deepcopy(next(one for one in envelopes if one["output"].startswith("..shipments-")))
    body["state"][0]["value"] = "../../../etc/passwd"
    assert send(whole, body).json["error"] == "shipments-lang cannot have that value"
