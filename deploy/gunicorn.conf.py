"""Gunicorn for production: `gunicorn --config deploy/gunicorn.conf.py` from the project's directory. TUMEN_… as everywhere.

SIGHUP takes in edited data without losing a request, SIGTERM lets those who are being answered finish.
"""

import os
import sys
import threading
from typing import Any

from gunicorn.http import wsgi

wsgi_app = "dashboard.wsgi:application"
bind = f"{os.environ.get('TUMEN_HOST') or '127.0.0.1'}:{os.environ.get('TUMEN_PORT') or '8050'}"

# The data are read once, before the workers part; most of their memory stays shared.
preload_app = True
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
# A thread for each reader who keeps a connection: fewer would let the quick ones crowd out the others.
threads = 32

# Workers are replaced now and then, not all at the same moment.
max_requests = 10_000
max_requests_jitter = 2_000
timeout = 60
graceful_timeout = 30
keepalive = 5

# The dashboard itself turns away queries above 4,000 characters with an answer of its own.
limit_request_line = 8190
limit_request_fields = 60
# Signals are enough to steer it by.
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """Draw every chart beside the first requests, so that no reader waits for it."""
    from dashboard.app import warm_up

    # Threads take turns ten times as often as Python's own pace: answers are short, and nobody stands long behind the others.
    sys.setswitchinterval(0.0005)
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()


def on_reload(server: Any) -> None:
    """On SIGHUP, before the new workers part from the master: the edited data when they are sound, else those in use."""
    from dashboard import wsgi as site
    from dashboard.datasets import _watch

    _watch.reload(site.settings.data, server.log.warning)


_with_banner = wsgi.Response.default_headers


def _without_banner(response: Any) -> list[str]:
    return [line for line in _with_banner(response) if not line.startswith("Server:")]


# There is no setting for it, and a banner tells strangers which version to attack.
wsgi.Response.default_headers = _without_banner
