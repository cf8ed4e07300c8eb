"""The two figures of the Overview in two states, as every page under comparison draws them."""

from typing import Any

from dashboard.charts import render
from dashboard.datasets import _package
from dashboard.paths import DATA
from dashboard.query import Query

CHARTS = ("containers", "timeline")
STATES = {"all": Query(), "2024": Query(start="2024")}


def figures() -> dict[str, list[dict[str, Any]]]:
    """Plotly JSON by state, in the order of `CHARTS`."""
    _package.use(_package.load(DATA))
    return {name: [render(chart, query, "en").figure for chart in CHARTS] for name, query in STATES.items()}
