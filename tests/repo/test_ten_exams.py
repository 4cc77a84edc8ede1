"""Ten mock exams in a row share no question, and every fact can be asked in two ways."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from study_app.learning.exam.draw import Seen, candidates, draw
from study_app.learning.exam.shape import shape_of
from study_app.learning.material.items import QuestionKind
from tests.shipped import shipped

EXAMS = 10
BEGUN = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("exam", ["dva-c02", "dva-c03"])
def test_ten_exams_share_no_question(exam: str, seed: int) -> None:
    """Never shown before come first, so the bank lasts for ten exams."""
    bank = shipped()
    every = candidates(bank.questions.values(), exam)
    shape = shape_of(bank.blueprints[exam])
    shown: dict[str, datetime] = {}
    for number in range(EXAMS):
        drawn = draw(shape, bank.blueprints[exam], every, Random(f"{seed}/{number}"), Seen(shown))
        assert not drawn.short
        assert not shown.keys() & set(drawn.items)
        shown |= dict.fromkeys(drawn.items, BEGUN + timedelta(days=number))


def test_a_skill_of_dva_c03_has_eight_items() -> None:
    """At least 8 choice and choices items a skill."""
    bank = shipped()
    counts = Counter(
        skill
        for question in bank.questions.values()
        if question.kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}
        for skill in question.skills.get("dva-c03", ())
    )
    assert [one.id for one in bank.blueprints["dva-c03"].skills() if counts[one.id] < 8] == []


def test_a_review_can_ask_another_question() -> None:
    """Every card of DVA-C03 has at least two questions that the exam's learner is asked."""
    bank = shipped()
    counts = Counter(one.card for one in bank.questions.values() if one.skills.get("dva-c03"))
    cards = [card.id for card in bank.cards.values() if card.skills.get("dva-c03")]
    assert [card for card in cards if counts[card] < 2] == []
