"""Settings come from the environment, and a port that is none is refused by name."""

from pathlib import Path

import pytest

from dashboard.paths import DATA
from dashboard.settings import Settings, port_number


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings("127.0.0.1", 8050, DATA)


def test_an_empty_variable_counts_as_not_given() -> None:
    assert Settings.from_environment({"TUMEN_HOST": "", "TUMEN_PORT": "", "TUMEN_DATA": ""}) == Settings()


def test_the_environment_decides() -> None:
    environ = {"TUMEN_HOST": "0.0.0.0", "TUMEN_PORT": "9000", "TUMEN_DATA": "/srv/data"}
    assert Settings.from_environment(environ) == Settings("0.0.0.0", 9000, Path("/srv/data"))


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "80.0", "８０"])
def test_a_port_that_is_none_is_refused_with_what_was_wanted(port: str) -> None:
    with pytest.raises(ValueError, match=f"^TUMEN_PORT={port}: a whole number from 1 to 65535 wanted$"):
        Settings.from_environment({"TUMEN_PORT": port})


def test_the_highest_port_is_one() -> None:
    assert port_number("65535") == 65535


def test_who_may_frame_the_embedded_charts_is_a_list_of_origins() -> None:
    said = "https://example.org http://localhost:8000  https://*.example.com"
    assert Settings.from_environment({"TUMEN_FRAME_ANCESTORS": said}).frame_ancestors == tuple(said.split())


@pytest.mark.parametrize(
    "origin", ["*", "example.org", "https://example.org/path", "javascript:x", "https://a;script-src", "'none'"]
)
def test_what_is_no_origin_is_refused_by_name(origin: str) -> None:
    with pytest.raises(ValueError, match=r"^TUMEN_FRAME_ANCESTORS=.+: origins such as https://example.org wanted"):
        Settings.from_environment({"TUMEN_FRAME_ANCESTORS": f"https://example.org {origin}"})


@pytest.mark.parametrize(("said", "on"), [("1", True), ("true", True), ("0", False), ("", False), ("No", False)])
def test_a_switch_is_on_or_off(said: str, on: bool) -> None:
    assert Settings.from_environment({"TUMEN_MCP": said}).mcp is on


def test_a_switch_that_says_neither_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^TUMEN_MCP=perhaps: 1 for on or 0 for off wanted$"):
        Settings.from_environment({"TUMEN_MCP": "perhaps"})
