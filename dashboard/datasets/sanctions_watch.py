"""Who watched whether the sanctions on North Korea are kept: the committee, the Panel of Experts, and what came after."""

from datetime import date

import pandas as pd

from dashboard import dates
from dashboard.datasets._select import select

LANES = ("committee", "panel", "task_force", "msmt")
_BODIES = {"UN 1718 Committee": "committee", "UN Panel of Experts": "panel", "US-South Korea task force": "task_force", "MSMT": "msmt",
           "UN Security Council": "panel", "US State Department": "committee"}  # a request to the committee stands in its lane # fmt: skip
_COLUMNS = ["lane", "mark", "start", "end", "name_en", "name_fr", "table", "id", "source_ids", "source_check"]
_BEGIN = {"mon-01": "committee", "mon-02": "panel", "mon-09": "msmt"}
_PANEL_ENDS = "mon-08"


def watch(*, start: date | None = None, end: date | None = None, asof: date | None = None) -> pd.DataFrame:
    """What watched when: a span for each body's life, and the events in it, in order of date.

    Columns: `lane` (committee, panel, task_force, msmt), `mark` (span | event | renewal | report | veto), `start, end` (ISO days; of a
    span, its first and last day, `end` empty while it lasts), `name_en, name_fr, table, id, source_ids, source_check`.
    """
    frame = pd.concat([_events(asof), _renewals(asof)], ignore_index=True)
    frame = pd.concat([_spans(frame), frame], ignore_index=True)
    if start is not None:
        frame = frame[(frame["end"] == "") | (frame["end"] >= start.isoformat())]
    if end is not None:
        frame = frame[frame["start"] <= end.isoformat()]
    return frame.sort_values(["start", "id", "mark"], ignore_index=True)


def _events(asof: date | None) -> pd.DataFrame:
    rows = []
    for row in select("monitoring", asof=asof).to_dict("records"):
        if row["body"] not in _BODIES:  # a joint statement watches nothing
            continue
        first, last = dates.span(row["date"])
        rows.append((_BODIES[row["body"]], _mark(row["name_en"]), first.isoformat(), last.isoformat(), row["name_en"], row["name_fr"],
                     "monitoring", row["event_id"], row["source_ids"], row["source_check"]))  # fmt: skip
    return pd.DataFrame(rows, columns=_COLUMNS)


def _mark(name: str) -> str:
    text = name.casefold()
    if "vetoed" in text:
        return "veto"
    if "renewal" in text:
        return "renewal"
    return "report" if "report" in text and "briefing" not in text else "event"


def _renewals(asof: date | None) -> pd.DataFrame:
    """The Panel's yearly mandates; the last one (2680) and its end stand among the events of monitoring."""
    frame = select("measures", asof=asof, where={"kind": ("monitoring",)})
    told = set(select("monitoring", asof=asof, where={"body": ("UN Panel of Experts",)})["date"])
    rows = [
        ("panel", "renewal", row["date"], row["date"], row["name_en"], row["name_fr"], "measures", row["measure_id"],
         row["source_ids"], row["source_check"])
        for row in frame.to_dict("records") if row["date"] not in told
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=_COLUMNS)


def _spans(events: pd.DataFrame) -> pd.DataFrame:
    spans = events[events["id"].isin(_BEGIN)].assign(mark="span", end="")
    over = events[events["id"] == _PANEL_ENDS]["start"]
    if len(over):
        spans.loc[spans["lane"] == "panel", "end"] = over.iloc[0]
    return spans
