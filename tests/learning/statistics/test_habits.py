"""When the learner studies, what comes due, what is retained, how long a question takes."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from statistics import median

from fsrs import Scheduler
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.history.history import History
from study_app.learning.log.events import SessionMode, StudyEvent, Subject, Suspended, Undone
from study_app.learning.material.items import QuestionKind
from study_app.learning.scheduling.memory import ReviewCount
from study_app.learning.statistics.habits import (
    BINS,
    coming_due,
    retention,
    study_days,
    times,
    weeks_before,
)
from tests.learning.plan.samples import TODAY, syllabus, today_with
from tests.learning.scheduling.logs import CARD_OF, START, answer, logs, naive

OF = syllabus()
QUESTIONS = list(OF.questions)


def at(day: date, second: int = 0) -> datetime:
    return START.replace(year=day.year, month=day.month, day=day.day) + timedelta(seconds=second)


def reviews(*rated: tuple[int, Verdict]) -> list[StudyEvent]:
    """Answers to one question, each so many days after the first, in sessions of their own."""
    return [
        answer(number, "t/a", START + timedelta(days=days), session=f"s{number}", verdict=verdict)
        for number, (days, verdict) in enumerate(rated)
    ]


def retained(events: Sequence[StudyEvent]) -> tuple[ReviewCount, ReviewCount]:
    found = retention(History(events, card_of=CARD_OF).memories.values())
    assert found.all.reviews == found.mature.reviews + found.young.reviews
    return found.mature, found.young


@given(logs())
def test_true_retention_counts_the_first_review_a_day(events: list[StudyEvent]) -> None:
    """Anki's definition: the first review a day of cards with an interval of at least 21 days, and
    of younger ones apart. The first time that a card is seen is no review of it.
    """
    mature, young = retained(events)
    expected = naive(events, CARD_OF)
    assert mature.reviews + young.reviews == sum(one.reviews - 1 for one in expected.values())
    lapses = mature.reviews - mature.passed + young.reviews - young.passed
    assert lapses == sum(one.lapses for one in expected.values())


def test_a_card_is_mature_from_an_interval_of_21_days_on() -> None:
    right, wrong = Verdict.CORRECT, Verdict.WRONG
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    # Good on day 0 gives 2 days, on day 2 then 11, on day 13 then 46: the last review is mature.
    assert scheduler.desired_retention == 0.9
    events = reviews((0, right), (2, right), (13, right), (59, wrong))
    assert retained(events) == (ReviewCount(1, 0), ReviewCount(2, 2))
    # What counts is the interval that was given, and not the days that passed.
    assert retained(reviews((0, right), (60, right))) == (ReviewCount(), ReviewCount(1, 1))
    # Again on the same day is practice.
    assert retained([*events, *reviews((59, right))]) == (ReviewCount(1, 0), ReviewCount(2, 2))


@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from(QUESTIONS)), max_size=30))
def test_every_begun_card_is_due_on_one_day(asked: list[tuple[int, str]]) -> None:
    """Due forecast by day: what is overdue is due today, a suspended card on no day."""
    events: list[StudyEvent] = [
        answer(
            number,
            question,
            at(TODAY - timedelta(days=ago), number),
            session=f"s{number}",
            card=OF.card_of[question],
        )
        for number, (ago, question) in enumerate(asked)
    ]
    now = today_with(events)
    whole = coming_due(now.begun.values(), now.day, 400)
    assert sum(whole) == len(now.begun)
    assert whole[0] == len(now.due)
    assert coming_due(now.begun.values(), now.day, 7) == whole[:7]
    if asked:
        card = OF.card_of[asked[0][1]]
        on_hold = Suspended(
            id="z", at=at(TODAY), day=TODAY, session="", item=card, subject=Subject.CARD, on=True
        )
        then = today_with([*events, on_hold])
        assert sum(coming_due(then.begun.values(), then.day, 400)) == len(now.begun) - 1


@given(st.sets(st.integers(0, 60)))
def test_days_are_counted_from_a_monday_on(ago: set[int]) -> None:
    """Heatmap of study days: every day has the standing answers of its study day."""
    events: list[StudyEvent] = [
        answer(number, QUESTIONS[0], at(TODAY - timedelta(days=days)), session=f"s{number}")
        for number, days in enumerate(sorted(ago))
    ]
    now = today_with(events)
    first = weeks_before(TODAY, 4)
    assert first.weekday() == 0
    found = study_days(now, first)
    assert len(found.answers) == (TODAY - first).days + 1
    assert found.studied == sum(TODAY - timedelta(days=one) >= first for one in ago)
    assert sum(found.answers) == found.studied
    assert found.studied >= found.longest >= min(found.streak, found.studied)


asks = st.lists(
    st.tuples(st.sampled_from(QUESTIONS), st.integers(0, 400_000), st.booleans()), max_size=25
)


@given(asks)
def test_a_median_is_that_of_the_standing_quiz_answers(
    asked: list[tuple[str, int, bool]],
) -> None:
    """Time a question (median, by kind and domain): of standing quiz answers, in seconds."""
    answers = [
        answer(number, item, at(TODAY, number), session=f"s{number}", elapsed_ms=elapsed)
        for number, (item, elapsed, _) in enumerate(asked)
    ]
    events: list[StudyEvent] = [
        *answers,
        *(
            Undone(
                id=f"u{one.id}", at=one.at, day=one.day, session="", target=one.id, item=one.item
            )
            for one, (_, _, taken_back) in zip(answers, asked, strict=True)
            if taken_back
        ),
        answer(99, QUESTIONS[0], at(TODAY), session="lab", mode=SessionMode.LAB, elapsed_ms=10**6),
    ]
    now = today_with(events)
    standing = [(item, elapsed) for item, elapsed, taken_back in asked if not taken_back]
    found = times(now)
    assert sum(found.bins) == len(standing)
    assert found.median == (median(ms // 100 for _, ms in standing) / 10 if standing else None)
    for kind in (QuestionKind.TYPED, QuestionKind.CHOICE):
        whole = [ms // 1000 for item, ms in standing if OF.questions[item].kind is kind]
        assert found.by_kind.get(kind) == (median(whole) if whole else None)
    for domain in ("1", "2"):
        whole = [
            ms // 1000
            for item, ms in standing
            if any(skill.startswith(domain) for skill in OF.questions[item].skills.get("old", ()))
        ]
        assert found.by_domain.get(domain) == (median(whole) if whole else None)


def test_a_bin_has_fifteen_seconds_and_the_last_one_the_rest() -> None:
    seconds = (0, 14.9, 15, 119.9, 120, 149.9, 150, 3600)
    events = [
        answer(number, QUESTIONS[0], at(TODAY), session=f"s{number}", elapsed_ms=int(one * 1000))
        for number, one in enumerate(seconds)
    ]
    bins = times(today_with(events)).bins
    assert bins == (2, 1, 0, 0, 0, 0, 0, 1, 1, 1, 2)
    assert len(bins) == BINS
