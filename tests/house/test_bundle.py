"""The bundle of plotly.js holds the traces that the figures draw, and no others."""

import json
import re

from dashboard.paths import ROOT
from dashboard.routes.plotly_js import shipped_version

BUNDLE = ROOT / "deploy" / "bundle"


def test_the_bundle_registers_exactly_the_traces_of_the_figures() -> None:
    sources = "".join(path.read_text() for path in (ROOT / "dashboard" / "figures").glob("*.py"))
    drawn = {name.lower() for name in re.findall(r"\bgo\.([A-Z]\w+)\(", sources)} - {"figure", "layout"}
    registered = set(re.findall(r"plotly\.js/lib/(\w+)", (BUNDLE / "entry.js").read_text())) - {"core"}
    assert registered == drawn - {"scatter"}  # scatter is part of the core


def test_the_bundle_is_built_from_the_version_that_plotly_ships() -> None:
    wanted = json.loads((BUNDLE / "package.json").read_text())["dependencies"]
    assert wanted["plotly.js"] == shipped_version()
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
