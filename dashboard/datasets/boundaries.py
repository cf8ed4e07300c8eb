"""Where the outlines of countries lie on disk."""

from pathlib import Path

from dashboard.datasets import _package
from dashboard.paths import DATA

NAMES = ("world", "north-east-asia")


def file(name: str) -> Path | None:
    """The GeoJSON file of that name: beside the data in use, else the project's own; None for a name that is not offered."""
    if name not in NAMES:
        return None
    places = (folder / "boundaries" / f"{name}.geojson" for folder in (_package.current().directory, DATA))
    return next((place for place in places if place.is_file()), None)
