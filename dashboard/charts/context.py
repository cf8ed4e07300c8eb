"""The lanes of context: what each kind of event says below a time chart."""

from functools import lru_cache
from typing import Any

from dashboard.datasets import _package, timeline
from dashboard.figures import lane
from dashboard.query import OVERLAYS, Query
from dashboard.text import words

Ticks = tuple[str, list[list[str]]]  # the name of a lane, and its ticks as `figures.lane.ticks` says them
KINDS = tuple(kind for kind in OVERLAYS if kind != "none")


def ticks(days: tuple[str, str], query: Query, lang: str) -> Ticks | None:
    """Name and ticks of the lane that is asked for below an axis of those days; None where there is nothing to lay."""
    name, said = lanes(lang).get(query.overlay, ("", []))
    shown = [one for one in said if days[0] <= one[0] <= days[1] and one[1] <= known(query)]
    return (name, shown) if shown else None


def known(query: Query) -> str:
    """The day of knowledge, to compare with ISO days; "9999" for today."""
    return str(query.known() or "9999")


def lanes(lang: str) -> dict[str, Ticks]:
    """Every lane by its kind, with the ticks of all days."""
    return _lanes(lang, _package.current().version)


@lru_cache(maxsize=4)
def _lanes(lang: str, _version: str) -> dict[str, Any]:
    text = words(lang)
    return {kind: (text(f"overlay.lane.{kind}"), lane.ticks(timeline.overlay(kind), text)) for kind in KINDS}
