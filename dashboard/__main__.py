"""The command line: `python -m dashboard` serves, `python -m dashboard check` says what is wrong with the data."""

import argparse
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dashboard.errors import DataError, Offence
from dashboard.settings import Settings, port_number


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0, or 1 when the data, the port or a setting is refused."""
    try:
        settings = Settings.from_environment(os.environ)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    given = _parser(settings).parse_args(arguments)
    if given.command == "check":
        return _check(given.data)
    return _serve(replace(settings, host=given.host, port=given.port, data=given.data))


def _parser(settings: Settings) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Serve Tumen Monitor, or check its data.")
    parser.add_argument("--host", default=settings.host, help="address to serve on (%(default)s)")
    parser.add_argument("--port", type=_port, default=settings.port, help="port to serve on (%(default)s)")
    parser.add_argument("--data", type=Path, default=settings.data, metavar="DIR", help="where the data package lies")
    check = parser.add_subparsers(dest="command").add_parser("check", help="print every offence in the data")
    # Without SUPPRESS the subcommand's default would overwrite what was given before the word "check".
    check.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="where the package lies")
    return parser


def _port(text: str) -> int:
    try:
        return port_number(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text}: {error}") from None


def _check(data: Path) -> int:
    # The slow rules bring geopandas and frictionless along, which the server must not load.
    from dashboard import checks

    offences = checks.run(data)
    for offence in offences:
        print(offence)
    tables, rows = checks.size(data)
    print(f"data: {tables} tables, {rows} rows, {_counted(offences)}")
    return 1 if offences else 0


def _counted(offences: Sequence[Offence]) -> str:
    return f"{len(offences) or 'no'} offence{'s' * (len(offences) > 1)}"


def _serve(settings: Settings) -> int:
    import waitress.wasyncore

    from dashboard.app import create_app, warm_up
    from dashboard.datasets import _package

    try:
        _package.use(_package.load(settings.data))
    except DataError as error:
        print(error, file=sys.stderr)
        print(f"data: {_counted(error.offences)}, not served", file=sys.stderr)
        return 1
    app = create_app(settings)
    channels: dict[int, Any] = {}
    address = {"host": settings.host, "port": settings.port}
    try:
        # No ident: a server banner tells strangers which version to attack.
        server = waitress.create_server(app.server, map=channels, ident=None, threads=8, **address)
    except OSError as error:
        waitress.wasyncore.close_all(channels)
        print(f"cannot serve on {settings.host}:{settings.port}: {error.strerror}; try --port", file=sys.stderr)
        return 1
    print(f"Tumen Monitor on http://{settings.host}:{settings.port}", flush=True)
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    server.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
