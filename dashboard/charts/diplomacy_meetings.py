"""Charts of meetings: in lanes, on the map, per year."""

from datetime import date

from dashboard import dates
from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, window
from dashboard.datasets import diplomacy
from dashboard.figures import diplomacy as figures
from dashboard.figures import diplomacy_map, diplomacy_years
from dashboard.query import Choice, Query, Spec
from dashboard.text import Words

LEVEL = Choice("level", diplomacy.LEVELS)
_SINCE, _SINCE_YEARS = date(2018, 1, 1), date(2000, 1, 1)
_SHUT = (date(2020, 1, 1), date(2022, 12, 31))  # North Korea's borders were shut against Covid


def _meetings(query: Query) -> Frame:
    first, last = window(query, _SINCE)
    return diplomacy.meetings(start=first, end=last, asof=query.known(), levels=query.chosen("level"))


def _meetings_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _SINCE)
    shown = set(frame["meeting_id"])
    summits = diplomacy.summits(asof=query.known())
    city = "city_fr" if words.lang == "fr" else "city"
    named = [
        (row["day"], row[city].removeprefix("cosmodrome ").partition(" Cosmodrome")[0])
        for row in summits.to_dict("records")
        if row["meeting_id"] in shown
    ]
    return figures.meetings(
        frame,
        words,
        first=first,
        last=last,
        compiled=compiled("meetings", query),
        levels=diplomacy.LEVELS,
        summits=named,
        gap=_gap(frame),
    )


def _gap(frame: Frame) -> tuple[date, date] | None:
    """The stretch without a meeting over the years of shut borders, if the frame has meetings on both of its sides."""
    before = [row["end_date"] or row["until"] for row in frame.to_dict("records") if row["day"] < _SHUT[0].isoformat()]
    after = [day for day in frame["day"] if day > _SHUT[0].isoformat()]
    if not before or not after or min(after) <= _SHUT[1].isoformat():
        return None
    return dates.last_day(max(before)), date.fromisoformat(min(after))


def _turn(query: Query) -> date | None:
    """First day of the month of the first summit since 2023; None unless as long a stretch is shown before it as after."""
    first, last = window(query, _SINCE)
    days = [date.fromisoformat(day) for day in diplomacy.summits(asof=query.known())["day"] if day >= "2023"]
    turn = days[0].replace(day=1) if days else None
    return turn if turn and turn < last and turn - first >= min(last, compiled("meetings", query)) - turn else None


def _meetings_say(frame: Frame, query: Query, words: Words) -> Say:
    key = "chart.meetings"
    visits = diplomacy.visits(frame)
    turn = _turn(query)
    high = visits[visits["level"].isin(diplomacy.HIGH)]
    after = sum(day >= turn.isoformat() for day in high["day"]) if turn else 0
    before = len(high) - after
    told = {"visits": words.number(len(visits)), "rows": words.number(len(frame))}
    if turn and not query.chosen("level") and after > before > 0:
        since, then = (words.date(day.isoformat()[:7]) for day in (window(query, _SINCE)[0], turn))
        title = words(f"{key}.title", n=words.number(after), turn=then, before=words.number(before), since=since)
    else:
        title = words(f"{key}.title_neutral" if len(visits) else f"{key}.title_none", **told)
    each = frame.drop_duplicates(["visit_id", "level"])["level"].value_counts()
    said = "; ".join(
        f"{words(f'diplomacy.level.{level}')} {words.number(each[level])}"
        for level in diplomacy.LEVELS
        if level in each
    )
    alt = words(f"{key}.alt", said=said, **told)
    return Say(
        title,
        words(f"{key}.subtitle"),
        words(f"{key}.key"),
        alt,
        words(f"{key}.note", date=words.date(compiled("meetings", query))),
    )


def _places(query: Query) -> Frame:
    return diplomacy.places(**asked(query), levels=query.chosen("level"))


def _places_figure(frame: Frame, query: Query, words: Words) -> Figure:
    return diplomacy_map.places(frame, words)


def _places_say(frame: Frame, query: Query, words: Words) -> Say:
    key = "chart.meeting-map"
    name = f"place_{words.lang}"
    outside = frame[~frame["country_iso3"].isin(("RUS", "PRK"))]
    if len(frame) > 1:
        one, two = frame.iloc[0], frame.iloc[1]
        title = words(
            f"{key}.title" if len(outside) else f"{key}.title_inside",
            one=one[name], n=words.number(one["visits"]), two=two[name], m=words.number(two["visits"]),
            outside=words.listing(outside.sort_values("last")[name]),
        )  # fmt: skip
    elif len(frame):
        title = words(f"{key}.title_one", one=frame.iloc[0][name], n=words.number(frame.iloc[0]["visits"]))
    else:
        title = words(f"{key}.title_none")
    said = "; ".join(f"{row[name]} {words.number(row['visits'])}" for row in frame.to_dict("records"))
    alt = words(f"{key}.alt", n=words.number(len(frame)), said=said)
    return Say(title, words(f"{key}.subtitle"), words(f"{key}.key"), alt, words(f"{key}.note"))


def _years(query: Query) -> Frame:
    first, last = window(query, _SINCE_YEARS)
    return diplomacy.per_year(start=first, end=last, asof=query.known(), levels=query.chosen("level"))


def _years_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _SINCE_YEARS)
    return diplomacy_years.per_year(
        frame,
        words,
        first=first,
        last=last,
        compiled=compiled("meetings", query),
        quiet=_quiet(frame, query),
    )


def _quiet(frame: Frame, query: Query) -> list[int]:
    """The years of shut borders in the period, unless a visit stands in one of them."""
    first, last = window(query, _SINCE_YEARS)
    years = [year for year in range(_SHUT[0].year, _SHUT[1].year + 1) if first.year <= year <= last.year]
    return [] if set(years) & set(frame["year"]) else years


def _years_say(frame: Frame, query: Query, words: Words) -> Say:
    key = "chart.visits-per-year"
    totals = frame.groupby("year")["visits"].sum()
    quiet = [str(year) for year in _quiet(frame, query)]
    most = int(totals.idxmax()) if len(totals) else 0
    if len(totals) > 1 and len(quiet) == 3 and not query.chosen("level"):
        title = words(f"{key}.title", n=words.number(totals[most]), year=most, low=quiet[0], high=quiet[-1])
    else:
        title = words(f"{key}.title_neutral" if len(totals) else f"{key}.title_none", n=words.number(totals.sum()))
    said = "; ".join(f"{year} {words.number(n)}" for year, n in totals.items())
    reopened = bool(quiet) and any(year > _SHUT[1].year for year in totals.index)
    notes = [words(f"{key}.note_shut")] if reopened else []
    notes.append(words(f"{key}.note", date=words.date(compiled("meetings", query))))
    return Say(title, words(f"{key}.subtitle"), words(f"{key}.key"), words(f"{key}.alt", said=said), " ".join(notes))


MEETINGS = Chart(
    id="meetings",
    topic="diplomacy",
    tables=("meetings",),
    frame=_meetings,
    figure=_meetings_figure,
    say=_meetings_say,
    params=Spec(overlay="none", choices=(LEVEL,)),
    height=470,
)
MEETING_MAP = Chart(
    id="meeting-map",
    topic="diplomacy",
    tables=("meetings",),
    frame=_places,
    figure=_places_figure,
    say=_places_say,
    params=Spec(choices=(LEVEL,)),
    height=410,
    map=True,
)
PER_YEAR = Chart(
    id="visits-per-year",
    topic="diplomacy",
    tables=("meetings",),
    frame=_years,
    figure=_years_figure,
    say=_years_say,
    params=Spec(overlay="none", choices=(LEVEL,)),
    height=360,
)
