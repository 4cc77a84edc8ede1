"""Where a typed answer and its key part."""

from hypothesis import example, given
from hypothesis import strategies as st

from study_app.learning.answering.difference import (
    LONGEST,
    Difference,
    TextRun,
    difference,
    in_order,
)

texts = st.text(st.sampled_from("abAB İßㅎ한"), max_size=12) | st.text(max_size=20)
long_texts = st.integers(LONGEST + 1, LONGEST + 3).map(lambda length: "x" * length)


def joined(pieces: tuple[TextRun, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def common(pieces: tuple[TextRun, ...]) -> list[str]:
    return [piece.text.lower() for piece in pieces if piece.same]


@given(texts | long_texts, texts | long_texts)
@example("İ", "i")
def test_joined_again_the_pieces_are_what_they_were(yours: str, key: str) -> None:
    """Both texts cut into pieces; joined again they are what they were."""
    found = difference(yours, key)
    assert joined(found.yours) == yours
    assert joined(found.key) == key


@given(texts, texts)
def test_what_is_the_same_stands_in_both_texts(yours: str, key: str) -> None:
    """A piece is a run of characters that is in both texts (`same`), or in this one only."""
    found = difference(yours, key)
    assert common(found.yours) == common(found.key)
    assert all(piece.text for piece in (*found.yours, *found.key))


@given(st.text(st.characters(codec="ascii"), max_size=LONGEST + 50))
@example("Binpack" * LONGEST)
def test_case_is_no_difference(text: str) -> None:
    """Case is no difference, as it is none to the grader."""
    found = difference(text.upper(), text.lower())
    assert all(piece.same for piece in (*found.yours, *found.key))


@given(texts, texts)
def test_different_texts_show_a_difference(yours: str, key: str) -> None:
    found = difference(yours, key)
    everything_same = all(piece.same for piece in (*found.yours, *found.key))
    assert everything_same == (
        [c.lower() if len(c.lower()) == 1 else c for c in yours]
        == [c.lower() if len(c.lower()) == 1 else c for c in key]
    )


def test_a_misspelt_answer_shows_its_letters() -> None:
    assert difference("Binpak", "binpack") == Difference(
        (TextRun("Binpa", True), TextRun("k", True)),
        (TextRun("binpa", True), TextRun("c", False), TextRun("k", True)),
    )


def test_letters_that_are_frequent_are_compared_too() -> None:
    """difflib would leave frequent ones out of texts of 200 characters and more."""
    found = difference("ab" * 120, "ba" * 120)
    assert max(len(piece.text) for piece in found.key if piece.same) == 239


def test_longer_texts_are_compared_as_wholes() -> None:
    long = "x" * LONGEST
    assert difference(long + "y", long) == Difference(
        (TextRun(long + "y", False),), (TextRun(long, False),)
    )
    assert len(difference(long, long[:-1] + "y").yours) == 2, "up to this length by character"


def test_one_item_that_was_moved_leaves_all_others_in_order() -> None:
    assert in_order("eabcd", "abcde") == 4
    assert in_order("abcde", "abcde") == 5
    assert in_order("edcba", "abcde") == 1
    assert in_order("", "abcde") == 0


@given(st.permutations("abcdef"))
def test_what_is_in_its_place_is_in_order_unless_something_crosses_it(order: list[str]) -> None:
    assert 1 <= in_order(order, "abcdef") <= 6
    assert (in_order(order, "abcdef") == 6) == (order == list("abcdef"))


def test_only_texts_that_share_enough_are_near() -> None:
    """The difference is shown for near misses."""
    assert difference("binpak", "binpack").is_near
    assert not difference("eighteen", "18").is_near
    assert not difference("nothing like it", "binpack").is_near
