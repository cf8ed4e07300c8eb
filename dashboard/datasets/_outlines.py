"""The outlines of countries that lie beside the tables: whether they are what the maps can draw."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard.errors import Offence

_SHAPES = ("Polygon", "MultiPolygon")


def offences(directory: Path) -> Iterator[Offence]:
    """What is wrong with the GeoJSON files of the package; a package without any uses those of the project."""
    for path in sorted(directory.glob("boundaries/*.geojson")):
        file = path.relative_to(directory).as_posix()
        try:
            wrong = _wrong(json.loads(path.read_text(encoding="utf-8")))
        except OSError as error:
            wrong = f"cannot be read ({error.strerror})"
        except (ValueError, RecursionError) as error:
            wrong = f"not JSON in UTF-8 ({error})"
        if wrong:
            yield Offence(file, 0, "file", "", wrong)


def _wrong(outlines: Any) -> str:
    """What is wrong with the outlines; "" when nothing is."""
    features = outlines.get("features") if isinstance(outlines, dict) else None
    if not isinstance(features, list) or not features or outlines.get("type") != "FeatureCollection":
        return "a FeatureCollection with features wanted"
    for number, feature in enumerate(features):
        try:
            fine = isinstance(feature["properties"]["iso3"], str) and feature["geometry"]["type"] in _SHAPES
            fine = fine and all(_is_ring(ring) for ring in _rings(feature["geometry"]))
        except (LookupError, TypeError):
            fine = False
        if not fine:
            return f"feature {number}: an iso3 and a polygon or several, of points in degrees, wanted"
    return ""


def _rings(geometry: dict[str, Any]) -> Iterator[list[Any]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def _is_ring(ring: list[Any]) -> bool:
    # Countries that cross the 180th meridian go on beyond it.
    return len(ring) >= 4 and ring[0] == ring[-1] and all(-360 <= lon <= 360 and -90 <= lat <= 90 for lon, lat in ring)
