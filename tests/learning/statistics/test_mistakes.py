"""What the learner takes for what, and which cards do not stick."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked, Response, TypedText
from study_app.learning.history.history import History
from study_app.learning.log.events import (
    Answered,
    Overruled,
    StudyEvent,
    Subject,
    Suspended,
    Undone,
)
from study_app.learning.material.items import Choice, Choices, Form, Option, Question, Typed
from study_app.learning.scheduling.memory import LEECH
from study_app.learning.statistics.mistakes import (
    Confusion,
    Leech,
    confusions,
    either_way,
    leeches,
    named,
    to_practice,
)
from tests.learning.plan.samples import TODAY, syllabus, today_with
from tests.learning.scheduling.logs import CARD_OF, START, answer


def question(item: str, form: Form) -> Question:
    return Question(
        id=item,
        skills={},
        source="https://docs.aws.amazon.com/q.html",
        checked=date(2026, 11, 23),
        prompt="Which one?",
        form=form,
        difficulty=1,
    )


def options(*texts: str, right: str) -> dict[str, Option]:
    return {text[0].lower(): Option(text, "why", text[0].lower() in right) for text in texts}


TYPED = question("t/typed", Typed(Answer(AnswerKind.TEXT, ("spread",), ("binpack", "random")), ""))
CHOICE = question("t/choice", Choice(options("Binpack", "Spread", "Random", "Distinct", right="b")))
CHOICES = question("t/choices", Choices(options("A", "B", "C", "D", "E", right="ab")))
QUESTIONS = {one.id: one for one in (TYPED, CHOICE, CHOICES)}


def missed(number: int, item: str, given: Response, verdict: Verdict = Verdict.WRONG) -> Answered:
    at = START + timedelta(seconds=number)
    return answer(number, item, at, session=f"s{number}", response=given, verdict=verdict)


def mixed_up(*events: StudyEvent) -> list[tuple[str, str, int, int]]:
    found = confusions(History(events), QUESTIONS.get)
    return [(one.asked, one.answered, one.times, one.of) for one in found]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Binpack", "RANDOM ", "nothing like it"]),
            st.sampled_from([Verdict.WRONG, Verdict.CLOSE, Verdict.CORRECT]),
            st.sampled_from(["stands", "undone", "overruled"]),
        ),
        max_size=12,
    )
)
def test_the_pairs_of_a_typed_question(given: list[tuple[str, Verdict, str]]) -> None:
    """Confusion pairs (asked X, answered Y: from a typed answer's confusable and from the option
    taken; most frequent first), from standing answers that were not right.
    """
    events: list[StudyEvent] = []
    expected: Counter[str] = Counter()
    of = 0
    for number, (text, verdict, then) in enumerate(given):
        one = missed(number, TYPED.id, TypedText(text), verdict)
        about: dict[str, Any] = {"at": one.at, "day": one.day, "session": "", "item": one.item}
        events.append(one)
        if then == "undone":
            events.append(Undone(id=f"u{number}", target=one.id, **about))
        else:
            of += 1
        if then == "overruled":
            events.append(Overruled(id=f"o{number}", target=one.id, **about))
        name = text.strip().lower()
        if then == "stands" and verdict is not Verdict.CORRECT and name in {"binpack", "random"}:
            expected[name] += 1
    ordered = sorted(expected.items(), key=lambda one: (-one[1], one[0]))
    assert mixed_up(*events) == [("spread", name, times, of) for name, times in ordered]


def test_the_option_that_was_taken_for_the_right_one() -> None:
    events = [missed(1, CHOICE.id, Picked(("s",))), missed(2, CHOICE.id, Picked(("r",)))]
    events += [missed(3, CHOICE.id, Picked(("s",)))]
    events += [missed(4, CHOICE.id, Picked(("b",)), Verdict.CORRECT)]
    assert mixed_up(*events) == [("Binpack", "Spread", 2, 4), ("Binpack", "Random", 1, 4)]


def test_an_option_that_is_gone_was_taken_for_nothing() -> None:
    assert mixed_up(missed(1, CHOICE.id, Picked(("x",)))) == []
    assert mixed_up(missed(1, "t/lost", Picked(("s",)))) == []


def test_of_several_right_ones_those_that_were_left() -> None:
    assert mixed_up(missed(1, CHOICES.id, Picked(("a", "d")))) == [("B", "D", 1, 1)]
    assert mixed_up(missed(1, CHOICES.id, Picked(("a",)))) == []


def test_both_directions_are_one_pair() -> None:
    other_way = Typed(Answer(AnswerKind.TEXT, ("binpack",), ("spread",)), "")
    other = replace(TYPED, id="t/other", form=other_way)
    events = [missed(1, TYPED.id, TypedText("binpack")), missed(2, "t/other", TypedText("spread"))]
    events.append(missed(3, "t/other", TypedText("spread")))
    history = History(events)
    found = confusions(history, {**QUESTIONS, "t/other": other}.get)
    assert [(one.asked, one.times) for one in found] == [("binpack", 2), ("spread", 1)]
    pair = Confusion("binpack", "spread", 3, 3, ("t/other", "t/typed"))
    assert either_way(found, history) == (pair,)


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (("`spread`", "binpack."), ("spread", "binpack")),
        (
            ("Encrypt the objects with SSE-KMS keys", "Encrypt the objects with SSE-S3 keys"),
            ("SSE-KMS", "SSE-S3"),
        ),
        (
            ("Attach a policy to the task role of it", "Attach a policy to the task"),
            ("Attach a policy to the task role of it", "Attach a policy to the task"),
        ),
    ],
)
def test_a_long_text_goes_by_what_differs(texts: tuple[str, str], names: tuple[str, str]) -> None:
    assert named(*texts) == names


def test_a_pair_is_practiced_by_the_questions_of_its_cards() -> None:
    of = syllabus()
    card = next(iter(of.cards))
    mine, second = of.questions_of[card]
    pair = Confusion("x", "y", 1, 1, (mine,))
    assert to_practice(pair, today_with()) == [mine, second]
    on_hold = Suspended(
        id="z", at=START, day=TODAY, session="", item=second, subject=Subject.QUESTION, on=True
    )
    assert to_practice(pair, today_with([on_hold])) == [mine]
    lost = Confusion("x", "y", 1, 1, ("t/lost",))
    assert to_practice(lost, today_with()) == []


def test_a_card_is_a_leech_after_six_lapses() -> None:
    """Leech: 6 lapses (reviews rated 1 after the first)."""
    events: list[StudyEvent] = [
        answer(day, "t/a", START + timedelta(days=day), session=f"s{day}", verdict=Verdict.WRONG)
        for day in range(LEECH)
    ]
    assert leeches(History(events, card_of=CARD_OF).memories) == ()
    events.append(answer(9, "t/a", START + timedelta(days=9), session="x", verdict=Verdict.WRONG))
    assert leeches(History(events, card_of=CARD_OF).memories) == (Leech("t/one", LEECH),)
