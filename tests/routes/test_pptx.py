"""Charts as PowerPoint files, under `/chart`."""

import io

import pytest
from flask.testing import FlaskClient
from pptx import Presentation

TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def test_a_chart_is_one_slide_to_keep(client: FlaskClient) -> None:
    answer = client.get("/chart/containers.pptx?asof=2024-03-18&lang=fr")
    assert answer.status_code == 200
    assert answer.content_type == TYPE
    assert answer.headers["Content-Disposition"] == 'attachment; filename="tumen-monitor-containers-2024-03-18.pptx"'
    assert len(Presentation(io.BytesIO(answer.data)).slides) == 1


def test_the_slide_obeys_the_address(client: FlaskClient) -> None:
    def said(address: str) -> str:
        slide = Presentation(io.BytesIO(client.get(address).data)).slides[0]
        return slide.notes_slide.notes_text_frame.text

    assert "18\xa0mars 2024" in said("/chart/containers.pptx?asof=2024-03-18&lang=fr")
    assert "http://localhost/chart/containers.csv?claimant=us&lang=en" in said(
        "/chart/containers.pptx?claimant=us&lang=en"
    )


def test_a_reader_who_has_it_is_not_sent_it_again(client: FlaskClient) -> None:
    first = client.get("/chart/votes.pptx?lang=en")
    again = client.get("/chart/votes.pptx?lang=en", headers={"If-None-Match": first.headers["ETag"]})
    other = client.get("/chart/votes.pptx?lang=fr", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("said", "error"),
    [("colour=red", "colour=red: unknown"), ("claimant=nobody", "claimant=nobody: "), ("lang=de", "lang=de: ")],
)
def test_what_cannot_be_obeyed_is_refused_by_name(client: FlaskClient, said: str, error: str) -> None:
    answer = client.get(f"/chart/containers.pptx?{said}")
    assert answer.status_code == 400
    assert answer.json["error"].startswith(error)


def test_an_unknown_chart_is_not_found(client: FlaskClient) -> None:
    answer = client.get("/chart/pie.pptx")
    assert answer.status_code == 404
    assert "containers" in answer.json["error"]
