"""The server answers while it loads, takes new data only when they are sound, and ends without cutting anybody off."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from flask import Flask

from dashboard import app
from dashboard.datasets import _package, _watch
from dashboard.paths import DATA, ROOT
from dashboard.serving import Serving
from dashboard.settings import Settings

if TYPE_CHECKING:
    from tests.conftest import Tiny

PATIENCE = 60


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def get(port: int, path: str) -> tuple[int, str]:
    """Status and text of an answer; 0 when there was none."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError as error:
        return 0, str(error)


def lets_in(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), PATIENCE).close()
    except OSError:
        return False
    return True


def until(true: Callable[[], Any]) -> Any:
    """Wait for something to be so, and return it."""
    end = time.monotonic() + PATIENCE
    while not (found := true()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
    return found


def ready(port: int) -> dict[str, Any]:
    status, text = get(port, "/readyz")
    return json.loads(text) if status == 200 else {}


def test_it_is_healthy_but_not_ready_while_the_data_are_loading(
    whole: Flask, real_package: _package.Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = Event()
    monkeypatch.setattr(_package, "_current", None)
    monkeypatch.setattr(_package, "load", lambda directory: loaded.wait(PATIENCE) and real_package)
    port = free_port()
    serving = Serving(whole, replace(Settings(), port=port), lambda: None)
    with ThreadPoolExecutor() as pool:
        running = pool.submit(serving.run)
        assert until(lambda: get(port, "/healthz")[0]) == 200
        for path in ("/readyz", "/", "/data/claims.csv", "/record/claims/CC01"):
            assert get(port, path)[0] == 503
        loaded.set()
        assert until(lambda: ready(port))["data_version"] == real_package.version
        serving.end()
        assert running.result(PATIENCE) == 0


def test_who_is_being_answered_when_it_ends_gets_the_whole_answer(real_package: _package.Package) -> None:
    asked, may_answer = Event(), Event()

    def slow(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        asked.set()
        may_answer.wait(PATIENCE)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"x" * 500_000]

    port = free_port()
    serving = Serving(slow, replace(Settings(), port=port), lambda: None)
    with ThreadPoolExecutor() as pool:
        running, answer = pool.submit(serving.run), pool.submit(get, port, "/")
        assert asked.wait(PATIENCE)
        serving.end()
        until(lambda: not lets_in(port))
        may_answer.set()
        assert answer.result(PATIENCE) == (200, "x" * 500_000)
        assert running.result(PATIENCE) == 0


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The data of the project in a place where they can be changed."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def served(copied: Path, tmp_path: Path) -> Iterator[tuple[int, subprocess.Popen[bytes], Path]]:
    """The dashboard on the copied data, by its own command with `--watch`: port, process, log."""
    port, log = free_port(), tmp_path / "log"
    command = [sys.executable, "-m", "dashboard", "--port", str(port), "--data", str(copied), "--watch"]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out)
    try:
        yield port, process, log
    finally:
        process.kill()
        process.wait()


def edit(directory: Path, old: str, new: str) -> None:
    """Replace the sources at once, as an editor does that saves safely."""
    path = directory / "sources.csv"
    beside = directory / "sources.new"
    beside.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    os.replace(beside, path)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no SIGHUP on this platform")
def test_edited_data_are_served_when_sound_and_refused_when_not(
    served: tuple[int, subprocess.Popen[bytes], Path], copied: Path
) -> None:
    port, process, log = served
    first = until(lambda: ready(port))
    assert first["stale"] is False
    name = _package.table("sources")["title"][lambda titles: titles.str.len() > 20].iloc[0]
    page = "/data/sources.csv?raw=1"

    edit(copied, name, "A title of ours")
    second = until(lambda: (now := ready(port))["data_version"] != first["data_version"] and now)
    assert "A title of ours" in get(port, page)[1]

    edit(copied, "A title of ours", "A title\u202e of ours")
    third = until(lambda: (now := ready(port))["stale"] and now)
    assert third["data_version"] == second["data_version"]
    assert "A title of ours" in get(port, page)[1]
    until(lambda: "holds the unseen character U+202E" in log.read_text())

    edit(copied, "A title\u202e of ours", "Another title")
    process.send_signal(signal.SIGHUP)
    fourth = until(lambda: not (now := ready(port))["stale"] and now)
    assert fourth["data_version"] not in (first["data_version"], second["data_version"])
    assert "Another title" in get(port, page)[1]

    process.terminate()
    assert process.wait(PATIENCE) == 0


def test_refused_data_leave_what_is_in_use_and_are_said_whole(tiny: Tiny) -> None:
    _package.use(_package.load(tiny.directory))
    before, said = _package.current(), list[str]()
    tiny.set("vessels", imo="1")
    tiny.set("claims", low="x")
    assert not _watch.reload(tiny.directory, said.append)
    assert _package.current() is before
    assert _package.stale()
    assert [line.partition(": ")[0] for line in said[0].splitlines()] == [
        "data/claims.csv:2",
        "data/vessels.csv:2",
        "data",
    ]
    tiny.set("vessels", imo="9179842")
    tiny.set("claims", low="1200")
    assert _watch.reload(tiny.directory, said.append)
    assert not _package.stale()
    assert _package.table("claims")["low"].iloc[0] == 1200


def test_what_is_drawn_and_counted_follows_the_data(whole: Flask, copied: Path) -> None:
    client = whole.test_client()
    before = client.get("/chart/containers.csv"), client.get("/?lang=en").text
    edit_claims = (copied / "claims.csv").read_text(encoding="utf-8")
    assert ",33000," in edit_claims
    (copied / "claims.csv").write_text(edit_claims.replace(",33000,", ",34567,"), encoding="utf-8")
    _package.use(_package.load(copied))
    answer = client.get("/chart/containers.csv", headers={"If-None-Match": before[0].headers["ETag"]})
    assert answer.status_code == 200
    assert "34567" in answer.text
    assert "34,567" in client.get("/?lang=en").text
    assert "34,567" not in before[1]
    assert client.get("/search.json?q=34567").json["total"] > 0


def test_one_answer_is_made_of_one_package(whole: Flask, real_package: _package.Package, tiny: Tiny) -> None:
    other = _package.load(tiny.directory)
    with _package.pinned():
        _package.use(other)
        assert _package.current() is real_package
    assert _package.current() is other


def test_files_replaced_while_they_are_read_are_read_again(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    inspect, times = _package.inspect, iter(range(10))

    def meddled(directory: Path) -> Any:
        read = inspect(directory)
        if next(times) == 0:
            tiny.set("claims", low="1500")
        return read

    monkeypatch.setattr(_package, "inspect", meddled)
    assert _package.load(tiny.directory).tables["claims"]["low"].iloc[0] == 1500


def test_files_that_never_come_to_rest_are_refused(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    inspect, times = _package.inspect, iter(range(1500, 1600))

    def meddled(directory: Path) -> Any:
        read = inspect(directory)
        tiny.set("claims", low=str(next(times)))
        return read

    monkeypatch.setattr(_package, "inspect", meddled)
    assert tiny.offences() == [
        "data/datapackage.json:0: files: : keep changing while they are read, files at rest wanted"
    ]


def test_the_warm_up_ends_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Any] = []
    monkeypatch.setattr(app, "_WARM_UP", 0.0)
    monkeypatch.setattr(app, "_AT_THE_DOOR", 0.0)
    monkeypatch.setattr(app.search, "warm_up", lambda: None)
    monkeypatch.setattr(app.charts, "render", lambda *said: drawn.append(said))
    app.warm_up()
    assert len(drawn) == 1
