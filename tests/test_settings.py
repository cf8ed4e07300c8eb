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
