"""Where the dashboard serves, which data it reads and what it allows: the command line decides, then the environment, then defaults."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_ORIGIN = re.compile(r"https?://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?")
_YES, _NO = ("1", "true", "yes"), ("", "0", "false", "no")


@dataclass(frozen=True)
class Settings:
    """Address to serve on, TCP port, and the directory of the data package.

    `frame_ancestors` are the origins that may frame `/embed/…` beside our own. `mcp` turns on Dash's endpoint for language
    models, which tells every callback without a login. `watch` reads the data anew when their files change.
    """

    host: str = "127.0.0.1"
    port: int = 8050
    data: Path = Path(__file__).resolve().parent.parent / "data"
    frame_ancestors: tuple[str, ...] = ()
    mcp: bool = False
    watch: bool = False

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """The defaults, changed by the TUMEN_… variables. Raises ValueError naming the first that makes no sense."""
        default = cls()
        given = environ.get("TUMEN_PORT", "")
        try:
            port = port_number(given) if given else default.port
        except ValueError as error:
            raise ValueError(f"TUMEN_PORT={given}: {error}") from None
        return cls(
            environ.get("TUMEN_HOST") or default.host,
            port,
            Path(environ["TUMEN_DATA"]) if environ.get("TUMEN_DATA") else default.data,
            _origins(environ.get("TUMEN_FRAME_ANCESTORS", "")),
            _switch("TUMEN_MCP", environ),
            _switch("TUMEN_WATCH", environ),
        )


def port_number(text: str) -> int:
    """The TCP port that the text names. Raises ValueError saying what was wanted."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 65535:
        return int(text)
    raise ValueError("a whole number from 1 to 65535 wanted")


def _origins(text: str) -> tuple[str, ...]:
    """The origins in the text, which is written into a header: nothing but scheme, host and port may pass."""
    origins = tuple(text.split())
    if wrong := next((one for one in origins if not _ORIGIN.fullmatch(one)), ""):
        wanted = "origins such as https://example.org wanted, separated by blanks, without a path"
        raise ValueError(f"TUMEN_FRAME_ANCESTORS={wrong}: {wanted}")
    return origins


def _switch(name: str, environ: Mapping[str, str]) -> bool:
    said = environ.get(name, "").lower()
    if said not in (*_YES, *_NO):
        raise ValueError(f"{name}={said}: 1 for on or 0 for off wanted")
    return said in _YES
