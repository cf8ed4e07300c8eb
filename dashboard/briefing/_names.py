"""What the series of a native chart are called: words of the reader instead of the figure's own ids."""

from collections import Counter
from collections.abc import Sequence

from dashboard.briefing._look import Mark, Series
from dashboard.figures.theme import GROUPS
from dashboard.text import Words

# Traces that hold claims of several groups, told apart by their colour.
_BY_COLOUR = {"claims", "said", "upper", "range", "period", "rates", "bar", "rounding", "shipments"}
_COLOURS = {light: group for group, (mark, text, _, _) in GROUPS.items() for light in (mark, text)}
_SIGNS = {"triangle-up": "▲", "triangle-down": "▼", "circle": "●", "diamond": "◆", "square": "■", "star": "★"}
_HOLLOW = {"▲": "△", "▼": "▽", "●": "○", "◆": "◇", "■": "□", "★": "☆"}


def name(series: Sequence[Series], words: Words) -> list[str]:
    """One name for each series, none twice: who or what it is, with the sign of its marks where one thing has several."""
    bare = [_said(one, words) for one in series]
    often = Counter(bare)
    found: list[str] = []
    for one, text in zip(series, bare, strict=True):
        full = f"{text} {_sign(one.mark)}".strip() if often[text] > 1 and one.mark else text
        same = sum(1 for other in found if other == full or other.startswith(f"{full} ("))
        found.append(f"{full} ({same + 1})" if same else full)
    return found


def _said(series: Series, words: Words) -> str:
    """The name of a series: whole if the texts have it, else piece by piece (`USA-both-yes`), else the id of its record."""
    name = series.name
    group = _COLOURS.get(series.colour, "") if name in _BY_COLOUR else _prefix(name)
    pieces = [group, name if name in _BY_COLOUR else "after" if name.endswith("-after") else ""] if group else [name]
    found = [said for piece in pieces if (said := _word(piece, words))]
    if not found:
        found = [said for piece in name.split("-") if (said := _word(piece, words))]
    known = found and not any(piece.isdigit() for piece in name.split("-"))
    return " – ".join(found) if known else name or "–"


def _word(piece: str, words: Words) -> str:
    keys = (f"group.{piece}", f"pptx.series.{piece}", f"choice.sender.{piece}", f"choice.type.{piece}")
    return next((words(key) for key in keys if piece and key in words), "")


def _prefix(text: str) -> str:
    """The claimant group whose id the trace's name begins with."""
    fitting = [group for group in GROUPS if text == group or text.startswith(f"{group}-")]
    return max(fitting, key=len, default="")


def _sign(mark: Mark | None) -> str:
    if mark is None:
        return ""
    sign = mark.glyph or _SIGNS.get(mark.symbol.removesuffix("-open"), "")
    return _HOLLOW.get(sign, sign) if mark.hollow else sign
