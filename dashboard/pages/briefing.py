"""The decks, and the story in seven steps: what is said of each, from the data, with its records and where to see more."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash import Dash, html

from dashboard.briefing import decks
from dashboard.briefing._deck import Deck
from dashboard.components.decks import deck_card, own_card
from dashboard.datasets import _package, story
from dashboard.datasets.records import find
from dashboard.datasets.story import Fact
from dashboard.query import Spec, read
from dashboard.text import Words, words

ID, PATH = "briefing", "/briefing"
_SPEC = Spec(period=False, asof=False)
_SENTENCES = ("first", "second", "third")


@dataclass(frozen=True)
class Step:
    """One step: the records shown beside it, and the pages and charts that show more."""

    id: str
    facts: tuple[str, ...]
    pages: tuple[str, ...]
    charts: tuple[str, ...]


def _the_step(name: str, facts: str, pages: str, files: str) -> Step:
    return Step(name, tuple(facts.split()), tuple(pages.split()), tuple(files.split()))


STEPS = (
    _the_step("alliance", "economic alliance friendship treaty", "diplomacy", "agreements meetings"),
    _the_step("containers", "first washington minister agency tracked team latest", "shipments", "containers"),
    _the_step("satellite", "may august orbit suspicion nothing rejected idle next", "launches", "satellites"),
    _the_step("summit", "visit summit promise treaty last_summit", "diplomacy overview", "meetings timeline"),
    _the_step("sanctions", "veto_sanctions renewal veto_panel", "sanctions diplomacy", "votes measures"),
    _the_step(
        "returns",
        "asked modernised return oil oil_cap oil_reported air_defence pantsir",
        "shipments launches",
        "tech-claims return-flow oil",
    ),
    _the_step(
        "consequences",
        "troops present_seoul present_kyiv killed london honoured workers entries panel_end team_start",
        "shipments sanctions",
        "troops losses workers monitoring",
    ),
)


def layout(lang: str, **params: Any) -> list[Any]:
    """The page; nothing in the address but the language changes it."""
    text = words(lang)
    _, refused = read(params, _SPEC)
    said = values(text)
    notice = (
        [html.P(text("data_page.refused", values=", ".join(refused)), className="notice", role="status")]
        if refused
        else []
    )
    return [
        html.H1(text("page.briefing.title")),
        html.P(text("page.briefing.sentence"), className="page-sentence"),
        *notice,
        html.Div([*(_deck(one, text) for one in decks.decks()), own_card(text)], className="decks"),
        html.H2(text("briefing.heading"), className="story-heading"),
        html.P(text("briefing.intro"), className="story-intro"),
        _contents(text),
        html.Div([_step(place, step, said, text) for place, step in enumerate(STEPS, 1)], className="story"),
    ]


def register_callbacks(app: Dash) -> None:
    """The page has none."""


def values(text: Words) -> dict[str, str]:
    """What the placeholders of the story stand for: `<fact>` (its number), `<fact>_date`, `<fact>_who`, and `n_<count>`."""
    said = {f"n_{name}": text.number(n) for name, n in story.counts().items()}
    for name, fact in story.facts().items():
        said[f"{name}_date"] = text.date(fact.day)
        if fact.group:
            said[f"{name}_who"] = text(f"group.{fact.group}")
        if fact.value is not None:
            said[name] = text(f"qualifier.{fact.row['qualifier']}", n=text.amount(fact.value))
            said[f"{name}_n"] = text.amount(fact.value)
        if fact.table == "un_votes":
            said |= {f"{name}_yes": text.number(fact.row["yes"]), f"{name}_no": text.number(fact.row["no"])}
        if fact.table == "meetings":
            said[f"{name}_place"] = _place(fact, text)
    rows = story.facts()
    said["alliance_end"] = text.date(rows["alliance"].row["date_ended"])
    said["treaty_force"] = text.date(rows["treaty"].row["date_in_force"])
    said["meetings_to"] = text.date(_package.resource("meetings")["compiled_to"])
    return said


def _deck(deck: Deck, text: Words) -> html.Article:
    return deck_card(deck, [one.takeaway[text.lang] for one in deck.slides], text)


def _contents(text: Words) -> html.Nav:
    links = [html.Li(html.A(text(f"briefing.{step.id}.short"), href=f"#briefing-{step.id}")) for step in STEPS]
    return html.Nav(html.Ol(links), className="story-contents", **{"aria-label": text("briefing.contents")})


def _step(place: int, step: Step, said: Mapping[str, str], text: Words) -> html.Section:
    key = f"briefing.{step.id}"
    prose = [html.P(text(f"{key}.{one}", **said)) for one in _SENTENCES]
    facts = story.facts()
    number = html.Span(text.number(place), className="story-number", **{"aria-hidden": "true"})
    head = html.Div(
        [
            html.Span(text("briefing.step", n=text.number(place)), className="visually-hidden"),
            html.H2(text(f"{key}.heading", **said)),
        ]
    )
    return html.Section(
        [
            number,
            html.Div([head, *prose, _see(step, text)], className="story-text"),
            html.Div(
                [
                    html.H3(text("briefing.records")),
                    html.Ul([_record(name, facts[name], said, text) for name in step.facts]),
                ],
                className="story-records",
            ),
        ],
        id=f"briefing-{step.id}",
        className="story-step",
    )


def _record(name: str, fact: Fact, said: Mapping[str, str], text: Words) -> html.Li:
    """One record: what it says, who says so, when, and whether a source was read."""
    own = {"n": said.get(name, ""), "place": said.get(f"{name}_place", "")}
    own |= {"yes": said.get(f"{name}_yes", ""), "no": said.get(f"{name}_no", "")}
    if name == "oil_cap":
        own["n"] = said["oil_cap_n"]
    notes = [text(f"group.{fact.group}")] if fact.group else []
    notes.append(text.date(fact.day, short=True))
    unread = fact.row.get("source_check") == "unread"
    notes += [text("source_check.unread")] if unread else []
    shown = text(f"briefing.fact.{name}", **own)
    link = html.A(shown[:1].upper() + shown[1:], href=f"/record/{fact.table}/{fact.id}?lang={text.lang}")
    return html.Li([link, html.Small(" · ".join(notes))], className="is-unread" if unread else "")


def _see(step: Step, text: Words) -> html.P:
    """Where the step is drawn, and the data behind the drawing."""
    pages = [
        html.A(text(f"page.{one}.menu"), href=f"{'/' if one == 'overview' else '/' + one}?lang={text.lang}")
        for one in step.pages
    ]
    files = [
        html.A(text(f"briefing.file.{one}"), href=f"/chart/{one}.csv?lang={text.lang}", download="")
        for one in step.charts
    ]
    return html.P(
        [text("briefing.see"), " ", *_between(pages), html.Br(), text("briefing.files"), " ", *_between(files)],
        className="story-see",
    )


def _between(links: list[html.A]) -> list[Any]:
    return [part for place, link in enumerate(links) for part in ((" · ", link) if place else (link,))]


def _place(fact: Fact, text: Words) -> str:
    place = find("places", fact.row["place_id"]) if fact.row.get("place_id") else None
    return str((place or {}).get(f"name_{text.lang}") or fact.row["city"])
