"""Search engines for data read what the pages say of the data, in the reader's language."""

import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from dashboard import dates
from dashboard.app import create_app
from dashboard.datasets import _package


@pytest.fixture(scope="module")
def site() -> FlaskClient:
    return create_app().server.test_client()


def described(site: FlaskClient, path: str) -> dict[str, Any]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site.get(path).text, re.DOTALL)
    assert len(found) == 1
    return dict(json.loads(found[0]))


@pytest.mark.parametrize("path", ["/data", "/about"])
@pytest.mark.parametrize(("lang", "name"), [("en", "cooperation"), ("fr", "coopération")])
def test_the_first_response_describes_the_data_in_the_readers_language(
    site: FlaskClient, path: str, lang: str, name: str
) -> None:
    said = described(site, f"{path}?lang={lang}")
    assert (said["@context"], said["@type"]) == ("https://schema.org/", "Dataset")
    assert name in said["name"]
    assert 50 <= len(said["description"]) <= 5000
    assert said["version"] == _package.current().version
    assert said["license"].startswith("https://creativecommons.org/licenses/by/4.0")
    assert said["creator"]["name"]
    assert dates.is_day(said["dateModified"])
    first, last = said["temporalCoverage"].split("/")
    assert dates.valid(first)
    assert dates.valid(last)
    assert first < last


def test_every_table_has_its_file_and_the_file_is_there(site: FlaskClient) -> None:
    files = described(site, "/data?lang=en")["distribution"]
    assert [urlsplit(one["contentUrl"]).path for one in files] == [
        f"/data/{name}.csv" for name in _package.current().tables
    ]
    for one in files:
        answer = site.get(one["contentUrl"])
        assert (answer.status_code, answer.mimetype) == (200, one["encodingFormat"])


@pytest.mark.parametrize("path", ["/", "/shipments", "/briefing"])
def test_pages_about_something_else_do_not_describe_the_data(site: FlaskClient, path: str) -> None:
    assert "ld+json" not in site.get(path).text


def test_no_text_of_the_descriptor_can_end_the_script(site: FlaskClient) -> None:
    package = _package.current()
    evil = "</script><script>alert(1)</script><!--"
    _package.use(replace(package, descriptor={**package.descriptor, "title": evil}, version="of evil"))
    assert described(site, "/about?lang=en")["name"] == evil
