"""What a deck is: a row of slides, each one chart in one state with what is to be taken from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.query import Query


@dataclass(frozen=True)
class Slide:
    """One slide.

    `chart` is a chart id and `query` its state. `takeaway` is the one sentence the audience keeps, `notes` what the speaker
    says; both by language, empty on a slide of one's own deck (the chart's own title then stands). `records` names the
    records that the figures in the words rest on, as `<table>/<id>`.
    """

    chart: str
    query: Query = field(default_factory=Query)
    takeaway: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    records: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deck:
    """A row of slides under one title; `title` and `summary` by language."""

    id: str
    title: Mapping[str, str]
    summary: Mapping[str, str]
    slides: tuple[Slide, ...]
