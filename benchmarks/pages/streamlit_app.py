"""The two figures in Streamlit, one control."""

import plotly.graph_objects as go
import streamlit as st

from benchmarks.pages._figures import CHARTS, STATES, figures

drawn = st.cache_resource(figures)()
state = st.radio("state", list(STATES))
for name, figure in zip(CHARTS, drawn[state], strict=True):
    st.plotly_chart(go.Figure(figure, skip_invalid=True), key=name, theme=None)
