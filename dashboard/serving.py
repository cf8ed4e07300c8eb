"""Serving with waitress: answers from the moment it is bound, loads, reloads, and ends without cutting anybody off."""

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import waitress
from waitress import wasyncore
from waitress.channel import HTTPChannel

from dashboard.briefing import decks
from dashboard.datasets import _package, _watch
from dashboard.errors import DataError
from dashboard.settings import Settings

# How long those who are being answered may take when the server is asked to end.
GRACE = 30.0


class Serving:
    """One server on its port. Raises OSError when the port is taken.

    `load` puts the first data in use (it may fail), `warm` prepares what readers will ask for; both run beside the server.
    """

    def __init__(self, application: Callable[..., Any], settings: Settings, warm: Callable[[], None]) -> None:
        self._settings, self._warm = settings, warm
        self._status = 0
        self._ending, self._asked = threading.Event(), threading.Event()
        self._channels: dict[int, Any] = {}
        address = {"host": settings.host, "port": settings.port}
        try:
            # No ident: a server banner tells strangers which version to attack.
            self._server = waitress.create_server(application, map=self._channels, ident=None, threads=8, **address)
        except OSError:
            wasyncore.close_all(self._channels)
            raise

    def run(self) -> int:
        """Serve until SIGTERM, Ctrl-C or data that are refused at the start; returns the exit status."""
        threading.Thread(target=self._prepare, name="data", daemon=True).start()
        with _signals(SIGTERM=self.end, SIGINT=self.end, SIGHUP=self.reload):
            while not self._ending.is_set():
                wasyncore.loop(timeout=1, map=self._channels, count=1, use_poll=True)
            self._drain()
        return self._status

    def end(self, *_signal: Any) -> None:
        """Take no more connections, answer what was asked, and return from `run`."""
        self._ending.set()
        self._server.pull_trigger()

    def reload(self, *_signal: Any) -> None:
        """Read the data anew; what is in use stays in use when they are refused."""
        self._asked.set()

    def _prepare(self) -> None:
        before = _package.state(self._settings.data)
        try:
            _package.use(_package.load(self._settings.data))
            decks.refuse_bad()
        except DataError as error:
            count = len(error.offences)
            _say(f"{error}\ndata: {count} offence{'s' * (count > 1)}, not served")
            self._status = 1
            self.end()
            return
        print(f"Tumen Monitor on http://{self._settings.host}:{self._settings.port}", flush=True)
        with _package.pinned():
            self._warm()
        _watch.follow(self._settings.data, self._asked, _say, watch=self._settings.watch, known=before)

    def _drain(self) -> None:
        """Answer whoever is being answered; connections on which nothing was asked are closed."""
        for channel in list(self._channels.values()):
            if channel.accepting:
                wasyncore.dispatcher.close(channel)
        until = time.monotonic() + GRACE
        while any(map(_is_busy, self._channels.values())) and time.monotonic() < until:
            wasyncore.loop(timeout=0.1, map=self._channels, count=1, use_poll=True)
        self._server.task_dispatcher.shutdown()
        wasyncore.close_all(self._channels)


@contextmanager
def _signals(**handlers: Callable[..., None]) -> Iterator[None]:
    """Inside, the signals go to their handlers: those that the platform has, and only where Python hands them out."""
    main = threading.current_thread() is threading.main_thread()
    numbers = {getattr(signal, name): handler for name, handler in handlers.items() if main and hasattr(signal, name)}
    before = {number: signal.signal(number, handler) for number, handler in numbers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _is_busy(channel: Any) -> bool:
    """Whether somebody is asking or being answered there."""
    return isinstance(channel, HTTPChannel) and bool(channel.requests or channel.request or channel.total_outbufs_len)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
