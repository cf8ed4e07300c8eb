"""CITATION.cff is what the format asks for, and names the same version as the data package."""

import json
from typing import Any

import jsonschema
import yaml

from dashboard.paths import DATA, ROOT

SCHEMA = json.loads((ROOT / "tests" / "data" / "cff-1.2.0.schema.json").read_text(encoding="utf-8"))
# The schema wants dates as text, and YAML alone would make them dates.
CITATION: dict[str, Any] = yaml.load((ROOT / "CITATION.cff").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def faults(citation: dict[str, Any]) -> list[str]:
    validator = jsonschema.Draft7Validator(SCHEMA)
    return [f"{'.'.join(map(str, one.path))}: {one.message}" for one in validator.iter_errors(citation)]


def test_the_citation_file_keeps_to_its_schema() -> None:
    assert faults(CITATION) == []


def test_the_schema_would_say_what_is_wrong() -> None:
    assert faults({**CITATION, "date-released": "22 November 2026"}) != []
    assert faults({key: value for key, value in CITATION.items() if key != "authors"}) != []


def test_the_citation_names_the_version_of_the_package() -> None:
    assert CITATION["version"] == json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["version"]
