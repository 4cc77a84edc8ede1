"""What home offers, over a real SQLite."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from study_app.bank.bank import Bank
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.choosing.selection import SESSION_LENGTH
from study_app.learning.log.events import Answered
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.usecases.home import Offer, begin, home
from study_app.usecases.plan import change_plan, plan_of
from study_app.usecases.review import begin_more, begin_weakest
from study_app.usecases.sitting import Sitting
from tests.shipped import shipped
from tests.studies import study_of

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return shipped()


class Learner:
    """A study whose clock a test sets."""

    def __init__(self, bank: Bank, log: ReviewLog) -> None:
        self.now = NOW
        self.study = study_of(bank, log, lambda: self.now)

    def answered(self, items: list[str], days: int, verdict: Verdict = Verdict.CORRECT) -> None:
        """Answers of version 0.1, which named no card, over the last `days`."""
        for number, item in enumerate(items):
            at = NOW - timedelta(days=1 + number % days, minutes=len(items) - number)
            self.study.record(
                Answered(
                    id=f"old-{verdict}-{number:05}",
                    at=at,
                    day=at.date(),
                    session=f"old-{number // 10}",
                    item=item,
                    item_hash="",
                    response=Picked(()),
                    verdict=verdict,
                    score=1.0,
                    elapsed_ms=30_000,
                )
            )


@pytest.fixture
def learner(bank: Bank) -> Iterator[Learner]:
    with closing(ReviewLog(MEMORY, lambda: NOW)) as log:
        yield Learner(bank, log)


def test_a_newcomer_is_asked_ten_questions_over_all_domains(learner: Learner, bank: Bank) -> None:
    """First run: ten questions over all domains that show where one stands."""
    found = home(learner.study)
    assert (found.offer, found.unfinished) == (Offer.FIRST_LOOK, None)
    session = begin(learner.study, found)
    assert session is not None
    skills = [bank.questions[item].skills["dva-c02"] for item in session.started.items]
    assert len(skills) == 10
    assert {skill.partition(".")[0] for one in skills for skill in one} == {"1", "2", "3", "4"}


def test_who_answered_hundreds_of_questions_meets_a_plan_that_spreads_them(
    learner: Learner, bank: Bank
) -> None:
    """Someone who comes from version 0.1 with hundreds of answers meets no wall."""
    learner.answered(list(bank.questions)[:400], days=40)
    found = home(learner.study)
    today = found.plan.today
    assert found.offer is Offer.TODAY
    assert found.plan.due > today.left > 0
    assert today.minutes <= found.plan.goal.minutes
    assert today.reviews_waiting == found.plan.due - len(today.reviews) > 0
    session = begin(learner.study, found)
    assert session is not None
    assert len(session.started.items) == today.left


def test_where_nothing_is_left_ten_new_cards_are_offered(learner: Learner, bank: Bank) -> None:
    """None due: 0, "next 19 tomorrow", Enter = 10 new."""
    (first, *_) = bank.questions
    learner.answered([first], days=1)
    change_plan(learner.study, exam_date=NOW.date())  # on the day of the exam nothing is new
    found = home(learner.study)
    assert (found.offer, found.plan.today.left) == (Offer.MORE, 0)
    assert found.plan.next_due is not None
    then, due = found.plan.next_due
    assert (then > NOW.date(), due) == (True, 1)
    assert list(found.plan.coming((then - NOW.date()).days + 1))[-1] == 1
    session = begin(learner.study, found)
    assert session is not None
    assert len(session.started.items) == SESSION_LENGTH
    begun = found.plan.situation.begun
    assert not {learner.study.syllabus.card_of[item] for item in session.started.items} & {*begun}


def test_once_every_card_was_begun_more_is_what_was_asked_longest_ago(
    learner: Learner, bank: Bank
) -> None:
    learner.answered(list(bank.questions), days=1)
    plan = plan_of(learner.study)
    assert not plan.situation.new
    session = begin_more(learner.study, plan)
    assert session is not None
    assert len(session.started.items) == SESSION_LENGTH


def test_a_session_that_was_left_comes_first(learner: Learner, bank: Bank) -> None:
    """Session open: the hero resumes it, n = reviews first, this one waits."""
    sitting = Sitting(learner.study, learner.study.sit(list(bank.questions)[:3]))
    sitting.skip()
    found = home(learner.study)
    assert found.unfinished == sitting.session
    session = begin(learner.study, found)
    assert session is not None
    assert session.started != sitting.session.started


@pytest.mark.parametrize(
    ("day", "chosen", "code"),
    [
        (date(2026, 11, 30), None, "DVA-C02"),
        (date(2026, 12, 1), None, "DVA-C03"),
        (date(2026, 12, 1), "dva-c02", "DVA-C02"),
    ],
)
def test_from_december_everything_speaks_of_the_new_exam(
    learner: Learner, day: date, chosen: str | None, code: str
) -> None:
    """From 1 December 2026 everything speaks of DVA-C03 unless the learner chose otherwise."""
    learner.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
    if chosen is not None:
        change_plan(learner.study, exam=chosen)
    plan = home(learner.study).plan
    assert plan.exam is not None
    assert plan.exam.code == code


def test_the_weakest_skill_is_practiced(learner: Learner, bank: Bank) -> None:
    assert begin_weakest(learner.study, plan_of(learner.study)) is None
    skill = "2.1.6"
    there = [key for key, one in bank.questions.items() if skill in one.skills.get("dva-c02", ())]
    elsewhere = [key for key in bank.questions if key not in there]
    learner.answered(there[:4], days=3, verdict=Verdict.WRONG)
    learner.answered(elsewhere[:40], days=3)
    plan = plan_of(learner.study)
    weak = plan.weakest
    assert weak[0].share == 0
    assert [one.share for one in weak] == sorted(one.share for one in weak)
    assert all(one.answered >= 3 and one.share < 1 for one in weak)
    session = begin_weakest(learner.study, plan)
    assert session is not None
    assert all(
        weak[0].skill in bank.questions[item].skills["dva-c02"] for item in session.started.items
    )


def test_the_first_look_shows_where_one_stands_in_each_domain(learner: Learner) -> None:
    """First run: ten questions over all domains that show where one stands, then the plan."""
    session = begin(learner.study, home(learner.study))
    assert session is not None
    sitting = Sitting(learner.study, session)
    assert sitting.by_domain() == []
    while sitting.show() is not None:
        sitting.skip()
    exam = learner.study.bank.blueprints[learner.study.goal.exam]
    found = sitting.by_domain()
    assert [name for name, _, _ in found] == [domain.name for domain in exam.domains]
    assert {right for _, right, _ in found} == {0}
    assert sum(of for _, _, of in found) >= 10
