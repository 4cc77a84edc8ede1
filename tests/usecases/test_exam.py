"""The use cases of a mock exam over a real SQLite, with a clock that a test can turn."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from study_app.bank.bank import Bank
from study_app.learning.exam.attempt import Attempt
from study_app.learning.exam.shape import shape_of
from study_app.learning.history.state import from_value, to_value
from study_app.learning.log.events import (
    Answered,
    Chosen,
    ExamStarted,
    Finished,
    SessionMode,
    Skipped,
    Subject,
    Submitted,
    Suspended,
)
from study_app.learning.material.items import Choice, Choices
from study_app.store.log import ReviewLog
from study_app.usecases.exam.attempts import (
    begin_exam,
    draw_exam,
    review_of,
    submitted_exams,
)
from study_app.usecases.exam.offer import ExamOffer, Length
from study_app.usecases.exam.outcome import exam_to_tell, record_outcome, was_not_taken
from study_app.usecases.exam.paused import open_exam
from study_app.usecases.exam.sitting import ExamSitting
from study_app.usecases.plan import change_plan, plan_of
from study_app.usecases.study import Study
from tests.shipped import shipped

BEGUN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


class Clock:
    """Stands until it is turned."""

    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(scope="module")
def bank() -> Bank:
    return shipped()


@pytest.fixture
def clock() -> Clock:
    return Clock()


MakeStudy = Callable[..., Study]


@pytest.fixture
def study(make_study: MakeStudy) -> Study:
    return make_study()


def begun(study: Study, questions: int = 4, minutes: int | None = None, seed: int = 1) -> Attempt:
    blueprint = study.bank.blueprints["dva-c03"]
    shape = shape_of(blueprint, questions=questions, minutes=minutes)
    return begin_exam(study, shape, draw_exam(study, shape, seed), seed)


def opened(study: Study, clock: Clock, minutes: int) -> ExamSitting:
    """An exam whose clock runs from this moment on."""
    sitting = ExamSitting(study, begun(study, minutes=minutes))
    clock.now += SECOND
    sitting.go_on()
    return sitting


def keys_of(sitting: ExamSitting, item: str, *, right: bool) -> tuple[str, ...]:
    """A complete choice."""
    form = sitting.question(item).form
    assert isinstance(form, Choice | Choices)
    correct = tuple(key for key, one in form.options.items() if one.correct)
    others = tuple(key for key, one in form.options.items() if not one.correct)
    return correct if right else (*others, *correct)[: len(correct)]


def test_the_clock_warns_and_at_zero_the_exam_submits_itself(
    study: Study, clock: Clock, log: ReviewLog
) -> None:
    """Warnings at 30, 10 and 5 minutes; at zero it submits itself, stamped with that instant; the
    answers count as first attempts at that instant, and blanks are no review.
    """
    sitting = opened(study, clock, minutes=40)
    first, zero = sitting.current, clock.now + 40 * MINUTE
    warned = {}
    clock.now += 30 * SECOND
    sitting.choose(first, keys_of(sitting, first, right=True))
    while not sitting.is_over:
        clock.now += 7 * SECOND
        for warning in sitting.tick():
            warned[warning] = sitting.left
    assert list(warned) == [30 * MINUTE, 10 * MINUTE, 5 * MINUTE]
    assert all(timedelta(0) <= warning - left < 7 * SECOND for warning, left in warned.items())
    *_, answer, submitted = log.events()
    assert isinstance(submitted, Submitted)
    assert isinstance(answer, Answered)
    assert submitted.timed_out
    assert answer.at == submitted.at == zero
    assert answer.mode is SessionMode.EXAM
    assert sum(isinstance(one, Answered) for one in log.events()) == 1
    result = sitting.result()
    assert (result.whole.right, result.whole.of) == (1, 4)
    assert result.used == result.limit == 40 * MINUTE
    assert study.history.record(first) is not None
    assert list(study.history.memories) == [sitting.question(first).card]


def test_after_zero_a_key_that_comes_before_the_tick_changes_nothing(
    study: Study, clock: Clock, log: ReviewLog
) -> None:
    sitting = opened(study, clock, minutes=1)
    clock.now += 60 * SECOND
    sitting.choose(sitting.current, keys_of(sitting, sitting.current, right=True))
    assert sitting.is_over
    assert not any(isinstance(one, Chosen | Answered) for one in log.events())
    assert sitting.result().timed_out


def test_a_clock_that_is_set_back_gives_no_time_and_takes_none(study: Study, clock: Clock) -> None:
    sitting = opened(study, clock, minutes=10)
    clock.now += 20 * SECOND
    sitting.tick()
    sitting.choose(sitting.current, keys_of(sitting, sitting.current, right=True))
    clock.now -= timedelta(hours=2)
    assert not sitting.tick()
    assert sitting.left == 10 * MINUTE - 20 * SECOND
    sitting.show(sitting.items[1])
    assert 10 * MINUTE - 21 * SECOND < sitting.left <= 10 * MINUTE - 20 * SECOND


def test_a_computer_that_slept_takes_no_time(study: Study, clock: Clock) -> None:
    sitting = opened(study, clock, minutes=10)
    for _ in range(5):
        clock.now += SECOND
        sitting.tick()
    clock.now += timedelta(hours=8)
    sitting.tick()
    assert not sitting.is_over
    assert timedelta(0) <= sitting.attempt.clock.elapsed - 5 * SECOND < SECOND
    assert sitting.attempt.clock.stops == 1
    clock.now += 30 * SECOND
    assert sitting.left == 10 * MINUTE - sitting.attempt.clock.elapsed - 30 * SECOND


def test_at_every_event_it_can_be_resumed_by_another_program(
    make_study: MakeStudy, clock: Clock
) -> None:
    """kill -9 at any event loses nothing: what the log gives is what was on screen."""
    sitting = ExamSitting(make_study(), begun(make_study()))
    first, second, *_ = sitting.items
    option = keys_of(sitting, first, right=True)
    done: list[Callable[[], object]] = [
        sitting.go_on,
        lambda: sitting.choose(first, option),
        lambda: sitting.strike(first, keys_of(sitting, first, right=False)),
        lambda: sitting.flag(first),
        lambda: sitting.note(first, "why?"),
        lambda: sitting.show(second),
        lambda: sitting.choose(second, keys_of(sitting, second, right=False)),
        lambda: sitting.choose(second, ()),
        sitting.pause,
        sitting.go_on,
        lambda: sitting.flag(first),
    ]
    for do in done:
        clock.now += 11 * SECOND
        do()
        assert open_exam(make_study()) == sitting.attempt
    later = ExamSitting(make_study(), sitting.attempt)
    clock.now += timedelta(days=1)
    later.go_on()
    assert later.attempt.clock.elapsed == sitting.attempt.clock.elapsed
    assert later.attempt.clock.stops == sitting.attempt.clock.stops + 1
    later.submit()
    assert open_exam(make_study()) is None
    assert [one.result.whole.right for one in submitted_exams(make_study())] == [1]


def test_a_second_exam_gives_the_first_one_up_and_deletes_nothing(
    study: Study, log: ReviewLog
) -> None:
    first = begun(study)
    ExamSitting(study, first).go_on()
    before = log.events()
    second = begun(study, seed=2)
    assert log.events()[: len(before)] == before
    given_up, started = log.events()[len(before) :]
    assert isinstance(given_up, Finished)
    assert isinstance(started, ExamStarted)
    assert given_up.session == first.started.session
    assert open_exam(study) == second
    assert submitted_exams(study) == []


def test_what_the_last_two_exams_showed_does_not_come_back(study: Study, clock: Clock) -> None:
    shown: list[set[str]] = []
    for seed in range(3):
        sitting = ExamSitting(study, begun(study, questions=20, seed=seed))
        for item in sitting.items:
            sitting.show(item)
        sitting.submit()
        clock.now += timedelta(days=1)
        assert not set(sitting.items) & {item for items in shown[-2:] for item in items}
        shown.append(set(sitting.items))


def test_a_fixed_seed_ignores_the_history_and_a_suspension_does_not(
    make_study: MakeStudy,
) -> None:
    study = make_study(seed=5)
    shape = shape_of(study.bank.blueprints["dva-c03"], questions=20)
    before = draw_exam(study, shape, 5)
    dropped = before.items[0]
    study.record(Suspended(**study.outside(), item=dropped, subject=Subject.QUESTION, on=True))
    assert draw_exam(make_study(seed=5), shape, 5) == before
    for seed in range(30):
        assert dropped not in draw_exam(make_study(), shape, seed).items


def test_an_answer_that_is_not_complete_stays_open(study: Study) -> None:
    sitting = ExamSitting(study, begun(study, questions=65))
    item = next(one for one in sitting.items if isinstance(sitting.question(one).form, Choices))
    sitting.show(item)
    keys = keys_of(sitting, item, right=True)
    sitting.choose(item, keys[:1])
    assert not sitting.is_answered(item)
    assert item in sitting.left_open
    sitting.choose(item, keys)
    assert sitting.is_answered(item)
    sitting.submit()
    assert list(sitting.attempt.answers) == [item]


def test_misses_are_in_todays_plan_and_blanks_in_the_review(study: Study) -> None:
    sitting = ExamSitting(study, begun(study))
    missed, right, *blank = sitting.items
    sitting.show(missed)
    sitting.choose(missed, keys_of(sitting, missed, right=False))
    sitting.choose(right, keys_of(sitting, right, right=True))
    sitting.submit()
    assert plan_of(study).today.misses == (missed,)
    given = review_of(study, sitting.attempt).session.given
    assert [one.ask.item for one in given] == [missed, right, *blank]
    assert [isinstance(one.event, Skipped) for one in given] == [False, False, True, True]


def test_after_the_exam_date_it_asks_once_how_it_went(study: Study, clock: Clock) -> None:
    """The outcome of the real exam can be noted once its date has passed; the last word stands."""
    then = date(2026, 12, 5)
    change_plan(study, exam_date=then)
    clock.now = datetime(2026, 12, 5, 20, 0, tzinfo=UTC)
    assert exam_to_tell(study) is None
    clock.now += timedelta(days=1)
    assert exam_to_tell(study) == then
    record_outcome(study, then, passed=False, score=None)
    assert exam_to_tell(study) is None
    record_outcome(study, then, passed=True, score=801)
    (found,) = study.history.exams.outcomes.values()
    assert (found.exam, found.taken_on, found.passed, found.score) == ("dva-c03", then, True, 801)
    assert from_value(json.loads(json.dumps(to_value(study.history.state)))).outcomes == {
        "dva-c03 2026-12-05": found
    }


def test_an_exam_that_was_not_taken_is_forgotten(study: Study, clock: Clock) -> None:
    change_plan(study, exam_date=date(2026, 12, 5))
    clock.now += timedelta(days=30)
    was_not_taken(study)
    assert exam_to_tell(study) is None
    assert study.goal.exam_date is None


def test_a_length_that_was_asked_for_is_offered_once(make_study: MakeStudy) -> None:
    study = make_study()
    whole = shape_of(study.bank.blueprints["dva-c03"])
    three = [Length.WHOLE, Length.SHORT, Length.DOMAIN]
    assert list(ExamOffer(study, whole).lengths) == three
    own = ExamOffer(study, shape_of(study.bank.blueprints["dva-c03"], questions=5))
    assert (list(own.lengths), own.length) == ([*three, Length.OWN], Length.OWN)
