"""The chance of passing over a real log: what is read of it, and what is told."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

import pytest

from study_app.store.disposable import derived
from study_app.store.ids import uuid7
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from study_app.usecases.journal import Unreadable, made_anew
from study_app.usecases.readiness import LATEST, Prospects, prospects_of, readiness_today
from study_app.usecases.study import Study
from tests.learning.readiness.samples import NOW, answers, readiness_of
from tests.shipped import shipped
from tests.studies import study_of


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ReviewLog]:
    with closing(ReviewLog(tmp_path / "progress.db", lambda: NOW, UTC)) as opened:
        yield opened


def study(log: ReviewLog, now: datetime = NOW, kept: Path | None = None) -> Study:
    derive = made_anew if kept is None else partial(derived, kept)
    return study_of(shipped(), log, lambda: now, new_id=uuid7, derive=derive)


def test_it_is_told_for_every_exam_whatever_its_dates(log: ReviewLog) -> None:
    log.add_rows(to_row(event) for event in answers([True, False, True] * 12))
    late = study(log, NOW + timedelta(days=400))
    found = prospects_of(late)
    assert set(found.of_exams) == {"dva-c02", "dva-c03"}
    for exam in found.of_exams:
        readiness = found.readiness(exam)
        assert readiness is not None
        assert readiness.answered == 36
        assert found.skills(exam)


def test_it_is_what_the_events_come_to(log: ReviewLog) -> None:
    events = answers([True, False, True, True] * 12)
    log.add_rows(to_row(event) for event in events)
    found = prospects_of(study(log))
    assert found.readiness("dva-c03") == readiness_of(events)
    assert prospects_of(study(log)).readiness() == found.readiness()
    assert found.readiness("no-exam") is None
    assert found.helps_most("no-exam") == ()


def test_what_was_said_then_is_what_the_log_said_by_then(log: ReviewLog) -> None:
    """The outcome of the real exam is shown beside what was predicted."""
    events = answers([True, False, True, True] * 12)
    log.add_rows(to_row(event) for event in events)
    then = events[30].at
    found = prospects_of(study(log))
    log_then = Prospects("dva-c03", iter(events[:30]), then, found.syllabus, found.blueprints)
    assert found.before(then, "dva-c03") == log_then.readiness()
    assert found.before(events[10].at) is None
    assert found.before(then, "no-exam") is None
    *_, (now, today) = found.earlier
    assert (now, today) == (found.now, found.readiness())


def test_the_share_of_each_domain_has_its_interval(log: ReviewLog) -> None:
    log.add_rows(to_row(event) for event in answers([True, False, True, True] * 12))
    found = prospects_of(study(log))
    whole = found.whole()
    readiness = found.readiness()
    assert whole is not None
    assert readiness is not None
    assert whole.expected == pytest.approx(readiness.expected, abs=0.01)
    assert len(found.domains()) == 4
    for one in (whole, *found.domains().values()):
        assert 0 < one.low <= one.expected <= one.high < 1
    assert found.domains("no-exam") == {}
    assert found.whole("no-exam") is None


def test_before_the_first_answer_there_is_none_and_no_file(log: ReviewLog) -> None:
    assert prospects_of(study(log)).readiness() is None
    assert not log.path.exists()


def test_the_latest_events_are_read_by_time(log: ReviewLog) -> None:
    """Two machines may have written: the order in the log is no order in time."""
    events = answers([True, False, True] * 10)
    Random(2).shuffle(events)
    log.add_rows(to_row(event) for event in events)
    read = log.latest_of(("answered",), 12)
    assert [event.at for event in read] == sorted((event.at for event in events), reverse=True)[:12]
    assert list(log.latest_of(("skipped",), 12)) == []
    assert LATEST > 3000 * 2


def test_a_log_that_cannot_be_read_says_why(log: ReviewLog) -> None:
    one = study(log)
    log.add_rows(to_row(event) for event in answers([True] * 20))
    log.close()
    log.path.write_bytes(b"no database at all" * 100)
    with pytest.raises(Unreadable, match=r"progress\.db"):
        one.latest_answers(LATEST)


def test_today_s_is_kept_for_an_hour_at_most(log: ReviewLog, tmp_path: Path) -> None:
    """What fades within an hour does not show; of a later hour it is made anew."""
    log.add_rows(to_row(event) for event in answers([True, False, True] * 12))
    kept = tmp_path / "derived"
    at_noon = NOW.replace(hour=12, minute=0)
    first = readiness_today(study(log, at_noon, kept))
    assert first == prospects_of(study(log, at_noon)).by_exam
    assert readiness_today(study(log, at_noon + timedelta(minutes=59), kept)) == first
    later = at_noon + timedelta(days=9)
    assert readiness_today(study(log, later, kept)) == prospects_of(study(log, later)).by_exam
    assert readiness_today(study(log, later, kept)) != first
