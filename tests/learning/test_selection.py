"""Which questions come next."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.events import Answered
from study_app.learning.history import History
from study_app.learning.items import Topic
from study_app.learning.responses import TypedText
from study_app.learning.selection import (
    SESSION_LENGTH,
    Progress,
    Proposal,
    Why,
    progress,
    propose,
    select,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = NOW.date()


def topic(name: str, size: int) -> Topic:
    questions = tuple(f"{name}/q{number}" for number in range(size))
    return Topic(id=name, title=name, services=(), card_ids=(), question_ids=questions)


def answered(item: str, verdict: Verdict, minute: int) -> Answered:
    return Answered(
        id=f"{item}@{minute}",
        at=NOW + timedelta(minutes=minute),
        day=DAY,
        session="s",
        item=item,
        item_hash="0" * 16,
        response=TypedText(""),
        verdict=verdict,
        score=0.0,
        elapsed_ms=1,
    )


def history(*answers: tuple[str, Verdict]) -> History:
    """Answers in this order, a minute apart."""
    return History(answered(*answer, minute) for minute, answer in enumerate(answers))


TEN = topic("t", 10).question_ids
outcomes = st.lists(st.tuples(st.sampled_from(TEN), st.sampled_from(Verdict)), max_size=30)
seeds = st.integers(0, 2**32)


@given(outcomes, seeds, st.integers(0, 12))
def test_unseen_come_first_then_missed_then_the_longest_unasked(
    answers: list[tuple[str, Verdict]], seed: int, count: int
) -> None:
    """Unseen first, then missed, then the longest unasked."""
    log = history(*answers)
    chosen = select(TEN, count, Random(seed), log)
    latest = dict(answers)
    unseen = set(TEN) - set(latest)
    missed = {item for item, verdict in latest.items() if verdict is not Verdict.CORRECT}
    asked_last = list(dict.fromkeys(item for item, _ in reversed(answers)))
    oldest = [item for item in reversed(asked_last) if item not in missed]
    assert len(chosen) == len(set(chosen)) == min(count, len(TEN))
    assert set(chosen[: len(unseen)]) <= unseen
    assert set(chosen[len(unseen) : len(unseen) + len(missed)]) <= missed
    rest = list(chosen[len(unseen) + len(missed) :])
    assert rest == oldest[: len(rest)]


@given(outcomes, seeds)
def test_without_a_history_a_seed_always_leads_to_the_same_questions(
    answers: list[tuple[str, Verdict]], seed: int
) -> None:
    """Without a history chance alone decides."""
    assert select(TEN, 5, Random(seed), None) == select(TEN, 5, Random(seed), None)
    everything = set(TEN)
    assert set(select(TEN, len(TEN), Random(seed), None)) == everything


def test_chance_decides_within_a_group() -> None:
    """Unseen and missed questions are mixed, each can come first."""
    missed = history(*((one, Verdict.WRONG) for one in TEN))
    for log in (History(), missed, None):
        first = {select(TEN, 1, Random(seed), log)[0] for seed in range(200)}
        assert first == set(TEN)


def test_a_close_answer_is_a_miss() -> None:
    log = history(("t/q0", Verdict.CORRECT), ("t/q1", Verdict.CLOSE), ("t/q2", Verdict.CORRECT))
    assert select(TEN[:3], 3, Random(1), log) == ("t/q1", "t/q0", "t/q2")


def test_progress_counts_latest_answers() -> None:
    log = history(
        ("t/q0", Verdict.WRONG),
        ("t/q0", Verdict.CORRECT),
        ("t/q1", Verdict.CORRECT),
        ("t/q1", Verdict.CLOSE),
        ("t/q2", Verdict.WRONG),
    )
    assert progress(TEN, log) == Progress(total=10, answered=3, missed=2)


def right(*topics: Topic) -> list[tuple[str, Verdict]]:
    return [(one, Verdict.CORRECT) for each in topics for one in each.question_ids]


def proposed(topics: Sequence[Topic], *answers: tuple[str, Verdict], seed: int = 1) -> Proposal:
    found = propose(topics, history(*answers), Random(seed))
    assert found is not None
    return found


FIRST, SECOND, THIRD = topic("first", 12), topic("second", 3), topic("third", 2)


def test_the_first_topic_comes_first() -> None:
    found = proposed([FIRST, SECOND])
    assert (found.topic, found.why) == ("first", Why.UNSEEN)
    assert len(found.items) == SESSION_LENGTH
    assert all(item.startswith("first/") for item in found.items)


def test_a_topic_that_was_begun_goes_before_the_next_new_one() -> None:
    found = proposed([FIRST, SECOND, THIRD], ("second/q1", Verdict.WRONG))
    assert (found.topic, found.why) == ("second", Why.MISSED)
    assert found.items[0] == "second/q1", "missed ones first"
    assert (len(found.items), found.missed, found.new) == (3, 1, "second")


def test_missed_items_come_back_before_new_topics() -> None:
    """Missed first; what is left of the session is new and of the topic at hand."""
    answers = [*right(SECOND), ("second/q2", Verdict.CLOSE), ("second/q0", Verdict.WRONG)]
    found = proposed([SECOND, FIRST], *answers)
    assert (found.topic, found.why, found.missed) == (None, Why.MISSED, 2)
    assert found.items[:2] == ("second/q2", "second/q0"), "the longest unasked first"
    assert len(found.items) == SESSION_LENGTH
    assert {item.partition("/")[0] for item in found.items[2:]} == {"first"}
    assert found.new == "first"


def test_after_a_complete_topic_comes_the_next_new_one() -> None:
    found = proposed([SECOND, THIRD], *right(SECOND))
    assert (found.topic, found.why) == ("third", Why.UNSEEN)


def test_once_everything_was_seen_come_the_missed_of_any_topic() -> None:
    answers = [*right(SECOND, THIRD), ("third/q0", Verdict.WRONG), ("second/q2", Verdict.CLOSE)]
    found = proposed([SECOND, THIRD], *answers)
    assert (found.topic, found.why) == (None, Why.MISSED)
    assert set(found.items) == {"third/q0", "second/q2"}


def test_once_everything_was_right_come_the_longest_unasked() -> None:
    found = proposed([SECOND, THIRD], *right(THIRD, SECOND))
    assert (found.topic, found.why) == (None, Why.OLDEST)
    assert found.items == ("third/q0", "third/q1", "second/q0", "second/q1", "second/q2")


def test_a_session_of_missed_items_is_no_longer_than_any_other() -> None:
    answers = [(one, Verdict.WRONG) for one in FIRST.question_ids]
    assert len(proposed([FIRST], *answers).items) == SESSION_LENGTH


def test_without_a_question_nothing_is_proposed() -> None:
    assert propose([], History(), Random(1)) is None
    assert propose([topic("empty", 0)], History(), Random(1)) is None


def test_a_topic_without_questions_does_not_stand_in_the_way() -> None:
    assert proposed([topic("empty", 0), THIRD]).topic == "third"


def test_what_may_not_be_mixed_is_proposed_with_its_topic_alone() -> None:
    topics = [topic("t", 2)]
    assert propose(topics, History(), Random(1), lambda _: False) is not None
    seen = history(("t/q0", Verdict.WRONG), ("t/q1", Verdict.WRONG))
    found = propose(topics, seen, Random(1), lambda question: question == "t/q1")
    assert found is not None
    assert found.items == ("t/q1",)
    assert propose(topics, seen, Random(1), lambda _: False) is None
