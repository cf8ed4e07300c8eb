"""The stretch of days a chart covers, and how far its data are compiled."""

from datetime import date

from dashboard import dates
from dashboard.datasets import _package
from dashboard.query import Query


def window(query: Query, since: date) -> tuple[date, date]:
    """First and last day of the time axis: the period asked for, else from `since` to the day of knowledge."""
    now = query.known() or dates.today()
    last = min(query.last() or now, now)
    first = query.first() or since
    return (first, last) if first < last else (min(first, dates.days_before(last, 30)), last)


def compiled(table: str, query: Query) -> date:
    """The last day up to which `table` is compiled, never later than the day of knowledge."""
    until = dates.last_day(_package.resource(table)["compiled_to"])
    return min(until, query.known() or dates.today())


def asked(query: Query) -> dict[str, date | None]:
    """The period and day of knowledge as the datasets take them."""
    return {"start": query.first(), "end": query.last(), "asof": query.known()}
