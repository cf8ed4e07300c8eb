"""Charts about missiles fired."""

from datetime import date

from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, ticks, window
from dashboard.datasets import launches_missiles as missiles
from dashboard.figures import launches_flights, launches_sites
from dashboard.figures import launches_missiles as figures
from dashboard.query import Choice, Query, Spec
from dashboard.text import Words

TYPE = Choice("type", missiles.TYPES)
_TABLE = "missile_tests"
_SINCE, _MONTHS_SINCE = date(1984, 1, 1), date(2012, 1, 1)


def _left_out(query: Query, words: Words) -> str:
    """The sentence on firings that only one unofficial compilation knows of; empty when there is none."""
    n = missiles.unconfirmed(**asked(query))
    return words("launches.left_out", n=words.number(n)) if n else ""


def _notes(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _days(query: Query) -> Frame:
    return missiles.days_per_year(**asked(query), types=query.chosen("type"))


def _days_figure(frame: Frame, query: Query, words: Words) -> Figure:
    return _by_year(figures.days_by_year, frame, query, words)


def _by_year(draw: object, frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _SINCE)
    lane = ticks(query, first, last, words)
    return draw(frame, words, lang=words.lang, first=first, last=last, compiled=compiled(_TABLE, query), eras=missiles.ERAS, ticks=lane)  # type: ignore[operator]


def _days_say(frame: Frame, query: Query, words: Words) -> Say:
    stem, until = "chart.missile-days", compiled(_TABLE, query)
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
        parts = [words(f"{stem}.{'first' if i == 0 else 'next'}", year=year, n=words.number(n)) for i, (year, n) in enumerate(pairs)]
        parts.append(words(f"{stem}.{'running' if running else 'next'}", year=last["year"], n=words.number(last["days"])))
        title = words.listing(parts)
    said_all = "; ".join(f"{row.year}{words('launches.colon')}{words.number(row.days)}" for row in shown.itertuples())
    note = _notes(words(f"{stem}.note"), _left_out(query, words))
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
        title = words(f"{stem}.title", n=words.number(int(counts[kind])), all=total, kind=words(f"launches.kind_{kind}"), unknown=unknown)
    said = "; ".join(f"{words(f'choice.type.{kind}')}{words('launches.colon')}{words.number(int(n))}" for kind, n in counts.items())
    note = _notes(words(f"{stem}.note"), _left_out(query, words))
    return Say(title, words(f"{stem}.subtitle"), words(f"{stem}.key"), words(f"{stem}.alt", said=said), note)


def _months(query: Query) -> Frame:
    first, last = window(query, _MONTHS_SINCE)
    return missiles.days_per_month(
        first=first, last=min(last, compiled(_TABLE, query)), asof=query.known(), types=query.chosen("type")
    )


def _months_figure(frame: Frame, query: Query, words: Words) -> Figure:
    _, last = window(query, _MONTHS_SINCE)
    return launches_flights.heatmap(frame, words, lang=words.lang, compiled=compiled(_TABLE, query), last=last)


def _months_say(frame: Frame, query: Query, words: Words) -> Say:
    stem = "chart.missile-heatmap"
    quiet, most = int((frame["days"] == 0).sum()), int(frame["days"].max()) if len(frame) else 0
    busy = [words.date(f"{row.year}-{row.month:02}") for row in frame.itertuples() if row.days == most]
    if len(frame) == 0:
        title = words(f"{stem}.title_none")
    elif len(busy) > 2 or not quiet:
        title = words(f"{stem}.title_neutral", all=words.number(len(frame)), n=words.number(len(frame) - quiet))
    else:
        title = words(f"{stem}.title", n=words.number(most), months=words.listing(busy), quiet=words.number(quiet), all=words.number(len(frame)))
    alt = words(f"{stem}.alt", n=words.number(len(frame) - quiet), all=words.number(len(frame)), most=words.number(most))
    return Say(title, words(f"{stem}.subtitle"), words(f"{stem}.key"), alt, _notes(words(f"{stem}.note"), _left_out(query, words)))


def _flights(query: Query) -> Frame:
    return missiles.flown(missiles.missiles(**asked(query), types=query.chosen("type")))


def _flights_figure(frame: Frame, query: Query, words: Words) -> Figure:
    named = []
    for column in ("apogee_km", "distance_km"):
        row = frame.loc[frame[column].idxmax()]
        year = row["date_utc"][:4]
        label = row["missile"] if year in row["missile"] else f"{row['missile']}, {year}"
        named += [(row["test_id"], label)] if row["test_id"] not in [one for one, _ in named] else []
    return launches_flights.height_and_range(frame, words, lang=words.lang, named=named)


def _flights_say(frame: Frame, query: Query, words: Words) -> Say:
    stem = "chart.missile-range"
    far = frame[frame["missile_type"] == "ICBM"]
    missing = len(missiles.missiles(**asked(query), types=query.chosen("type"))) - len(frame)
    if len(frame) == 0:
        title = words(f"{stem}.title_none")
    elif len(far) > 1 and (far["apogee_km"] > far["distance_km"]).all():
        title = words(f"{stem}.title", n=words.number(len(far)))
    else:
        title = words(f"{stem}.title_neutral", n=words.number(len(frame)))
    highest, farthest = (words.number(frame[one].max()) if len(frame) else "–" for one in ("apogee_km", "distance_km"))
    note = _notes(words(f"{stem}.note", n=words.number(missing)) if missing else "", _left_out(query, words))
    alt = words(f"{stem}.alt", n=words.number(len(frame)), high=highest, far=farthest)
    return Say(title, words(f"{stem}.subtitle"), words(f"{stem}.key"), alt, note)


def _sites(query: Query) -> Frame:
    return missiles.sites_and_flights(**asked(query), types=query.chosen("type"))


def _sites_figure(frame: Frame, query: Query, words: Words) -> Figure:
    return launches_sites.sites(frame, words, lang=words.lang)


def _sites_say(frame: Frame, query: Query, words: Words) -> Say:
    stem = "chart.launch-sites"
    flights, sites = frame[frame["mark"] == "flight"], frame[frame["mark"] == "site"]
    east, ocean = int((flights["landing"] == "sea_of_japan").sum()), int((flights["landing"] == "pacific_ocean").sum())
    counts = {"n": words.number(east), "all": words.number(len(flights)), "ocean": words.number(ocean), "sites": words.number(len(sites))}
    key = "title_none" if len(sites) == 0 else "title_no_flight" if len(flights) == 0 else "title" if ocean else "title_east"
    note = _notes(words(f"{stem}.note"), words(f"{stem}.note_missing", n=words.number(missiles.without_arc(frame))) if len(frame) else "")
    title = words(f"{stem}.{key}", **counts)
    return Say(title, words(f"{stem}.subtitle"), words(f"{stem}.key"), words(f"{stem}.alt", **counts), note)


_TIMED, _PLAIN = Spec(overlay="none", choices=(TYPE,)), Spec(choices=(TYPE,))
CHARTS = (
    Chart("missile-days", "launches", (_TABLE,), _days, _days_figure, _days_say, _TIMED, 400),
    Chart("missile-types", "launches", (_TABLE,), _types, _types_figure, _types_say, _TIMED, 440),
    Chart("missile-heatmap", "launches", (_TABLE,), _months, _months_figure, _months_say, _PLAIN, 480),
    Chart("missile-range", "launches", (_TABLE,), _flights, _flights_figure, _flights_say, _PLAIN, 500),
    Chart("launch-sites", "launches", (_TABLE,), _sites, _sites_figure, _sites_say, _PLAIN, 500, map=True),
)
