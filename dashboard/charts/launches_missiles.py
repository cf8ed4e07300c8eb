"""Charts about missiles fired: by year, by type, by month."""

from datetime import date

from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, window
from dashboard.datasets import launches_missiles as missiles
from dashboard.figures import launches_flights
from dashboard.figures import launches_missiles as figures
from dashboard.query import Choice, Query, Spec
from dashboard.text import Words

TYPE = Choice("type", missiles.TYPES)
TABLE = "missile_tests"
_SINCE, _MONTHS_SINCE = date(1984, 1, 1), date(2012, 1, 1)


def left_out(query: Query, words: Words) -> str:
    """The sentence on firings left out because they are not verified; empty when there is none."""
    n = missiles.unconfirmed(**asked(query))
    return words("launches.left_out", n=words.number(n)) if n else ""


def notes(*parts: str) -> str:
    """The sentences that there are, joined."""
    return " ".join(part for part in parts if part)


def _late(stem: str, frame: Frame, words: Words) -> str:
    """What must be known of the rows of 2025 and 2026, where there are any."""
    return words(f"{stem}.note_late") if (frame["year"] >= 2026).any() else ""


def _days(query: Query) -> Frame:
    return missiles.days_per_year(**asked(query), types=query.chosen("type"))


def _days_figure(frame: Frame, query: Query, words: Words) -> Figure:
    return _by_year(figures.days_by_year, frame, query, words)


def _by_year(draw: object, frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _SINCE)
    return draw(
        frame,
        words,
        lang=words.lang,
        first=first,
        last=last,
        compiled=compiled(TABLE, query),
        eras=missiles.ERAS,
    )  # type: ignore[operator]


def _days_say(frame: Frame, query: Query, words: Words) -> Say:
    stem, until = "chart.missile-days", compiled(TABLE, query)
    shown = frame[frame["days"] > 0]
    if len(shown) == 0:
        title = words(f"{stem}.title_none")
    elif len(shown) == 1:
        title = words(f"{stem}.title_one", year=shown["year"].iloc[0], n=words.number(shown["days"].iloc[0]))
    else:
        top, last = shown.loc[shown["days"].idxmax()], shown.iloc[-1]
        before = shown.iloc[-2]
        said = [one for one in (top, before, last) if one["year"] != last["year"]]
        pairs = list(dict.fromkeys((int(one["year"]), int(one["days"])) for one in said))
        running = last["year"] == until.year and until < date(until.year, 12, 31)
        parts = [
            words(f"{stem}.{'first' if i == 0 else 'next'}", year=year, n=words.number(n))
            for i, (year, n) in enumerate(pairs)
        ]
        parts.append(
            words(f"{stem}.{'running' if running else 'next'}", year=last["year"], n=words.number(last["days"]))
        )
        title = words.listing(parts)
    said_all = "; ".join(f"{row.year}{words('launches.colon')}{words.number(row.days)}" for row in shown.itertuples())
    note = notes(words(f"{stem}.note"), _late(stem, frame, words), left_out(query, words))
    return Say(title, words(f"{stem}.subtitle"), words(f"{stem}.key"), words(f"{stem}.alt", said=said_all), note)


def _types(query: Query) -> Frame:
    return missiles.types_per_year(**asked(query), types=query.chosen("type"))


def _types_figure(frame: Frame, query: Query, words: Words) -> Figure:
    return _by_year(figures.types_by_year, frame, query, words)


def _types_say(frame: Frame, query: Query, words: Words) -> Say:
    stem = "chart.missile-types"
    counts = frame.groupby("missile_type")["missiles"].sum().sort_values(ascending=False)
    total, unknown = words.number(int(counts.sum())), words.number(int(counts.get("unknown", 0)))
    if len(counts) == 0:
        title = words(f"{stem}.title_none")
    elif len(counts) == 1 or query.chosen("type"):
        title = words(f"{stem}.title_neutral", all=total)
    else:
        kind = next(one for one in counts.index if one != "unknown")
        title = words(
            f"{stem}.title",
            n=words.number(int(counts[kind])),
            all=total,
            kind=words(f"launches.kind_{kind}"),
            unknown=unknown,
        )
    said = "; ".join(
        f"{words(f'choice.type.{kind}')}{words('launches.colon')}{words.number(int(n))}" for kind, n in counts.items()
    )
    note = notes(words(f"{stem}.note"), _late(stem, frame, words), left_out(query, words))
    return Say(title, words(f"{stem}.subtitle"), words(f"{stem}.key"), words(f"{stem}.alt", said=said), note)


def _months(query: Query) -> Frame:
    first, last = window(query, _MONTHS_SINCE)
    return missiles.days_per_month(
        first=first, last=min(last, compiled(TABLE, query)), asof=query.known(), types=query.chosen("type")
    )


def _months_figure(frame: Frame, query: Query, words: Words) -> Figure:
    _, last = window(query, _MONTHS_SINCE)
    return launches_flights.heatmap(frame, words, lang=words.lang, compiled=compiled(TABLE, query), last=last)


def _months_say(frame: Frame, query: Query, words: Words) -> Say:
    stem = "chart.missile-heatmap"
    quiet, most = int((frame["days"] == 0).sum()), int(frame["days"].max()) if len(frame) else 0
    busy = [words.date(f"{row.year}-{row.month:02}") for row in frame.itertuples() if row.days == most]
    if len(frame) == 0:
        title = words(f"{stem}.title_none")
    elif len(frame) == 1 and busy:
        title = words(f"{stem}.title_one", month=busy[0], n=words.number(most))
    elif len(busy) > 2 or not quiet:
        title = words(f"{stem}.title_neutral", all=words.number(len(frame)), n=words.number(len(frame) - quiet))
    else:
        title = words(
            f"{stem}.title",
            n=words.number(most),
            months=words.listing(busy),
            quiet=words.number(quiet),
            all=words.number(len(frame)),
        )
    alt = words(
        f"{stem}.alt", n=words.number(len(frame) - quiet), all=words.number(len(frame)), most=words.number(most)
    )
    return Say(
        title,
        words(f"{stem}.subtitle"),
        words(f"{stem}.key"),
        alt,
        notes(words(f"{stem}.note"), left_out(query, words)),
    )


_TIMED = Spec(overlay="none", choices=(TYPE,))
CHARTS = (
    Chart("missile-days", "launches", (TABLE,), _days, _days_figure, _days_say, _TIMED, 400),
    Chart("missile-types", "launches", (TABLE,), _types, _types_figure, _types_say, _TIMED, 440),
    Chart("missile-heatmap", "launches", (TABLE,), _months, _months_figure, _months_say, Spec(choices=(TYPE,)), 480),
)
