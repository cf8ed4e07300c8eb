"""The small files that robots and browsers ask of any site."""

from flask import Flask, Response, send_from_directory

from dashboard.routes._site import site

_ROBOTS = "User-agent: *\nAllow: /\nDisallow: /_dash\n"


def register(server: Flask) -> None:
    """Add `/robots.txt` and `/favicon.ico`."""
    server.add_url_rule("/robots.txt", "robots", _robots)
    server.add_url_rule("/favicon.ico", "favicon", _favicon)


def _robots() -> Response:
    return Response(_ROBOTS, content_type="text/plain; charset=utf-8")


def _favicon() -> Response:
    return send_from_directory(site().assets, "favicon.ico", max_age=86_400)
