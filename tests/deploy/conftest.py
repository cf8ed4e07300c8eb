"""Servers as they stand in production, each a process of its own on a free port."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dashboard.paths import DATA, ROOT

PATIENCE = 60


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def get(port: int, path: str) -> tuple[int, bytes, http.client.HTTPMessage]:
    """Status, whole body and headers; raises OSError or HTTPException when the answer was cut off or never came."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers
    finally:
        connection.close()


def until(true: Callable[[], Any]) -> Any:
    """Wait for something to be so, and return it; a server that is not there yet is not so."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if found := true():
                return found
        except (OSError, http.client.HTTPException):
            pass
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


@contextmanager
def running(command: list[str], port: int, log: Path, path: str = "/readyz", **environ: str) -> Iterator[Any]:
    """A process that answers 200 at that path; killed in the end when it still runs."""
    with log.open("ab") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environ, stdout=out, stderr=out)
    try:
        until(lambda: get(port, path)[0] == 200)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The data of the project in a place where they can be changed."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def gunicorn(copied: Path, tmp_path: Path) -> Iterator[tuple[int, Any, Path]]:
    """The dashboard under gunicorn as `deploy/` configures it: port, master process, log."""
    if sys.platform == "win32":
        pytest.skip("gunicorn does not run on Windows")
    port, log = free_port(), tmp_path / "log"
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
    with running(command, port, log, TUMEN_PORT=str(port), TUMEN_DATA=str(copied)) as process:
        yield port, process, log
