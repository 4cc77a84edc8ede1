"""Our Markdown as lines."""

import pytest

from study_app.bank.bank import Bank
from study_app.drawing.pieces import cells, text_of
from study_app.drawing.prose import Code, blocks, exhibit, inline, prose
from study_app.drawing.questions import asking_last, exhibits_of, prompt
from tests.shipped import shipped


@pytest.fixture(scope="module")
def bank() -> Bank:
    return shipped()


def bold(lines: list[list[tuple[str, str]]]) -> str:
    return " ".join(text for line in lines for text, style in line if style.startswith("bold"))


def test_every_text_of_the_bank_keeps_to_its_width(bank: Bank) -> None:
    """A text is drawn in all widths one after the other: its blocks are kept."""
    widths = (32, 58, 72)
    for card in bank.cards.values():
        for width in widths:
            assert all(cells(line) <= width for line in prose(card.body, width)), card.id
    for question in bank.questions.values():
        for width in widths:
            assert all(cells(line) <= width for line in prompt(question.prompt, width)), question.id


def test_no_mark_of_markdown_is_left_in_a_text_of_the_bank(bank: Bank) -> None:
    for card in bank.cards.values():
        drawn = text_of(prose(card.body, 72))
        assert "`" not in drawn, card.id
        assert "|--" not in drawn, card.id


def test_code_strong_and_links_are_styled() -> None:
    assert inline("a `b` **c `d`** [e](https://x.y)") == [
        ("a ", ""),
        ("b", "$code"),
        (" ", ""),
        ("c ", "bold"),
        ("d", "bold $code"),
        (" ", ""),
        ("e", "underline link=https://x.y"),
    ]


def test_html_and_control_characters_are_text() -> None:
    assert text_of(prose("<b>x</b> \x1b[31m", 40)) == "<b>x</b> ␛[31m"


def test_lists_hang_and_tables_keep_columns() -> None:
    drawn = text_of(prose("1. one two\n2. three\n\n| a | b |\n|---|---|\n| `c` | dd |", 9))
    assert drawn == "1.  one\n    two\n2.  three\n\na   b\nc   dd"


def test_an_exhibit_is_never_wrapped_and_is_cut_with_a_sign() -> None:
    code = Code("json", "bucket policy", ('{"a": "' + "x" * 80 + '"}',))
    rows = exhibit(code, 40)
    assert {cells(row) for row in rows} == {40}
    assert text_of([rows[1]]).strip("▐▌ ") == "bucket policy"
    assert text_of([rows[2]]).endswith("… ▌")
    assert len(rows) == 4


def test_an_exhibit_of_68_columns_fits_the_measure() -> None:
    """Exhibits are at most 14 lines of 68 columns."""
    rows = exhibit(Code("", "", ("x" * 68,)), 72)
    assert "…" not in text_of(rows)


@pytest.mark.parametrize(
    ("markdown", "asks"),
    [
        ("A team runs a job. Which fix is cheapest?", "Which fix is cheapest?"),
        ("First.\n\nWhich of `a. B` works? (Select TWO.)", "Which of a. B works? (Select TWO.)"),
        ("What is it called? Type one word.", "What is it called?"),
        ("Put the steps into order.", "Put the steps into order."),
        ("How many?\n\n| a |\n|---|\n| b |", "How many?"),
        ("팀이 작업을 실행합니다. 어떤 방법이 가장 쌉니까?", "어떤 방법이 가장 쌉니까?"),
    ],
)
def test_the_sentence_that_asks_is_bold(markdown: str, asks: str) -> None:
    assert " ".join(bold(prompt(markdown, 72)).split()) == asks


def test_code_that_ends_a_sentence_inside_is_not_cut() -> None:
    parts = asking_last(blocks("It logs `Done. Retry` twice. Why?"))
    assert [getattr(part, "text", "") for part in parts] == ["It logs `Done. Retry` twice.", "Why?"]


def test_exhibits_can_stand_elsewhere() -> None:
    markdown = "See:\n\n```json policy\n{}\n```\n\nWhy?"
    assert [code.name for code in exhibits_of(markdown)] == ["policy"]
    assert "{}" not in text_of(prompt(markdown, 72, exhibits=False))
