"""plotly.js: the bundle where there is one of the right version, else the whole library."""

import logging
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.routes import plotly_js


def test_without_a_bundle_the_whole_library_is_served(tmp_path: Path) -> None:
    assert plotly_js.chosen(tmp_path / "plotly.min.js").parent.name == "package_data"


def test_a_bundle_of_the_shipped_version_is_served(tmp_path: Path) -> None:
    bundle = tmp_path / "plotly.min.js"
    bundle.write_text(f"/* plotly.js {plotly_js.shipped_version()}, only bar */")
    assert plotly_js.chosen(bundle) == bundle


@pytest.mark.parametrize("first", ["/* plotly.js 1.0.0, only bar */", "/* nothing said */"])
def test_a_bundle_of_another_version_is_refused_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, first: str
) -> None:
    bundle = tmp_path / "plotly.min.js"
    bundle.write_text(first)
    with caplog.at_level(logging.WARNING):
        assert plotly_js.chosen(bundle) != bundle
    assert plotly_js.shipped_version() in caplog.text


def test_the_address_holds_for_good_and_another_is_not_found(client: FlaskClient) -> None:
    answer = client.get(plotly_js.address(), headers={"Accept-Encoding": "br"})
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Encoding"] == "br"
    assert len(answer.data) < 1_400_000
    assert client.get("/plotly/4.0.0-0000000000.js").status_code == 404


def test_a_reader_without_brotli_gets_it_as_it_is(client: FlaskClient) -> None:
    answer = client.get(plotly_js.address(), headers={"Accept-Encoding": "identity"})
    assert b"plotly.js" in answer.data[:100]
