"""Files of the server's own making whose address says their content: browsers keep them for good, and they are compressed once, hard."""

import hashlib
from functools import cached_property

import brotli
from flask import Response, abort, request

_YEAR = 31_536_000


class Lasting:
    """One such file; `name` is its content's hash behind a prefix."""

    def __init__(self, content: bytes, content_type: str, prefix: str = "") -> None:
        self.content, self.content_type = content, content_type
        self.name = prefix + hashlib.sha256(content).hexdigest()[:10]

    @cached_property
    def _compressed(self) -> bytes:
        compressed: bytes = brotli.compress(self.content, mode=brotli.MODE_TEXT, quality=9)
        return compressed

    def answer(self, name: str) -> Response:
        """The file, or 404 under any name but its own."""
        if name != self.name:
            abort(404, f"no file {name!r}")
        response = Response(self.content, content_type=self.content_type)
        if request.accept_encodings.quality("br") > 0:
            response.data = self._compressed
            response.headers["Content-Encoding"] = "br"
        response.headers["Vary"] = "Accept-Encoding"
        response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
        return response
