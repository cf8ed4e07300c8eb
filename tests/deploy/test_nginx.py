"""Two instances behind the nginx of `deploy/`: one is stopped under load, and no reader notices."""

import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Event

import pytest

from dashboard.paths import ROOT

from .conftest import free_port, get, running, until

CLIENTS = 4
PATHS = ("/", "/record/claims/CC01", "/data/claims.csv", "/assets/10-tokens.css")


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed here")
def test_no_page_fails_when_one_of_two_instances_is_stopped(tmp_path: Path) -> None:
    front, *behind = free_port(), free_port(), free_port()
    config = (ROOT / "deploy" / "nginx.conf").read_text()
    for written, port in ((8050, front), (8051, behind[0]), (8052, behind[1])):
        assert f"127.0.0.1:{written}" in config
        config = config.replace(f"127.0.0.1:{written}", f"127.0.0.1:{port}")
    (tmp_path / "nginx.conf").write_text(config)
    # Its workers would otherwise change to a user who may not look into the test's directory.
    user = " user root;" if os.geteuid() == 0 else ""
    nginx = ["nginx", "-p", str(tmp_path), "-c", "nginx.conf", "-g", f"daemon off;{user}"]
    stop, answered = Event(), list[int]()

    def ask() -> None:
        while not stop.is_set():
            answered.extend(get(front, path)[0] for path in PATHS)

    with ExitStack() as stack:
        log = tmp_path / "log"
        instances = [
            stack.enter_context(running([sys.executable, "-m", "dashboard", "--port", str(port)], port, log))
            for port in behind
        ]
        stack.enter_context(running(nginx, front, log, "/healthz"))
        with ThreadPoolExecutor(CLIENTS) as pool:
            asking = [pool.submit(ask) for _ in range(CLIENTS)]
            until(lambda: len(answered) > 40)
            instances[0].terminate()
            assert instances[0].wait(60) == 0
            many = len(answered) + 100
            until(lambda: len(answered) > many or any(one.done() for one in asking))
            stop.set()
            for one in asking:
                one.result()
    assert set(answered) == {200}
