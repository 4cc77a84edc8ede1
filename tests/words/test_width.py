"""How wide text is, and where it may be cut."""

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from study_app.words import width as measured
from study_app.words.visible import visible
from study_app.words.width import cut, display_width, ljust, rjust

WIDTHS = {
    "": 0,
    "task": 4,
    "한글": 4,
    "\u1112\u1161\u11ab": 2,  # the syllable 한 as three jamo
    "\u0301": 0,
    "e\u0301": 1,
    "👩‍💻": 2,
    "❤️": 2,
    "❤": 1,
    "👍🏽": 2,
    "🇰🇷": 2,
    "…": 1,
    "─": 1,
    "●": 1,
}
texts = st.lists(st.sampled_from([*WIDTHS, "i-0", " "])).map("".join)


@pytest.mark.parametrize("text", WIDTHS, ids=ascii)
def test_a_width_is_counted_in_columns(text: str) -> None:
    assert display_width(text) == WIDTHS[text]


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("service", 7, "service"),
        ("service", 6, "servi…"),
        ("서비스", 5, "서비…"),
        ("서비스", 4, "서…"),
        ("👩‍💻👩‍💻", 3, "👩‍💻…"),
        ("👩‍💻👩‍💻", 2, "…"),
        ("❤️❤️", 3, "❤️…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("service", 1, "…"),
        ("service", 0, ""),
        ("service", -1, ""),
    ],
)
def test_what_is_too_long_ends_in_an_ellipsis(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@given(texts | st.text().map(visible), st.integers(0, 12))
def test_a_cut_text_fits_and_no_grapheme_is_split(text: str, width: int) -> None:
    """`cut` gives text in at most `width` columns; what is read as one character stays whole."""
    shown = cut(text, width)
    assert display_width(shown) <= width
    if shown != text:
        graphemes = list(iter_graphemes(text))
        assert shown.removesuffix("…") in {"".join(graphemes[:n]) for n in range(len(graphemes))}


@given(texts, st.integers(0, 30))
def test_filled_text_is_as_wide_as_asked(text: str, width: int) -> None:
    """Text is filled with spaces to `width` columns; longer text stays whole."""
    wanted = max(width, display_width(text))
    assert display_width(ljust(text, width)) == display_width(rjust(text, width)) == wanted
    assert ljust(text, width).startswith(text)
    assert rjust(text, width).endswith(text)


def test_what_is_measured_here_is_as_wide_as_wcwidth_says() -> None:
    """The tables of wcwidth are not imported for Latin, Hangul, lines and blocks."""
    known = [chr(code) for code in range(0x110000) if measured._PLAIN.fullmatch(chr(code))]
    assert len(known) > 11_000
    assert {one for one in known if display_width(one) != wcwidth.width(one)} == set()
