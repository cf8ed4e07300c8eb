"""The project's own data for every test, and a whole data package of a few rows in which faults can be planted."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import settings

from dashboard.datasets import _package
from dashboard.errors import DataError
from dashboard.paths import DATA

# The same examples in every run: a test that fails once in a while teaches nobody anything.
settings.register_profile("suite", deadline=None, derandomize=True, database=None, max_examples=100)
settings.load_profile("suite")

SAID = {"source_ids": "tass-20240318;reuters-20240318", "source_check": "read"}
# The filled cells of each row; the first row of a table stands on line 2.
ROWS: dict[str, list[dict[str, str]]] = {
    "claims": [
        {"claim_id": "CC01", "item": "containers", "variant": "munitions", "basis": "delivered", "direction": "PRK-RUS"}
        | {
            "unit": "containers",
            "low": "1000",
            "qualifier": "more_than",
            "stated_on": "2023-10-13",
            "as_of": "2023-10-01",
        }
        | {
            "counting_since": "2023-08",
            "claimant_id": "us-nsc",
            "note_en": "First figure.",
            "note_fr": "Premier chiffre.",
        }
        | SAID,
        {"claim_id": "CC02", "item": "containers", "variant": "munitions", "basis": "planned", "direction": "PRK-RUS"}
        | {"unit": "containers", "low": "2000.5", "high": "3000", "qualifier": "about", "stated_on": "2024-03-18"}
        | {"target_date": "2999", "claimant_id": "us-nsc", "shared_basis": "CC01", "note_en": "Later."}
        | {"note_fr": "Plus tard\u00a0: «\u00a0oui\u00a0»."}
        | SAID,
    ],
    "claimants": [
        {"claimant_id": "us-nsc", "group_id": "us", "name_en": "White House", "name_fr": "Maison-Blanche"}
        | {"country_iso3": "USA", "kind": "government"}
    ],
    "voyages": [
        {"voyage_id": "V01", "start_date": "2023-09-07", "end_date": "2023-10-01", "public_on": "2023-10-13"}
        | {"mode": "sea", "vessel_id": "angara", "from_place_id": "rajin", "direction": "PRK-RUS"}
        | {"containers_low": "300", "cargo_en": "containers", "claimant_id": "us-nsc"}
        | SAID
    ],
    "vessels": [
        {"vessel_id": "angara", "name": "Angara", "imo": "9179842", "type_en": "ro-ro", "role_en": "arms route"}
        | {"flag_iso3": "RUS", "sanctioned": "USA:2022-05;EU:2024-06-24", "public_on": "2023-10-13"}
        | SAID
    ],
    "places": [
        {"place_id": "rajin", "kind": "port", "name_en": "Rajin", "name_fr": "Rajin", "variants": "Najin;Rason"}
        | {"country_iso3": "PRK", "lat": "42.2556", "lon": "130.2831"}
    ],
    "satellite_launches": [
        {"launch_id": "SL-01", "attempt_status": "attempt", "date_utc": "2023-11-21", "time_utc": "13:42"}
        | {"date_kst": "2023-11-21", "time_kst": "22:42:28", "vehicle": "Chollima-1", "site_id": "rajin"}
        | {"outcome": "success", "assistance": "none", "assistance_en": "None met.", "assistance_fr": "Aucune."}
        | {"perigee_km": "490", "apogee_km": "510", "note_en": "In orbit.", "note_fr": "En orbite."}
        | SAID
    ],
    "missile_tests": [
        {"test_id": "T-1", "date_utc": "2023-11-21", "date_kst": "2023-11-21", "missile": "Chollima-1"}
        | {"missile_type": "SLV", "outcome": "success", "launch_id": "SL-01", "undercount": "no", "preliminary": "no"}
        | {"salvo_seq": "1", "doubt": "date_estimate;unverified"}
        | SAID
    ],
    "nuclear_tests": [
        {"test_id": "NT-1", "number": "1", "date_utc": "2006-10-09", "time_utc": "01:35:28", "date_kst": "2006-10-09"}
        | {"time_kst": "10:35", "site_id": "rajin", "lat": "41.29", "lon": "129.09", "magnitude_usgs": "4.3"}
        | {"magnitude_ctbto": "4.1", "yield_low_kt": "0.5", "yield_high_kt": "1", "note_en": "First."}
        | SAID
    ],
    "tech_claims": [
        {"claim_id": "TT-1", "date": "2024-02-26", "claimant_id": "us-nsc", "programme": "space"}
        | {"claim_kind": "sought", "stance": "assessed", "note_en": "Asked for."}
        | SAID
    ],
    "meetings": [
        {"meeting_id": "M1", "visit_id": "v1", "start_date": "2023-09-13", "city": "Vostochny", "country_iso3": "RUS"}
        | {"lat": "51.88", "lon": "128.33", "level": "head_of_state", "host_iso3": "RUS", "topics": "arms;space"}
        | {"outcome_en": "Talks.", "outcome_fr": "Entretiens.", "agreement_id": "A1"}
        | SAID
    ],
    "agreements": [
        {"agreement_id": "A1", "date_signed": "2024-06-19", "date_in_force": "2024-12-04", "status": "in_force"}
        | {"title_en": "Treaty", "title_fr": "Traité", "provision_en": "Help.", "provision_fr": "Aide."}
        | SAID
    ],
    "un_votes": [
        {"vote_id": "v-1718", "resolution": "1718", "date": "2006-10-14", "kind": "sanctions", "yes": "15", "no": "0"}
        | {"abstain": "0", "russia_vote": "yes", "china_vote": "yes", "outcome": "adopted", "subject_en": "Sanctions"}
        | {"subject_fr": "Sanctions"}
        | SAID
    ],
    "messages": [
        {"message_id": "L1", "date": "2015-05-09", "kind": "letter", "from_person": "A", "to_person": "B"}
        | {"summary_en": "A letter."}
        | SAID
    ],
    "people": [{"person_id": "stalin", "name_en": "Stalin", "name_fr": "Staline", "country_iso3": "SUN"}],
    "measures": [
        {"measure_id": "m-eu-1", "date": "2024-06-24", "sender": "EU", "target": "both", "kind": "vessel"}
        | {"name_en": "Ships", "name_fr": "Navires", "dprk_russia_link": "yes", "summary_en": "Lists ships."}
        | SAID
    ],
    "regimes": [
        {"regime_id": "FRA-PRK", "iso3": "FRA", "target_iso3": "PRK", "status": "aligned", "basis_en": "EU member."}
        | SAID
    ],
    "designations": [
        {"designation_id": "d1", "name": "Angara", "kind": "vessel", "imo": "9179842", "designated_by": "EU"}
        | {"date": "2024-06-24", "measure_id": "m-eu-1", "reason_en": "Arms."}
        | SAID
    ],
    "monitoring": [
        {"event_id": "mon-1", "date": "2006-10-14", "body": "Committee", "name_en": "Created", "name_fr": "Création"}
        | {"summary_en": "Set up."}
        | SAID
    ],
    "events": [
        {"event_id": "e-1", "date": "2023-06-17", "kind": "transport", "title_en": "Train", "title_fr": "Train"}
        | {"note_en": "Resumed.", "note_fr": "Reprise.", "place_id": "rajin"}
        | SAID
    ],
    "sources": [
        {"source_id": "tass-20240318", "publisher": "TASS", "url": "https://tass.com/1", "published": "2024-03-18"}
        | {"language": "en", "kind": "state_media", "accessed": "2026-11"},
        {"source_id": "reuters-20240318", "publisher": "Reuters", "url": "https://reuters.com/1"}
        | {"published": "2024-03-18", "language": "en", "kind": "wire", "accessed": "2026-11"},
    ],
}


@pytest.fixture(scope="session")
def real_package() -> _package.Package:
    """The project's own data, loaded once."""
    return _package.load(DATA)


@pytest.fixture(autouse=True)
def _real_data(real_package: _package.Package) -> None:
    """Every test starts on the project's own data, whatever the one before it used."""
    _package.use(real_package)


class Tiny:
    """The package on disk; `set` and `write` plant faults, `offences` says what the loader makes of them."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.descriptor: dict[str, Any] = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
        for resource in self.descriptor["resources"]:
            resource["row_floor"] = 1
        self.describe()
        for table, rows in ROWS.items():
            self.write(table, self.text(table, rows))

    def describe(self) -> None:
        """Write the descriptor as it stands in `self.descriptor`."""
        (self.directory / "datapackage.json").write_text(json.dumps(self.descriptor), encoding="utf-8")

    def columns(self, table: str) -> list[str]:
        resource = next(one for one in self.descriptor["resources"] if one["name"] == table)
        return [field["name"] for field in resource["schema"]["fields"]]

    def text(self, table: str, rows: list[dict[str, str]]) -> str:
        out = io.StringIO()
        writer = csv.DictWriter(out, self.columns(table), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue()

    def write(self, table: str, content: str | bytes) -> None:
        data = content if isinstance(content, bytes) else content.encode()
        (self.directory / f"{table}.csv").write_bytes(data)

    def read(self, table: str) -> str:
        return (self.directory / f"{table}.csv").read_text(encoding="utf-8")

    def set(self, table: str, /, line: int = 2, **cells: str) -> None:
        """Change cells of the row on that line."""
        rows = list(csv.DictReader(io.StringIO(self.read(table))))
        rows[line - 2] |= cells
        self.write(table, self.text(table, rows))

    def offences(self) -> list[str]:
        """What the loader prints about the package."""
        try:
            _package.load(self.directory)
        except DataError as error:
            return str(error).splitlines()
        return []


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    """A package of a few valid rows in a directory of its own."""
    return Tiny(tmp_path)


@pytest.fixture(scope="session")
def whole(real_package: _package.Package) -> Flask:
    """The whole application, as it is served; not told that it is tested, so it hides its faults."""
    from dashboard.app import create_app

    _package.use(real_package)
    server: Flask = create_app().server
    return server
