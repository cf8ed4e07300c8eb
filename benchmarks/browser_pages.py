"""First draw, redraw after a filter, and bytes on the wire: the Overview beside the same two figures in other frames.

All contenders are measured in turn within each round, so that whatever else the machine does strikes all alike.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median

from benchmarks._browser import browser, first_draw, fresh, redraw, wire
from benchmarks._serve import ROOT, dashboard, free_port, server
from dashboard.routes.plotly_js import BUNDLE

ROUNDS = 6
# The other frames have an environment of their own (`make bench`): what they bring along, pyarrow above all, would weigh on ours.
PEERS = ROOT / ".venv" / "peers" / "bin" / "python"
_FIELD = """() => dash_clientside.set_props('overview-start', {{ value: '{}' }})"""  # as the field itself reports what was typed
_RADIO = """() => {{
  const all = (root) => [...root.querySelectorAll('input[type=radio]'), ...[...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? all(one.shadowRoot) : []))];
  all(document)[{}].click();
}}"""
_RADIOS = (_RADIO.format(1), _RADIO.format(0))


@dataclass
class Contender:
    """One page: its address, how it is told to change and to change back, and what was measured (ms, bytes)."""

    name: str
    address: str
    changes: tuple[str, str]
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    redraws: list[float] = field(default_factory=list)
    first_visit: int = 0
    next_visit: int = 0


def measure(rounds: int = ROUNDS) -> list[Contender]:
    """Every contender that can run here, measured."""
    with ExitStack() as stack:
        contenders = [stack.enter_context(one) for one in _contenders()]
        found = stack.enter_context(browser())
        for one in contenders:  # once unmeasured: servers fill their caches
            _visit(found, one, keep=False)
        for _ in range(rounds):
            for one in contenders:
                _visit(found, one, keep=True)
        for one in contenders:
            with fresh(found) as context:
                one.first_visit, one.next_visit = wire(context, one.address), wire(context, one.address)
    return contenders


def _visit(found, contender: Contender, *, keep: bool) -> None:
    with fresh(found) as context:
        cold, page = first_draw(context, contender.address)
        page.wait_for_timeout(1_500)  # whatever is still under way must not weigh on the redraw
        redraws = []
        for change in (*contender.changes, *contender.changes):
            redraws.append(redraw(page, change))
            page.wait_for_timeout(500)
        page.close()
        warm, page = first_draw(context, contender.address)
    if keep:
        contender.cold.append(cold)
        contender.warm.append(warm)
        contender.redraws.append(median(redraws))


def _contenders() -> Iterator:
    states = ("changeState('2024')", "changeState('all')")
    static = tuple(f"() => {one}" for one in states)
    ours = (_FIELD.format("2024"), _FIELD.format(""))
    yield _own("static page, stock plotly.js", "static", ("stock",), static)
    yield _dashboard("Tumen Monitor, stock plotly.js", ours, stock=True)
    if BUNDLE.is_file():
        yield _dashboard("Tumen Monitor, own bundle", ours, stock=False)
        yield _own("static page, own bundle", "static", ("bundle",), static)
    yield _own("Dash as it comes", "minimal_dash", (), _RADIOS)
    if PEERS.is_file():
        yield _streamlit()
        yield _panel()


@contextmanager
def _own(name: str, module: str, arguments: tuple[str, ...], changes: tuple[str, ...]) -> Iterator[Contender]:
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    with server([sys.executable, "-m", f"benchmarks.pages.{module}", str(port), *arguments], address):
        yield Contender(name, address, changes)


@contextmanager
def _dashboard(name: str, changes: tuple[str, str], *, stock: bool) -> Iterator[Contender]:
    with dashboard(module="benchmarks.pages.whole_library" if stock else "dashboard") as base:
        yield Contender(name, f"{base}/?lang=en", changes)


@contextmanager
def _streamlit() -> Iterator[Contender]:
    port = free_port()
    options = ["--server.headless=true", f"--server.port={port}", "--browser.gatherUsageStats=false"]
    command = [str(PEERS), "-m", "streamlit", "run", "benchmarks/pages/streamlit_app.py", *options]
    with server(command, f"http://127.0.0.1:{port}/"):
        yield Contender("Streamlit", f"http://127.0.0.1:{port}/", _RADIOS)


@contextmanager
def _panel() -> Iterator[Contender]:
    port = free_port()
    command = [str(PEERS), "-m", "panel", "serve", "benchmarks/pages/panel_app.py", f"--port={port}"]
    with server(command, f"http://127.0.0.1:{port}/panel_app"):
        yield Contender("Panel", f"http://127.0.0.1:{port}/panel_app", _RADIOS)
