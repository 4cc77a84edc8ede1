"""The use cases of plan and reviews over a real SQLite: the day's session, ratings, undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from study_app.bank.bank import Bank
from study_app.bank.loading import load
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.history.history import History
from study_app.learning.log.events import Answered
from study_app.learning.material.items import Choice
from study_app.store.log import ReviewLog
from study_app.usecases.plan import change_plan, plan_of
from study_app.usecases.review import begin_first_look, begin_review, proposal
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study

BEGUN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SAMPLE = Path(__file__).parents[1] / "data" / "content"
FIRST, SECOND = "rolling/best-strategy", "rolling/another"


class Clock:
    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=30)
        return self.now


@pytest.fixture(scope="module")
def bank() -> Bank:
    """The sample content, with one card that two questions ask."""
    bank = load((SAMPLE,))
    card = next(iter(bank.cards))
    first = replace(bank.asked(FIRST, 1, 0), card=card)
    second = replace(first, id=SECOND)
    rolling = bank.topics["rolling"]
    topic = replace(rolling, question_ids=(*rolling.question_ids, SECOND))
    return replace(
        bank,
        topics={"rolling": topic},
        questions={**bank.questions, FIRST: first, SECOND: second},
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


MakeStudy = Callable[..., Study]


def answer(sitting: Sitting, *, right: bool, hinted: bool = False) -> None:
    asked = sitting.show()
    assert asked is not None
    assert isinstance(asked.question.form, Choice)
    key = next(k for k, one in asked.question.form.options.items() if one.correct is right)
    sitting.submit(Picked((key,)), hinted=hinted)


def begin(study: Study) -> Sitting:
    session = begin_review(study)
    assert session is not None
    return Sitting(study, session)


def card_of(bank: Bank) -> str:
    return bank.syllabus().card_of[FIRST]


def go_on(clock: Clock, days: int) -> None:
    clock.now += timedelta(days=days)


class TestReviews:
    def test_a_card_begins_with_a_question_and_comes_back_with_another(
        self, make_study: MakeStudy, clock: Clock, bank: Bank
    ) -> None:
        study = make_study()
        sitting = begin(study)
        assert sitting.session.started.items[0] == FIRST
        answer(sitting, right=True)
        assert card_of(bank) in plan_of(study).situation.begun
        go_on(clock, 3)
        assert [one.card for one in plan_of(make_study()).situation.due] == [card_of(bank)]
        assert begin(make_study()).session.started.items[0] == SECOND

    def test_nothing_is_left_once_all_is_done(self, make_study: MakeStudy) -> None:
        study = make_study()
        change_plan(study, left_out=("rolling",))
        assert begin_review(study) is None

    def test_the_first_look_asks_of_each_domain(self, make_study: MakeStudy, bank: Bank) -> None:
        session = begin_first_look(make_study(seed=3))
        assert session is not None
        questions = [bank.questions[item] for item in session.started.items]
        assert len({question.card for question in questions}) == len(questions)
        again = begin_first_look(make_study(seed=3))
        assert again is not None
        assert again.started.items == session.started.items


class TestRatings:
    def test_a_rating_is_proposed_with_the_next_day_of_each(self, make_study: MakeStudy) -> None:
        study = make_study()
        sitting = begin(study)
        answer(sitting, right=True)
        assert sitting.last is not None
        found = proposal(study, sitting.last)
        assert found is not None
        assert found.rating == 3
        assert found.is_new
        day = BEGUN.date()
        intervals = [(one.rating, (one.next_day - day).days) for one in found.options]
        assert intervals == [(1, 1), (2, 1), (3, 2), (4, 8)]
        sitting.rate(sitting.last, 4)
        changed = proposal(study, sitting.last)
        assert changed is not None
        assert (changed.rating, changed.chosen.next_day) == (4, day + timedelta(days=8))
        assert (changed.beside(1), changed.beside(-1)) == (None, 3)
        assert sitting.unsay(sitting.last)
        assert proposal(study, sitting.last) == found
        assert not sitting.unsay(sitting.last)

    def test_a_wrong_answer_stays_again(self, make_study: MakeStudy) -> None:
        study = make_study()
        sitting = begin(study)
        answer(sitting, right=False)
        assert sitting.last is not None
        found = proposal(study, sitting.last)
        assert found is not None
        assert [one.rating for one in found.options] == [found.rating] == [1]

    def test_an_answer_after_a_hint_is_hard(self, make_study: MakeStudy) -> None:
        study = make_study()
        sitting = begin(study)
        answer(sitting, right=True, hinted=True)
        assert sitting.last is not None
        found = proposal(study, sitting.last)
        assert found is not None
        assert found.rating == 2
        sitting.say_guessed(sitting.last)
        found = proposal(study, sitting.last)
        assert found is not None
        assert found.rating == 1

    def test_what_is_no_review_has_no_rating(self, make_study: MakeStudy) -> None:
        study = make_study()
        sitting = begin(study)
        answer(sitting, right=True)
        again = Sitting(study, study.sit([SECOND]))
        answer(again, right=False)
        assert again.last is not None
        assert proposal(study, again.last) is None  # the day has its review
        again = Sitting(study, study.sit([SECOND]))
        again.skip()
        assert again.last is not None
        assert proposal(study, again.last) is None

    def test_undo_restores_the_state_exactly(
        self, make_study: MakeStudy, clock: Clock, bank: Bank
    ) -> None:
        study = make_study()
        answer(begin(study), right=True)
        go_on(clock, 3)
        before = dict(study.history.memories)
        sitting = Sitting(study, study.sit([SECOND]))
        answer(sitting, right=True)
        assert sitting.last is not None
        sitting.rate(sitting.last, 4)
        assert study.history.memories != before
        sitting.undo()
        assert study.history.memories == before
        assert make_study().history.memories == before


class TestPlan:
    def test_what_is_set_is_in_the_log(self, make_study: MakeStudy, log: ReviewLog) -> None:
        then = date(2026, 12, 20)
        change_plan(make_study(), exam_date=then, minutes=12, retention=0.85)
        study = make_study()
        goal = plan_of(study).goal
        assert (goal.exam, goal.exam_date, goal.set_on) == ("exam-b", then, BEGUN.date())
        assert (goal.minutes, goal.retention) == (12, 0.85)
        assert plan_of(study).days_left == 27
        before = len(log.events())
        change_plan(study, exam_date=then)
        assert len(log.events()) == before
        change_plan(study, exam="exam-a")
        assert not plan_of(study).is_open_then
        change_plan(study, exam_date=None, exam=None)
        assert plan_of(study).goal.exam == "exam-a"
        assert plan_of(study).is_open_then

    def test_an_answer_records_the_card_of_its_question(
        self, make_study: MakeStudy, log: ReviewLog, bank: Bank
    ) -> None:
        """New answers record the card that their question named then."""
        answer(begin(make_study()), right=True)
        (event,) = (one for one in log.events() if isinstance(one, Answered))
        assert event.card == card_of(bank)
        assert event.verdict is Verdict.CORRECT
        assert set(History(log.events()).memories) == {card_of(bank)}
