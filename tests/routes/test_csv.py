"""The one CSV writer."""

import csv
import io

import pandas as pd
import pytest
from flask.testing import FlaskClient

from dashboard.datasets._export import to_csv, to_records
from dashboard.routes import _reply

TEXT = ["plain", "a,b", 'say "so"', "two\nlines", "  kept  ", "38선 · Хасан", "'quoted", ""]
FRAME = pd.DataFrame(
    {
        "text": ["=1+1", "-73.5", "plain"],
        "lon": [-73.5, 130.2831, float("nan")],
        "count": pd.array([7000, None, -3], dtype="Int64"),
    }
)


def read(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), strict=True))


def test_what_is_written_is_what_is_read_again() -> None:
    assert read(to_csv(pd.DataFrame({"text": TEXT, "other": "x"}))) == [
        ["text", "other"],
        *([one, "x"] for one in TEXT),
    ]


def test_a_file_for_spreadsheets_starts_with_the_byte_order_mark_once() -> None:
    body = to_csv(FRAME)
    assert body.startswith(b"\xef\xbb\xbftext,")
    assert body.count(b"\xef\xbb\xbf") == 1


def test_every_record_ends_with_carriage_return_and_line_feed() -> None:
    body = to_csv(FRAME)
    assert body.endswith(b"\r\n")
    assert body.count(b"\r\n") == body.count(b"\n") == 4


@pytest.mark.parametrize("lead", list("=+-@\t\r\n＝＋－＠"))
def test_text_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(lead: str) -> None:
    frame = pd.DataFrame({"text": [f"{lead}cmd|' /C calc'!A0"]})
    assert read(to_csv(frame))[1] == [f"'{lead}cmd|' /C calc'!A0"]


def test_only_text_is_escaped_so_a_western_longitude_stays_a_number() -> None:
    assert [row[0] for row in read(to_csv(FRAME))[1:]] == ["'=1+1", "'-73.5", "plain"]
    assert [row[1] for row in read(to_csv(FRAME))[1:]] == ["-73.5", "130.2831", ""]


def test_whole_numbers_have_no_fraction_and_missing_ones_are_empty() -> None:
    assert [row[2] for row in read(to_csv(FRAME))[1:]] == ["7000", "", "-3"]
    assert read(to_csv(pd.DataFrame({"n": [7000.0, 2.5, 1e15]})))[1:] == [["7000"], ["2.5"], ["1000000000000000"]]


def test_a_raw_file_has_neither_mark_nor_escapes() -> None:
    body = to_csv(FRAME, raw=True)
    assert body.startswith(b"text,lon,count\r\n=1+1,-73.5,7000\r\n")


def test_an_empty_frame_still_has_its_header() -> None:
    assert to_csv(FRAME.head(0), raw=True) == b"text,lon,count\r\n"


def test_json_rows_hold_numbers_as_numbers_and_nothing_as_none() -> None:
    assert to_records(FRAME) == [
        {"text": "=1+1", "lon": -73.5, "count": 7000},
        {"text": "-73.5", "lon": 130.2831, "count": None},
        {"text": "plain", "lon": None, "count": -3},
    ]
    assert isinstance(to_records(FRAME)[0]["count"], int)


def test_a_long_file_goes_out_as_it_is_written_and_is_the_same(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = client.get("/data/sources.csv").data
    monkeypatch.setattr(_reply, "LONG", 10)
    answer = client.get("/data/sources.csv?q=")  # another address: the first answer is kept
    assert answer.is_streamed
    assert answer.data == whole
