"""Whole answers: a structure by its value, a sentence around the term, a second term beside it."""

import json
from random import Random
from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.cleaning import clean, squash
from study_app.grading.verdict import Verdict
from study_app.grading.wording.small_words import KIND_NOUNS
from study_app.learning.material.items import Typed
from tests.shipped import shipped, shipped_glossary, shipped_grader

BANK = shipped()
GRADER = shipped_grader()
GLOSSARY = shipped_glossary()
NAMED = [
    (question.id, question.prompt, question.form.answer)
    for question in BANK.questions.values()
    if isinstance(question.form, Typed)
    and question.form.answer.accept
    and question.form.answer.kind in (AnswerKind.TEXT, AnswerKind.CODE)
]

VALUES = st.recursive(
    st.sampled_from(["Allow", "s3:GetObject", "*", "2012-10-17", "arn:aws:s3:::shop/*"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from(["Effect", "Action", "Key"]), inner, min_size=1)
    ),
    max_leaves=6,
)
STRUCTURES = st.dictionaries(st.sampled_from(["Sid", "Effect", "Resource"]), VALUES, min_size=1)


@given(STRUCTURES, st.randoms(use_true_random=False))
def test_json_and_yaml_are_compared_by_value(value: dict[str, Any], chance: Random) -> None:
    """ "JSON and YAML by value": the order of keys, blanks and the language do not count."""
    answer = Answer(AnswerKind.CODE, (json.dumps(value),))
    shuffled = _shuffled(value, chance)
    for written in (
        json.dumps(shuffled),
        json.dumps(shuffled, indent=2),
        json.dumps(shuffled, separators=(",", ":")),
        yaml.safe_dump(shuffled, sort_keys=False, width=1_000),
        yaml.safe_dump(shuffled, sort_keys=False, default_flow_style=True, width=1_000),
    ):
        assert GRADER.grade(written, answer).correct, written
    assert not GRADER.grade(json.dumps([value]), answer).correct
    assert not GRADER.grade(json.dumps(value | {"Condition": "*"}), answer).correct


SENTENCES = (
    *(
        "{}를 설정하면 됩니다",
        "{}로 설정합니다",
        "{}가 담당합니다",
        "{}에 저장됩니다",
        "{}가 필요해요",
    ),
    *(
        "{} 쓰는 게 맞습니다",
        "{}겠네요",
        "{}일 겁니다",
        "{}인 것 같아요",
        "제 생각엔 {}",
        "당연히 {}이죠",
    ),
    *(
        "{}를 켜야 해요",
        "{}를 만들어 줍니다",
        "{}에서 처리해요",
        "{}라고 부릅니다",
        "{}를 먼저 받아요",
    ),
)
WHOLE = [typed for typed in NAMED if not any("--" in form for form in typed[2].accept)]


@given(st.sampled_from(WHOLE), st.sampled_from(SENTENCES))
def test_a_korean_sentence_around_the_answer_does_not_count(
    typed: tuple[str, str, Answer], sentence: str
) -> None:
    """ "A sentence around the term": particles, verbs, adverbs and fillers of closed classes."""
    _, prompt, answer = typed
    assert GRADER.grade(sentence.format(answer.accept[0]), answer, prompt).correct


def test_another_term_with_a_number_beside_the_answer_is_no_entry_of_code() -> None:
    """`SIGTERM` is `signal 15` to another question; a port and its number are a remark."""
    container = next(answer for item, _, answer in NAMED if item == "docker/running-instance")
    assert GRADER.grade("container, signal 15", container).verdict is Verdict.WRONG
    assert GRADER.grade("container, port 80", container).correct


@given(st.sampled_from(NAMED), st.sampled_from(NAMED), st.data())
def test_another_term_beside_the_answer_is_never_correct(
    typed: tuple[str, str, Answer], other: tuple[str, str, Answer], data: st.DataObject
) -> None:
    """ "A and B" with B another term -> wrong", whatever joins them."""
    answer = typed[2]
    form = data.draw(st.sampled_from(answer.accept))
    term = data.draw(st.sampled_from(other[2].accept))
    assume(len(squash(term)) > 3)
    assume(not GRADER.grade(term, answer).correct)
    assume(not any(squash(own) in squash(term) for own in answer.accept))
    # Neither a noun of kind in capitals, nor an option, nor what the form itself names as its part
    # (EKS of EKS Hybrid Nodes, in its full name).
    assume(term.casefold() not in KIND_NOUNS and not term.startswith("--"))
    assume(not any(_words(term) <= _words(own) for own in answer.accept))
    shape = data.draw(
        st.sampled_from(["{}, {}", "{} and {}", "{} {}예요", "{}의 {}", "{} (or {})"])
    )
    assert not GRADER.grade(shape.format(form, term), answer).correct


def test_known_words_beside_the_answer_are_no_misspelling_of_it() -> None:
    """Found by the property above: `random` and `IP` in one piece are two slips from `randomly`."""
    answer = Answer(AnswerKind.TEXT, ("random", "randomly", "랜덤", "무작위", "임의"))
    assert not GRADER.grade("random, IP 타입", answer).correct
    assert GRADER.grade("random ly", answer).correct


def _words(text: str) -> set[str]:
    return {token.text for token in GLOSSARY.read(clean(text))}


def _shuffled(value: Any, chance: Random) -> Any:
    match value:
        case dict():
            keys = list(value)
            chance.shuffle(keys)
            return {key: _shuffled(value[key], chance) for key in keys}
        case list():
            return [_shuffled(item, chance) for item in value]
        case _:
            return value
