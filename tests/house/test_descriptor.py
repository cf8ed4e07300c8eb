"""Every table and field is explained, in both languages, and every file is described."""

import json

from dashboard.paths import DATA

DESCRIPTOR = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = DESCRIPTOR["resources"]


def test_every_data_file_is_described() -> None:
    assert {one["path"] for one in RESOURCES} == {path.name for path in DATA.glob("*.csv")}


def test_every_table_has_a_title_and_a_description_in_both_languages() -> None:
    silent = [
        one["name"]
        for one in RESOURCES
        if not all(one.get(key) for key in ("title", "title_fr", "description", "description_fr"))
    ]
    assert silent == []


def test_every_field_is_described_in_both_languages() -> None:
    silent = [
        f"{one['name']}.{field['name']}"
        for one in RESOURCES
        for field in one["schema"]["fields"]
        if not (field.get("description") and field.get("description_fr") and field.get("type"))
    ]
    assert silent == []


def test_every_table_says_how_far_it_is_compiled() -> None:
    reference = {"sources", "claimants", "people", "places"}
    assert [one["name"] for one in RESOURCES if one["name"] not in reference and not one.get("compiled_to")] == []
