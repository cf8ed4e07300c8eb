"""How a deck leaves: as a PowerPoint file to keep."""

from datetime import date

from flask import Response, request

from dashboard import dates
from dashboard.briefing._deck import Deck
from dashboard.routes._reply import tagged

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def pptx_file(deck: Deck, name: str, day: date, lang: str) -> Response:
    """The deck as a file, named by what it holds and the day of knowledge; the links in it lead to the site that was asked."""
    from dashboard.briefing import pptx  # the library behind it is for the few who want a file, not for every start

    held = tagged(Response(content_type=_TYPE), lang)
    held.headers["Vary"] = "Accept-Language"
    if held.status_code == 304:
        return held
    held.set_data(pptx.write(deck, lang, base=request.url_root.rstrip("/"), today=dates.today()))
    held.headers["Content-Disposition"] = f'attachment; filename="tumen-monitor-{name}-{day.isoformat()}.pptx"'
    return held
