"""Practice that is ready made, and practice that is put together row by row."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.choosing.picking import Picker, PickerRow, Picks, QuestionSource
from study_app.learning.choosing.practice import ANYTHING, Only, Practice, chosen
from study_app.learning.choosing.ready_made import (
    PartStanding,
    by_weight,
    sprint,
    standings,
    weakest_domain,
)
from study_app.learning.history.history import History
from study_app.learning.log.events import StudyEvent, Subject, Suspended
from study_app.learning.material.blueprint import domain_of
from study_app.learning.material.items import Question, QuestionKind
from tests.learning.plan.samples import NEW
from tests.learning.scheduling.logs import answer
from tests.learning.test_practice import AT, question

PICKER = Picker(NEW, ("s3", "lambda"))
KEYS = st.sampled_from("abcdefgh")


@st.composite
def banks(draw: st.DrawFn) -> tuple[list[Question], History]:
    """Questions of two domains, some of both, and what was answered of them."""
    count = draw(st.integers(0, 12))
    skills = st.lists(st.sampled_from(["1.1.1", "2.1.1"]), unique=True, max_size=2)
    questions = [question(f"s3/{n}", {"new": tuple(draw(skills))}) for n in range(count)]
    answered = draw(st.lists(st.sampled_from(questions), unique_by=id)) if questions else []
    events = [
        answer(n, one.id, AT, verdict=draw(st.sampled_from(Verdict)))
        for n, one in enumerate(answered)
    ]
    return questions, History(events)


@given(banks(), st.integers(1, 20), st.integers(0, 99))
def test_a_sprint_is_of_every_skill_and_asks_nothing_twice(
    bank: tuple[list[Question], History], count: int, seed: int
) -> None:
    """Mixed, weakest first: in turn one of each skill, the weakest skill first."""
    questions, history = bank
    of_exam = {one.id: one.skills["new"] for one in questions if one.skills["new"]}
    items = sprint(questions, NEW, history, Random(seed), count)
    assert len(items) == len(set(items)) == min(count, len(of_exam))
    assert set(items) <= of_exam.keys()
    found = standings(questions, NEW, history)
    skills = [part for part in found if part.count(".") == 2]
    if items:
        weakest = min(found[skill].strength for skill in skills)
        assert any(found[skill].strength == weakest for skill in of_exam[items[0]])
    assert items == sprint(questions, NEW, history, Random(seed), count)


@given(st.integers(20, 40), st.integers(20, 40), st.integers(1, 20), st.integers(0, 99))
def test_what_was_never_seen_comes_by_the_weight_of_the_exam(
    first: int, second: int, count: int, seed: int
) -> None:
    """No domain is further than one question from its weight while it has any left."""
    questions = [question(f"a/{n}", {"new": ("1.1.1",)}) for n in range(first)]
    questions += [question(f"b/{n}", {"new": ("2.1.1",)}) for n in range(second)]
    items = by_weight(questions, NEW, Random(seed), count)
    counts = Counter(item[0] for item in items)
    assert len(items) == len(set(items)) == count
    for domain, key in zip(NEW.domains, "ab", strict=True):
        assert abs(counts[key] - domain.weight * count / 100) <= 1


def test_a_domain_with_too_few_is_filled_from_others() -> None:
    questions = [question("a/1", {"new": ("1.1.1",)}), question("b/1", {"new": ("2.1.1",)})]
    assert sorted(by_weight(questions, NEW, Random(1))) == ["a/1", "b/1"]
    assert by_weight([], NEW, Random(1)) == ()


def test_the_weakest_domain() -> None:
    """The domain that goes worst; of equals the one of the greatest weight."""
    assert weakest_domain(NEW, {}) is None
    assert weakest_domain(NEW, {"1": PartStanding(), "2": PartStanding()}) == "1"
    assert weakest_domain(NEW, {"1": PartStanding(3, 4), "2": PartStanding(1, 2)}) == "2"
    questions = [question("a/1", {"new": ("1.1.1",)}), question("b/1", {"new": ("2.1.1",)})]
    found = standings(questions, NEW, History([answer(1, "b/1", AT, verdict=Verdict.CLOSE)]))
    assert (found["2"], found["2.1.1"], found["1"]) == (
        PartStanding(0, 1),
        PartStanding(0, 1),
        PartStanding(),
    )
    assert weakest_domain(NEW, found) == "2"


def test_what_is_suspended_is_not_asked() -> None:
    """Suspend takes a card or question out; taking it back asks it again."""
    questions = [question("s3/a", {"new": ("1.1.1",)}, card="s3/card"), question("s3/b", {})]

    def asked(*events: StudyEvent) -> list[str]:
        return [one.id for one in chosen(questions, ANYTHING, NEW, History(events))]

    def suspended(number: int, item: str, subject: Subject, *, on: bool = True) -> Suspended:
        return Suspended(
            id=str(number), at=AT, day=AT.date(), session="", item=item, subject=subject, on=on
        )

    card = suspended(1, "s3/card", Subject.CARD)
    assert asked(card) == ["s3/b"]
    assert asked(card, suspended(2, "s3/b", Subject.QUESTION)) == []
    assert asked(card, suspended(2, "s3/card", Subject.CARD, on=False)) == ["s3/a", "s3/b"]


@given(st.lists(st.tuples(st.sampled_from(PickerRow), st.sampled_from([-1, 1])), max_size=30))
def test_every_row_always_has_a_value_that_is_picked(steps: list[tuple[PickerRow, int]]) -> None:
    """A step to the right and one to the left lead back, and what is picked can be practiced."""
    picks = Picks()
    for row, step in steps:
        before, picks = picks, PICKER.stepped(picks, row, step)
        if row is not PickerRow.SOURCE:  # which one was picked of a source is not kept
            assert PICKER.stepped(picks, row, -step) == before
    for row in PickerRow:
        values = PICKER.values(picks, row)
        assert picks.value(row) in values if values else row is PickerRow.WHICH
    practice = picks.practice
    parts = [practice.domain, practice.task, practice.skill, *practice.topics]
    assert [part for part in parts if part is not None] == ([picks.which] if picks.which else [])
    assert practice.domain is None or practice.domain in {one.id for one in NEW.domains}
    assert practice.skill is None or domain_of(practice.skill) in {"1", "2"}


def test_practice_is_what_was_picked() -> None:
    picks = PICKER.picked(Picks(), PickerRow.SOURCE, QuestionSource.TASK)
    picks = PICKER.picked(picks, PickerRow.WHICH, "2.1")
    for row, value in (
        (PickerRow.KIND, QuestionKind.TYPED),
        (PickerRow.LEVEL, 3),
        (PickerRow.ONLY, Only.MISSED),
    ):
        picks = PICKER.picked(picks, row, value)
    assert picks.practice == Practice(
        task="2.1", kind=QuestionKind.TYPED, difficulty=3, only=Only.MISSED
    )
    with pytest.raises(ValueError, match=r"which has no '3\.1'"):
        PICKER.picked(picks, PickerRow.WHICH, "3.1")
    without = Picker(None, ("s3",))
    assert without.values(Picks(), PickerRow.SOURCE) == (
        QuestionSource.EVERYTHING,
        QuestionSource.TOPIC,
    )
