"""A plotly figure read as plain numbers: panels, axes and traces, dates as the day serials of a spreadsheet."""

import base64
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

Trace = Mapping[str, Any]
_ZERO = datetime(1899, 12, 30)


def listed(values: Any) -> list[Any]:
    """The values as a list: plotly JSON holds lists, numpy arrays and base64 of typed arrays."""
    if values is None:
        return []
    if isinstance(values, Mapping) and "bdata" in values:
        array = np.frombuffer(base64.b64decode(values["bdata"]), dtype=np.dtype(values["dtype"]))
        shape = [int(one) for one in str(values.get("shape", "")).split(",") if one]
        values = array.reshape(shape) if shape else array
    if hasattr(values, "tolist"):
        values = values.tolist()
    return list(values) if isinstance(values, list | tuple) else [values]


def each(value: Any, n: int, default: Any = None) -> list[Any]:
    """A style said once or per point, spelled out for `n` points."""
    if value is None or isinstance(value, str | int | float):
        return [default if value is None else value] * n
    found = listed(value)
    return [*found, *[default] * (n - len(found))][:n]


def serial(value: Any) -> float | None:
    """A date as the day serial of a spreadsheet, None for what is not one."""
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value)[:19])
    except ValueError:
        return None
    return (moment.replace(tzinfo=None) - _ZERO) / timedelta(days=1)


def day(serial_day: float) -> date:
    """The date of a day serial."""
    return (_ZERO + timedelta(days=serial_day)).date()


def number(value: Any) -> float | None:
    """A finite number, None for whatever is not one: a file format has no word for NaN."""
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None


@dataclass(frozen=True)
class Axis:
    """One axis. `start` and `end` are in the axis's own numbers (day serials, real values); `start` may be the greater."""

    spec: Mapping[str, Any]
    start: float
    end: float

    @property
    def kind(self) -> str:
        return str(self.spec.get("type") or "linear")

    def value(self, raw: Any) -> float | None:
        """A number of this axis."""
        return serial(raw) if self.kind == "date" else number(raw)

    def share(self, value: float) -> float:
        """Where a number stands: 0 at the start of the axis, 1 at its end."""
        if self.kind == "log":
            value, start, end = math.log10(max(value, 1e-9)), math.log10(self.start), math.log10(self.end)
        else:
            start, end = self.start, self.end
        return (value - start) / (end - start)


@dataclass(frozen=True)
class Panel:
    """What shares one y axis: its axes, the share of the figure's height it takes, and its traces in drawing order."""

    name: str
    x: Axis
    y: Axis
    low: float
    high: float
    traces: list[Trace] = field(default_factory=list)

    def points(self, trace: Trace) -> list[tuple[float | None, float | None]]:
        """The points of a trace as numbers; a point without both is a gap."""
        n = max(len(listed(trace.get("x"))), len(listed(trace.get("y"))))
        xs = [self.x.value(one) for one in each(trace.get("x"), n)]
        ys = [self.y.value(one) for one in each(trace.get("y"), n)]
        return [(x, y) if x is not None and y is not None else (None, None) for x, y in zip(xs, ys, strict=True)]


def panels(figure: Mapping[str, Any]) -> list[Panel]:
    """The panels of a figure from top to bottom; maps have none but those of their key."""
    layout, found = figure["layout"], {}
    for trace in figure["data"]:
        if trace["type"] in ("choropleth", "scattergeo"):
            continue
        name = trace.get("yaxis", "y")
        if name not in found:
            spec = layout.get("yaxis" + name[1:], {})
            low, high = spec.get("domain", (0, 1))
            found[name] = Panel(name, x_axis(figure), axis(spec, _values(figure, name)), low, high)
        found[name].traces.append(trace)
    return sorted(found.values(), key=lambda one: -one.high)


def axis(spec: Mapping[str, Any], values: Sequence[Any]) -> Axis:
    """The axis as far as the figure says it, else over its values."""
    bare = Axis(spec, 0, 1)
    said = spec.get("range") or ()
    if spec.get("type") == "log":
        start, end = (10.0**one for one in said)
    else:
        ends = [one for one in map(bare.value, said or values) if one is not None]
        start, end = (ends[0], ends[-1]) if said else (min(ends, default=0), max(ends, default=1))
    return Axis(spec, start, end if end != start else start + 1)


def x_axis(figure: Mapping[str, Any]) -> Axis:
    """The x axis that all panels share; a day axis begins with a month or a year, so that its ticks can say so."""
    found = axis(figure["layout"].get("xaxis", {}), _values(figure, ""))
    if found.kind != "date":
        return found
    first = day(found.start)
    first = first.replace(day=1)
    if (found.end - found.start) > 3653 and found.spec.get("tickformat") == "%Y":
        first = first.replace(month=1)
    return Axis(found.spec, float(serial(first.isoformat()) or 0), found.end)


def _values(figure: Mapping[str, Any], name: str) -> list[Any]:
    return list(_coordinates(figure, name))


def _coordinates(figure: Mapping[str, Any], name: str) -> Iterator[Any]:
    """All x values, or the y values on the axis of that name."""
    for trace in figure["data"]:
        if not name or trace.get("yaxis", "y") == name:
            yield from (one for one in listed(trace.get("y" if name else "x")) if one is not None)
