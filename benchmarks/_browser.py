"""How long a page takes in a browser until its charts stand, and until they stand anew after a change."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

WAIT = 60_000
# Charts are looked for in shadow roots too (Panel), which are noted as they are made: to look through all elements at every frame would
# cost a full page more than an empty one. A chart stands when plotly has put its traces into the page.
_WATCH = """
(() => {
  const roots = [document], attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.push(root);
    return root;
  };
  const drawn = () => roots.flatMap((root) => [...root.querySelectorAll('.js-plotly-plot')])
    .filter((gd) => gd._fullLayout && gd.querySelector('.cartesianlayer .trace, .cartesianlayer .layer-below path'));
  const ranges = () => drawn().map((gd) => JSON.stringify(gd._fullLayout.xaxis.range));
  window.benchDrawn = new Promise((done) => {
    const look = () => (document.body && drawn().length >= 2 ? done(performance.now()) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
  window.benchChange = (change) => new Promise((done) => {
    const before = ranges(), start = performance.now();
    const look = () => {
      const now = ranges();
      if (now.length === before.length && now.every((one, i) => one !== before[i])) done(performance.now() - start);
      else requestAnimationFrame(look);
    };
    change();
    look();
  });
})();
"""


def chromium() -> str | None:
    """The system's Chromium; None lets Playwright take its own."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium())
        yield found
        found.close()


@contextmanager
def fresh(found: Browser) -> Iterator[BrowserContext]:
    """A context without a cache."""
    context = found.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(_WATCH)
    yield context
    context.close()


def first_draw(context: BrowserContext, address: str) -> tuple[float, Page]:
    """Milliseconds from the start of the navigation until both charts stand, and the page."""
    page = context.new_page()
    page.goto(address, wait_until="commit", timeout=WAIT)
    return float(page.evaluate("window.benchDrawn")), page


def wire(context: BrowserContext, address: str) -> int:
    """Bytes that came over the wire for one visit (headers and compressed bodies)."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="commit", timeout=WAIT)
    page.evaluate("window.benchDrawn")
    page.wait_for_load_state("networkidle")
    page.close()
    return int(sum(sizes))


def redraw(page: Page, change: str) -> float:
    """Milliseconds from a change (a JavaScript function) until all charts stand anew."""
    return float(page.evaluate(f"window.benchChange({change})"))
