"""The Data Package is one by its own tool: the descriptor, every table, and every key between them."""

import frictionless
import pytest

from dashboard.paths import DATA


def test_the_descriptor_is_valid_by_its_own_tool() -> None:
    report = frictionless.Package.validate_descriptor(str(DATA / "datapackage.json"))
    assert report.flatten(["type", "note"]) == []


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_every_table_is_valid_by_the_tool_of_the_format_with_the_keys_between_them() -> None:
    report = frictionless.Package(str(DATA / "datapackage.json")).validate()
    assert report.flatten(["place", "rowNumber", "fieldName", "note"]) == []
    assert report.stats["tasks"] == len(list(DATA.glob("*.csv")))
