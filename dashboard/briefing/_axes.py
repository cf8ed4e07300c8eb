"""The axes of a native chart: scale, ticks and the numbers at them, in the reader's language."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.briefing._draw import colour, stroke
from dashboard.briefing._figure import Axis, day, listed
from dashboard.figures.theme import GRID, MUTED, RULE

_MONTHS = {"en": "[$-409]mmm yyyy", "fr": "[$-40C]mmm yyyy"}
_THOUSANDS = {"en": "#,##0", "fr": '[>=1000000]0"\u202f"000"\u202f"000;[>=1000]0"\u202f"000;0'}
_MEAN_MONTH = 30.4375


@dataclass(frozen=True)
class Ticks:
    """The distance between two ticks and the number format of what is written at them."""

    unit: float
    form: str


def day_ticks(axis: Axis, lang: str, width: float) -> Ticks:
    """Ticks that fall into the months they name, though a native axis counts in days of one length."""
    step = int(str(axis.spec.get("dtick", "M12")).lstrip("M") or 12)
    months = (axis.end - axis.start) / _MEAN_MONTH
    while months / step > width / 0.75:
        step *= 2
    first = day(axis.start)
    yearly = step % 12 == 0 and first.month == 1
    return Ticks(_days(first, step, months), "yyyy" if yearly else _MONTHS[lang])


def _days(first: date, step: int, months: float) -> float:
    mean = step * _MEAN_MONTH
    tries = sorted((round(mean) + one for one in range(-4, 9)), key=lambda days: abs(days - mean))
    return next((float(days) for days in tries if _true(first, step, days, months)), mean)


def _true(first: date, step: int, days: int, months: float) -> bool:
    """Whether every tick falls into the month it stands for."""
    for i in range(int(months / step) + 1):
        year, month = divmod(first.year * 12 + first.month - 1 + i * step, 12)
        there = date.fromordinal(first.toordinal() + i * days)
        if (there.year, there.month) != (year, month + 1):
            return False
    return True


def number_ticks(axis: Axis, lang: str, height: float) -> Ticks:
    """Ticks as the figure has them, or round ones, no closer than a line of type."""
    said = [one for one in map(axis.value, listed(axis.spec.get("tickvals"))) if one is not None]
    span = abs(axis.end - axis.start)
    unit = said[1] - said[0] if len(said) > 1 else axis.spec.get("dtick") or _round(span / min(8, max(2, height / 0.4)))
    unit = float(unit)
    while span / unit > max(2, height / 0.2):
        unit *= 2
    return Ticks(unit, _form(listed(axis.spec.get("ticktext")), unit, lang))


def _round(rough: float) -> float:
    """The next of 1, 2, 5, 10, …"""
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(one * power for one in (1, 2, 5, 10) if one * power >= rough * 0.999)


def _form(texts: Sequence[Any], unit: float, lang: str) -> str:
    """Millions are written as the figure writes them: `5m`, `0.5m`."""
    words = {found[1] for text in texts if (found := re.fullmatch(r"[\d.,]+(\D+)", str(text)))}
    if len(words) == 1:
        decimals = "0.0" if unit % 1_000_000 else "0"
        return f'{decimals},,"{words.pop()}";;0'
    return _THOUSANDS[lang] if unit >= 1 else "General"


@dataclass(frozen=True)
class Look:
    """What is shown of an axis: `line` its stroke, `labels` its numbers, `grid` the rules across."""

    line: bool = False
    labels: bool = False
    grid: bool = False
    points: float = 9.0
    crosses: str = "min"


def value_axis(ids: tuple[int, int], side: str, axis: Axis, ticks: Ticks, look: Look) -> str:
    """A value axis of an XY chart."""
    low, high = min(axis.start, axis.end), max(axis.start, axis.end)
    log = '<c:logBase val="10"/>' if axis.kind == "log" else ""
    turned = "maxMin" if axis.start > axis.end else "minMax"
    unit = "" if log else f'<c:majorUnit val="{ticks.unit:g}"/>'
    return (
        f'<c:valAx><c:axId val="{ids[0]}"/><c:scaling>{log}<c:orientation val="{turned}"/><c:max val="{high!r}"/>'
        f'<c:min val="{low!r}"/></c:scaling>{styled(side, ticks.form, look)}<c:crossAx val="{ids[1]}"/>'
        f'<c:crosses val="{look.crosses}"/><c:crossBetween val="midCat"/>{unit}</c:valAx>'
    )


def styled(side: str, form: str, look: Look) -> str:
    """What all kinds of axes have in common, in the order of the schema."""
    gone = not (look.line or look.labels or look.grid)
    grid = f"<c:majorGridlines><c:spPr>{stroke(GRID, 0.75)}</c:spPr></c:majorGridlines>" if look.grid else ""
    shown = "low" if look.labels and look.crosses == "min" else "nextTo" if look.labels else "none"
    tick = "out" if look.line and look.labels and side == "b" else "none"
    return (
        f'<c:delete val="{int(gone)}"/><c:axPos val="{side}"/>{grid}'
        f'<c:numFmt formatCode="{_quoted(form)}" sourceLinked="0"/><c:majorTickMark val="{tick}"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{shown}"/>'
        f"<c:spPr>{stroke(RULE, 0.75 if look.line else 0)}</c:spPr>"
        f'<c:txPr><a:bodyPr rot="-60000000" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(look.points * 100)}">'
        f'{colour(MUTED)}</a:defRPr></a:pPr><a:endParaRPr lang="en"/></a:p></c:txPr>'
    )


def _quoted(form: str) -> str:
    return form.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")


def written(axis: Axis) -> list[tuple[float, str]]:
    """The ticks that a native axis cannot have (a logarithmic one takes powers of ten alone): their place and text."""
    spec: Mapping[str, Any] = axis.spec
    values = [axis.value(one) for one in listed(spec.get("tickvals"))]
    texts = listed(spec.get("ticktext")) or [f"{one:g}" for one in values if one is not None]
    return [(one, str(text)) for one, text in zip(values, texts, strict=False) if one is not None]
