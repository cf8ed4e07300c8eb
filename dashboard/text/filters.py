"""The filters in force, in words."""

from dashboard.query import Query, Spec
from dashboard.text import Words


def filters(query: Query, spec: Spec, words: Words) -> str:
    """The filters in force as a phrase, empty when none differs from the default."""
    said = []
    if query.start or query.end:
        said.append(
            words.span(query.start or "…", query.end) if query.start and query.end else _half_open(query, words)
        )
    said += [words(f"choice.{key}.label") + ": " + ", ".join(words(f"choice.{key}.{one}") for one in ids)
             for key, ids in query.choices if ids != spec.choice(key).default]  # fmt: skip
    if query.known():
        said.append(words("filter.asof", date=words.date(query.asof)))
    return " · ".join(said)


def _half_open(query: Query, words: Words) -> str:
    if query.start:
        return words("filter.since", date=words.date(query.start))
    return words("filter.until", date=words.date(query.end))
