"""The command line: `check` prints every offence and their count; bad data and a busy port are refused plainly."""

from __future__ import annotations

import socket
import sys
import types
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard import checks
from dashboard.__main__ import main
from dashboard.paths import DATA

if TYPE_CHECKING:
    from tests.conftest import Tiny


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TUMEN_HOST", "TUMEN_PORT", "TUMEN_DATA", "TUMEN_WATCH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def _app_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """An application that can be bound to a port and does nothing else."""
    module = types.ModuleType("dashboard.app")
    vars(module)["warm_up"] = lambda: None
    vars(module)["create_app"] = lambda settings: types.SimpleNamespace(server=lambda environ, start_response: [])
    monkeypatch.setitem(sys.modules, "dashboard.app", module)


def test_check_prints_every_offence_then_their_count(tiny: Tiny, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.set("vessels", imo="1")
    assert main(["check", "--data", str(tiny.directory)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "data/boundaries/world.geojson:0: file: : is missing, the country polygons wanted",
        "data/vessels.csv:2: imo: 1: an IMO number of seven digits wanted",
        "data: 20 tables, 22 rows, 2 offences",
    ]


def test_check_of_sound_data_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(DATA)]) == 0
    assert capsys.readouterr().out.startswith("data: 20 tables, ")


def test_the_data_directory_may_stand_before_or_after_check_or_in_the_environment(
    tiny: Tiny, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[Path] = []
    monkeypatch.setattr(checks, "run", lambda directory: checked.append(directory) or [])
    main(["check", "--data", str(tiny.directory)])
    main(["--data", str(tiny.directory), "check"])
    monkeypatch.setenv("TUMEN_DATA", str(tiny.directory))
    main(["check"])
    assert checked == [tiny.directory] * 3
    assert capsys.readouterr().out == "data: 20 tables, 22 rows, no offence\n" * 3


@pytest.mark.usefixtures("_app_of_nothing")
def test_bad_data_is_not_served(tiny: Tiny, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.set("vessels", imo="1")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert main(["--data", str(tiny.directory), "--port", str(port)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "data/vessels.csv:2: imo: 1: an IMO number of seven digits wanted",
        "data: 1 offence, not served",
    ]


@pytest.mark.usefixtures("_app_of_nothing")
def test_a_busy_port_is_named_in_one_line(tiny: Tiny, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--data", str(tiny.directory), "--port", str(port)]) == 1
    assert capsys.readouterr().err == f"cannot serve on 127.0.0.1:{port}: Address already in use; try --port\n"


def test_a_bad_port_is_refused_before_anything_is_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--port", "70000"])
    assert "--port: 70000: a whole number from 1 to 65535 wanted" in capsys.readouterr().err
    monkeypatch.setenv("TUMEN_PORT", "abc")
    assert main([]) == 1
    assert capsys.readouterr().err == "TUMEN_PORT=abc: a whole number from 1 to 65535 wanted\n"


def test_a_bad_deck_is_not_served(tiny: Tiny, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny.directory / "briefings").mkdir()
    (tiny.directory / "briefings" / "one.toml").write_text("order = \n", encoding="utf-8")
    assert main(["--data", str(tiny.directory)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "data/briefings/one.toml:1: file: : not TOML: Invalid value",
        "data: 1 offence, not served",
    ]
