"""Plots as lines: their widths, and what they say without color."""

from hypothesis import given, settings
from hypothesis import strategies as st

from study_app.drawing.curve import curve, row_of
from study_app.drawing.pieces import cells, text_of
from study_app.drawing.plots import LEVELS, Step, bar, big, columns, level, trail, whisker

WIDTHS = st.integers(2, 60)


@given(st.integers(0, 200), st.integers(0, 200), WIDTHS)
def test_a_bar_has_its_width_and_never_lies_at_its_ends(part: int, whole: int, width: int) -> None:
    """A little is seen, and not all is not all."""
    drawn = text_of([bar(min(part, whole), whole, width)])
    assert cells([(drawn, "")]) == width
    assert ("━" in drawn or "╸" in drawn) == (min(part, whole) > 0)
    assert ("━" * width == drawn) == (part >= whole > 0)


@given(st.lists(st.floats(-20, 120), min_size=3, max_size=3), st.floats(0, 100), WIDTHS)
def test_a_whisker_shows_interval_estimate_and_goal(
    ends: list[float], goal: float, width: int
) -> None:
    low, middle, high = sorted(ends)
    drawn = text_of([whisker(low, middle, high, width, goal=goal)])
    assert len(drawn) == width
    assert drawn.count("●") == 1
    assert drawn.count("│") <= 1


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=14),
    st.integers(1, 6),
    st.integers(1, 4),
    st.integers(0, 2),
)
def test_columns_stand_on_the_ground(values: list[int], height: int, each: int, gap: int) -> None:
    rows = columns(values, height, each, gap)
    assert len(rows) == height
    assert {cells(row) for row in rows} == {len(values) * each + (len(values) - 1) * gap}
    foot = text_of([rows[-1]])
    assert " " not in foot[:each]


@given(st.text("0123456789:", min_size=1, max_size=7))
def test_large_figures_are_three_rows_of_one_width(text: str) -> None:
    rows = big(text)
    assert len(rows) == 3
    assert len({cells(row) for row in rows}) == 1


@given(st.lists(st.sampled_from(Step), min_size=1, max_size=65), st.integers(66, 120))
def test_a_trail_fills_its_row_and_shows_every_question(steps: list[Step], width: int) -> None:
    drawn = trail(steps, width)
    assert cells(drawn) == width
    dashes = [piece for piece in drawn if piece[0].strip()]
    assert len(dashes) == len(steps)


def test_each_verdict_has_a_dash_of_its_own() -> None:
    shapes = [trail([step], 1)[0][0] for step in (Step.RIGHT, Step.CLOSE, Step.WRONG, Step.OPEN)]
    assert len(set(shapes)) == 4


def test_a_level_is_the_higher_the_better() -> None:
    assert [level(value, 1)[0] for value in range(5)] == list(LEVELS)


@settings(deadline=None)  # a busy machine takes its time for a large plot
@given(
    st.lists(st.floats(0, 100), min_size=1, max_size=30),
    st.integers(4, 60),
    st.integers(2, 12),
)
def test_a_curve_has_its_size_and_touches_every_column(
    values: list[float], width: int, height: int
) -> None:
    band = ([one - 10 for one in values], [one + 10 for one in values])
    rows = curve(values, width, height, scale=(0, 100), band=band, goal=80)
    assert [cells(row) for row in rows] == [width] * height
    drawn = ["".join(text for text, _ in row) for row in rows]
    for column in range(width):
        assert any(0x2800 < ord(row[column]) <= 0x28FF for row in drawn)


def test_the_ends_of_a_scale_fall_on_the_first_and_the_last_row() -> None:
    assert row_of(100, 5, (0, 100)) == 0
    assert row_of(0, 5, (0, 100)) == 4
