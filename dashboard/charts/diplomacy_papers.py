"""Charts of what was voted, signed and written, and of Beijing's part."""

from datetime import date

from dashboard import dates
from dashboard.charts._chart import Chart, Figure, Frame, Say
from dashboard.charts._window import compiled, window
from dashboard.datasets import diplomacy, diplomacy_papers
from dashboard.datasets._hindsight import first_sentence
from dashboard.figures import diplomacy as figures
from dashboard.figures import diplomacy_agreements, diplomacy_votes
from dashboard.query import Query, Spec
from dashboard.text import Words

_VOTES, _AGREEMENTS, _MESSAGES = date(2006, 1, 1), date(1948, 9, 9), date(2014, 1, 1)
_OVERLAY = Spec(overlay="none")


def _votes(query: Query) -> Frame:
    first, last = window(query, _VOTES)
    return diplomacy_papers.votes(start=first, end=last, asof=query.known())


def _votes_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _VOTES)
    until = compiled("un_votes", query)
    return diplomacy_votes.votes(frame, words, first=first, last=last, compiled=until)


def _votes_say(frame: Frame, query: Query, words: Words) -> Say:
    key = "chart.votes"
    russia = frame[frame["state"] == "RUS"]
    yes = int((russia["vote"] == "yes").sum())
    renewed = russia[(russia["kind"] == "panel_renewal") & (russia["vote"] == "yes")]
    joint = frame[(frame["state"] == "CHN") & (frame["vote"] == "no")]
    ended = russia[(russia["vote_id"] == diplomacy_papers.PANEL_VETO) & (russia["vote"] == "no")]
    told = {
        "n": words.number(yes),
        "all": words.number(len(russia)),
        "joint": words.date(joint["date"].iloc[-1]) if len(joint) else "",
        "renewed": words.date(renewed["date"].iloc[-1]) if len(renewed) else "",
        "ended": words.date(ended["date"].iloc[-1]) if len(ended) else "",
    }
    if len(joint) and len(renewed) and len(ended):
        title = words(f"{key}.title", **told)
    else:
        title = words(f"{key}.title_neutral" if len(russia) else f"{key}.title_none", **told)
    note = " ".join([*([words(f"{key}.note_ended")] if len(ended) else []), words(f"{key}.note")])
    said = "; ".join(
        f"{row['resolution']}, {words.date(row['date'])}, {_cast(row, words)}"
        for row in frame.to_dict("records")
        if row["vote"] != "yes"
    )
    return Say(
        title,
        words(f"{key}.subtitle"),
        words(f"{key}.key"),
        words(f"{key}.alt", said=said, **told),
        note,
    )


def _cast(row: dict[str, str], words: Words) -> str:
    state, vote = words(f"diplomacy.state.{row['state']}"), words(f"diplomacy.vote.{row['vote']}")
    return words("diplomacy.cast", state=state, vote=vote)


def _agreements(query: Query) -> Frame:
    first, last = window(query, _AGREEMENTS)
    return diplomacy_papers.agreements(start=first, end=last, asof=query.known())


def _agreements_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _AGREEMENTS)
    until = compiled("agreements", query)
    return diplomacy_agreements.agreements(frame, words, first=first, last=last, compiled=until)


def _agreements_say(frame: Frame, query: Query, words: Words) -> Say:
    key = "chart.agreements"
    rows = {row["agreement_id"]: row for row in frame.to_dict("records")}
    old, new = rows.get(diplomacy_papers.ALLIANCE, {}), rows.get(diplomacy_papers.PARTNERSHIP, {})
    n = words.number(len(frame))
    if old.get("ended") and new.get("date_in_force"):
        years = dates.first_day(new["date_in_force"]).year - dates.first_day(old["date_ended"]).year
        title = words(
            f"{key}.title", years=years, ended=words.date(old["date_ended"]), date=words.date(new["date_in_force"])
        )
    else:
        title = words(f"{key}.title_neutral" if rows else f"{key}.title_none", n=n)
    late = words.number(sum(day >= "2023" for day in frame["day"]))
    clause = [first_sentence(new[f"provision_{words.lang}"] or new["provision_en"])] if new else []
    note = " ".join([*clause, words(f"{key}.note")])
    return Say(
        title, words(f"{key}.subtitle", n=n, late=late), words(f"{key}.key"), words(f"{key}.alt", n=n, late=late), note
    )


def _messages(query: Query) -> Frame:
    first, last = window(query, _MESSAGES)
    return diplomacy_papers.messages(start=first, end=last, asof=query.known())


def _messages_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _MESSAGES)
    return figures.messages(
        frame,
        words,
        first=first,
        last=last,
        compiled=compiled("messages", query),
    )


def _messages_say(frame: Frame, query: Query, words: Words) -> Say:
    key = "chart.messages"
    first, last = window(query, _MESSAGES)
    summits = [day for day in diplomacy.summits(asof=query.known())["day"] if day >= "2023"]
    after = sum(day > summits[0] for day in frame["day"]) if summits else 0
    ways = {way: words.number(int((frame["direction"] == way).sum())) for way in ("RUS-PRK", "PRK-RUS")}
    told = {
        "all": words.number(len(frame)),
        "n": words.number(after),
        "russia": ways["RUS-PRK"],
        "korea": ways["PRK-RUS"],
    }
    if summits and first.isoformat() < summits[0] < last.isoformat() and after > len(frame) / 2:
        title = words(f"{key}.title", date=words.date(summits[0]), **told)
    else:
        title = words(f"{key}.title_neutral" if len(frame) else f"{key}.title_none", **told)
    return Say(title, words(f"{key}.subtitle"), words(f"{key}.key"), words(f"{key}.alt", **told), words(f"{key}.note"))


def _china(query: Query) -> Frame:
    first, last = window(query, _VOTES)
    return diplomacy_papers.china(start=first, end=last, asof=query.known())


def _china_figure(frame: Frame, query: Query, words: Words) -> Figure:
    first, last = window(query, _VOTES)
    return figures.china(
        frame,
        words,
        first=first,
        last=last,
        compiled=compiled("un_votes", query),
    )


def _china_say(frame: Frame, query: Query, words: Words) -> Say:
    key = "chart.china"
    votes = frame[frame["lane"] == "council"]
    apart = votes[votes["kind"] == "apart"]
    told = {
        "n": words.number(len(votes) - len(apart)),
        "all": words.number(len(votes)),
        "date": words.date(apart["date"].iloc[-1]) if len(apart) else "",
        "held": words.number(int((frame["kind"] == "blocked").sum())),
        "met": words.number(int((frame["lane"] == "host").sum())),
    }
    title = words(
        f"{key}.title"
        if len(apart) == 1 and len(votes) > 1
        else f"{key}.title_neutral"
        if len(frame)
        else f"{key}.title_none",
        **told,
    )
    return Say(title, words(f"{key}.subtitle"), words(f"{key}.key"), words(f"{key}.alt", **told), words(f"{key}.note"))


VOTES = Chart("votes", "diplomacy", ("un_votes",), _votes, _votes_figure, _votes_say, _OVERLAY, height=420)
AGREEMENTS = Chart(
    "agreements", "diplomacy", ("agreements",), _agreements, _agreements_figure, _agreements_say, _OVERLAY, height=430
)
MESSAGES = Chart(
    "messages", "diplomacy", ("messages",), _messages, _messages_figure, _messages_say, _OVERLAY, height=220
)
CHINA = Chart(
    "china",
    "diplomacy",
    ("un_votes", "monitoring", "meetings"),
    _china,
    _china_figure,
    _china_say,
    _OVERLAY,
    height=220,
)
