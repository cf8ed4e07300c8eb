"""Answers that were given once and still hold, given again without being made anew.

Nothing here changes state: over the same data, on the same day, the same request has the same answer. That makes pages, callbacks,
files and scripts as cheap as `/healthz`, where Dash serialises a page anew for each reader.
"""

import hashlib
import io
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from flask import Flask

from dashboard import dates
from dashboard.datasets import _package
from dashboard.routes.health import has_data
from dashboard.routes.limits import CALLBACK

MOST_BYTES = 64 * 1024 * 1024
LARGEST_ANSWER = 4 * 1024 * 1024
LARGEST_QUESTION = 32 * 1024
PATIENCE = 20.0  # seconds for which one asks for nothing while another is being answered the same
# What an answer may hang on beside the method, the address and the body.
_SAID = ("wsgi.url_scheme", "HTTP_HOST", "HTTP_ACCEPT_LANGUAGE", "HTTP_ACCEPT_ENCODING", "HTTP_ACCEPT", "CONTENT_TYPE")
_NEVER = ("/healthz", "/readyz")
# A reader who holds an answer already, or wants a part of it, is for the application to judge, unless its tag is the one kept here.
_CONDITIONS = ("HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")

Environ = dict[str, Any]
Start = Callable[..., Any]


class Answer(NamedTuple):
    """Status line, headers and body as they went out."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes

    def tag(self) -> str:
        """Its ETag, "" without one."""
        return next((value for name, value in self.headers if name.lower() == "etag"), "")


class Kept:
    """The application behind a store of its own answers, the least recently asked for dropped first."""

    def __init__(self, app: Callable[[Environ, Start], Iterable[bytes]], most_bytes: int = MOST_BYTES) -> None:
        self._app, self._most = app, most_bytes
        self._answers: OrderedDict[bytes, Answer] = OrderedDict()
        self._bytes, self._lock = 0, threading.Lock()
        self._asked: dict[bytes, threading.Event] = {}

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Answer from the store, else ask the application and keep what it says."""
        key = _key(environ)
        if key is None:
            return self._app(environ, start)
        found = self._find(key)
        wanted = environ.get("HTTP_IF_NONE_MATCH")
        if found is None:
            return self._app(environ, start) if wanted else self._once(key, environ, start)
        if wanted and found.tag() and found.tag() in (one.strip() for one in wanted.split(",")):
            start("304 NOT MODIFIED", [pair for pair in found.headers if not pair[0].lower().startswith("content-")])
            return []
        return _given(found, start)

    def _find(self, key: bytes) -> Answer | None:
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def _once(self, key: bytes, environ: Environ, start: Start) -> Iterable[bytes]:
        """Ask the application, unless somebody else is just being answered the same: then wait, so that a crowd has it made once.

        Those who waited ask for themselves when that answer was not one to keep.
        """
        with self._lock:
            others = self._asked.get(key)
            mine = self._asked.setdefault(key, threading.Event())
        if others is not None:
            others.wait(PATIENCE)
            found = self._find(key)
            return _given(found, start) if found else self._ask(key, environ, start)
        try:
            return self._ask(key, environ, start)
        finally:
            with self._lock:
                del self._asked[key]
            mine.set()

    def _ask(self, key: bytes, environ: Environ, start: Start) -> Iterable[bytes]:
        said: list[Any] = []

        def hear(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            said[:] = [status, headers, exc_info]

        parts = self._app(environ, hear)  # Flask speaks before it returns
        status, headers, exc_info = said
        if exc_info or not _keepable(status, headers):
            start(status, headers, exc_info) if exc_info else start(status, headers)
            return parts
        try:
            body = b"".join(parts)
        finally:
            getattr(parts, "close", lambda: None)()
        answer = Answer(status, _tagged(headers, body, environ), body)
        self._keep(key, answer)
        return _given(answer, start)

    def _keep(self, key: bytes, answer: Answer) -> None:
        with self._lock:
            self._bytes += len(answer.body) - len(self._answers.pop(key, Answer("", [], b"")).body)
            self._answers[key] = answer
            while self._bytes > self._most:
                self._bytes -= len(self._answers.popitem(last=False)[1].body)


def register(server: Flask) -> None:
    """Put the store before the server."""
    server.wsgi_app = Kept(server.wsgi_app)  # type: ignore[method-assign,assignment]


def _given(answer: Answer, start: Start) -> Iterable[bytes]:
    start(answer.status, list(answer.headers))
    return [answer.body]


def _key(environ: Environ) -> bytes | None:
    """What the answer hangs on, as a hash; None when it must not come from the store."""
    path, method = environ.get("PATH_INFO", ""), environ["REQUEST_METHOD"]
    if path in _NEVER or not has_data() or any(name in environ for name in _CONDITIONS):
        return None
    if method == "POST" and path == CALLBACK:
        body = _body(environ)
    elif method == "GET":
        body = b""
    else:
        return None
    if body is None:
        return None
    said = (_package.current().version, dates.today(), method, path, environ.get("QUERY_STRING", ""))
    parts = [*(str(one) for one in said), *(str(environ.get(name, "")) for name in _SAID)]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace") + b"\0" + body).digest()


def _body(environ: Environ) -> bytes | None:
    """The body of the request, which is put back for the application; None when it is too large or of unknown length."""
    length = str(environ.get("CONTENT_LENGTH") or "")
    if not (length.isascii() and length.isdigit()) or int(length) > LARGEST_QUESTION:
        return None
    body: bytes = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = io.BytesIO(body)
    return body


def _keepable(status: str, headers: list[tuple[str, str]]) -> bool:
    """A whole, successful answer of known and bearable length that is meant for everybody."""
    said = {name.lower(): value for name, value in headers}
    length = said.get("content-length", "")
    return (
        status.startswith("200")
        and length.isdigit()
        and int(length) <= LARGEST_ANSWER
        and "set-cookie" not in said
        and "no-store" not in said.get("cache-control", "")
    )


def _tagged(headers: list[tuple[str, str]], body: bytes, environ: Environ) -> list[tuple[str, str]]:
    """The headers with a tag, so that a browser that comes back is told "304, you have it" of what Dash sends untagged."""
    names = {name.lower() for name, _ in headers}
    if environ["REQUEST_METHOD"] != "GET" or "etag" in names:
        return list(headers)
    tag = hashlib.sha256(body).hexdigest()[:20]
    again = [] if "cache-control" in names else [("Cache-Control", "no-cache")]
    return [*headers, ("ETag", f'"{tag}"'), *again]
