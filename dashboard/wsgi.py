"""The application for a WSGI server of one's own: `gunicorn --config deploy/gunicorn.conf.py`, or `dashboard.wsgi:application`.

Reads the TUMEN_… variables and the data when it is imported; refuses to start, saying why, when either makes no sense.
"""

import os

from dashboard import memory
from dashboard.app import create_app
from dashboard.briefing import decks
from dashboard.datasets import _package
from dashboard.errors import DataError
from dashboard.settings import Settings

try:
    settings = Settings.from_environment(os.environ)
    _package.use(_package.load(settings.data))
    decks.refuse_bad()
except (ValueError, DataError) as error:
    raise SystemExit(str(error)) from None

application = app = create_app(settings).server
memory.give_back()
memory.keep()  # what the workers part with stays shared
