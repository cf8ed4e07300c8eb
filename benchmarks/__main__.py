"""`make bench`: everything is measured and written into the README, each figure beside its target.

`python -m benchmarks [browser server start growth soak]` measures only those parts; what the README says of the others stays.
"""

import json
import platform
import sys
from datetime import date
from statistics import median

from benchmarks import browser_pages, growth, server, soak, start
from benchmarks._serve import ROOT

RESULTS = ROOT / "benchmarks" / "results.json"
README = ROOT / "README.md"
BEGIN, END = "<!-- measured by make bench -->", "<!-- end of measured -->"
Row = tuple[str, str, str, bool | None]  # what, measured, target, reached (None where there is no target)


def main(parts: list[str]) -> None:
    """Measure the parts (all without any named), keep the results, renew the README."""
    results = json.loads(RESULTS.read_text()) if RESULTS.is_file() else {}
    for name, measure in PARTS.items():
        if not parts or name in parts:
            print(f"measuring: {name}", flush=True)
            results[name] = {"on": date.today().isoformat(), "rows": measure()}
            RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    README.write_text(before + BEGIN + "\n" + table(results) + END + after, encoding="utf-8")
    print(table(results))


def table(results: dict) -> str:
    """The results as a Markdown table."""
    days = sorted({part["on"] for part in results.values()})
    lines = [
        f"\nMeasured on {' and '.join(days)} ({platform.machine()}, {platform.system()}), medians of interleaved runs.\n"
    ]
    lines += ["", "| what | measured | target | |", "|---|---|---|---|"]
    for name in PARTS:
        for what, measured, target, reached in results.get(name, {}).get("rows", []):
            verdict = "" if reached is None else "reached" if reached else "**missed**"
            lines.append(f"| {what} | {measured} | {target} | {verdict} |")
    return "\n".join(lines) + "\n\n"


def _browser() -> list[Row]:
    found = browser_pages.measure()
    floor = found[0]
    rows: list[Row] = []
    targets = {"Tumen Monitor, stock plotly.js": (1.25, 2.0, 1.2), "Tumen Monitor, own bundle": (0.75, 1.2, None)}
    for one in found:
        draw, wire, redraw = targets.get(one.name, (None, None, None))
        cold, warm, again = (
            median(a) / median(b)
            for a, b in ((one.cold, floor.cold), (one.warm, floor.warm), (one.redraws, floor.redraws))
        )
        rows.append(
            (
                f"{one.name}: charts drawn, cold",
                f"{cold:.2f}× ({median(one.cold):.0f} ms)",
                _most(draw, "×"),
                draw and cold <= draw,
            )
        )
        rows.append(
            (
                f"{one.name}: the same, warm",
                f"{warm:.2f}× ({median(one.warm):.0f} ms)",
                _most(draw, "×"),
                draw and warm <= draw,
            )
        )
        rows.append(
            (
                f"{one.name}: filter to redraw",
                f"{again:.2f}× ({median(one.redraws):.0f} ms)",
                _most(redraw, "×"),
                redraw and again <= redraw,
            )
        )
        rows.append(
            (
                f"{one.name}: first visit",
                f"{one.first_visit / 1e6:.2f} MB",
                _most(wire, " MB"),
                wire and one.first_visit / 1e6 <= wire,
            )
        )
        repeat = 60 if wire else None
        rows.append(
            (
                f"{one.name}: next visit",
                f"{one.next_visit / 1e3:.0f} kB",
                _most(repeat, " kB"),
                repeat and one.next_visit / 1e3 <= repeat,
            )
        )
    return rows


def _most(target: float | None, unit: str) -> str:
    return f"≤ {target:g}{unit}" if target else ""


def _server() -> list[Row]:
    found = server.measure()
    base = median(one.rate for one in found["/healthz"][0])
    rows: list[Row] = [("`/healthz` at 64 clients", f"{base:.0f} answers/s", "", None)]
    for name, (loads, fewer) in found.items():
        if name == "/healthz":
            continue
        ratio, spread = median(one.rate for one in loads) / base, median(one.p95 / one.p50 for one in fewer)
        errors = sum(one.errors for one in (*loads, *fewer))
        rows.append((f"{name} at 64 clients", f"{ratio:.2f}× of `/healthz`", "≥ 0.5×", ratio >= 0.5))
        rows.append((f"{name}: p95 at 50 clients", f"{spread:.1f}× p50", "≤ 4×", spread <= 4))
        rows.append((f"{name}: errors", str(errors), "0", errors == 0))
    return rows


def _start() -> list[Row]:
    pages, imports = start.measure()
    ratio = median(pages) / median(imports)
    return [
        (
            "start to first page, beside importing dash and pandas",
            f"{ratio:.2f}× ({median(pages):.1f} s)",
            "≤ 2.5×",
            ratio <= 2.5,
        )
    ]


def _growth() -> list[Row]:
    base, *larger = growth.measure()
    rows: list[Row] = []
    for one, (draw, most) in zip(larger, ((1.3, 1.5), (2.0, 4.0)), strict=True):
        slower, heavier = median(one.draws) / median(base.draws), one.memory / base.memory
        rows.append((f"×{one.times} rows: first draw of the Overview", f"{slower:.2f}×", f"≤ {draw}×", slower <= draw))
        rows.append(
            (
                f"×{one.times} rows: memory of the server",
                f"{heavier:.2f}× ({one.memory:.0f} MiB)",
                f"≤ {most}×",
                heavier <= most,
            )
        )
        rows.append((f"×{one.times} rows: memory added by a download", f"{one.download:.0f} MiB", "", None))
    return rows


def _soak() -> list[Row]:
    found = soak.measure()
    ratio, asked = found.last / found.second, sum(found.answered.values())
    return [
        (
            f"ten minutes of load ({asked} answers): memory of the last quarter beside the second",
            f"{ratio:.2f}× ({found.second:.0f}, {found.last:.0f} MiB)",
            "≤ 1.1×",
            ratio <= 1.1,
        ),
        ("ten minutes of load: errors", str(found.failed), "0", found.failed == 0),
    ]


PARTS = {"browser": _browser, "server": _server, "start": _start, "growth": _growth, "soak": _soak}

if __name__ == "__main__":
    main(sys.argv[1:])
