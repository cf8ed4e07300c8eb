"""Data that change while they are served: read anew when asked to or when a file was touched, and swapped in when sound."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from dashboard import memory
from dashboard.datasets import _package
from dashboard.errors import DataError

State = tuple[tuple[str, int, int, int], ...]
# A file that is still being written is touched again before this is over.
SECONDS = 2.0


def reload(directory: Path, say: Callable[[str], None]) -> bool:
    """Put the package of `directory` in use when it is sound; else keep the one in use and say every offence."""
    try:
        package = _package.load(directory)
    except DataError as error:
        _package.refuse(error.offences)
        say(f"{error}\ndata: refused, {_package.current().version} stays in use")
        return False
    _package.use(package)
    memory.give_back()
    say(f"data: {package.version} in use")
    return True


def follow(
    directory: Path, asked: Event, say: Callable[[str], None], *, watch: bool, known: State, seconds: float = SECONDS
) -> None:
    """Reload whenever `asked` is set and, with `watch`, whenever the files have changed and come to rest. Never returns.

    `known` is the state of the files before those in use were read.
    """
    seen = known
    while True:
        wanted = asked.wait(seconds if watch else None)
        asked.clear()
        found = _package.state(directory)
        if wanted or (found == seen and found != known):
            reload(directory, say)
            known = found
        seen = found
