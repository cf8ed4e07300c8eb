"""CSV in parts: the same bytes as in one piece."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.datasets._export import csv_parts, to_csv

CELLS = st.one_of(st.text(max_size=8), st.floats(), st.none())


@given(cells=st.lists(st.tuples(CELLS, CELLS), max_size=12), rows=st.integers(1, 5), raw=st.booleans())
@settings(max_examples=60)
def test_the_parts_of_a_file_are_the_file(cells: list, rows: int, raw: bool) -> None:
    frame = pd.DataFrame(cells, columns=["one", "two"], dtype=object)
    parts = list(csv_parts(frame, raw=raw, rows=rows))
    assert b"".join(parts) == to_csv(frame, raw=raw)
    assert len(parts) == 1 + -(-len(cells) // rows)
