"""Where the dashboard serves and which data it reads: the command line decides, then the environment, then defaults."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True)
class Settings:
    """Address to serve on, TCP port, and the directory of the data package."""

    host: str = "127.0.0.1"
    port: int = 8050
    data: Path = Path(__file__).resolve().parent.parent / "data"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """The defaults, changed by TUMEN_HOST, TUMEN_PORT and TUMEN_DATA. Raises ValueError for a port that is none."""
        default = cls()
        host = environ.get("TUMEN_HOST") or default.host
        data = Path(environ["TUMEN_DATA"]) if environ.get("TUMEN_DATA") else default.data
        given = environ.get("TUMEN_PORT")
        try:
            return cls(host, port_number(given) if given else default.port, data)
        except ValueError as error:
            raise ValueError(f"TUMEN_PORT={given}: {error}") from None


def port_number(text: str) -> int:
    """The TCP port that the text names. Raises ValueError saying what was wanted."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 65535:
        return int(text)
    raise ValueError("a whole number from 1 to 65535 wanted")
