"""How well domains, tasks and skills of the chosen exam are known."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.log.events import Answered, PlanSetting, StudyEvent
from study_app.learning.log.tally import NO_ANSWERS, Tally
from study_app.learning.material.items import QuestionKind
from study_app.learning.material.syllabus import CardOutline, QuestionOutline, Syllabus
from study_app.learning.statistics.skills import ExamPart, exam_parts
from tests.learning.plan.samples import TODAY, syllabus, today_with, wish
from tests.learning.scheduling.logs import answer

OF = syllabus()
QUESTIONS = list(OF.questions)


def answered(
    number: int, item: str, verdict: Verdict, *, ago: int = 0, session: str = "", of: Syllabus = OF
) -> Answered:
    at = datetime.combine(TODAY - timedelta(days=ago), time(9), UTC) + timedelta(seconds=number)
    return answer(
        number,
        item,
        at,
        session=session or f"s{number}",
        verdict=verdict,
        card=of.card_of[item],
    )


asks = st.lists(
    st.tuples(
        st.sampled_from(QUESTIONS),
        st.sampled_from(Verdict),
        st.integers(0, 30),
        st.sampled_from("pqr"),
    ),
    max_size=25,
)


@given(asks, st.sampled_from(["old", "new"]))
def test_a_part_has_what_its_skills_have(
    asked: list[tuple[str, Verdict, int, str]], exam: str
) -> None:
    """By domain, task and skill of the chosen exam: retrievability (mean over begun cards of the
    skill) and accuracy of first attempts, and what is unseen.
    """
    events: list[StudyEvent] = [
        answered(number, item, verdict, ago=ago, session=session)
        for number, (item, verdict, ago, session) in enumerate(asked)
    ]
    now = today_with([*events, wish(PlanSetting.EXAM, exam)])
    found = exam_parts(now)
    assert found is not None
    assert now.blueprint is not None
    firsts: dict[tuple[str, str], Verdict] = {}
    # The sort is stable: on one day they keep their order.
    for item, verdict, _, session in sorted(asked, key=lambda one: -one[2]):
        firsts.setdefault((item, session), verdict)
    for skill, part in found.skills.items():
        questions = {key for key, one in OF.questions.items() if skill in one.skills.get(exam, ())}
        cards = {key for key, one in OF.cards.items() if skill in one.skills.get(exam, ())}
        mine = [verdict for (item, _), verdict in firsts.items() if item in questions]
        assert part.questions == len(questions)
        assert part.unseen == len(questions - {item for item, *_ in asked})
        assert part.firsts.answers == len(mine)
        assert part.firsts.correct == mine.count(Verdict.CORRECT)
        begun = [one for card, one in now.begun.items() if card in cards]
        assert (part.cards, part.begun) == (len(cards), len(begun))
        if begun:
            mean = sum(one.retrievability for one in begun) / len(begun)
            assert part.retrievability == pytest.approx(mean)
        assert part.is_gap == (not mine)
        assert 0 <= part.known <= 1
        assert part.level in range(5)
    # In the sample each domain has one task, and each task one skill.
    assert all(found[key] is part for key, part in found.skills.items())
    assert [*found.domains.values()] == [*found.tasks.values()] == [*found.skills.values()]
    for field in ("cards", "begun", "questions", "unseen"):
        total = sum(getattr(part, field) for part in found.domains.values())
        assert getattr(found.whole, field) == total


def test_what_serves_two_skills_counts_in_both_and_once_in_the_whole() -> None:
    skills = {"old": ("1.1.1", "2.1.1")}
    of = Syllabus(
        {"t/c": CardOutline(skills)}, {"t/q": QuestionOutline(skills, QuestionKind.CHOICE, "t/c")}
    )
    found = exam_parts(today_with([answered(1, "t/q", Verdict.CORRECT, of=of)], of=of))
    assert found is not None
    expected = ExamPart(1, 1, 0, 1.0, 1, 0, Tally(1, correct=1))
    assert found.whole == found.skills["1.1.1"] == found.skills["2.1.1"] == expected


def part(retrievability: float | None, right: int, of: int, begun: int = 10) -> ExamPart:
    return ExamPart(10, begun, 0, retrievability, 20, 0, Tally(of, correct=right, wrong=of - right))


@pytest.mark.parametrize(
    ("one", "known", "level"),
    [
        (ExamPart(3, 0, 0, None, 9, 9, NO_ANSWERS), 0, 0),
        (part(1.0, 0, 4), 0, 1),
        (part(0.9, 10, 10, begun=5), 0.45, 1),
        (part(0.9, 6, 10), 0.6, 2),
        (part(0.75, 10, 10), 0.75, 3),
        (part(0.9, 9, 10), 0.9, 4),
    ],
    ids=["never asked", "missed today", "half begun", "shaky", "good", "strong"],
)
def test_how_much_is_known(one: ExamPart, known: float, level: int) -> None:
    """The lower of retrievability and accuracy, times the share of cards that were begun: right
    after a miss FSRS remembers all, and a card that was never begun is not known.
    """
    assert one.known == pytest.approx(known)
    assert one.level == level


def test_the_weakest_skill_was_asked_and_went_badly() -> None:
    events = [answered(1, QUESTIONS[0], Verdict.WRONG)]
    found = exam_parts(today_with(events))
    assert found is not None
    assert found.weakest == ["1.1.1", "2.1.1"]
    assert found.skills["2.1.1"].is_gap
