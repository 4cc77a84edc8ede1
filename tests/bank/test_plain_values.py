"""Frozen values as plain data, and what is refused on the way back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.bank.plain_values import as_plain, reader


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Leaf:
    colour: Colour
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    leaves: tuple[Leaf, ...]
    pair: tuple[str, int]
    drawn: Mapping[str, tuple[bool | int | float | str, ...]]
    input: Mapping[str, object] | None


leaves = st.builds(Leaf, st.sampled_from(Colour), st.none() | st.dates())
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
data: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | numbers | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
branches = st.builds(
    Branch,
    leaves=st.lists(leaves, max_size=3).map(tuple),
    pair=st.tuples(st.text(), st.integers()),
    drawn=st.dictionaries(
        st.text(), st.lists(st.booleans() | numbers | st.text()).map(tuple), max_size=3
    ),
    input=st.none() | st.dictionaries(st.text(), data, max_size=3),
)


@given(branches | leaves)
def test_what_was_written_is_read_as_it_was(value: Branch | Leaf) -> None:
    """A value comes back equal and with the same types, through the text of JSON."""
    again = reader(Branch | Leaf)(json.loads(json.dumps(as_plain(value))))
    assert again == value
    assert repr(again) == repr(value)  # True is no 1, and 1.0 none either


@pytest.mark.parametrize(
    "found",
    [
        ["Colour", "red"],
        ["Path", "/"],
        ["Leaf"],
        ["Leaf", "green", None],
        ["Leaf", "red", "tomorrow"],
        ["Leaf", "red", None, None],
        [],
        None,
        3,
    ],
    ids=str,
)
def test_no_class_comes_of_reading_but_those_that_the_type_names(found: object) -> None:
    with pytest.raises((ValueError, LookupError, TypeError)):
        reader(Branch | Leaf)(found)


@pytest.mark.parametrize("hint", [set[str], Leaf | str, list, complex], ids=str)
def test_a_type_that_is_not_understood_is_refused(hint: Any) -> None:
    with pytest.raises(TypeError):
        reader(hint)
