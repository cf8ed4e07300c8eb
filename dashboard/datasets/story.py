"""The records and counts that the briefing page tells its story from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.datasets import _package, key_figures, sanctions, shipments
from dashboard.datasets._select import select
from dashboard.datasets.records import find

# The records that the story cites by their ids, which never change.
_CITED = {
    "economic": ("agreements", "A-1949-ECON"),
    "alliance": ("agreements", "A-1961-TREATY"),
    "friendship": ("agreements", "A-2000-TREATY"),
    "treaty": ("agreements", "A-2024-TREATY"),
    "first": ("claims", "CC01"),
    "washington": ("claims", "CC04"),
    "minister": ("claims", "CC06"),
    "agency": ("claims", "CC14"),
    "tracked": ("claims", "CC15"),
    "team": ("claims", "CC16"),
    "may": ("satellite_launches", "PRK-SL-06"),
    "august": ("satellite_launches", "PRK-SL-07"),
    "orbit": ("satellite_launches", "PRK-SL-08"),
    "suspicion": ("tech_claims", "TT-004"),
    "nothing": ("tech_claims", "TT-045"),
    "rejected": ("tech_claims", "TT-005"),
    "idle": ("tech_claims", "TT-046"),
    "next": ("satellite_launches", "PRK-SL-09"),
    "visit": ("meetings", "M20230725a"),
    "summit": ("meetings", "M20230913a"),
    "promise": ("tech_claims", "TT-003"),
    "renewal": ("un_votes", "v-2680"),
    "veto_sanctions": ("un_votes", "v-s-2022-431"),
    "veto_panel": ("un_votes", "v-s-2024-255"),
    "asked": ("tech_claims", "TT-015"),
    "modernised": ("tech_claims", "TT-027"),
    "return": ("claims", "RF03"),
    "oil": ("claims", "RF10"),
    "oil_cap": ("claims", "QO02"),
    "oil_reported": ("claims", "RF07"),
    "air_defence": ("claims", "RF14"),
    "pantsir": ("claims", "RF15"),
    "troops": ("claims", "QT01"),
    "honoured": ("claims", "QK11"),
    "london": ("claims", "QK10"),
    "workers": ("claims", "QW03"),
    "entries": ("claims", "QW02"),
    "panel_end": ("monitoring", "mon-08"),
    "team_start": ("monitoring", "mon-09"),
}
# The word that stands: the newest claim of a group on an item, variant and basis.
_LAST_WORD = {
    "present_seoul": ("troops", "present", "kr-nis"),
    "present_kyiv": ("troops", "present", "ua"),
    "killed": ("killed", "all", "kr-nis"),
}
_TURN = "2022-09"  # listings since then are laid to the present cooperation
_NOT_SANCTIONS = ("un_resolution", "monitoring", "veto")
_HIGH = ("head_of_state", "head_of_government", "minister", "security_council")


# The column that dates a record, whichever its table has.
_DAYS = ("stated_on", "date_utc", "date_signed", "start_date", "date")


@dataclass(frozen=True)
class Fact:
    """One record of the story. `day` is its date (EDTF); `value` and `group` are those of a claim (None and "" elsewhere)."""

    table: str
    id: str
    day: str
    row: dict[str, Any]
    value: float | None = None
    group: str = ""


def facts() -> Mapping[str, Fact]:
    """Every record the story cites, by the name it has there."""
    return _facts(_package.current().version)


def counts() -> Mapping[str, int]:
    """What the story counts.

    `sanction_votes` (sanctions resolutions Russia voted for), `renewals` (of the Panel of Experts), `measures`, `senders` (sanctions
    on the cooperation itself, and by how many), `listings`, `names` (since September 2022), `both` (states with sanctions of their
    own on both), `summits` (Putin and Kim Jong Un), `high_before` (meetings of ministers and above, 2003–2017), `high_2023`,
    `high_2024`, `high_2025`, and `sought, promised, transferred, observed` (statements on technology).
    """
    return _counts(_package.current().version)


@lru_cache(maxsize=2)
def _facts(version: str) -> Mapping[str, Fact]:
    found = {name: _cited(table, key) for name, (table, key) in _CITED.items()}
    found |= {name: _last_word(*wanted) for name, wanted in _LAST_WORD.items()}
    top, last = (next(one for one in key_figures.key_figures() if one.key == key) for key in ("containers", "summits"))
    return found | {"latest": _cited(top.table, top.id), "last_summit": _cited(last.table, last.id)}


@lru_cache(maxsize=2)
def _counts(version: str) -> Mapping[str, int]:
    votes = select("un_votes", where={"russia_vote": ("yes",)})
    linked = select("measures", where={"dprk_russia_link": ("yes",)})
    linked = linked[~linked["kind"].isin(_NOT_SANCTIONS)]
    listed = select("designations")
    listed = listed[listed["date"] >= _TURN]
    met = select("meetings", where={"level": _HIGH})["start_date"].str[:4]
    kinds = select("tech_claims")["claim_kind"]
    return {
        "sanction_votes": int((votes["kind"] == "sanctions").sum()),
        "renewals": int((votes["kind"] == "panel_renewal").sum()),
        "measures": len(linked),
        "senders": int(linked["sender"].nunique()),
        "listings": len(listed),
        "names": int(listed["name"].nunique()),
        "both": int((sanctions.by_country()["class"] == "both").sum()),
        "summits": _summits(),
        "high_before": int(met.between("2003", "2017").sum()),
        **{f"high_{year}": int((met == year).sum()) for year in ("2023", "2024", "2025")},
        **{kind: int((kinds == kind).sum()) for kind in ("sought", "promised", "transferred", "observed")},
    }


def _summits() -> int:
    return int(next(one.value for one in key_figures.key_figures() if one.key == "summits"))


def _cited(table: str, key: str) -> Fact:
    row = find(table, key)
    if row is None:
        raise LookupError(f"the briefing cites {table}/{key}, which the data lack")
    day = next(row[column] for column in _DAYS if row.get(column))
    value = (
        next((float(row[end]) for end in ("low", "high") if row.get(end) is not None), None)
        if table == "claims"
        else None
    )
    claimant = find("claimants", row["claimant_id"]) if row.get("claimant_id") else None
    return Fact(table, key, day, row, value, claimant["group_id"] if claimant else "")


def _last_word(item: str, variant: str, group: str) -> Fact:
    frame = shipments.claims((item,), claimants=(group,))
    frame = frame[(frame["variant"] == variant) & (frame["source_check"] == "read")]
    return _cited("claims", str(frame["claim_id"].iloc[-1]))
