"""The layer rule of the README, read from the code."""

import ast
from pathlib import Path

import pytest

from dashboard.paths import ROOT

PACKAGE = ROOT / "dashboard"
EVERYBODY = {"dates", "errors", "memory"}
MAY_IMPORT = {
    "paths": set(),
    "settings": {"paths"},
    "dates": set(),
    "errors": set(),
    "memory": set(),
    "query": set(),
    "datasets": {"paths"},
    "figures": set(),
    "text": {"paths"},
    "charts": {"datasets", "figures", "query", "text"},
    "components": {"query", "text"},
    "briefing": {"charts", "datasets", "figures", "query", "text", "paths"},
    "routes": {"charts", "datasets", "briefing", "query", "text", "settings", "paths"},
    "pages": {"components", "charts", "briefing", "datasets", "query", "text"},
    "checks": {"charts", "datasets", "briefing", "query", "text", "paths"},
    "app": {"pages", "routes", "components", "charts", "datasets", "figures", "query", "text", "settings", "paths"},
    "wsgi": {"app", "briefing", "checks", "settings", "datasets", "paths"},
    # Waitress, the signals and the thread that loads: apart from `__main__`, which only reads the command line.
    "serving": {"settings", "briefing", "datasets"},
    "__main__": {"app", "checks", "settings", "serving", "paths"},
    "__init__": set(),
}
ONLY_IN = {
    "pandas": {"datasets", "checks", "briefing"},
    "pptx": {"briefing"},
    "xlsxwriter": {"datasets"},
    "plotly": {"figures"},
    "dash": {"components", "pages", "app"},
    "dash_ag_grid": {"components", "pages", "app"},
    "geopandas": {"checks"},
    "frictionless": {"checks"},
}
FILES = sorted(PACKAGE.rglob("*.py"))


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Dotted names of everything a file imports; `from dashboard import x` counts as `dashboard.x`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the layer"
            whole = node.module == "dashboard"
            names |= {f"dashboard.{alias.name}" for alias in node.names} if whole else {str(node.module)}
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_layer_imports_only_the_layers_below_it(path: Path) -> None:
    own = layer(path)
    used = {name.split(".")[1] for name in imported(path) if name.startswith("dashboard.")}
    assert used <= MAY_IMPORT[own] | EVERYBODY | {own}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_heavy_libraries_stay_in_their_layer(path: Path) -> None:
    roots = {name.split(".")[0] for name in imported(path)}
    misplaced = {root for root in roots & ONLY_IN.keys() if layer(path) not in ONLY_IN[root]}
    assert not misplaced


def test_a_module_stays_within_two_hundred_lines() -> None:
    long = {str(path.relative_to(ROOT)): n for path in FILES if (n := len(path.read_text().splitlines())) > 200}
    assert not long
