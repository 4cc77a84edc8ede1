"""In which order the parts of a question are shown."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.answer import Answer, AnswerKind
from study_app.learning.material.items import (
    Choice,
    Choices,
    Form,
    Matching,
    Option,
    Ordering,
    Question,
    Typed,
)
from study_app.learning.material.presentation import Arrangement, arrange

KEYS = ("binpack", "spread", "random", "distinct")


def question(form: Form, name: str = "q") -> Question:
    return Question(
        id=f"t/{name}",
        skills={},
        source="https://docs.aws.amazon.com/q.html",
        checked=date(2026, 11, 23),
        prompt="Which one?",
        form=form,
        difficulty=1,
    )


def choice(name: str = "q") -> Question:
    options = {key: Option(key, "why", correct=key == "binpack") for key in KEYS}
    return question(Choice(options), name)


keys = st.lists(st.from_regex("[a-z]{1,8}", fullmatch=True), min_size=2, max_size=6, unique=True)
options = keys.map(lambda names: {name: Option(name, "why") for name in names})
choosing = st.builds(Choice, options) | st.builds(Choices, options)
orderings = keys.map(lambda names: Ordering({name: name for name in names}, "why"))
matchings = keys.map(lambda names: Matching({name: (name, name) for name in names}, "why"))
forms: st.SearchStrategy[Form] = choosing | orderings | matchings
seeds = st.integers(0, 2**32)
attempts = st.integers(0, 3)


@given(forms, seeds, attempts)
def test_a_replay_shows_the_same_order(form: Form, seed: int, attempt: int) -> None:
    """Shuffled by seed, the same for a replay."""
    assert arrange(question(form), seed, attempt) == arrange(question(form), seed, attempt)


@given(choosing, seeds, attempts)
def test_every_option_is_shown_once(form: Choice | Choices, seed: int, attempt: int) -> None:
    shown = arrange(question(form), seed, attempt)
    assert sorted(shown.left) == sorted(form.options)
    assert shown.right == ()


@given(orderings, seeds, attempts)
def test_an_ordering_is_never_shown_in_its_right_order(
    form: Ordering, seed: int, attempt: int
) -> None:
    """An ordering is never shown in its right order."""
    shown = arrange(question(form), seed, attempt)
    assert sorted(shown.left) == sorted(form.items)
    assert shown.left != tuple(form.items)


@given(matchings, seeds, attempts)
def test_a_matching_is_never_shown_solved(form: Matching, seed: int, attempt: int) -> None:
    """A matching is never shown with its pairs side by side."""
    shown = arrange(question(form), seed, attempt)
    assert sorted(shown.left) == sorted(shown.right) == sorted(form.pairs)
    assert shown.left != shown.right


def test_a_typed_question_has_nothing_to_arrange() -> None:
    typed = question(Typed(Answer(AnswerKind.TEXT, ("binpack",)), "why"))
    assert arrange(typed, 1) == Arrangement()


def test_every_option_comes_to_every_place() -> None:
    orders = [arrange(choice(), seed).left for seed in range(200)]
    for place in range(len(KEYS)):
        counts = [sum(order[place] == key for order in orders) for key in KEYS]
        assert min(counts) > 25, "about 50 each"


def test_another_attempt_or_question_is_shuffled_anew() -> None:
    assert len({arrange(choice(), 1, attempt).left for attempt in range(20)}) > 5
    assert len({arrange(choice(f"q{number}"), 1).left for number in range(20)}) > 5


def test_the_order_is_the_same_in_the_next_version() -> None:
    """A session that was left before an update goes on after it with the order it had."""
    assert arrange(choice(), 7).left == ("random", "distinct", "binpack", "spread")
    ordered = question(Ordering({key: key for key in "abcd"}, "why"))
    assert arrange(ordered, 2).left == ("b", "c", "d", "a"), "shuffled right, so turned by one"
    assert arrange(choice(), 7, 2).left == ("random", "spread", "distinct", "binpack")
