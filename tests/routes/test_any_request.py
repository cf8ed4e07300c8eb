"""Any path with any parameters gets an answer of the contract: never a fault of ours, never a word of the machine's."""

import logging
from collections.abc import Iterator
from urllib.parse import quote, quote_from_bytes, urlencode

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import charts
from dashboard.datasets import _package
from dashboard.paths import DATA

from .conftest import PAGES

TABLES = [path.stem for path in sorted(DATA.glob("*.csv"))]
KEYS = ["start", "end", "asof", "lang", "overlay", "claimant", "q", "raw", "table", "item", "item~", "low", "lat"]
KEYS += ["stated_on", "source_ids", "note_en~", "source_check", "unit", "view", "__class__", "q[]", "\x00"]
VALUES = ["", "1", "0", "2024", "2024-03", "2024-13", "1900", "9999-12-31", "0000", "en", "fr", "read", "containers"]
VALUES += [
    "us",
    "nan",
    "-inf",
    "1e309",
    "9" * 400,
    "=cmd",
    "<script>",
    "a,b,,c",
    "%",
    "\u202e",
    "\ufdfa" * 40,
    "../..",
    "{0}",
]
PARTS = [
    "CC01",
    "claims",
    ".env",
    "..",
    "%2e%2e",
    "etc",
    "passwd",
    "\x00",
    "x" * 300,
    "🎈",
    "claims.csv",
    "cc 01",
    "''",
]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PAIR = st.tuples(st.one_of(st.sampled_from(KEYS), TEXT), st.one_of(st.sampled_from(VALUES), TEXT))
SAID = st.one_of(
    st.lists(PAIR, max_size=4).map(urlencode),
    st.binary(max_size=60).map(lambda raw: quote_from_bytes(raw, safe="&=;+,%")),
)
ROOTS = [
    "/data/",
    "/chart/",
    "/record/",
    "/record/claims/",
    "/search",
    "/assets/",
    "/_dash-component-suites/",
    "/_",
    "/",
]
PATHS = st.builds(
    lambda root, parts, end: root + "/".join(quote(part, safe="%.") for part in parts) + end,
    st.sampled_from(ROOTS),
    st.lists(st.one_of(st.sampled_from(PARTS), TEXT), max_size=3),
    st.sampled_from(["", "/", ".csv", ".json", ".geojson", ".js"]),
).filter(lambda path: not path.startswith("//"))  # the test client would take what follows for a host
SOME = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEW = settings(SOME, max_examples=25)


@pytest.fixture(autouse=True)
def no_fault(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing reaches the log as an error while these tests ask."""
    yield
    assert [record for record in caplog.get_records("call") if record.levelno >= logging.ERROR] == []


def ask(server: Flask, address: str) -> int:
    """The status of an answer that keeps the contract."""
    with server.test_client().get(address) as answer:
        said = answer.get_data(as_text=answer.mimetype in ("text/html", "application/json"))
        assert answer.status_code < 500, (address, said)
        assert answer.status_code in (200, 308, 400, 404, 405, 414), (address, said)
        if answer.status_code >= 400 and answer.mimetype == "application/json":
            assert answer.json == {"ok": False, "error": answer.json["error"], "status": answer.status_code}
        if isinstance(said, str):
            assert "Traceback" not in said
            assert "site-packages" not in said
        return answer.status_code


@SOME
@given(table=st.sampled_from(TABLES), form=st.sampled_from(["csv", "json"]), said=SAID)
def test_the_records(whole: Flask, table: str, form: str, said: str) -> None:
    assert ask(whole, f"/data/{table}.{form}?{said}") in (200, 400)


@SOME
@given(chart=st.sampled_from(sorted(charts.BY_ID)), said=SAID)
def test_what_charts_draw(whole: Flask, chart: str, said: str) -> None:
    assert ask(whole, f"/chart/{chart}.csv?{said}") in (200, 400)


@SOME
@given(table=st.sampled_from(TABLES), row=st.integers(0, 30), said=SAID)
def test_the_pages_of_records(whole: Flask, table: str, row: int, said: str) -> None:
    keys = _package.table(table).iloc[:, 0]
    assert ask(whole, f"/record/{table}/{keys.iloc[row % len(keys)]}?{said}") in (200, 404)


@SOME
@given(words=TEXT, said=SAID)
def test_the_search(whole: Flask, words: str, said: str) -> None:
    assert ask(whole, f"/search.json?{urlencode({'q': words})}&{said}") in (200, 400)


@FEW
@given(path=st.sampled_from(PAGES), said=SAID)
def test_the_pages(whole: Flask, path: str, said: str) -> None:
    assert ask(whole, f"{path}?{said}") == 200


@settings(SOME, max_examples=150)
@given(path=PATHS, said=SAID)
def test_any_path(whole: Flask, path: str, said: str) -> None:
    ask(whole, f"{path}?{said}")


@pytest.mark.parametrize("address", ["/.env", "/_mcp", "/_dash-component-suites/os/x.js", "/_dash-update-component"])
def test_what_scanners_ask_for_is_not_there(whole: Flask, address: str) -> None:
    assert ask(whole, address) in (404, 405)
