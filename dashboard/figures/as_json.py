"""A figure as text for a page: safe inside a script element, dates and numbers as plotly.js reads them."""

from collections.abc import Mapping
from typing import Any

from plotly.io.json import to_json_plotly


def as_json(figure: Mapping[str, Any]) -> str:
    """The figure (a dict of plotly) as JSON in which no `<` is left that could end a script element."""
    return str(to_json_plotly(figure)).replace("<", "\\u003c")
