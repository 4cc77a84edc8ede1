"""How the learner chose: by the order of study, or what they like."""

from collections.abc import Iterable

import pytest

from study_app.learning.plan.order import new_cards
from study_app.learning.readiness.choosing import SelectionBias, selection_bias
from study_app.learning.readiness.evidence import evidence
from tests.learning.readiness.samples import (
    EXAM,
    NOW,
    answer,
    content,
    exam_questions,
    readiness_of,
)

QUESTIONS = content().syllabus.questions
TOPICS = content().topics


def chosen(items: Iterable[str]) -> SelectionBias:
    events = [answer(number, item, right=True) for number, item in enumerate(items)]
    return selection_bias(evidence(events, content().syllabus, NOW), content().syllabus)


def of_topics(*topics: str) -> list[str]:
    return [item for item in QUESTIONS if item.partition("/")[0] in topics]


@pytest.mark.parametrize("count", [1, 5, 15, 28])
def test_the_order_of_study_is_no_choice(count: int) -> None:
    assert chosen(of_topics(*TOPICS[:count])).out_of_order == 0


@pytest.mark.parametrize("count", [10, 60, 200])
def test_nor_is_what_the_plan_brings(count: int) -> None:
    one = content()
    cards = new_cards(
        one.syllabus.cards_of(EXAM),
        one.syllabus,
        one.blueprints[EXAM],
        first=(),
        topic=None,
        begun=(),
    )
    asked = [one.syllabus.questions_of[card][0] for card in cards[:count]]
    assert chosen(asked).out_of_order < 0.1


def test_topics_that_were_picked_from_the_midst_are_chosen() -> None:
    assert chosen(of_topics("dynamodb", "cognito", "bedrock")).out_of_order > 0.8


def test_a_few_answers_do_not_tell_that_the_rest_was_left_out() -> None:
    few = of_topics("dynamodb", "cognito", "bedrock")[::12]
    assert chosen(few).out_of_order < 0.5
    assert chosen([]) == SelectionBias(0, 0)


def test_all_topics_leave_nothing_to_be_chosen() -> None:
    assert chosen(exam_questions()[:300]).out_of_order < 0.05


def test_easier_is_by_how_much_the_content_is_harder() -> None:
    every = sum(one.difficulty for one in QUESTIONS.values()) / len(QUESTIONS)
    easy = [item for item, one in QUESTIONS.items() if one.difficulty == 1]
    hard = [item for item, one in QUESTIONS.items() if one.difficulty == 3]
    assert chosen(easy).easier == pytest.approx(every - 1, abs=0.03)
    assert chosen(hard).easier == 0


def test_who_chose_topics_is_expected_to_know_the_others_less() -> None:
    """As many topics and as many right: but those of the order of study were not chosen."""
    ordered = of_topics(*TOPICS[:4])[::2]
    picked = of_topics("dynamodb", "cognito", "bedrock", "kms-encryption")[::2]
    of_order, of_choice = (
        readiness_of(
            [answer(number, item, right=number % 8 > 0) for number, item in enumerate(items[:90])]
        )
        for items in (ordered, picked)
    )
    assert of_choice.expected < of_order.expected - 0.03
