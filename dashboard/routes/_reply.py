"""How an answer leaves: as a file under a telling name, with the tag by which a reader asks whether it still holds."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import Response, request

from dashboard import dates
from dashboard.datasets import _package
from dashboard.datasets._export import csv_parts, to_csv

LONG = 10_000  # rows from which a file is not first written as a whole


def csv_file(frame: Any, name: str, day: date, *, raw: bool) -> Response:
    """The frame as a CSV file to keep, named by what it holds and the day of knowledge; a long one goes out as it is written."""
    body = csv_parts(frame, raw=raw) if len(frame) > LONG else to_csv(frame, raw=raw)
    return file(body, name, day, "csv", "text/csv; charset=utf-8")


def file(body: bytes | Iterable[bytes], name: str, day: date, form: str, kind: str) -> Response:
    """The bytes, or their parts, as a file to keep, named by what it holds and the day of knowledge; `form` is the name's ending."""
    response = Response(body, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="tumen-monitor-{name}-{day.isoformat()}.{form}"'
    return tagged(response)


def json_answer(content: Any, status: int = 200) -> Response:
    """The content as JSON, its keys in their order and its letters as they are."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, default=dict)
    return Response(text, status, content_type="application/json; charset=utf-8")


def tagged(response: Response, *also: str) -> Response:
    """The response with its tag, or 304 when the reader has it already.

    `also` names what else the answer hangs on. The same address over the same data gives the same answer, until the day changes: "today" is the default of `asof`.
    """
    stamp = f"{_package.current().version} {dates.today()} {request.full_path} {also}"
    response.set_etag(hashlib.sha256(stamp.encode("utf-8", "replace")).hexdigest()[:20])
    return revalidated(response)


def revalidated(response: Response) -> Response:
    """The response marked to be asked for anew each time, or 304 when its tag is the one that the reader holds."""
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response
