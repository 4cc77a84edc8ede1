"""What a learner means: signs in code, roles of numbers, scopes of negation, and true reasons.

Each property quotes its rule from issue 17.
"""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.cleaning import squash
from study_app.grading.code.commands import is_command
from study_app.grading.code.syntax import signs_of
from study_app.grading.grader import ReasonCode
from study_app.grading.tokens import tokenize
from study_app.grading.verdict import Verdict
from study_app.learning.material.items import Typed
from tests.shipped import shipped, shipped_grader

BANK = shipped()
GRADER = shipped_grader()
TYPED = [
    (question.prompt, question.form.answer)
    for question in BANK.questions.values()
    if isinstance(question.form, Typed)
]
CODE = [typed for typed in TYPED if typed[1].kind is AnswerKind.CODE]
NAMED = [typed for typed in TYPED if typed[1].kind in (AnswerKind.TEXT, AnswerKind.CODE)]
SIGNED = [
    pytest.param(form, prompt, answer, id=form)
    for prompt, answer in CODE
    for form in answer.accept
    if all(signs_of(other).signs for other in answer.accept)
]
IDENTIFIERS = [
    pytest.param(form, prompt, answer, id=form)
    for prompt, answer in CODE
    for form in answer.accept[:1]
    # Not where the author names the value, too: another one is then another answer.
    if form.isascii() and form.replace("_", "").isalnum() and "=" not in "".join(answer.accept)
]
COMMANDS = [
    pytest.param(form, prompt, answer, id=form)
    for prompt, answer in CODE
    for form in answer.accept
    if is_command(form)
]
WORDS = st.from_regex(r"[a-z]{2,8}", fullmatch=True)
OPERATORS = ("+", "*", "==", "!=", "=~", "<=", ">=", "&&")


@pytest.mark.parametrize(("form", "prompt", "answer"), SIGNED)
def test_code_without_its_signs_is_not_right(form: str, prompt: str, answer: Answer) -> None:
    """ "Operators, sigils ... are not [free]": the words alone are the right idea at most."""
    bare = form
    for sign in set(signs_of(form).signs):
        bare = bare.replace(sign, " ")
    assert not GRADER.grade(bare, answer, prompt).correct
    assert GRADER.grade(form, answer, prompt).correct


@given(WORDS, WORDS, st.sampled_from(OPERATORS), st.sampled_from(OPERATORS))
def test_another_operator_is_another_expression(
    left: str, right: str, operator: str, other: str
) -> None:
    """ "`!=` for `=~`, `a-b-c` for `a+b+c`": blanks and quotes are free, the operator is not."""
    assume(operator != other)
    answer = Answer(AnswerKind.CODE, (f"{left} {operator} {right}",))
    assert GRADER.grade(f"`{left}{operator}{right}`", answer).correct
    assert not GRADER.grade(f"{left} {other} {right}", answer).correct
    assert not GRADER.grade(f"{left} {right}", answer).correct


@given(st.sampled_from(OPERATORS), st.sampled_from(OPERATORS))
def test_an_answer_that_is_nothing_but_a_sign_is_graded(sign: str, other: str) -> None:
    """ "An answer that is nothing but a symbol is graded too." """
    answer = Answer(AnswerKind.CODE, (sign,))
    assert GRADER.grade(f"the {sign} operator", answer).correct
    assert GRADER.grade(other, answer).correct is (sign == other)


AROUND = (
    *('"{}": "x1"', "{} = resp['Token']", "client.call({}=last)", "resp['{}']", "{}=4", "{}: 4"),
    *("{}(m1)", "m1/{}(m1)*100", "{} < 2", "export {}=abc", "x.y.{}", "{} 작업", "{} 를 씁니다"),
)


@pytest.mark.parametrize(("form", "prompt", "answer"), IDENTIFIERS)
def test_an_identifier_inside_its_usual_code_is_the_identifier(
    form: str, prompt: str, answer: Answer
) -> None:
    """ "An identifier inside its usual code is the identifier." """
    for around in AROUND:
        assert GRADER.grade(around.format(form), answer, prompt).correct, around


@pytest.mark.parametrize(("form", "prompt", "answer"), COMMANDS)
def test_a_command_with_harmless_options_is_the_command(
    form: str, prompt: str, answer: Answer
) -> None:
    """ "A command with required or harmless options", and what it is piped into."""
    if form.startswith("aws"):
        assert GRADER.grade(f"{form} --region us-east-1 --output json", answer, prompt).correct
    assert GRADER.grade(f"$ {form} --name x | tee out.txt", answer, prompt).correct


@given(st.from_regex(r"[A-Z][a-z]{3,7}[A-Z][a-z]{3,7}", fullmatch=True), st.booleans())
def test_a_boolean_is_the_same_in_the_notation_of_the_other_api(name: str, value: bool) -> None:
    """ "A setting written the other API's way is right if it means the same, wrong if the
    opposite." """
    said = str(value).lower()
    answer = Answer(AnswerKind.CODE, (f"{name}={said}",))
    kebab = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)
    flags = {True: f"-{kebab}", False: f"--no{kebab}"}
    assert GRADER.grade(flags[value], answer).correct
    assert not GRADER.grade(flags[not value], answer).correct


@given(st.integers(2, 500), st.integers(2, 500), st.integers(2, 1_000))
def test_the_result_of_a_working_counts(left: int, right: int, key: int) -> None:
    """ "A working (`10+90=100`)": the number that stands as the result counts."""
    total = left + right
    answer = Answer(AnswerKind.NUMBER, (str(key),))
    for shown in (f"{left}+{right}={total}", f"{total} ({left} + {right})"):
        assert GRADER.grade(shown, answer).correct is (total == key)


OPERATIONS: dict[str, tuple[Callable[[int, int], Fraction | int], tuple[str, ...]]] = {
    "+": (
        lambda left, right: left + right,
        ("{} + {}", "{} plus {}", "{} 더하기 {}", "{}에 {}를 더한 수"),
    ),
    "-": (lambda left, right: left - right, ("{}-{}", "{} minus {}", "{}개에서 {}개를 뺀 만큼")),
    "*": (
        lambda left, right: left * right,
        ("{} x {}", "{} times {}", "{} 곱하기 {}", "{}에 {}을 곱한 값"),
    ),
    "/": (
        Fraction,
        ("{} / {}", "{} divided by {}", "{}을 {}로 나눈 값"),
    ),
}


@given(
    left=st.integers(2, 99),
    right=st.integers(2, 99),
    operation=st.sampled_from(sorted(OPERATIONS)),
    data=st.data(),
    wanted=st.one_of(st.none(), st.integers(1, 200)),
)
def test_a_working_without_its_result_is_the_right_way_at_most(
    left: int, right: int, operation: str, data: st.DataObject, wanted: int | None
) -> None:
    """ "An expression made of numbers that works out to the key and states no result is close"."""
    compute, writings = OPERATIONS[operation]
    result = compute(left, right)
    assume(result > 0 and result == int(result) and result not in (left, right))
    key = int(result) if wanted is None else wanted
    assume(key not in (left, right))
    answer = Answer(AnswerKind.NUMBER, (str(key),))
    grade = GRADER.grade(data.draw(st.sampled_from(writings)).format(left, right), answer)
    # `3 / 4` is the number itself.
    reached = Verdict.CORRECT if grade.reason.code is ReasonCode.ACCEPTED else Verdict.CLOSE
    assert grade.verdict is (reached if key == result else Verdict.WRONG)
    assert operation == "/" or not grade.correct


@given(
    asked=st.integers(2, 60),
    other=st.integers(61, 400),
    remark=st.sampled_from(
        (
            "{}분 (최대는 {}분)",
            "{}분이요, 기본값은 {}분",
            "{} minutes; the default is {} minutes",
            "{}분입니다. 나머지 {}분은 대기 시간입니다",
            "{} minutes (the maximum is {} minutes)",
        )
    ),
)
def test_a_remark_on_another_number_does_not_count(asked: int, other: int, remark: str) -> None:
    """ "The number that carries the asked unit as the statement", a remark behind it."""
    prompt = "After how many minutes does the run stop?"
    answer = Answer(AnswerKind.NUMBER, (f"{asked} minutes",))
    assert GRADER.grade(remark.format(asked, other), answer, prompt).correct
    assert not GRADER.grade(remark.format(other, asked), answer, prompt).correct


@given(
    value=st.integers(2, 60),
    other=st.integers(61, 99),
    joint=st.sampled_from((" or ", ", ", " 또는 ")),
)
def test_two_numbers_for_one_are_wrong(value: int, other: int, joint: str) -> None:
    """ "`15 or 16`, `15분, 20분` remain wrong": nothing says which of the two is meant."""
    answer = Answer(AnswerKind.NUMBER, (f"{value} minutes",))
    for first, second in ((value, other), (other, value)):
        grade = GRADER.grade(f"{first}분{joint}{second}분", answer)
        assert grade.verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("3개 줄어요", Verdict.WRONG),
        ("3 are removed", Verdict.WRONG),
        ("3개 늘어요", Verdict.CORRECT),
        ("2개가 줄어서 3개", Verdict.WRONG),
        ("3, because 2 are removed first", Verdict.CORRECT),
    ],
)
def test_a_number_has_a_direction(said: str, verdict: Verdict) -> None:
    """ "Prompt says add, answer says remove": the opposite direction is wrong."""
    prompt = "The alarm goes off a second time. How many more tasks are added now?"
    assert GRADER.grade(said, Answer(AnswerKind.NUMBER, ("3",)), prompt).verdict is verdict


@given(st.integers(1, 99), st.sampled_from(["instances", "tasks", "servers", "개", "대", "users"]))
def test_a_noun_where_a_unit_is_asked_for_is_another_unit(value: int, noun: str) -> None:
    """ "An unlisted noun after a number is a unit: `80 instances` is not 80 percent." """
    answer = Answer(AnswerKind.NUMBER, (f"{value} percent",))
    prompt = "How much of the instances, in percent?"
    assert not GRADER.grade(f"{value} {noun}", answer, prompt).correct
    assert GRADER.grade(f"{value}", answer, prompt).correct


IN_PASSING = (
    *("{}, so that nothing gets lost", "without extra calls, {}", "if nothing else is set, {}"),
    *("오류가 없도록 {}를 씁니다", "값이 없으면 {}", "아무것도 하지 않아도 {}"),
)


@pytest.mark.parametrize("sentence", IN_PASSING)
@given(typed=st.sampled_from(NAMED))
def test_what_is_denied_in_passing_denies_no_answer(
    sentence: str, typed: tuple[str, Answer]
) -> None:
    """ "Negation and hedges have a scope." """
    prompt, answer = typed
    form = answer.accept[0]
    assume(" --" not in form)
    assert GRADER.grade(sentence.format(form), answer, prompt).correct


DENIED = (
    "not {}",
    "{}가 아닙니다",
    "{} 없이",
    "without {}",
    "{} is not the answer",
    "{} 말고 다른 것",
)


@pytest.mark.parametrize("sentence", DENIED)
@given(typed=st.sampled_from(NAMED))
def test_a_denied_answer_is_never_right(sentence: str, typed: tuple[str, Answer]) -> None:
    """The other side of the scope: what is denied is the answer."""
    prompt, answer = typed
    assume("not" not in answer.accept[0].casefold())
    assert not GRADER.grade(sentence.format(answer.accept[0]), answer, prompt).correct


@given(st.from_regex(r"[b-hj-z]", fullmatch=True), st.lists(WORDS, min_size=1, max_size=4))
def test_a_key_of_one_letter_makes_nothing_close(letter: str, words: list[str]) -> None:
    """ "A key of one letter never makes everything close." """
    for kind in (AnswerKind.TEXT, AnswerKind.CODE):
        grade = GRADER.grade(" ".join(words), Answer(kind, (letter,)))
        assert grade.verdict is Verdict.WRONG


@given(st.sampled_from(["हि", "की", "ขี", "ชั", "பி"]))
def test_marks_of_other_scripts_are_letters(syllable: str) -> None:
    """ "Marks of other scripts are letters": without its vowel sign a word is another one."""
    answer = Answer(AnswerKind.TEXT, (syllable * 2,))
    assert GRADER.grade(syllable * 2, answer).correct
    assert not GRADER.grade(syllable[0] * 2, answer).correct


def test_what_the_author_calls_near_is_never_right() -> None:
    """ "`near` is honored." """
    for prompt, answer in TYPED:
        for near in answer.near:
            assert not GRADER.grade(near, answer, prompt).correct, near
            assert not GRADER.grade(f"{near}입니다", answer, prompt).correct, near


ACRONYMS = [
    (acronym, entry.en)
    for entry in BANK.glossary.values()
    for acronym in entry.also
    if acronym.isupper() and " " in entry.en and acronym.isalnum()
]


@given(st.sampled_from(ACRONYMS), st.sampled_from(["{}", "Amazon {}", "{}입니다", "it is {}"]))
def test_the_acronym_of_the_question_is_not_its_own_expansion(
    pair: tuple[str, str], said: str
) -> None:
    """ "Where the expansion is asked, its acronym is not an answer." """
    acronym, expansion = pair
    answer = Answer(AnswerKind.TEXT, (expansion,))
    prompt = f"What does {acronym} stand for?"
    assert not GRADER.grade(said.format(acronym), answer, prompt).correct
    assert GRADER.grade(said.format(expansion), answer, prompt).correct


@settings(deadline=None)  # a busy machine is no digit that differs
@given(st.sampled_from(NAMED), st.sampled_from(NAMED))
@example(NAMED[0], NAMED[1])
def test_digits_differ_only_where_they_do(
    typed: tuple[str, Answer], other: tuple[str, Answer]
) -> None:
    """ "The reason must be true": "the digits differ" names digits that no accepted form has."""
    prompt, answer = typed
    for form in answer.accept:
        for response in (f"{form} {other[1].accept[0]}", f"always {form} in us-east-1, v2"):
            reason = GRADER.grade(response, answer, prompt).reason
            if reason.code is ReasonCode.DIGITS:
                assert reason.args[0] not in answer.accept
                assert all(f" {reason.args[0]} " not in f" {own} " for own in answer.accept)


TRANSLATED = (
    ("ChangeMessageVisibility", "메시지 가시성 변경"),
    ("ExclusiveStartKey", "배타적 시작 키"),
    ("CapacityProviderReservation", "용량 공급자 예약률"),
    ("x-amz-executed-version", "실행된 버전 헤더"),
    ("DeleteMessage", "메시지 삭제"),
    ("PutItem", "항목 넣기"),
    ("attribute_not_exists", "속성이 존재하지 않는지 확인하는 함수"),
)


@pytest.mark.parametrize(("name", "meaning"), TRANSLATED)
@pytest.mark.parametrize("dress", ["{}", "{}입니다", "{}이요"])
def test_the_meaning_of_a_name_is_close_and_never_right(
    name: str, meaning: str, dress: str
) -> None:
    """ "Such a translation is close, never correct, when the key is an identifier"."""
    answer = Answer(AnswerKind.CODE, (name, " ".join(token.text for token in tokenize(name))))
    assert GRADER.grade(dress.format(meaning), answer).verdict is Verdict.CLOSE
    others = [other for other, _ in TRANSLATED if other != name]
    for other in others:
        grade = GRADER.grade(meaning, Answer(AnswerKind.CODE, (other,)))
        assert grade.verdict is Verdict.WRONG, other


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("SendTaskSuccess", "작업 실패 보내기"),
        ("SendTaskSuccess", "태스크 하트비트 전송"),
        ("attribute_not_exists", "속성이 존재하는지 확인하는 함수"),
        ("DynamicScalingOutSuspended", "동적 스케일 인 중지"),
        ("maxReceiveCount", "최소 수신 횟수"),
        ("NEW_IMAGE", "이전 이미지"),
        ("DeleteMessage", "메시지 수신"),
        ("PutItem", "항목 가져오기"),
    ],
)
def test_the_meaning_of_another_name_is_wrong(name: str, other: str) -> None:
    """A known word in the place of one that is asked for, or a negation, makes another name."""
    grade = GRADER.grade(other, Answer(AnswerKind.CODE, (name,)))
    assert grade.verdict is Verdict.WRONG


LONG_NAMES = [
    pytest.param(form, prompt, answer, id=form)
    for prompt, answer in CODE
    for form in answer.accept[:1]
    if form.isalpha() and form.isascii() and len(form) >= 14 and len(tokenize(form)) >= 3
]


@pytest.mark.parametrize(("form", "prompt", "answer"), LONG_NAMES)
def test_a_name_cut_off_inside_is_close(form: str, prompt: str, answer: Answer) -> None:
    """ "An identifier cut off inside ...: close, unless it is another known name"."""
    *_, last = tokenize(form)
    for kept in range(len(form) - len(last.shown) + 1, len(form) - 3):
        grade = GRADER.grade(form[:kept], answer, prompt)
        assert not grade.correct
        assert kept < 0.6 * len(form) or grade.reason.code is not ReasonCode.UNRELATED


@pytest.mark.parametrize(("form", "prompt", "answer"), LONG_NAMES)
@pytest.mark.parametrize(
    "dress",
    [
        "{}, 이걸로 지정하면 됩니다",
        "{}, which is what the call needs",
        "{} 처럼 씁니다",
        "curl -H '{}: abc' https://api.example.com",
    ],
)
def test_a_remark_behind_a_name_does_not_count(
    form: str, prompt: str, answer: Answer, dress: str
) -> None:
    """ "A sentence around a code answer in Korean or a full command"."""
    assert GRADER.grade(dress.format(form), answer, prompt).correct


@given(typed=st.sampled_from(CODE), other=st.sampled_from(CODE))
def test_another_name_behind_a_name_is_never_right(
    typed: tuple[str, Answer], other: tuple[str, Answer]
) -> None:
    """Not every comma is followed by a remark: "X, Y" names two."""
    prompt, answer = typed
    named, (_, beside) = answer.accept[0], other
    assume(not any(squash(form) in squash(prompt + named) for form in beside.accept))
    assume(not set(beside.accept) & set(answer.accept) and beside.accept[0].isalpha())
    assert not GRADER.grade(f"{named}, {beside.accept[0]}", answer, prompt).correct


def test_words_of_the_prompt_are_not_the_operation_of_that_name() -> None:
    """A prompt in which a request "must run its tasks" does not name RunTask."""
    prompt, answer = next(typed for typed in CODE if "must run its tasks" in typed[0])
    assert not GRADER.grade("capacityProviderStrategy, RunTask", answer, prompt).correct


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("RunTask", "RunTask, 스타트태스크도 됩니다"),
        ("RunTask", "RunTask, 아니면 StartTask"),
        ("minimumHealthyPercent", "minimumHealthyPercent, 최대 정상 비율"),
        ("attribute_not_exists", "attribute_exists(pk)"),
        ("DisableScaleIn", "ScaleIn"),
        ("unhealthyThresholdCount", "healthyThresholdCount"),
    ],
)
def test_another_name_is_no_remark_and_no_short_form(name: str, said: str) -> None:
    """A second answer behind a comma is no remark; without its negation a name is another one."""
    assert not GRADER.grade(said, Answer(AnswerKind.CODE, (name,))).correct
