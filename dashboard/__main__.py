"""The command line: `python -m dashboard` serves, `python -m dashboard check` says what is wrong with the data."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.errors import Offence
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
    return _serve(replace(settings, host=given.host, port=given.port, data=given.data, watch=given.watch))


def _parser(settings: Settings) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Serve Tumen Monitor, or check its data.")
    parser.add_argument("--host", default=settings.host, help="address to serve on (%(default)s)")
    parser.add_argument("--port", type=_port, default=settings.port, help="port to serve on (%(default)s)")
    parser.add_argument("--data", type=Path, default=settings.data, metavar="DIR", help="where the data package lies")
    parser.add_argument(
        "--watch", action="store_true", default=settings.watch, help="read the data anew when they change"
    )
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
    from dashboard.app import create_app, warm_up
    from dashboard.serving import Serving

    app = create_app(settings)
    try:
        serving = Serving(app.server, settings, warm_up)
    except OSError as error:
        print(f"cannot serve on {settings.host}:{settings.port}: {error.strerror}; try --port", file=sys.stderr)
        return 1
    return serving.run()


if __name__ == "__main__":
    sys.exit(main())
