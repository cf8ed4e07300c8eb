"""Charts about satellite launches, technical help and nuclear tests; the missiles are in `launches_missiles`."""

from datetime import date

from dashboard import dates
from dashboard.charts import launches_flights, launches_missiles
from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import asked, compiled, window
from dashboard.datasets import launches, timeline
from dashboard.figures import launches as figures
from dashboard.figures import launches_claims, launches_nuclear
from dashboard.query import Choice, Query, Spec
from dashboard.text import Words

PROGRAMMES = ("space", "missile", "naval", "air_defence", "nuclear", "drone", "unspecified")
OUTCOME = Choice("outcome", ("all", "success", "failure"), ("all",), several=False)
PROGRAMME = Choice("programme", ("all", *PROGRAMMES), ("all",), several=False)
_SATELLITES_SINCE, _CLAIMS_SINCE, _RECENT = date(1998, 1, 1), date(2023, 7, 1), "2023"


def _only(query: Query, key: str) -> tuple[str, ...]:
    """The one value asked for; nothing when all were."""
    return tuple(one for one in query.chosen(key) if one != "all")


def _satellites(query: Query) -> Frame:
    return launches.satellites(**asked(query), outcomes=_only(query, "outcome"))


def _satellites_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _SATELLITES_SINCE)
    until = compiled("satellite_launches", query)
    return figures.satellites(frame, words, lang=words.lang, first=first, last=last, compiled=until)


def _satellites_say(frame: Frame, query: Query, words: Words) -> Say:
    stem = "chart.satellites"
    tried = frame[frame["attempt_status"] == "attempt"]
    orbits = tried[tried["outcome"] == "success"].to_dict("records")
    works = [f"{row['payload']} ({row['day'][:4]}){words('launches.colon')}{row[f'works_{words.lang}'] or row['works_en']}"
             for row in orbits if row["works_en"]]  # fmt: skip
    note = (
        [words(f"{stem}.note"), *works] if works else [words(f"{stem}.note_asof")] if query.known() and orbits else []
    )
    alt = words(f"{stem}.alt", n=len(tried), orbits=len(orbits), disputed=len(frame) - len(tried))
    title = _satellites_title(tried, bool(_only(query, "outcome")), words)
    return Say(title, words(f"{stem}.subtitle"), words(f"{stem}.key"), alt, " ".join(note))


def _satellites_title(tried: Frame, filtered: bool, words: Words) -> str:
    stem = "chart.satellites"
    recent = tried[tried["day"] >= _RECENT]
    some = recent if len(recent) > 1 else tried
    if len(some) == 0:
        return words(f"{stem}.title_none")
    n, year = int((some["outcome"] == "success").sum()), _RECENT if len(recent) > 1 else some["day"].iloc[0][:4]
    if filtered:
        return words(f"{stem}.title_filtered", n=words.number(len(tried)))
    if len(some) == 1:
        return words(f"{stem}.title_only_{'orbit' if n else 'lost'}", date=words.date(some["date_utc"].iloc[0]))
    key = "zero" if n == 0 else "one" if n == 1 else "many"
    counts = (
        {"n": words(f"count.{n}"), "all": words(f"count.{len(some)}")}
        if len(some) <= 10
        else {"n": n, "all": len(some)}
    )
    title = words(f"{stem}.title_{key}", year=year, **counts)
    seoul = some[(some["assistance"] != "none") & some["group_id"].str.startswith("kr-")]
    return title + (words(f"{stem}.title_seoul") if len(seoul) else "")


def _claims(query: Query) -> Frame:
    first, last = window(query, _CLAIMS_SINCE)
    return launches.tech_claims(start=first, end=last, asof=query.known(), programmes=_only(query, "programme"))


def _claims_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _CLAIMS_SINCE)
    story = timeline.story(asof=query.known())
    return launches_claims.tech_claims(
        frame,
        words,
        lang=words.lang,
        first=first,
        last=last,
        compiled=compiled("tech_claims", query),
        programmes=PROGRAMMES,
        events=[(row.day, words(f"story_short.{row.event}")) for row in story.itertuples()],
    )


def _claims_say(frame: Frame, query: Query, words: Words) -> Say:
    stem, n = "chart.tech-claims", len(frame)
    count = words.number(n)
    if n == 0:
        title = words(f"{stem}.title_none")
    elif n == 1:
        title = words(f"{stem}.title_single")
    else:
        top = frame["programme"].value_counts()
        proven = ((frame["claim_kind"] == "transferred") & (frame["stance"] == "confirmed")).any()
        about = words(f"launches.about_{top.index[0]}")
        title = words(
            f"{stem}.title" if len(top) > 1 else f"{stem}.title_one_programme",
            n=count,
            k=words.number(top.iloc[0]),
            about=about,
        )
        title += "" if proven else words(f"{stem}.title_unproven")
    kinds = frame["claim_kind"].value_counts().items()
    said = ", ".join(f"{words(f'claim_kind.{kind}')} {words.number(some)}" for kind, some in kinds)
    earlier = len(launches.tech_claims(end=dates.days_before(_CLAIMS_SINCE, 1), asof=query.known()))
    left = (
        words(f"{stem}.note_earlier", n=words.number(earlier))
        if earlier and not query.start and not _only(query, "programme")
        else ""
    )
    note = " ".join(part for part in (words(f"{stem}.note"), left) if part)
    return Say(title, words(f"{stem}.subtitle"), words(f"{stem}.key"), words(f"{stem}.alt", n=count, said=said), note)


def _nuclear(query: Query) -> Frame:
    return launches.nuclear_tests(**asked(query))


def _nuclear_figure(frame: Frame, query: Query, words: Words) -> Figure:
    return launches_nuclear.nuclear_tests(frame, words, lang=words.lang)


def _nuclear_say(frame: Frame, query: Query, words: Words) -> Say:
    stem, rows = "chart.nuclear-tests", frame.to_dict("records")
    span = [(f"{words.number(row['yield_low_kt'], _digits(row['yield_low_kt']))}", words.number(row["yield_high_kt"], _digits(row["yield_high_kt"])))
            for row in rows]  # fmt: skip
    said = "; ".join(f"{words.date(row['date_utc'])}{words('launches.colon')}{words('number.range', low=low, high=high)}"
                     for row, (low, high) in zip(rows, span, strict=True))  # fmt: skip
    if not rows:
        title = words(f"{stem}.title_none")
    elif len(rows) > 1 and rows[-1]["yield_low_kt"] > max(row["yield_high_kt"] for row in rows[:-1]):
        low, high = span[-1]
        title = words(f"{stem}.title", date=words.date(rows[-1]["date_utc"]), low=low, high=high)
    else:
        title = words(f"{stem}.title_neutral", n=words.number(len(rows)))
    return Say(
        title,
        words(f"{stem}.subtitle"),
        words(f"{stem}.key"),
        words(f"{stem}.alt", n=len(rows), said=said),
        words(f"{stem}.note"),
    )


def _digits(value: float) -> int:
    return 0 if float(value).is_integer() else 1


SATELLITES = Chart(
    id="satellites", topic="launches", tables=("satellite_launches",), frame=_satellites, figure=_satellites_figure,
    say=_satellites_say, params=Spec(overlay="none", choices=(OUTCOME,)), height=613,
)  # fmt: skip
TECH_CLAIMS = Chart(
    id="tech-claims", topic="launches", tables=("tech_claims",), frame=_claims, figure=_claims_figure, say=_claims_say,
    params=Spec(overlay="none", choices=(PROGRAMME,)), height=720,
)  # fmt: skip
NUCLEAR_TESTS = Chart(
    id="nuclear-tests",
    topic="launches",
    tables=("nuclear_tests",),
    frame=_nuclear,
    figure=_nuclear_figure,
    say=_nuclear_say,
    height=324,
)

CHARTS = (SATELLITES, TECH_CLAIMS, *launches_missiles.CHARTS, *launches_flights.CHARTS, NUCLEAR_TESTS)
