"""Rules of layout in cells."""

from hypothesis import given
from hypothesis import strategies as st

from study_app.drawing.pieces import (
    Line,
    cells,
    clipped,
    hang,
    on_ground,
    padded,
    side_by_side,
    spread,
    wrap,
)

TEXTS = st.text(st.sampled_from("ab -—한글각漢…👩`<"), max_size=30)
LINES: st.SearchStrategy[Line] = st.lists(
    st.tuples(TEXTS, st.sampled_from(["", "bold", "$muted"])), max_size=5
)
WIDTHS = st.integers(4, 40)


@given(LINES, WIDTHS)
def test_a_clipped_line_is_never_wider_and_a_padded_one_exact(line: Line, width: int) -> None:
    assert cells(clipped(line, width)) <= width
    assert cells(padded(line, width)) == width
    assert cells(on_ground("$surface", line, width)) == width


@given(st.lists(st.sampled_from(["word", "한글", "to", "a-b"]), min_size=1, max_size=9), WIDTHS)
def test_what_is_clipped_ends_in_an_ellipsis(words: list[str], width: int) -> None:
    line = [(word, "bold") for word in words]
    kept = clipped(line, width)
    assert (kept[-1][0].endswith("…")) == (cells(line) > width)


@given(LINES, LINES, WIDTHS)
def test_a_spread_line_is_exact_and_its_right_end_stays(
    left: Line, right: Line, width: int
) -> None:
    line = spread(width, left, right)
    assert cells(line) == width
    if cells(right) <= width:
        text = "".join(text for text, _ in right)
        assert "".join(text for text, _ in line).endswith(text)


@given(LINES, WIDTHS)
def test_wrapping_loses_no_letter_and_keeps_to_the_width(line: Line, width: int) -> None:
    rows = wrap(line, width)
    assert all(cells(row) <= width for row in rows)
    before = "".join(text for text, _ in line)
    after = "".join(text for row in rows for text, _ in row)
    assert "".join(after.split()) == "".join(before.split())


def test_a_word_is_broken_only_where_no_row_holds_it() -> None:
    rows = wrap([("see ", ""), ("Cross-account", "bold"), (", then", "")], 14)
    assert ["".join(text for text, _ in row) for row in rows] == ["see", "Cross-account,", "then"]


def test_a_mark_stands_on_the_first_row_only() -> None:
    rows = hang([("•  ", "$faint")], [("one two three", "")], 8)
    assert ["".join(text for text, _ in row) for row in rows] == ["•  one", "   two", "   three"]


def test_blocks_beside_each_other_keep_their_columns() -> None:
    rows = side_by_side([([[("a", "")], [("b", "")]], 3), ([[("c", "")]], 2)], 1)
    assert ["".join(text for text, _ in row) for row in rows] == ["a   c ", "b     "]
