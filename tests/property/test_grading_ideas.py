"""The right idea: cut short or in other words it is close, and what tells it from wrong.

Each property quotes its rule from issue 17 or from `rules/paraphrase.py`.
"""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.cleaning import squash
from study_app.grading.code.commands import is_command
from study_app.grading.tokens import tokenize
from study_app.grading.verdict import Verdict
from study_app.grading.wording.synonyms import said_for
from study_app.learning.material.items import Typed
from tests.shipped import shipped, shipped_grader

BANK = shipped()
GRADER = shipped_grader()
CODE_KIND = AnswerKind.CODE
CODE = [
    (question.prompt, question.form.answer)
    for question in BANK.questions.values()
    if isinstance(question.form, Typed) and question.form.answer.kind is AnswerKind.CODE
]
CLOSE, WRONG, CORRECT = Verdict.CLOSE, Verdict.WRONG, Verdict.CORRECT


def grade(
    text: str, accepted: str, prompt: str = "", kind: AnswerKind = AnswerKind.CODE
) -> Verdict:
    return GRADER.grade(text, Answer(kind, tuple(accepted.split(" | "))), prompt).verdict


IN_OTHER_WORDS = (
    ("TerminateIdleSession", "shut down inactive sessions"),
    ("TerminateIdleSession", "유휴 세션 종료"),
    ("maxRetryCount", "the highest number of retries"),
    ("maxRetryCount", "최대 재시도 횟수 필드"),
    ("EnableDuplicateDetection", "turn on the detection of duplicates"),
    ("RemoveExpiredCertificate", "delete the cert that is expired"),
    ("cannotPullImage", "the image can not be pulled"),
)


@pytest.mark.parametrize(("name", "said"), IN_OTHER_WORDS)
def test_what_a_name_says_in_other_words_is_close(name: str, said: str) -> None:
    """ "Who says in other words what the name says has the right idea." """
    assert grade(said, name) is CLOSE


@pytest.mark.parametrize(
    ("name", "said"),
    [
        # another operation, a contrary, a word in the place of another
        ("TerminateIdleSession", "start idle sessions"),
        ("TerminateIdleSession", "shut down active sessions"),
        ("maxRetryCount", "the lowest number of retries"),
        ("RemoveExpiredCertificate", "renew the expired certificate"),
        ("GroupToken", "session token"),
        # not prose, but a name of something else
        ("TerminateIdleSession", "StopInactiveSession"),
        ("--config-env", "--env-name production"),
        # one word of many
        ("Truncated", "the partial response of the service that the client lists"),
        # denied, or not denied as the name is
        ("TerminateIdleSession", "do not shut down inactive sessions"),
        ("itemNotFound", "the item was found"),
    ],
)
def test_another_idea_in_prose_is_wrong(name: str, said: str) -> None:
    """ "Does nothing else": a word of another meaning in the place of the name's own."""
    assert grade(said, name) is WRONG


def test_an_echo_of_the_prompt_is_no_idea() -> None:
    """ "One of them beyond the prompt"."""
    prompt = "Which operation stops sessions that are inactive for an hour?"
    assert grade("the operation that stops sessions", "TerminateIdleSession", prompt) is WRONG
    assert grade("terminating sessions that idle", "TerminateIdleSession", prompt) is CLOSE


@given(typed=st.sampled_from(CODE), data=st.data())
def test_other_words_never_make_a_name_right(
    typed: tuple[str, Answer], data: st.DataObject
) -> None:
    """ "Such an answer is close and never right." """
    prompt, answer = typed
    words = [token.text for token in tokenize(answer.accept[0])]
    choices = [[*(" ".join(said) for said in said_for(word))] for word in words]
    assume(any(choices))
    said = [
        data.draw(st.sampled_from(own)) if own else word
        for own, word in zip(choices, words, strict=True)
    ]
    own_forms = {squash(form) for form in (*answer.accept, *answer.near)}
    assume(squash(" ".join(said)) not in own_forms)
    # A form of the same words (dropping, Dropped) is the name itself.
    assume(not any(word in " ".join(said) for word in words if len(word) > 2))
    assert not GRADER.grade(f"you {' '.join(said)} it there", answer, prompt).correct


COMMANDS = [
    pytest.param(form, prompt, answer, id=form)
    for prompt, answer in CODE
    for form in answer.accept
    if all(map(is_command, answer.accept)) and len(form.split()) > 2
]


@pytest.mark.parametrize(("form", "prompt", "answer"), COMMANDS)
def test_a_command_cut_short_needs_its_last_word(form: str, prompt: str, answer: Answer) -> None:
    """ "A right idea cut short": what it is called for must be there, its program need not."""
    program, service, *last = form.split()
    if len(last) == 1:
        assert GRADER.grade(f"{program} {last[0]}", answer, prompt).verdict is not CORRECT
        assert GRADER.grade(last[0], answer, prompt).verdict is CLOSE
    assert GRADER.grade(f"{program} {service}", answer, prompt).verdict is WRONG
    assert GRADER.grade(f"{program} ec2 {' '.join(last)}", answer, prompt).verdict is WRONG


@pytest.mark.parametrize(
    ("accepted", "prompt", "said", "verdict"),
    [
        ("--dry-run-mode", "Which option (name with its dashes)?", "dry run mode", CLOSE),
        ("--dry-run-mode", "Which option (name with its dashes)?", "--dry-run-mode on", CORRECT),
        ("--dry-run-mode", "Which option?", "dry-run-mode", CORRECT),
        ("--config-name", "Which option?", "--config", CLOSE),
        ("sqs:SendMessage", "Which action is missing (with its prefix)?", "SendMessage", CLOSE),
        (
            "sqs:SendMessage",
            "Which action is missing (with its prefix)?",
            "sqs:SendMessage",
            CORRECT,
        ),
        ("sqs:SendMessage", "Which action is missing?", "SendMessage", CORRECT),
        ("Lambda-Max-Age", "Which header?", "Max-Age", CLOSE),
        (".deploy/rules", "In which folder?", ".deploy", CLOSE),
        ("Compress", "Which operation?", "compression", CLOSE),
        # The value decides, in YAML too.
        (
            "SortForward | SortForward: false",
            "Which parameter is `false`?",
            "SortForward: true",
            WRONG,
        ),
        ("SortForward | SortForward: false", "What is `false`?", "SortForward", CORRECT),
    ],
)
def test_the_asked_form(accepted: str, prompt: str, said: str, verdict: Verdict) -> None:
    """ "The asked form": what the prompt asks to write must be written."""
    assert grade(said, accepted, prompt) is verdict


PROHIBITED = "Which action must the policy not allow, because it deletes everything?"


@pytest.mark.parametrize(
    "said",
    [
        "the app calls PurgeQueue with a queue URL and a token",
        "run PurgeQueue and check the result",
        "check if PurgeQueue is there",
        "PurgeQueue로 남은 메시지 전부 정리",
        "대기열의 PurgeQueue 작업",
        "정책에 대한 PurgeQueue 권한이 필요",
        "큐 주소를 PurgeQueue 요청에 넣는다",
        "PurgeQueue 실행",
        "PurgeQueue, e.g. 3 times",
        "policy statement with PurgeQueue, MaxAge 7",
        "PurgeQueue: <queue url>",
    ],
)
def test_the_sentence_around_a_name_does_not_count(said: str) -> None:
    """What is done with a name, what it is given, what it is of, and who uses it."""
    assert grade(said, "PurgeQueue") is CORRECT


@pytest.mark.parametrize("said", ["do not allow PurgeQueue", "PurgeQueue는 허용하면 안 됨"])
def test_what_must_not_be_is_no_denial_where_it_is_asked_for(said: str) -> None:
    assert grade(said, "PurgeQueue", PROHIBITED) is CORRECT
    assert grade(said, "PurgeQueue", "Which action does the policy need?") is not CORRECT


BESIDE = (
    "{} and run {}", "{} with a {}", "{}로 {} 호출", "{}을 쓰고 {} 실행", "{} and then call {}",
    "{}, {} 7", "{} with {}",
)  # fmt: skip


@given(st.sampled_from(CODE), st.sampled_from(CODE), st.sampled_from(BESIDE))
def test_another_name_in_the_sentence_is_never_right(
    typed: tuple[str, Answer], other: tuple[str, Answer], sentence: str
) -> None:
    """The other side: a name that could be the answer is no part of the sentence."""
    prompt, answer = typed
    named, beside = answer.accept[0], other[1].accept[0]
    assume(beside.isalpha() and any(map(str.isupper, beside[1:])) and not is_command(named))
    assume(squash(beside) not in squash(prompt + " ".join(answer.accept)))
    assume(not set(other[1].accept) & set(answer.accept))
    assert not GRADER.grade(sentence.format(named, beside), answer, prompt).correct


@pytest.mark.parametrize(
    ("said", "accepted", "verdict"),
    [
        ("after 20 idle minutes", "20 minutes", CORRECT),
        ("20 idle tasks", "20 minutes", WRONG),
        ("20 minutes idle (9 h is the max lifetime)", "20 minutes", CORRECT),
        ("max 20 h, or until the session ends", "20 hours", CORRECT),
        ("20 h or 30 h", "20 hours", WRONG),
        ("about a month", "30 days", CLOSE),
        ("one month", "30 days", CORRECT),
        ("about 2 thousand", "2048 bytes", CLOSE),
        ("about 3 thousand", "2048 bytes", WRONG),
        ("30일 보관 후에 5일을 더한 날", "35 days", CLOSE),
        ("its 80, bc the other one has a 15 day minimum", "80 days", CORRECT),
    ],
)
def test_a_number_in_its_sentence(said: str, accepted: str, verdict: Verdict) -> None:
    """ "The one that carries the asked unit or stands as the result counts." """
    prompt = f"What is the limit, in {accepted.split()[1]}?"
    assert grade(said, accepted, prompt, AnswerKind.NUMBER) is verdict


@given(rate=st.integers(2, 400), seconds=st.integers(2, 60), off=st.integers(0, 1))
def test_a_rule_in_the_words_of_the_prompt_leads_to_the_number(
    rate: int, seconds: int, off: int
) -> None:
    """The prompt's numbers must give the key by it; another operation is another rule."""
    prompt = f"A function receives {rate} requests per second of {seconds} seconds duration each."
    said = "requests per second times the duration"
    assert grade(said, str(rate * seconds + off), prompt, AnswerKind.NUMBER) is (
        WRONG if off else CLOSE
    )


def test_a_list_of_names_with_their_values() -> None:
    """ "A setting": the value given to a name that is asked for does not count."""
    said = "SerialId=arn:aws:iam::111122223333:mfa/kim, PassCode=123456"
    assert grade(said, "SerialId, PassCode", kind=AnswerKind.LIST) is CORRECT
    assert grade(said, "SerialId, OtherCode", kind=AnswerKind.LIST) is CLOSE
