"""Search matches, marked in an excerpt around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.drawing.matches import around, marked, unmarked
from study_app.drawing.pieces import cells, text_of
from study_app.learning.searching import SearchQuery

TEXT = "A task gets an address of its own, and the network mode of the task is awsvpc then."


def cut(text: str, words: str, width: int, after: int = 0) -> str:
    return text_of([around(text, SearchQuery(words).pattern, width, after=after)])


def test_a_match_is_bold_and_underlined() -> None:
    line = marked(TEXT, SearchQuery("TASK mode").pattern)
    assert [text for text, style in line if style == "bold underline"] == ["task", "mode", "task"]
    assert text_of([line]) == TEXT


@pytest.mark.parametrize(
    ("words", "width", "after", "expected"),
    [
        ("task", 20, 0, "A task gets an addr…"),
        ("awsvpc", 30, 0, "… task is awsvpc then."),
        ("task mode", 40, 0, "… and the network mode of the task is a…"),  # both in sight
        ("task", 30, 10, "… of the task is awsvpc then."),
        ("gets", 30, 20, "… address of its own, and the…"),
        ("nothing", 10, 0, "A task ge…"),
    ],
)
def test_a_text_is_cut_around_its_match(words: str, width: int, after: int, expected: str) -> None:
    assert cut(TEXT, words, width, after) == expected


@given(st.text(st.sampled_from("ab 가나*`|"), max_size=60), st.integers(4, 40), st.integers(0, 60))
def test_what_is_cut_fits(text: str, width: int, after: int) -> None:
    line = around(unmarked(text), SearchQuery("b 나").pattern, width, after=after)
    assert cells(line) <= width


def test_signs_of_markdown_are_left_out() -> None:
    table = "| a | b |\n|---|---|"
    text = f"1. **One** `code`\n- [page](https://example.com) 2 * 3\n{table}\n```sh\nls\n```"
    assert unmarked(text) == "One code page 2 * 3 a b ls"
