"""The dashboard as a reader meets it: served by its own command, seen in Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.paths import ROOT

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def chromium() -> str | None:
    """The Chromium to drive: the system's own, else Playwright's, else None."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    if executable is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium: the browser tests must run in CI")
        pytest.skip("no Chromium on this machine: browser tests skipped")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    """The address of a dashboard started with its own command on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dashboard", "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(120):
        if server.poll() is not None:
            raise RuntimeError(f"the dashboard stopped with code {server.returncode}")
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=1).close()
            return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError("the dashboard did not become ready within 30 seconds")


@dataclass
class Visit:
    """One browser tab and what it complained about."""

    page: Page
    base: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page and wait until every chart on it is drawn."""
        self.page.goto(self.base + path)
        self.drawn()
        return self.page

    def drawn(self) -> None:
        """Wait until the page stands and no graph is still empty."""
        self.page.wait_for_selector("h1")
        self.page.wait_for_function(
            """() => [...document.querySelectorAll('.card-body:not(.is-empty)')].every(
                 (body) => body.querySelector('.main-svg .trace, .main-svg .points path, .choroplethlayer path'))""",
            timeout=20_000,
        )


@pytest.fixture
def visit(browser: Browser, base: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A new tab; parametrize indirectly with a dict of browser context options for another width, theme or language."""
    options = {"viewport": {"width": 1280, "height": 900}, **getattr(request, "param", {})}
    context = browser.new_context(**options)
    seen = Visit(context.new_page(), base)
    host = urlparse(base).netloc
    seen.page.on("console", lambda message: message.type == "error" and seen.errors.append(message.text))
    seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
    seen.page.on(
        "request",
        lambda sent: (
            sent.url.startswith("http") and urlparse(sent.url).netloc != host and seen.foreign.append(sent.url)
        ),
    )
    yield seen
    context.close()
