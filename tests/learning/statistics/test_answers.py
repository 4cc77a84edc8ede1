"""The figures of `dva stats`, counted from the log."""

from dataclasses import astuple
from datetime import UTC, date, datetime
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import TypedText
from study_app.learning.history.history import History
from study_app.learning.log.events import (
    Answered,
    Flagged,
    Overruled,
    Skipped,
    StudyEvent,
    Undone,
)
from study_app.learning.log.tally import Tally
from study_app.learning.material.items import Question, Typed
from study_app.learning.statistics.answers import statistics

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = NOW.date()
_numbers = count(1)


def question(item: str, **skills: tuple[str, ...]) -> Question:
    return Question(
        id=item,
        skills={blueprint.replace("_", "-"): ids for blueprint, ids in skills.items()},
        source="https://docs.aws.amazon.com/q.html",
        checked=date(2026, 11, 23),
        prompt="Which one?",
        form=Typed(Answer(AnswerKind.TEXT, ("binpack",)), "why"),
        difficulty=1,
    )


QUESTIONS = {
    one.id: one
    for one in (
        question("ecs/a", exam_a=("1.1.1", "1.2.1", "3.1.1"), exam_b=("2.1.1",)),
        question("ecs/b", exam_a=("1.1.2",)),
        question("ecr/c"),
    )
}
ITEMS = (*QUESTIONS, "ecr/lost", "gone/lost")


def answered(item: str, verdict: Verdict) -> Answered:
    return Answered(
        id=f"a{next(_numbers)}",
        at=NOW,
        day=DAY,
        session="s",
        item=item,
        item_hash="0" * 16,
        response=TypedText(""),
        verdict=verdict,
        score=0.0,
        elapsed_ms=1,
    )


def about(event: Answered) -> dict[str, object]:
    return {"id": f"n{next(_numbers)}", "at": NOW, "day": DAY, "session": "s", "item": event.item}


logs = st.lists(st.builds(answered, st.sampled_from(ITEMS), st.sampled_from(Verdict)), max_size=20)


@given(logs, st.data())
def test_every_standing_answer_counts_once_in_the_total_and_in_its_topic(
    answers: list[Answered], data: st.DataObject
) -> None:
    """Counted from the log, so that a script can tell that nothing was lost."""
    taken = data.draw(st.sets(st.sampled_from(answers))) if answers else set()
    undone = [Undone(**about(one), target=one.id) for one in taken]  # type: ignore[arg-type]
    found = statistics(History([*answers, *undone]), QUESTIONS)
    standing = [one for one in answers if one not in taken]
    assert found.undone == len(taken)
    assert found.total.answers == len(standing)
    for tally in (found.total, *found.by_topic.values()):
        assert tally.answers == tally.correct + tally.close + tally.wrong
    for field, verdict in (("correct", Verdict.CORRECT), ("close", Verdict.CLOSE)):
        assert getattr(found.total, field) == sum(one.verdict is verdict for one in standing)
    summed = [sum(column) for column in zip(*map(astuple, found.by_topic.values()), strict=True)]
    assert summed == (list(astuple(found.total)) if standing else [])
    assert list(found.by_topic) == sorted({one.item.partition("/")[0] for one in standing})


def test_an_answer_counts_once_in_each_domain_that_it_serves() -> None:
    answers = [answered("ecs/b", Verdict.CLOSE), answered("ecs/a", Verdict.CORRECT)]
    found = statistics(History(answers), QUESTIONS)
    assert found.by_domain == {
        "exam-a": {"1": Tally(2, correct=1, close=1), "3": Tally(1, correct=1)},
        "exam-b": {"2": Tally(1, correct=1)},
    }
    assert list(found.by_domain["exam-a"]) == ["1", "3"]


def test_an_answer_to_a_question_that_is_gone_counts_in_its_topic_and_in_no_domain() -> None:
    found = statistics(History([answered("ecr/lost", Verdict.WRONG)]), QUESTIONS)
    assert found.total == Tally(1, wrong=1)
    assert found.by_topic == {"ecr": Tally(1, wrong=1)}
    assert found.by_domain == {}


def test_overruled_answers_are_correct_and_named() -> None:
    first, second = answered("ecs/a", Verdict.WRONG), answered("ecs/a", Verdict.CLOSE)
    events: list[StudyEvent] = [first, second, answered("ecs/b", Verdict.WRONG)]
    events += [Overruled(**about(one), target=one.id) for one in (first, second)]  # type: ignore[arg-type]
    found = statistics(History(events), QUESTIONS)
    assert found.total == Tally(3, correct=2, wrong=1)
    assert found.overruled == {"ecs/a": 2}


def test_skips_and_flags_are_no_answers() -> None:
    one = answered("ecs/a", Verdict.CORRECT)
    events: list[StudyEvent] = [
        Skipped(**about(one), item_hash="", elapsed_ms=1),  # type: ignore[arg-type]
        *(
            Flagged(**(about(one) | {"item": item}), on=True)  # type: ignore[arg-type]
            for item in ("ecs/b", "ecr/c", "ecs/a", "eks/d", "ecr/a", "app/e", "zzz/f")
        ),
    ]
    found = statistics(History(events), QUESTIONS)
    assert found.total == Tally()
    assert found.by_topic == {}
    assert found.skipped == 1
    assert found.flagged == ("app/e", "ecr/a", "ecr/c", "ecs/a", "ecs/b", "eks/d", "zzz/f")
