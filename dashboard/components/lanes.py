"""What the lanes of context say below the time charts of a page, once for all of them (assets/33-lane.js lays them)."""

import json
from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.query import Spec


def lanes(prefix: str, said: Mapping[str, Any], spec: Spec) -> html.Div:
    """The lanes by kind, each (name, ticks), for the page whose ids start with `prefix`."""
    return html.Div(
        id=f"{prefix}-lanes",
        className="lanes",
        hidden=True,
        **{"data-lanes": json.dumps(said, ensure_ascii=False, separators=(",", ":")), "data-default": spec.overlay},
    )
