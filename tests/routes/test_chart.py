"""What the charts draw, under `/chart`."""

import pytest
from flask.testing import FlaskClient

from dashboard import charts
from dashboard.query import Query

from .conftest import rows


@pytest.mark.parametrize("chart", charts.CHARTS, ids=lambda chart: chart.id)
def test_the_file_holds_exactly_what_the_chart_draws(client: FlaskClient, chart: charts.Chart) -> None:
    answer = client.get(f"/chart/{chart.id}.csv")
    assert answer.status_code == 200
    assert answer.data.startswith(b"\xef\xbb\xbf")
    frame = chart.frame(Query().only(chart.params))
    found = rows(answer.text)
    assert len(found) == len(frame)
    assert not found or list(found[0]) == list(frame.columns)


@pytest.mark.parametrize("chart", charts.CHARTS, ids=lambda chart: chart.id)
@pytest.mark.parametrize("said", ["asof=1900", "start=1800&end=1801", "asof=1900&start=1850"])
def test_a_chart_with_nothing_to_draw_is_a_file_with_its_header(
    client: FlaskClient, chart: charts.Chart, said: str
) -> None:
    if not (chart.params.period and chart.params.asof):
        pytest.skip("obeys no period or no day of knowledge")
    whole, answer = client.get(f"/chart/{chart.id}.csv"), client.get(f"/chart/{chart.id}.csv?{said}")
    assert answer.status_code == 200
    assert answer.data.partition(b"\r\n")[0] == whole.data.partition(b"\r\n")[0]


def test_the_filters_of_the_chart_are_obeyed(client: FlaskClient) -> None:
    found = rows(client.get("/chart/containers.csv?claimant=us,msmt&start=2024").text)
    assert {row["group_id"] for row in found} == {"us", "msmt"}


def test_the_file_is_named_by_chart_and_day(client: FlaskClient) -> None:
    answer = client.get("/chart/containers.csv?asof=2024-03-18&raw=1")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="tumen-monitor-containers-2024-03-18.csv"'
    assert not answer.data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("said", "error"),
    [("colour=red", "colour=red: unknown"), ("claimant=nobody", "claimant=nobody: "), ("raw=2", "raw=2: ")],
)
def test_what_cannot_be_obeyed_is_refused_by_name(client: FlaskClient, said: str, error: str) -> None:
    answer = client.get(f"/chart/containers.csv?{said}")
    assert answer.status_code == answer.json["status"] == 400
    assert answer.json["error"].startswith(error)


def test_an_unknown_chart_is_not_found_and_the_known_ones_are_named(client: FlaskClient) -> None:
    answer = client.get("/chart/pie.csv")
    assert answer.status_code == 404
    assert "containers" in answer.json["error"]
