"""Charts about how high, how far and from where missiles flew."""

from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked
from dashboard.charts.launches_missiles import TABLE, TYPE, left_out, notes
from dashboard.datasets import launches_missiles as missiles
from dashboard.figures import launches_flights, launches_sites
from dashboard.query import Query, Spec
from dashboard.text import Words


def _flights(query: Query) -> Frame:
    return missiles.flown(missiles.missiles(**asked(query), types=query.chosen("type")))


def _flights_figure(frame: Frame, query: Query, words: Words) -> Figure:
    named: list[tuple[str, str]] = []
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
    note = notes(words(f"{stem}.note", n=words.number(missing)) if missing else "", left_out(query, words))
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
    counts = {
        "n": words.number(east),
        "all": words.number(len(flights)),
        "ocean": words.number(ocean),
        "sites": words.number(len(sites)),
    }
    key = (
        "title_none"
        if len(sites) == 0
        else "title_no_flight"
        if len(flights) == 0
        else "title"
        if ocean
        else "title_east"
    )
    note = notes(
        words(f"{stem}.note"),
        words(f"{stem}.note_missing", n=words.number(missiles.without_arc(frame))) if len(frame) else "",
    )
    title = words(f"{stem}.{key}", **counts)
    return Say(title, words(f"{stem}.subtitle"), words(f"{stem}.key"), words(f"{stem}.alt", **counts), note)


CHARTS = (
    Chart("missile-range", "launches", (TABLE,), _flights, _flights_figure, _flights_say, Spec(choices=(TYPE,)), 500),
    Chart(
        "launch-sites", "launches", (TABLE,), _sites, _sites_figure, _sites_say, Spec(choices=(TYPE,)), 520, map=True
    ),
)
