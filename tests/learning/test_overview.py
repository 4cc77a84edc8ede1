"""What the home screen says."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from random import Random

import pytest

from study_app.grading.verdict import Verdict
from study_app.learning.blueprint import Blueprint
from study_app.learning.days import study_day
from study_app.learning.events import Answered, Started
from study_app.learning.history import History
from study_app.learning.items import Topic
from study_app.learning.overview import ExamNotice, Overview, exam_notice, overview
from study_app.learning.responses import TypedText
from study_app.learning.selection import Progress, Proposal, Why
from study_app.learning.session import begin

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
DAY = NOW.date()
SEOUL = timezone(timedelta(hours=9))
_numbers = count(1)


def exam(code: str, first: date | None = None, last: date | None = None) -> Blueprint:
    return Blueprint(
        id=code.lower(),
        code=code,
        title=code,
        available_from=first,
        last_day=last,
        minutes=130,
        scored=50,
        unscored=15,
        domains=(),
        services=(),
        moved={},
    )


LAST, FIRST = date(2026, 11, 30), date(2026, 12, 1)
C02, C03 = exam("DVA-C02", last=LAST), exam("DVA-C03", first=FIRST)


def topic(name: str, size: int) -> Topic:
    questions = tuple(f"{name}/q{number}" for number in range(size))
    return Topic(id=name, title=name, services=(), card_ids=(), question_ids=questions)


def answered(item: str, verdict: Verdict, at: datetime) -> Answered:
    return Answered(
        id=f"a{next(_numbers):03}",
        at=at,
        day=study_day(at, UTC),
        session="s",
        item=item,
        item_hash="0" * 16,
        response=TypedText(""),
        verdict=verdict,
        score=0.0,
        elapsed_ms=1,
    )


@pytest.mark.parametrize(
    ("day", "notice"),
    [
        (date(2026, 11, 23), ExamNotice("DVA-C02", 7, "DVA-C03")),
        (date(2026, 11, 30), ExamNotice("DVA-C02", 0, "DVA-C03")),
        (date(2026, 12, 1), ExamNotice("DVA-C03", None, None)),
    ],
)
def test_the_exam_is_the_one_that_can_be_taken_today(day: date, notice: ExamNotice) -> None:
    """DVA-C02 to 30 November 2026, then DVA-C03."""
    assert exam_notice([C03, C02], day) == notice


def test_where_two_exams_can_be_taken_it_is_the_one_that_ends_first() -> None:
    ends, ends_later = exam("ENDS", last=LAST), exam("LATER", last=LAST + timedelta(days=9))
    notice = exam_notice([exam("STAYS"), ends_later, ends], LAST)
    assert notice == ExamNotice("ENDS", 0, None)


def test_the_successor_is_the_next_that_opens() -> None:
    later = exam("DVA-C04", first=FIRST + timedelta(days=900))
    assert exam_notice([later, C03, C02], LAST) == ExamNotice("DVA-C02", 0, "DVA-C03")


def test_between_two_exams_there_is_none() -> None:
    assert exam_notice([C02, exam("DVA-C03", first=date(2027, 1, 1))], FIRST) is None
    assert exam_notice([], FIRST) is None


def test_home_counts_the_study_day_of_the_learner() -> None:
    """The day that is stored with an answer counts; today begins at 04:00 where the learner is."""
    history = History(
        [
            answered("a/q0", Verdict.CORRECT, NOW - timedelta(days=1)),
            answered("a/q0", Verdict.WRONG, NOW - timedelta(hours=6)),
            answered("a/q1", Verdict.CORRECT, NOW),
            answered("a/q1", Verdict.CLOSE, NOW),
            answered("a/q1", Verdict.CLOSE, NOW),
        ]
    )
    topics = [topic("a", 3), topic("b", 2)]
    started = Started(id="i", at=NOW, day=DAY, session="s", seed=1, items=("a/q0",), retries=0)

    def home(zone: timezone, now: datetime = NOW) -> Overview:
        return overview(
            topics,
            [C02, C03],
            history,
            unfinished=[begin(started)],
            chance=Random(1),
            now=now,
            zone=zone,
        )

    utc, late, seoul = home(UTC), home(UTC, NOW + timedelta(hours=7, minutes=59)), home(SEOUL)
    for found in (utc, late, seoul):
        assert found.topics == {"a": Progress(3, 2, 2), "b": Progress(2, 0, 0)}
        assert found.unfinished == [begin(started)]
        assert isinstance(found.proposal, Proposal)
        assert (found.proposal.topic, found.proposal.why) == ("a", Why.MISSED)
        assert found.proposal.items == ("a/q0", "a/q1", "a/q2"), "missed ones before new ones"
        assert (found.missed, found.flagged) == (2, 0)
        assert found.streak == 2
    for found in (utc, late):
        assert found.today == {Verdict.CORRECT: 1, Verdict.CLOSE: 2, Verdict.WRONG: 1}
        assert found.days[-1] == 4
    assert seoul.today == dict.fromkeys(Verdict, 0)
    assert utc.exam == ExamNotice("DVA-C02", 7, "DVA-C03")
    assert seoul.exam == ExamNotice("DVA-C02", 6, "DVA-C03")
