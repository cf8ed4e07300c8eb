"""From the command to the first page, beside the bare import of what it is made of."""

import subprocess
import sys
import time
import urllib.request

from benchmarks._serve import ROOT, free_port, server

ROUNDS = 5


def measure(rounds: int = ROUNDS) -> tuple[list[float], list[float]]:
    """Seconds until the first page of `python -m dashboard`, and of `import dash, pandas`, in turn."""
    pages, imports = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import dash, pandas"], check=True, cwd=ROOT)
        imports.append(time.perf_counter() - start)
        pages.append(_first_page())
    return pages, imports


def _first_page() -> float:
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    start = time.perf_counter()
    with server([sys.executable, "-m", "dashboard", "--port", str(port)], f"{base}/readyz", rested=False):
        with urllib.request.urlopen(f"{base}/", timeout=60) as answer:
            answer.read()
        return time.perf_counter() - start
