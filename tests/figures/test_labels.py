"""Texts beside marks touch nothing, at any width of the chart."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures import labels
from dashboard.figures.labels import Point

POINTS = st.lists(
    st.builds(
        Point,
        st.floats(0, 0.8),
        st.floats(0, 160),
        st.sampled_from(["<b>Kyiv</b> 12,000", "<b>Seoul, ministry</b> 4 million, 455 a box", ""]),
        st.integers(0, 1100),
    ),
    max_size=9,
)


def apart(one: labels.Box, other: labels.Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@given(POINTS)
def test_no_two_texts_touch_at_any_width(points: list[Point]) -> None:
    found = labels.beside(points, labels.WIDE, 168, 12, (8, 16))
    for width in labels.WIDE:
        boxes = [
            labels.box(Point(point.x, point.y, text), position, width, 12)
            for point, (text, position) in zip(points, found, strict=True)
            if text
        ]
        assert all(apart(one, other) for one, other in combinations(boxes, 2))


@given(POINTS)
def test_words_in_a_lane_never_touch(points: list[Point]) -> None:
    placed, positions, depth = labels.lines(points, labels.NARROW, 11, (30, 4))
    for width in labels.NARROW:
        boxes = [labels.box(point, side, width, 11) for point, side in zip(placed, positions, strict=True)]
        assert all(apart(one, other) for one, other in combinations(boxes, 2))
        assert all(one[1] >= -0.01 and one[3] <= depth + 0.01 for one in boxes)


def test_a_text_leaves_the_line_of_its_own_claimant_free() -> None:
    step = labels.Obstacles(strokes=[(0.3, 80, 0.8, 80)])
    ((text, position),) = labels.beside([Point(0.3, 80, "<b>Kyiv</b> 12,000")], labels.WIDE, 168, 12, (8, 16), step)
    assert text
    assert position == "middle left"


def test_what_no_screen_could_hold_keeps_its_marks_and_loses_its_words() -> None:
    many = [Point(0.5, 0, "<b>Kyiv</b> 12,000")] * (labels.MOST + 20)
    placed, positions, _ = labels.lines(many, (556.0,), 11, (30, 4))
    assert len(placed) == len(positions) == len(many)
    assert [bool(point.text) for point in placed] == [True] * labels.MOST + [False] * 20
