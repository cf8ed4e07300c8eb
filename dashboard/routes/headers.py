"""The headers on every answer: what a page may load and from where, who may frame it, what it may use of the browser."""

from collections.abc import Iterable

from flask import Flask, Response, request

EMBED = "/embed/"
# Styles may stand in attributes: the charts and the component library write them there, and a style runs nothing.
_POLICY = (
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)
_UNUSED = ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
}


def register(server: Flask, scripts: Iterable[str], framers: Iterable[str]) -> None:
    """Put the headers on every answer of the server, errors included.

    `scripts` are the hashes of the only inline scripts that may run, as CSP writes them; `framers` the origins that may frame
    what is made to be framed (`/embed/…`) beside our own. Pages are framed by nobody else.
    """
    ours = "; ".join((*_POLICY, " ".join(("script-src 'self'", *scripts)), "frame-ancestors 'self'"))
    theirs = " ".join((ours, *framers))

    def add(response: Response) -> Response:
        framed = request.path.startswith(EMBED)
        response.headers.update(_ALWAYS)
        response.headers["Content-Security-Policy"] = theirs if framed else ours
        # The older header knows no list of origins; where others may frame, it would contradict the policy.
        if not framed:
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response

    server.after_request(add)
