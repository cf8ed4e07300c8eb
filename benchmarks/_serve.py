"""Servers for the time of a measurement."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    """A TCP port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes], seconds: float) -> None:
    """Return when the address answers 200. Raises RuntimeError when the process ends or the time is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"{address}: the server ended with status {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise RuntimeError(f"{address}: no answer in {seconds} s")


@contextmanager
def server(
    command: Sequence[str], address: str, seconds: float = 120, *, rested: bool = True
) -> Iterator[subprocess.Popen[bytes]]:
    """A server that is up inside the block, and at rest unless told otherwise; `address` is what must answer first."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(address, process, seconds)
        if rested:
            _settle(process.pid, seconds)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def dashboard(*options: str, module: str = "dashboard") -> Iterator[str]:
    """The dashboard under waitress, as `python -m dashboard` starts it, warm; gives its address."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with server([sys.executable, "-m", module, "--port", str(port), *options], f"{base}/readyz"):
        yield base


def _settle(pid: int, seconds: float) -> None:
    """Wait until the server and its children rest: what they do after the start must not weigh on a measurement.

    They rest when they did nothing for two seconds: our own warm-up leaves the first one to readers.
    """
    until, quiet = time.monotonic() + seconds, 0
    before = _worked(pid)
    while quiet < 2 and time.monotonic() < until:
        time.sleep(1)
        now = _worked(pid)
        quiet = quiet + 1 if now - before < 0.05 else 0
        before = now


def _worked(pid: int) -> float:
    """Seconds of processor time that the process and its children have used so far (Linux; elsewhere 0)."""
    if not Path("/proc").is_dir():
        return 0
    ticks = 0
    for one in [pid, *_children(pid)]:
        said = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        ticks += int(said[11]) + int(said[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Private memory of a process and its children in MiB (Linux only)."""
    total = 0
    for one in [pid, *_children(pid)]:
        for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
            if line.startswith(("Private_Clean:", "Private_Dirty:")):
                total += int(line.split()[1])
    return total / 1024


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(one) for one in found]
