"""What a page answers to a change of its state: what that changes, and nothing else."""

from collections.abc import Mapping
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.datasets import _package
from dashboard.paths import DATA

CONTROLS = ("start", "end", "asof", "overlay", "claimant", "unit")
AT_REST = {"start": "", "end": "", "asof": "", "overlay": "sanctions", "claimant": [], "unit": "containers"}
TIMELINE, CONTAINERS = "overview-timeline-figure", "overview-containers-figure"
FIGURES, OTHER, CHANGED = (f"overview-part-{name}" for name in ("figures", "other", "changed"))


@pytest.fixture(scope="module")
def app() -> Dash:
    _package.use(_package.load(DATA))
    return create_app()


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    client: FlaskClient = app.server.test_client()
    client.callback = next(key for key in app.callback_map if "overview-address.search" in key)  # type: ignore[attr-defined]
    return client


def answered(client: FlaskClient, led: str, search: str, **controls: Any) -> Mapping[str, Any]:
    """What the Overview answers by id when `led` was changed, while the address says `search` and the controls `controls`."""
    said = {**AT_REST, **controls}
    callback = client.callback  # type: ignore[attr-defined]
    inputs = [
        {"id": "overview-address", "property": "search", "value": search},
        {"id": "overview-reset", "property": "n_clicks", "value": None},
        *({"id": f"overview-{key}", "property": "value", "value": said[key]} for key in CONTROLS),
    ]
    outputs = [
        {"id": one.rpartition(".")[0], "property": one.rpartition(".")[2]} for one in callback.strip(".").split("...")
    ]
    state = [{"id": "overview-lang", "property": "data", "value": "en"}]
    body = {"output": callback, "outputs": outputs, "inputs": inputs, "state": state, "changedPropIds": [led]}
    answer = client.post("/_dash-update-component", json=body)
    return answer.json["response"] if answer.status_code == 200 else {}


def test_a_choice_that_one_chart_obeys_renews_that_chart_alone(client: FlaskClient) -> None:
    found = answered(client, "overview-claimant.value", "", claimant=["us"])
    assert found["overview-address"]["search"] == "?claimant=us&lang=en"
    assert "figure" in found[CONTAINERS]
    assert not found.keys() & {TIMELINE, FIGURES, OTHER, CHANGED}


def test_a_period_renews_what_is_dated_and_not_what_hangs_on_the_day_of_knowledge(client: FlaskClient) -> None:
    found = answered(client, "overview-start.value", "?lang=en", start="2024")
    assert found.keys() >= {CONTAINERS, TIMELINE, OTHER}
    assert not found.keys() & {FIGURES, CHANGED}


def test_a_day_of_knowledge_renews_everything(client: FlaskClient) -> None:
    found = answered(client, "overview-asof.value", "?lang=en", asof="2024-03-18")
    assert found.keys() >= {CONTAINERS, TIMELINE, FIGURES, OTHER, CHANGED, "overview-notice"}


def test_an_address_that_leads_renews_what_the_controls_did_not_say_yet(client: FlaskClient) -> None:
    found = answered(client, "overview-address.search", "?claimant=us&lang=en", start="2024")
    assert found["overview-claimant"]["value"] == ["us"]
    assert found["overview-start"]["value"] == ""
    assert found.keys() >= {CONTAINERS, TIMELINE, OTHER}
    assert "search" not in found.get("overview-address", {})


def test_a_reset_renews_what_differs_from_the_beginning(client: FlaskClient) -> None:
    found = answered(client, "overview-reset.n_clicks", "?claimant=us&lang=en", claimant=["us"])
    assert found["overview-address"]["search"] == "?lang=en"
    assert CONTAINERS in found
    assert TIMELINE not in found


def test_another_lane_of_context_renews_no_chart(client: FlaskClient) -> None:
    found = answered(client, "overview-overlay.value", "", overlay="meetings")
    assert found["overview-address"]["search"] == "?overlay=meetings&lang=en"
    assert not found.keys() & {CONTAINERS, TIMELINE}
