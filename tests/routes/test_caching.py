"""What may be kept, and for how long."""

import re

import pytest
from flask import Flask

from dashboard.pages import MENU


@pytest.mark.parametrize("path", [path for _, path in MENU])
def test_a_page_is_asked_for_anew_and_differs_by_language(whole: Flask, path: str) -> None:
    answer = whole.test_client().get(path)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "Accept-Language" in answer.vary


def test_what_a_page_brings_along_is_kept_for_a_year_or_has_a_tag(whole: Flask) -> None:
    client = whole.test_client()
    files = re.findall(r'(?:src|href)="(/(?:joined|plotly|_dash-component-suites)/[^"]+)"', client.get("/").text)
    assert len(files) > 8
    for path in files:
        with client.get(path) as answer:
            kept, tag = answer.headers.get("Cache-Control", ""), answer.headers.get("ETag", "")
        if "max-age=31536000" in kept:
            assert re.search(r"[-/][0-9a-f]{10}\.|\.v\d", path)
        else:
            assert kept == "no-cache"
            with client.get(path, headers={"If-None-Match": tag}) as again:
                assert (again.status_code, again.data) == (304, b"")
