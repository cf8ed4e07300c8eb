"""Files as accidents leave them: half copied, saved by the wrong program, replaced by something else."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from flask import Flask

from dashboard import checks
from dashboard.datasets import _package, changelog
from dashboard.paths import DATA

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Tiny

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"


def outlines(**change: Any) -> str:
    """A GeoJSON file of one square country, with something changed in its feature."""
    square = [[[127, 41], [131, 41], [131, 43], [127, 41]]]
    feature = {"type": "Feature", "properties": {"iso3": "PRK"}, "geometry": {"type": "Polygon", "coordinates": square}}
    return json.dumps({"type": "FeatureCollection", "features": [feature | change]})


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_a_table_saved_in_another_encoding_is_refused_by_its_bytes(tiny: Tiny, encoding: str) -> None:
    tiny.set("agreements", title_fr="Traité")
    tiny.write("agreements", tiny.read("agreements").encode(encoding))
    said = tiny.offences()
    assert said
    assert all(line.startswith("data/agreements.csv:") for line in said)


def test_a_cell_of_a_megabyte_is_refused_in_a_line_that_can_be_read(tiny: Tiny) -> None:
    tiny.set("claims", note_en="x" * 1_000_000)
    assert tiny.offences() == [f"data/claims.csv:2: note_en: {'x' * 77}…: 1000000 characters, at most 20000 wanted"]


def test_a_number_beyond_all_bounds_is_refused(tiny: Tiny) -> None:
    tiny.set("claims", low="1e309")
    assert len(tiny.offences()) == 1
    tiny.set("claims", low="9" * 400)
    assert len(tiny.offences()) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not JSON in UTF-8"),
        ("version https://git-lfs.github.com/spec/v1\n", "not JSON in UTF-8"),
        (b"\xff\xfe{", "not JSON in UTF-8"),
        (outlines()[:-10], "not JSON in UTF-8"),
        ("[]", "a FeatureCollection with features wanted"),
        ('{"type": "FeatureCollection", "features": []}', "a FeatureCollection with features wanted"),
        (outlines(properties={}), "feature 0: an iso3"),
        (outlines(geometry=None), "feature 0: an iso3"),
        (outlines(geometry={"type": "Point", "coordinates": [1, 2]}), "feature 0: an iso3"),
        (outlines(geometry={"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]}), "feature 0: an iso3"),
        (
            outlines(geometry={"type": "Polygon", "coordinates": [[[0, 0], [1, 95], [2, 2], [0, 0]]]}),
            "feature 0: an iso3",
        ),
        (
            outlines(geometry={"type": "Polygon", "coordinates": [[[0, 0], [float("nan"), 1], [2, 2], [0, 0]]]}),
            "feature 0",
        ),
    ],
)
def test_outlines_that_no_map_can_draw_are_refused(tiny: Tiny, content: str | bytes, said: str) -> None:
    path = tiny.directory / "boundaries" / "world.geojson"
    path.parent.mkdir()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (line,) = tiny.offences()
    assert line.startswith(f"data/boundaries/world.geojson:0: file: : {said}")
    assert [str(offence) for offence in checks.run(tiny.directory)] == [line]


def test_outlines_in_order_are_taken(tiny: Tiny) -> None:
    shutil.copytree(DATA / "boundaries", tiny.directory / "boundaries")
    (tiny.directory / "boundaries" / "world.geojson").write_text(outlines(), encoding="utf-8")
    assert tiny.offences() == []


def test_a_change_log_in_another_encoding_is_no_fault(tmp_path: Path, tiny: Tiny) -> None:
    (tiny.directory / changelog.FILE).write_bytes("## 2026-11-01\n\n- Corrigé\n".encode("latin-1"))
    _package.use(_package.load(tiny.directory))
    found = changelog.latest()
    assert found is not None
    assert found.items == ("Corrig�",)


@pytest.mark.parametrize("path", ["/", "/shipments", "/launches", "/diplomacy", "/sanctions", "/data", "/about"])
def test_markup_in_the_data_is_text_on_every_page(whole: Flask, tiny: Tiny, path: str) -> None:
    for table, column in (
        ("claimants", "name_en"),
        ("vessels", "name"),
        ("meetings", "city"),
        ("agreements", "title_en"),
    ):
        tiny.set(table, **{column: EVIL})
    tiny.set("measures", name_en=EVIL, summary_en=EVIL)
    tiny.set("sources", publisher=EVIL, title=EVIL)
    _package.use(_package.load(tiny.directory))
    text = whole.test_client().get(f"{path}?lang=en").text
    assert "alert(1)" in text or path in ("/launches",)
    assert "<script>alert" not in text
    assert "<img" not in text
