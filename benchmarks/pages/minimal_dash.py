"""Dash as it comes: the two figures in graphs, one control. `minimal_dash.py PORT`."""

import sys

import waitress
from dash import Dash, Input, Output, dcc, html

from benchmarks.pages._figures import CHARTS, STATES, figures

drawn = figures()
app = Dash("minimal")
app.layout = lambda: html.Div(
    [
        dcc.RadioItems(list(STATES), "all", id="state"),
        *(dcc.Graph(figure=one, id=name) for name, one in zip(CHARTS, drawn["all"], strict=True)),
    ]
)


@app.callback([Output(name, "figure") for name in CHARTS], Input("state", "value"))
def change(state: str) -> list[dict]:
    return drawn[state]


waitress.serve(app.server, host="127.0.0.1", port=int(sys.argv[1]))
