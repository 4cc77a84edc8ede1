"""What a line of input means as an answer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.answer import Answer, AnswerKind
from study_app.learning.answering.responses import Paired, Picked, Response, TypedText
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
from study_app.learning.material.presentation import Arrangement
from study_app.plain.asking.answers import DoesNotFit, expected, read
from study_app.usecases.sitting import Asked
from study_app.words.language import Language

KEYS = tuple("uvwxyz")


def asked(form: Form, left: tuple[str, ...] = (), right: tuple[str, ...] = ()) -> Asked:
    question = Question(
        id="t/q",
        skills={},
        source="https://docs.aws.amazon.com/q.html",
        checked=date(2026, 11, 23),
        prompt="Which one?",
        form=form,
        difficulty=1,
    )
    return Asked(question, Arrangement(left, right), number=1, total=1, attempt=0)


def options(of: int, right: int) -> dict[str, Option]:
    return {key: Option(key, "why", number < right) for number, key in enumerate(KEYS[:of])}


def choice(shown: tuple[str, ...]) -> Asked:
    return asked(Choice(options(len(shown), 1)), shown)


def choices(shown: tuple[str, ...], right: int) -> Asked:
    return asked(Choices(options(len(shown), right)), shown)


def ordering(shown: tuple[str, ...]) -> Asked:
    return asked(Ordering({key: key for key in sorted(shown)}, "why"), shown)


def matching(left: tuple[str, ...], right: tuple[str, ...]) -> Asked:
    return asked(Matching({key: (key, key) for key in sorted(left)}, "why"), left, right)


FOUR = ("x", "w", "v", "u")
CHOICE = choice(FOUR)
CHOICES = choices((*FOUR, "y"), 2)
TYPED = asked(Typed(Answer(AnswerKind.TEXT, ("binpack",)), "why"))
ORDERING = ordering(("w", "u", "v"))
MATCHING = matching(("w", "u", "v"), ("u", "v", "w"))
EVERY = (CHOICE, CHOICES, TYPED, ORDERING, MATCHING)

sizes = st.integers(2, len(KEYS))
separators = st.sampled_from([" ", ", ", ",", "  ", "\t"])


def shuffled(size: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.permutations(KEYS[:size]).map(tuple)


@given(st.data(), sizes, separators)
def test_numbers_stand_for_what_was_shown_there(
    data: st.DataObject, size: int, separator: str
) -> None:
    """choice: `2`; choices: `1 3`; ordering: `2 1 3`: numbers as shown on screen."""
    shown = data.draw(shuffled(size))
    numbers = data.draw(st.permutations(range(1, size + 1)))
    everything = Picked(tuple(shown[number - 1] for number in numbers))
    assert read(separator.join(map(str, numbers)), ordering(shown), Language.EN) == everything
    some = data.draw(st.integers(1, size))
    line = separator.join(map(str, numbers[:some]))
    assert read(line, choices(shown, some), Language.EN) == Picked(everything.keys[:some])
    first = read(str(numbers[0]), choice(shown), Language.EN)
    assert first == Picked(everything.keys[:1])


@given(st.data(), sizes, separators, st.booleans())
def test_letters_join_the_left_column_with_the_right(
    data: st.DataObject, size: int, separator: str, capitals: bool
) -> None:
    """matching: `1b 2a 3c`, in any order, in small letters or capitals."""
    left, right = data.draw(shuffled(size)), data.draw(shuffled(size))
    letters = data.draw(st.permutations(range(size)))
    words = [f"{number + 1}{'abcdef'[letter]}" for number, letter in enumerate(letters)]
    line = separator.join(data.draw(st.permutations(words)))
    joined = tuple((left[number], right[letter]) for number, letter in enumerate(letters))
    shown = matching(left, right)
    assert read(line.upper() if capitals else line, shown, Language.EN) == Paired(joined)


@given(st.sampled_from(EVERY), st.text() | st.text("0123456789abc ,-", max_size=12))
def test_a_line_is_an_answer_or_it_does_not_fit(shown: Asked, line: str) -> None:
    """A line that does not fit says what would; no line can do anything else."""
    try:
        response = read(line, shown, Language.EN)
    except DoesNotFit:
        return
    match response:
        case TypedText(text):
            assert text == line
        case Picked(keys):
            assert len(keys) == len(set(keys))
            assert set(keys) <= set(shown.arrangement.left)
        case Paired(pairs):
            assert tuple(left for left, _ in pairs) == shown.arrangement.left
            assert sorted(right for _, right in pairs) == sorted(shown.arrangement.right)


@given(st.data(), sizes, st.sampled_from([Language.EN, Language.KO]))
def test_the_example_that_is_shown_fits(data: st.DataObject, size: int, language: Language) -> None:
    """A line that does not fit says what would."""
    left, right = data.draw(shuffled(size)), data.draw(shuffled(size))
    for shown in (
        choices(left, data.draw(st.integers(1, size))),
        ordering(left),
        matching(left, right),
    ):
        _, found, example = expected(shown, language).rpartition(": ")
        assert found
        read(example, shown, language)


@pytest.mark.parametrize(
    ("shown", "lines"),
    [
        (CHOICE, ["0", "5", "1 2", "x", "-1", "1.0", "1a", "٢", "²", "99999999999", "1 1", "w"]),
        (CHOICES, ["1", "1 1", "1 2 3", "1 6", "0 1", "1 b", "1-2", "one two"]),
        (ORDERING, ["1 2", "1 2 2", "1 2 4", "1 2 3 1", "0 1 2", "a b c", "123"]),
        (MATCHING, ["1a 2b", "1a 2b 3b", "1a 1b 3c", "1a 2b 4c", "1a 2b 3d", "a1 b2 c3", "1 2 3"]),
        (MATCHING, ["1a 2b 3c 3c", "0a 1b 2c", "1a2b3c", "1ㅁ 2ㅠ 3ㅊ", "1a 2b 3c x"]),
    ],
    ids=["choice", "choices", "ordering", "matching", "matching, more"],
)
def test_a_misfit_says_what_fits(shown: Asked, lines: list[str]) -> None:
    for line in lines:
        with pytest.raises(DoesNotFit) as misfit:
            read(line, shown, Language.EN)
        assert str(misfit.value) == expected(shown, Language.EN), line


@pytest.mark.parametrize("text", ["binpack", "2", "1b 2a", "빈팩", "a, b", "  spaces "])
def test_a_typed_answer_is_the_text(text: str) -> None:
    assert read(text, TYPED, Language.EN) == TypedText(text)


@pytest.mark.parametrize(
    ("shown", "english", "korean"),
    [
        (CHOICE, "one number from 1 to 4", "1부터 4까지의 번호 하나"),
        (
            CHOICES,
            "2 different numbers from 1 to 5, such as: 1 2",
            "1부터 5까지의 서로 다른 번호 2개, 예: 1 2",
        ),
        (TYPED, "the answer as text", "답을 입력"),
        (
            ORDERING,
            "all numbers in the right order, such as: 3 2 1",
            "모든 번호를 올바른 순서로, 예: 3 2 1",
        ),
        (
            MATCHING,
            "a letter for each number, such as: 1c 2b 3a",
            "번호마다 글자 하나, 예: 1c 2b 3a",
        ),
    ],
    ids=["choice", "choices", "typed", "ordering", "matching"],
)
def test_what_fits_is_said_in_the_language_of_the_learner(
    shown: Asked, english: str, korean: str
) -> None:
    assert expected(shown, Language.EN) == expected(shown, Language.BOTH) == english
    assert expected(shown, Language.KO) == korean


def test_a_response_fits_the_question_it_was_read_for() -> None:
    answers: dict[str, Response] = {
        "2": Picked(("w",)),
        "1 3": Picked(("x", "v")),
        "2 1 3": Picked(("u", "w", "v")),
        "1b 2a 3c": Paired((("w", "v"), ("u", "u"), ("v", "w"))),
    }
    shown = (CHOICE, CHOICES, ORDERING, MATCHING)
    for (line, response), question in zip(answers.items(), shown, strict=True):
        assert read(line, question, Language.EN) == response
