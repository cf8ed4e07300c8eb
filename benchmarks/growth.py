"""The Overview and the server's memory when there are ten and a hundred times the rows."""

import sys
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks._browser import browser, first_draw, fresh
from benchmarks._load import load
from benchmarks._serve import free_port, memory, server
from benchmarks.grow import grow

ROUNDS = 5


@dataclass
class Size:
    """One size of the data: first draws (ms), private memory of the server (MiB), and how much a whole download added to it."""

    times: int
    draws: list[float] = field(default_factory=list)
    memory: float = 0
    download: float = 0


def measure(sizes: tuple[int, ...] = (1, 10, 100), rounds: int = ROUNDS) -> list[Size]:
    """Each size on a server of its own, the first draws in turn."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running = [stack.enter_context(_grown(folder / str(times), times)) for times in sizes]
        with browser() as found:
            for keep in (False, *[True] * rounds):
                for size, base, _ in running:
                    with fresh(found) as context:
                        drawn, _page = first_draw(context, f"{base}/?lang=en")
                    if keep:
                        size.draws.append(drawn)
        for size, base, pid in running:
            size.memory = memory(pid)
            load(f"{base}/data/missile_tests.csv", clients=1, seconds=1)
            size.download = memory(pid) - size.memory
    return [size for size, _, _ in running]


@contextmanager
def _grown(folder: Path, times: int):
    grow(folder, times)
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "dashboard", "--port", str(port), "--data", str(folder)]
    with server(command, f"{base}/readyz", seconds=900) as process:
        yield Size(times), base, process.pid
