"""The rows of a chart are shared by its two languages, its words and its figure: none of them may change them."""

import pandas as pd
import pytest

from dashboard import charts
from dashboard.query import LANGUAGES, Query


@pytest.mark.parametrize("chart", charts.CHARTS, ids=lambda chart: chart.id)
def test_drawing_and_saying_leave_the_rows_as_they_are(chart: charts.Chart) -> None:
    for lang in LANGUAGES:
        charts.render(chart.id, Query(), lang)
        charts.say(chart.id, Query(), lang)
    query = Query().only(chart.params)
    shared = charts._frame(chart.id, query, charts._package.current().version, charts.dates.today())
    pd.testing.assert_frame_equal(shared, chart.frame(query))
