"""A TOML file with what tomllib does not say: on which line a key stands."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.errors import Offence

_AT = re.compile(r"\(at line (\d+), column \d+\)")
_SLIDES = re.compile(r"\s*\[\[\s*slides\s*\]\]")


@dataclass(frozen=True)
class File:
    """A file as read: its id, its place in the package, its content, or why it could not be read."""

    name: str
    path: str
    lines: tuple[str, ...] = ()
    content: Mapping[str, Any] = field(default_factory=dict)
    offences: tuple[Offence, ...] = ()

    def offence(self, key: str, value: str, problem: str, slide: int | None = None) -> Offence:
        """The fault of a key, of the file's head or of the slide in that place (from 0), at its line where it has one."""
        return Offence(self.path, self._line(key.partition(".")[0], slide), key, value, problem)

    def _line(self, key: str, slide: int | None) -> int:
        """The line of the key; that of its slide, or 0, where the key is missing."""
        starts = [place for place, line in enumerate(self.lines) if _SLIDES.match(line)]
        bounds = [*starts, len(self.lines)]
        if slide is not None and slide >= len(starts):
            return 0
        if slide is None and key == "slides" and starts:
            return starts[0] + 1
        first, last = (0, bounds[0]) if slide is None else (bounds[slide], bounds[slide + 1])
        wanted = re.compile(rf"\s*(\[\s*)?([\"']?){re.escape(key)}\2\s*(=|\.|\])")
        inside = (place + 1 for place in range(first, last) if wanted.match(self.lines[place]))
        return next(inside, 0 if slide is None else first + 1)


def read(path: Path, folder: str) -> File:
    """The file; with offences and without content when it cannot be read or is not TOML."""
    place = f"{folder}/{path.name}"
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return _refused(path, place, 0, f"cannot be read ({error.strerror}), a deck wanted")
    except UnicodeDecodeError as error:
        return _refused(path, place, 0, f"UTF-8 wanted ({error.reason} at byte {error.start})")
    try:
        return File(path.stem, place, tuple(text.splitlines()), tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _AT.search(str(error))
        reason = _AT.sub("", str(error)).strip()
        return _refused(path, place, int(at[1]) if at else 0, f"not TOML: {reason}")


def _refused(path: Path, place: str, line: int, problem: str) -> File:
    return File(path.stem, place, offences=(Offence(place, line, "file", "", problem),))
