"""The two figures in Panel, one control."""

import panel as pn
import plotly.graph_objects as go

from benchmarks.pages._figures import STATES, figures

pn.extension("plotly")
drawn = pn.state.as_cached("figures", figures)
state = pn.widgets.RadioBoxGroup(options=list(STATES))
panes = [pn.pane.Plotly(go.Figure(one, skip_invalid=True), height=480) for one in drawn["all"]]


def change(event: object) -> None:
    for pane, figure in zip(panes, drawn[state.value], strict=True):
        pane.object = go.Figure(figure, skip_invalid=True)


state.param.watch(change, "value")
pn.Column(state, *panes).servable()
