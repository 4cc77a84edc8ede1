"""What the screens say about the chance: pure lines, and the results in the real app."""

from datetime import date, timedelta

import pytest

from study_app.bank.bank import Bank
from study_app.drawing.pieces import Line, cells
from study_app.grading.verdict import Verdict
from study_app.learning.exam.outcome import ExamOutcome
from study_app.learning.readiness.readiness import Readiness, chance_percent
from study_app.tui.app import DvaApp
from study_app.tui.screens.quiz.result import ResultScreen
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.progress.chance import (
    chance,
    chance_tile,
    helps_most,
    real_exams,
    shares,
    trend,
)
from study_app.usecases.readiness import Prospects, prospects_of
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.learning.readiness.samples import EXAM, NOW, answers, content
from tests.tui.conftest import NOW as TODAY
from tests.tui.screenshots import answer


def prospects(count: int) -> Prospects:
    one = content()
    events = answers([number % 4 > 0 for number in range(count)])
    return Prospects(EXAM, iter(events), NOW, one.syllabus, one.blueprints)


@pytest.fixture(scope="module")
def known() -> Prospects:
    return prospects(80)


def text(rows: list[Line]) -> str:
    return "\n".join("".join(piece for piece, _ in row) for row in rows)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [20, 34, 72])
def test_the_interval_is_always_shown_with_the_chance(
    known: Prospects, language: Language, width: int
) -> None:
    """Every estimate shows its interval."""
    readiness = known.readiness()
    assert readiness is not None
    low, high = map(chance_percent, (readiness.low, readiness.high))
    for rows in (chance_tile(known, language, width), chance(known, language, width, 8)):
        assert f"{low}–{high}" in text(rows)
        assert all(cells(row) <= width for row in rows)
    wide = 72
    for rows in (
        shares(known, known.blueprints[EXAM], language, wide, 8, key="p"),
        helps_most(known, language, 32),
    ):
        assert all(cells(row) <= wide for row in rows)


def test_below_twenty_answers_nothing_is_guessed() -> None:
    """Under 20 answers: "after 20 answers", no chance, no curve."""
    few = prospects(19)
    drawn = [
        chance_tile(few, Language.EN, 20),
        chance(few, Language.EN, 34, 8),
        trend([], Language.EN, 34, 8),
        shares(few, few.blueprints[EXAM], Language.EN, 72, 8, key="p"),
        helps_most(few, Language.EN, 32),
    ]
    for rows in drawn:
        assert "after 20 answers" in text(rows)
        assert "%" not in text(rows)


@pytest.mark.parametrize(("share", "shown"), [(0.0, 1), (0.004, 1), (0.5, 50), (0.999, 99)])
def test_no_exam_is_certain(share: float, shown: int) -> None:
    assert chance_percent(share) == shown


def test_a_curve_needs_two_weeks() -> None:
    one = Readiness(0.5, 0.3, 0.7, 0.7, 50)
    assert "shown after a week" in text(trend([("today", one)], Language.EN, 34, 8))
    rows = trend([("16 Nov", one), ("today", one)], Language.EN, 34, 8)
    assert len(rows) == 8
    assert text(rows).rstrip().endswith("today")


def test_the_real_exam_stands_beside_what_was_predicted() -> None:
    passed = ExamOutcome((NOW, "id"), EXAM, date(2026, 11, 20), passed=True)
    failed = ExamOutcome((NOW, "id"), "gone", date(2026, 11, 2), passed=False, score=650)
    predicted = Readiness(0.8123, 0.6, 0.9, 0.75, 500)
    outcomes = [(passed, predicted), (failed, None)]
    shown = text(real_exams(outcomes, content().blueprints, Language.EN, 60))
    assert "DVA-C03 · Fri 20 Nov 2026 · passed" in shown
    assert "predicted that day: 81% (60 to 90)" in shown
    assert "gone · Mon 2 Nov 2026 · not passed, score 650" in shown
    assert "no prediction that day" in shown


async def test_the_result_of_a_session_says_what_helps_most(study: Study, bank: Bank) -> None:
    """Wide side: what helps most."""
    items = list(bank.questions)
    for number, item in enumerate(items[:40]):
        verdict = Verdict.CORRECT if number % 4 else Verdict.WRONG
        study.record(answer(f"old-{number}", TODAY - timedelta(days=40 - number), item, verdict))
    app = DvaApp(study, session=study.sit([items[50]], retries=0))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)
        await app.workers.wait_for_complete()
        await pilot.pause()
        first = prospects_of(study).helps_most()[0]
        shown = app.screen.query_one("#helps", Panel).render().plain
        assert first.skill.name.en in shown
        assert f"+{round(100 * first.gain)}" in shown
