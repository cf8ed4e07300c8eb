"""Where things are on disk."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
ASSETS = ROOT / "assets"
TEXT = Path(__file__).resolve().parent / "text"
