"""The pages' style sheets and scripts come as one file each."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.paths import ASSETS
from dashboard.routes import joined


def test_a_page_names_its_own_style_sheet_and_script_once_each(whole: Flask) -> None:
    page = whole.test_client().get("/").text
    assert re.findall(r'href="(/(?:joined|assets)/[^"]+\.css[^"]*)"', page) == [joined.style()]
    assert re.findall(r'src="(/(?:joined|assets)/[^"]+)"', page) == ["/assets/boot.js", joined.script()]


@pytest.mark.parametrize(("address", "ending"), [(joined.style(), "css"), (joined.script(), "js")])
def test_the_file_holds_what_the_pages_need_in_order(client: FlaskClient, address: str, ending: str) -> None:
    text, at = client.get(address).text, 0
    for path in sorted(ASSETS.glob(f"*.{ending}")):
        if path.name == "boot.js" or re.match(r"6\d-", path.name):
            assert path.read_text(encoding="utf-8") not in text
        else:
            at = text.index(path.read_text(encoding="utf-8"), at)


def test_the_address_holds_for_good_and_another_is_not_found(client: FlaskClient) -> None:
    answer = client.get(joined.script(), headers={"Accept-Encoding": "br"})
    assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "br")
    assert "immutable" in answer.headers["Cache-Control"]
    assert client.get("/joined/0000000000.js").status_code == 404
