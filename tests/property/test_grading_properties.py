"""Properties of the grader; each quotes its rule from shared/spec/grading.md or issue 3."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from study_app.bank.bank import Bank
from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.cleaning import READ_CHARACTERS, squash
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.numbers.number_words import in_digits
from study_app.grading.numbers.quantities import quantities
from study_app.grading.verdict import Verdict
from study_app.grading.wording.prefixes import without_prefix
from study_app.learning.material.items import Typed
from tests.shipped import shipped, shipped_glossary, shipped_grader

BANK: Bank = shipped()
NAMES = [name for blueprint in BANK.blueprints.values() for name in blueprint.services]
GLOSSARY = shipped_glossary()
GRADER = shipped_grader()
TYPED = [
    (question.id, question.prompt, question.form.answer)
    for question in BANK.questions.values()
    if isinstance(question.form, Typed) and question.form.answer.accept
]
NAMED = [typed for typed in TYPED if typed[2].kind in (AnswerKind.TEXT, AnswerKind.CODE)]
CONFUSED = [typed for typed in TYPED if typed[2].confusables]
ACCEPTED = [
    pytest.param(form, answer, prompt, id=f"{name}: {form}")
    for name, prompt, answer in TYPED
    for form in answer.accept
]

LONG_WORDS = [
    (word, form, answer, prompt)
    for _, prompt, answer in NAMED
    for form in answer.accept
    for word in form.split()
    if len(word) >= 8 and word.isascii() and word.isalpha() and word.islower()
]
DIGITS = [
    (place, form, answer, prompt)
    for _, prompt, answer in TYPED
    for form in answer.accept
    for place, sign in enumerate(form)
    if sign in "0123456789"
]

# Also what no keyboard sends: lone surrogates, control characters, unassigned code points.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
# Text that reaches the rules: names, joints, numbers, units, negators, endings.
PIECES = (
    *("ECS", "ecs", "EKS", "SQS", "BatchWriteItem", "latest", "task", "role", "rolling", "태스크"),
    *("or", "/", "not", ",", "(", ")", ";", "and", "=", "because", "말고", "또는", "아니다", "를"),
    *(
        "15",
        "0",
        "5",
        "400",
        "-",
        "%",
        "minutes",
        "KB",
        "삼십",
        "초",
        "하나",
        "twenty",
        "one",
        "half",
    ),
    *("`x`", "1)", "2)", "\n", "•", "aws", "--cluster"),
)
MEANT_TEXT = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
KEYS = st.sampled_from(
    [answer for _, _, answer in TYPED]
    + [
        Answer(AnswerKind.TEXT, ("",)),
        Answer(AnswerKind.CODE, ("*",)),
        Answer(AnswerKind.NUMBER, ("many",)),
        Answer(AnswerKind.NUMBER, ("0 seconds",)),
        Answer(AnswerKind.LIST, (",",)),
        Answer(AnswerKind.LIST, ("rate, burst", "속도, 버스트")),
    ]
)


@given(ANY_TEXT | MEANT_TEXT, KEYS, ANY_TEXT | st.just(""))
def test_any_string_gets_a_verdict(response: str, answer: Answer, prompt: str) -> None:
    """ "Any string gets a verdict and never an exception." """
    grade = GRADER.grade(response, answer, prompt)
    assert grade.verdict in Verdict
    assert 0 <= grade.score <= 1
    assert grade.reason.text("en")
    assert grade.reason.text("ko")


@settings(deadline=None)
@given(MEANT_TEXT, KEYS, st.text(max_size=20))
def test_only_the_beginning_is_read(start: str, answer: Answer, tail: str) -> None:
    """ "... with work bounded by its first few hundred characters": what follows is not read."""
    long = (start + " filler" * 200)[:1_200]
    assert GRADER.grade(long + tail * 5_000, answer) == GRADER.grade(long, answer)


HOSTILE = (
    *(
        "a and b & ",
        "a and b, ",
        "ECS or ",
        "(",
        ")(",
        "[{",
        "not ",
        "x, not ",
        "컨테이너서비스를 ",
    ),
    *(
        "하나",
        "one hundred and ",
        "9",
        "1 ",
        "a/b",
        "--x ",
        "``",
        "A",
        "aB",
        "말고 ",
        "\u0301",
        "\ud800",
    ),
)


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("answer", [next(a for *_, a in TYPED if a.kind is k) for k in AnswerKind])
def test_what_stands_behind_the_first_few_hundred_characters_is_not_read(
    piece: str, answer: Answer
) -> None:
    """ "... with work bounded by its first few hundred characters", whatever they are."""
    long = piece * 20_000
    assert GRADER.grade(long, answer) == GRADER.grade(long[: 3 * READ_CHARACTERS], answer)


@given(st.text(st.sampled_from(" \t\n\u200b\ufeff\u3000.,?!-"), max_size=20), KEYS)
def test_empty_is_wrong(response: str, answer: Answer) -> None:
    """ "Empty is wrong." Blanks, signs and what cannot be seen are nothing."""
    assume(not any(response.strip() == form for form in answer.accept))
    assert GRADER.grade(response, answer).verdict is Verdict.WRONG


@pytest.mark.parametrize(("form", "answer", "prompt"), ACCEPTED)
def test_an_accepted_answer_is_correct_in_every_dress(
    form: str, answer: Answer, prompt: str
) -> None:
    """ "Every accepted answer of every shipped question is correct, also in NFD, upper case, with
    a final particle"; and with a spoken ending, with blanks, and in a sentence."""
    for dressed in (
        form,
        unicodedata.normalize("NFD", form),
        form.upper(),
        form.lower(),
        f"  {form} ",
        f"`{form}`",
        f"{form}.",
        f"{form}입니다",
        f"{form}요",
        f"The answer is {form}",
        f"I think it is {form}.",
        f"정답은 {form}입니다.",
    ):
        assert GRADER.grade(dressed, answer, prompt).correct, dressed


@pytest.mark.parametrize(("name", "prompt", "answer"), CONFUSED)
def test_a_confusable_is_never_correct(name: str, prompt: str, answer: Answer) -> None:
    """ "A learner who names the neighbour must not [pass]." Nor one who offers both."""
    right = answer.accept[0]
    for neighbour in answer.confusables:
        assert not GRADER.grade(neighbour, answer, prompt).correct
        assert not GRADER.grade(f"{neighbour}입니다", answer, prompt).correct
        assert not GRADER.grade(f"{right} or {neighbour}", answer, prompt).correct
        assert not GRADER.grade(f"{neighbour}, not {right}", answer, prompt).correct
        assert GRADER.grade(f"{neighbour} 말고 {right}", answer, prompt).correct


@pytest.mark.parametrize(("name", "prompt", "answer"), CONFUSED)
def test_without_its_confusables_a_question_is_as_strict(
    name: str, prompt: str, answer: Answer
) -> None:
    """ "An author's `confusables` help the reason text; the grader must not depend on them." """
    alone = Answer(answer.kind, answer.accept)
    bare = Grader(KnownTerms.of([alone], NAMES), GLOSSARY)
    for neighbour in answer.confusables:
        assert not bare.grade(neighbour, alone, prompt).correct


@pytest.mark.parametrize(("name", "prompt", "answer"), NAMED)
def test_an_answer_of_another_question_is_correct_only_where_it_is_accepted(
    name: str, prompt: str, answer: Answer
) -> None:
    """ "Every accepted answer of the shipped bank graded against every other question is correct
    only where it is accepted there." A form with a word of its kind is the same form."""
    accepted = {squash(without_prefix(form)) for form in answer.accept}
    for _, _, other in NAMED:
        for form in other.accept:
            if GRADER.grade(form, answer, prompt).correct:
                assert any(own in squash(form) for own in accepted), form


@given(st.sampled_from(DIGITS), st.sampled_from("0123456789"))
def test_a_digit_changed_anywhere_is_never_correct(
    change: tuple[int, str, Answer, str], digit: str
) -> None:
    """ "A digit changed anywhere is never correct", where it changes the value."""
    place, form, answer, prompt = change
    changed = form[:place] + digit + form[place + 1 :]
    assume(all(_values(changed) != _values(other) for other in answer.accept))
    # The argument of a function that is asked for by its name is the learner's own.
    assume(not any(changed.startswith(f"{other}(") for other in answer.accept))
    assert not GRADER.grade(changed, answer, prompt).correct


@given(st.sampled_from(LONG_WORDS), st.data())
def test_one_transposition_in_a_long_word_is_forgiven(
    slip: tuple[str, str, Answer, str], data: st.DataObject
) -> None:
    """ "... with one transposition in a token of eight or more letters that does not make another
    known term." """
    word, form, answer, prompt = slip
    place = data.draw(st.integers(0, len(word) - 2))
    slipped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert GRADER.grade(form.replace(word, slipped), answer, prompt).correct


@given(st.sampled_from(NAMED), st.data())
def test_blanks_hyphens_and_case_never_decide(
    typed: tuple[str, str, Answer], data: st.DataObject
) -> None:
    """ "Symmetric under spaces, hyphens and case." """
    _, prompt, answer = typed
    form = data.draw(st.sampled_from(answer.accept))
    assume(" --" not in form)
    joint = data.draw(st.sampled_from([" ", "-", "  ", ""]))
    change = data.draw(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
    assert GRADER.grade(change(form.replace(" ", joint)), answer, prompt).correct


@settings(deadline=None)
@given(st.permutations(["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"]), st.data())
def test_elements_of_a_list_stand_in_any_order(elements: list[str], data: st.DataObject) -> None:
    """ "Elements in any order; all and no more -> correct; some, or extras -> close." """
    answer = Answer(AnswerKind.LIST, ("KEYS_ONLY, NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES",))
    joint = data.draw(st.sampled_from([", ", "; ", "\n", " and ", " & ", ",", "\n- "]))
    assert GRADER.grade(joint.join(elements), answer).correct
    assert GRADER.grade(joint.join(elements[1:]), answer).verdict is Verdict.CLOSE
    assert GRADER.grade(joint.join([*elements, "ALL"]), answer).verdict is Verdict.CLOSE
    assert GRADER.grade(" or ".join(elements), answer).verdict is Verdict.WRONG


@given(st.permutations(["--cluster demo", "--family=web", "--max-items 5"]))
def test_options_of_a_command_stand_in_any_order(options: list[str]) -> None:
    """ "An `aws` command's words in order and options in any order." """
    answer = Answer(
        AnswerKind.CODE, ("aws ecs list-tasks --cluster demo --family web --max-items 5",)
    )
    assert GRADER.grade(" ".join(["aws ecs list-tasks", *options]), answer).correct
    assert not GRADER.grade(" ".join(["aws list-tasks ecs", *options]), answer).correct
    assert not GRADER.grade(" ".join(["aws ecs list-tasks", *options[1:]]), answer).correct


@given(st.integers(1, 9_999), st.sampled_from(["초", "개", "분", "시간", "건"]))
def test_korean_number_words_are_numbers(value: int, unit: str) -> None:
    """ "Number words English and Korean." """
    assert in_digits(f"{_sino(value)} {unit}") == f"{value} {unit}"
    assert in_digits(f"{_sino(value)}{unit}") == f"{value}{unit}"


@given(st.integers(0, 10**9), st.sampled_from([("s", 1), ("minutes", 60), ("시간", 3600)]))
def test_times_are_compared_after_conversion(value: int, unit: tuple[str, int]) -> None:
    """ "Value and unit, converted." """
    name, seconds = unit
    answer = Answer(AnswerKind.NUMBER, (f"{value} {name}",))
    assert GRADER.grade(f"{value * seconds} seconds", answer).correct
    assert not GRADER.grade(f"{value * seconds + 1} seconds", answer).correct


def _values(text: str) -> list[object]:
    return [(quantity.amounts(), quantity.dimension) for quantity in quantities(text)] or [text]


def _sino(value: int) -> str:
    digits = "일이삼사오육칠팔구"
    written = ""
    for power, name in ((1_000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit = value // power % 10
        if digit:
            written += ("" if digit == 1 and name else digits[digit - 1]) + name
    return written
