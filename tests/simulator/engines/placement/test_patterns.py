"""Regular expressions of the cluster query language: Java's syntax, matched in linear time."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.engines.query.patterns import PatternError, read_pattern


@pytest.mark.parametrize(
    ("pattern", "value", "matches"),
    [
        ("t2.*", "t2.micro", True),
        ("t2", "t2.micro", False),  # the whole value, as in Java's matches()
        (r"\p{Lower}+", "prod", True),
        (r"\p{Lower}+", "Prod", False),
        (r"\P{Digit}+", "prod", True),
        (r"[\p{Upper}\p{Digit}_]+", "STACK_1", True),
        (r"[^\p{Punct}]+", "a-b", False),
        (r"\Qa.b\E", "a.b", True),
        (r"\Qa.b\E", "axb", False),
        (r"a\++", "a++", True),
        (r"[+*?]+", "+*", True),
        (r"(?<stack>prod)", "prod", True),
        (r"\d{2}", "42", True),
        (r"\d", "٣", False),  # ASCII, as in Java
    ],
)
def test_java_and_re2_agree(pattern: str, value: str, matches: bool) -> None:
    assert read_pattern(pattern)(value) is matches


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("[a", "a regular expression"),
        ("a{99999}", "a regular expression"),
        ("a{,3}", "a regular expression"),
        ("(?=a)b", "without lookaround"),
        ("(?<!a)b", "without lookaround"),
        (r"(a)\1", "without backreferences"),
        (r"(?<x>a)\k<x>", "without backreferences"),
        ("(?>a)", "without possessive quantifiers"),
        ("a++", "without possessive quantifiers"),
        ("a{2}+", "without possessive quantifiers"),
        ("[a-z&&[def]]", "without one character class inside another"),
        ("[[a]", "without one character class inside another"),
    ],
)
def test_what_re2_cannot_do_is_refused_by_name(pattern: str, wanted: str) -> None:
    with pytest.raises(PatternError, match=wanted):
        read_pattern(pattern)


def test_many_stars_end() -> None:
    """With backtracking this takes longer than anybody waits."""
    assert not read_pattern("a*a*a*a*a*a*a*b")("a" * 128)


@given(st.text(alphabet=r"ab01[]()^$*+?{}|.\&pdLower-,:<=!QE", max_size=24))
def test_any_text_is_a_pattern_or_refused(text: str) -> None:
    """Nothing that is typed ends in another error."""
    try:
        matches = read_pattern(text)
    except PatternError:
        return
    assert matches("ab01") in (True, False)


@given(
    st.lists(
        st.sampled_from(["a", "b", ".", "[ab]", "[^a]", r"\d", "(a|b)", "a*", "b?", "(ab)+"]),
        max_size=6,
    ).map("".join),
    st.text(alphabet="ab1", max_size=8),
)
def test_plain_patterns_match_as_everywhere(pattern: str, value: str) -> None:
    """Where no dialect differs, RE2 answers as another engine does."""
    found = re.fullmatch(pattern, value, re.ASCII) is not None
    assert read_pattern(pattern)(value) is found


def test_half_a_surrogate_pair_is_a_character_like_any_other() -> None:
    """JSON may hold one, and UTF-8 has no form for it."""
    assert read_pattern("t2.")("t2\ud800")
    assert read_pattern("a\ud800")("a\ud800")
