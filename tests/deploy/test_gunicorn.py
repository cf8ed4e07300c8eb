"""The gunicorn of `deploy/`: it serves, takes in new data, survives the loss of a worker, and ends without cutting anybody off."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from dashboard.paths import ROOT

from .conftest import PATIENCE, get, until

Gunicorn = tuple[int, Any, Path]
CLIENTS = 8
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="gunicorn does not run on Windows")


def ready(port: int) -> dict[str, Any]:
    return dict(json.loads(get(port, "/readyz")[1]))


def test_it_serves_without_a_banner_and_takes_in_edited_data_on_sighup(gunicorn: Gunicorn, copied: Path) -> None:
    port, process, log = gunicorn
    for path in ("/", "/data/claims.csv", "/healthz", "/nothing"):
        assert "Server" not in get(port, path)[2]
    first, path = ready(port), copied / "claims.csv"
    sound = path.read_text(encoding="utf-8")

    path.write_text(sound.replace(",33000,", ",34567,"), encoding="utf-8")
    process.send_signal(signal.SIGHUP)
    until(lambda: ready(port)["data_version"] != first["data_version"])
    assert b"34567" in until(lambda: (found := get(port, "/data/claims.csv")[1]).count(b"34567") and found)

    path.write_text(sound.replace(",33000,", ",many,"), encoding="utf-8")
    process.send_signal(signal.SIGHUP)
    assert until(lambda: (now := ready(port))["stale"] and now)["data_version"] != first["data_version"]
    assert "many: plain digits wanted" in log.read_text()


def test_who_is_being_answered_when_it_ends_gets_the_whole_answer(gunicorn: Gunicorn) -> None:
    port, process, log = gunicorn
    body = b"[" + b" " * 1000 + b"]"
    head = f"POST /_dash-update-component HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as asking, asking.makefile("rb") as answers:
        asking.sendall(head.encode())
        assert b" 100 " in answers.readline()  # a worker has taken the request and waits for its body
        answers.readline()
        process.terminate()
        until(lambda: "Handling signal: term" in log.read_text())
        asking.sendall(body)
        assert b" 400 " in answers.readline()
        assert answers.read().endswith(b'"status": 400}')
    assert process.wait(PATIENCE) == 0


def test_a_worker_that_is_killed_loses_no_more_than_its_own_requests(gunicorn: Gunicorn) -> None:
    port, process, _ = gunicorn
    stop, lost, answered = Event(), list[str](), list[int]()

    def ask() -> None:
        while not stop.is_set():
            try:
                answered.append(get(port, "/data/un_votes.csv")[0])
            except (OSError, http.client.HTTPException) as error:
                lost.append(repr(error))

    with ThreadPoolExecutor(CLIENTS) as pool:
        for _ in range(CLIENTS):
            pool.submit(ask)
        until(lambda: len(answered) > 50)
        os.kill(int(_workers(process.pid)[0]), signal.SIGKILL)
        many = len(answered) + 200
        until(lambda: len(answered) > many)
        until(lambda: len(_workers(process.pid)) == 2)
        stop.set()
    assert set(answered) == {200}
    assert len(lost) <= CLIENTS


def _workers(master: int) -> list[str]:
    return Path(f"/proc/{master}/task/{master}/children").read_text().split()


def test_bad_data_and_bad_settings_are_refused_at_the_start(copied: Path) -> None:
    (copied / "un_votes.csv").write_text("")
    command = [sys.executable, "-c", "import dashboard.wsgi"]
    for change, said in (
        ({"TUMEN_DATA": str(copied)}, "data/un_votes.csv:0: file: : is empty, a header and rows wanted\n"),
        ({"TUMEN_PORT": "x"}, "TUMEN_PORT=x: a whole number from 1 to 65535 wanted\n"),
    ):
        done = subprocess.run(command, cwd=ROOT, env=os.environ | change, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert said in done.stderr
        assert "Traceback" not in done.stderr
