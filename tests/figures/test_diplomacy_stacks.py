"""Marks and labels of crowded stretches stand apart."""

from itertools import pairwise

from dashboard.figures.diplomacy_stacks import apart, levels, stacked


def test_marks_on_one_row_are_a_gap_apart() -> None:
    days = [0, 1, 2, 30, 31, 90]
    rows = stacked(days, 10)
    for row in set(rows):
        same = [day for day, at in zip(days, rows, strict=True) if at == row]
        assert all(after - before >= 10 for before, after in pairwise(same))
    assert rows[3] == 0


def test_labels_that_are_too_near_share_the_shift_and_others_stay() -> None:
    assert apart([10.0, 10.0, 50.0], 4) == [8.0, 12.0, 50.0]
    assert apart([], 4) == []


def test_labels_without_a_free_level_are_left_out_the_oldest_first() -> None:
    assert levels([50.0, 50.0, 50.0], 100, 0.2, most=2) == [None, 1, 0]
