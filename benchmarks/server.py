"""Answers a second of a page, a filter and a file, beside `/healthz` on the same gunicorn."""

import sys
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks._browser import browser, fresh
from benchmarks._load import Load, load
from benchmarks._serve import free_port, server

CLIENTS, SECONDS, ROUNDS = 64, 2.0, 5
FEWER = 50


@dataclass(frozen=True)
class Asked:
    """One kind of question: its name, address and body."""

    name: str
    address: str
    body: bytes = b""


def measure(rounds: int = ROUNDS) -> dict[str, tuple[list[Load], list[Load]]]:
    """By question: the loads at 64 clients and those at 50, each in turn with the other questions."""
    with gunicorn() as base:
        questions = [
            Asked("/healthz", f"{base}/healthz"),
            *_callbacks(base),
            Asked("CSV of a chart", f"{base}/chart/containers.csv"),
        ]
        for one in questions:  # once unmeasured, by as many: every worker must have met the question
            load(one.address, clients=CLIENTS, seconds=3 * SECONDS, body=one.body)
        found: dict[str, tuple[list[Load], list[Load]]] = {one.name: ([], []) for one in questions}
        for _ in range(rounds):
            for one in questions:
                for kept, clients in zip(found[one.name], (CLIENTS, FEWER), strict=True):
                    kept.append(load(one.address, clients=clients, seconds=SECONDS, body=one.body))
        return found


@contextmanager
def gunicorn():
    """The dashboard as it is deployed (deploy/gunicorn.conf.py); gives its address."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    options = ["-c", "deploy/gunicorn.conf.py", "-b", f"127.0.0.1:{port}"]
    with server([sys.executable, "-m", "gunicorn", *options, "dashboard.wsgi:application"], f"{base}/readyz"):
        yield base


def _callbacks(base: str) -> list[Asked]:
    """The two callbacks as a browser sends them: the layout of the Overview, and its charts under another period."""
    with browser() as found, fresh(found) as context:
        page = context.new_page()
        sent: list[Asked] = []

        def note(request) -> None:
            if request.method == "POST" and "_dash-update-component" in request.url:
                name = "page layout" if '"output":"page.children"' in request.post_data else "filter callback"
                sent.append(Asked(name, request.url, request.post_data_buffer))

        page.on("request", note)
        page.goto(f"{base}/?lang=en")
        page.evaluate("window.benchDrawn")
        page.evaluate(
            "() => { history.pushState({}, '', '/?start=2024&lang=en'); dispatchEvent(new PopStateEvent('popstate')); }"
        )
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(1_000)
    return [next(one for one in reversed(sent) if one.name == name) for name in ("page layout", "filter callback")]
