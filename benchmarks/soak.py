"""Whether memory stays flat: asks a gunicorn of `deploy/` for some minutes and says what its processes hold. Linux.

`python -m benchmarks soak` (ten minutes), or `python benchmarks/soak.py MINUTES`.
"""

import http.client
import os
import random
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Event

ROOT = Path(__file__).resolve().parent.parent
CLIENTS = 4
DAYS = [f"{year}-{month:02}" for year in range(2022, 2027) for month in range(1, 13)]
PATHS = (
    "/?lang={lang}",
    "/shipments?lang={lang}",
    "/data?table=claims",
    "/data/meetings.csv?asof={day}",
    "/data/claims.json?start={day}",
    "/chart/containers.csv?asof={day}",
    "/chart/timeline.csv?start={day}",
    "/record/claims/CC01?asof={day}&lang={lang}",
    "/search.json?q=Rajin&lang={lang}",
    "/nothing/{day}",
)


def ask(port: int, stop: Event, seed: int) -> dict[int, int]:
    """Ask one thing after the other until told to stop; how often each status came (0: no answer)."""
    chance, answered = random.Random(seed), dict[int, int]()
    while not stop.is_set():
        path = chance.choice(PATHS).format(lang=chance.choice(("en", "fr")), day=chance.choice(DAYS))
        status = get(port, path)
        answered[status] = answered.get(status, 0) + 1
    return answered


def get(port: int, path: str) -> int:
    """The status of an answer that came whole, else 0."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()
    return answer.status


def held(master: int) -> float:
    """MiB that the processes hold for themselves, shared pages divided among them."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    maps = "".join(Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in (str(master), *children))
    return sum(int(line.split()[1]) for line in maps.splitlines() if line.startswith("Pss:")) / 1024


@dataclass(frozen=True)
class Soaked:
    """How often each status was answered (0: none), and MiB held at first, in the second and in the last quarter of the time."""

    answered: dict[int, int]
    first: float
    second: float
    last: float

    @property
    def failed(self) -> int:
        """Answers that were neither there nor rightly missing."""
        return sum(count for status, count in self.answered.items() if status not in (200, 404))


def measure(minutes: float = 10) -> Soaked:
    """Ask for so long."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--max-requests", "0"]
    environ = os.environ | {"TUMEN_PORT": str(port)}
    server = subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.DEVNULL)
    stop, samples = Event(), list[float]()
    try:
        while get(port, "/readyz") != 200:
            time.sleep(0.2)
        with ThreadPoolExecutor(CLIENTS) as pool:
            asking = [pool.submit(ask, port, stop, seed) for seed in range(CLIENTS)]
            until = time.monotonic() + minutes * 60
            while time.monotonic() < until:
                time.sleep(2)
                samples.append(held(server.pid))
            stop.set()
            answered = [one.result() for one in asking]
    finally:
        server.terminate()
        server.wait(60)
    total = {
        status: sum(one.get(status, 0) for one in answered) for status in sorted({s for one in answered for s in one})
    }
    quarter = len(samples) // 4
    return Soaked(total, samples[0], median(samples[quarter : 2 * quarter]), median(samples[-quarter:]))


if __name__ == "__main__":
    print(measure(float(sys.argv[1]) if len(sys.argv) > 1 else 10))
