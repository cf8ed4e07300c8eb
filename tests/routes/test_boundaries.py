"""The outlines of countries are served by the project itself."""

import json

import pytest
from flask.testing import FlaskClient

WORLD = "/data/boundaries/world.geojson"


def test_the_outlines_are_served_as_geojson_to_be_kept_for_a_day(client: FlaskClient) -> None:
    answer = client.get(WORLD)
    assert answer.status_code == 200
    assert answer.content_type == "application/geo+json"
    assert "max-age=86400" in answer.headers["Cache-Control"]
    assert json.loads(answer.data)["type"] == "FeatureCollection"


def test_who_has_the_outlines_is_not_sent_them_again(client: FlaskClient) -> None:
    tag = client.get(WORLD).headers["ETag"]
    again = client.get(WORLD, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.data == b""


@pytest.mark.parametrize("name", ["mars", "README", "..%2Fclaims", "build"])
def test_no_other_file_is_reached(client: FlaskClient, name: str) -> None:
    assert client.get(f"/data/boundaries/{name}.geojson").status_code == 404
