"""What the two menus under a chart hold: said once for a page and made where one is opened (assets/38-share.js).

Every component of every card costs time whenever a filter changes; what is seen on request only is therefore none.
"""

from dashboard.text import Words

Item = dict[str, str]  # `text` and the attributes of a button, or with `data-file` the ending of a file of the chart
PANELS = ("cite", "embed", "code")


def menus(words: Words) -> dict[str, list[Item]]:
    """The items of each menu, in their order."""
    return {"picture": _picture(words), "more": _more(words)}


def _picture(words: Words) -> list[Item]:
    return [
        {"text": words("card.png"), "data-action": "png"},
        {"text": words("card.svg"), "data-action": "svg"},
        {"text": words("card.png_copy"), "data-action": "png-copy", **_answers(words, "card.copied")},
    ]


def _more(words: Words) -> list[Item]:
    return [
        _brief(words),
        {"text": words("card.pptx"), "data-file": "pptx"},
        {"text": words("chart.copy"), "data-action": "copy", **_answers(words, "chart.copied")},
        *(
            {"text": words(f"card.{one}"), "data-action": "share", "data-panel": one, "aria-haspopup": "dialog"}
            for one in PANELS
        ),
    ]


def _brief(words: Words) -> Item:
    return {
        "text": words("own.add"),
        "data-action": "brief",
        "data-done": words("own.added"),
        "data-open": words("own.open"),
    }


def _answers(words: Words, done: str) -> Item:
    return {"data-done": words(done), "data-failed": words("card.not_copied")}
