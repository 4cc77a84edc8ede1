"""Text as it may be shown."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from study_app.words.visible import one_line, visible

# Lone surrogates are what a terminal hands over for bytes that are no UTF-8.
any_text = st.text(st.characters(codec=None, categories=None))
JOINERS = "\u200c\u200d"


@given(any_text)
@example("\x1b[31m\x07\x7f\x9b31m")
def test_no_control_character_is_shown(text: str) -> None:
    """No control character reaches a terminal; nor does one without a form of its own."""
    for character in visible(text):
        category = unicodedata.category(character)
        assert category not in {"Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"} or (
            character in {"\n", *JOINERS}
        )


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"], include_characters="\n")))
def test_what_can_be_seen_stays_as_it_is(text: str) -> None:
    """Line ends are kept; everything that has a form of its own is too."""
    assert visible(text) == text


@given(any_text)
def test_what_is_visible_stays_so(text: str) -> None:
    """Text may pass here twice."""
    assert visible(visible(text)) == visible(text)


@given(any_text)
def test_one_line_is_one_line(text: str) -> None:
    """`visible` text on one line."""
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(text).replace("␊", "\n") == visible(text).replace("␊", "\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00\x07\x08\x7f", "␀␇␈␡"),
        ("a\tb", "a    b"),
        ("a\r\nb", "a␍\nb"),
        ("\x9b31m", "�31m"),
        ("\u202eabc\u2066", "�abc�"),
        ("a\u2028b\u2029c", "a�b�c"),
        ("\udcff", "�"),
        ("\ue000", "�"),
        ("롤링 업데이트", "롤링 업데이트"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
        ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
    ],
    ids=ascii,
)
def test_symbols_stand_for_what_has_no_form(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_line_end_has_a_symbol_too() -> None:
    assert one_line("one\ntwo\x1b") == "one␊two␛"
