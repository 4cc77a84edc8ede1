"""Worked questions on screen: asked with drawn values, logged with them, reviewed with them."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from study_app.grading.verdict import Verdict
from study_app.learning.log.events import Answered, StudyEvent
from study_app.learning.material.items import Choice, Ordering, Question, Typed
from study_app.tui.app import DvaApp
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.screens.quiz.result import ResultScreen
from study_app.tui.screens.quiz.review import ReviewScreen
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.tui.widgets.answers.ranking import RankingArea
from study_app.tui.widgets.drawing import Drawing
from study_app.tui.widgets.question import QuestionView
from study_app.usecases.study import Study

SIZE = (80, 24)
CHOICE = "ecs-rolling-update/drawn-sequence"
TYPED = "ecs-placement/drawn-zones"
ORDERING = "ecs-rolling-update/drawn-order"

Events = Callable[[], list[StudyEvent]]


def quiz(app: DvaApp) -> QuizScreen:
    assert isinstance(app.screen, QuizScreen)
    return app.screen


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def answer(pilot: Pilot[None], app: DvaApp, *, rightly: bool) -> Question:
    """Answer the question on screen by keys; returns it as it was asked."""
    view = quiz(app).view
    area, question = view.area, view.translations[0]
    match question.form:
        case Choice(options):
            assert isinstance(area, ChoosingArea)
            number = next(
                number
                for number, key in enumerate(area.keys, start=1)
                if options[key].correct is rightly
            )
            await press(pilot, str(number), "enter")
        case Typed(expected):
            quiz(app).query_one(Input).value = expected.accept[0] if rightly else "99 tasks"
            await press(pilot, "enter")
        case Ordering(items):
            assert isinstance(area, RankingArea)
            order = list(items)[:: 1 if rightly else -1]
            await press(pilot, *(str(area.keys.index(key) + 1) for key in order), "enter")
    return question


@pytest.mark.parametrize("item", [CHOICE, TYPED, ORDERING])
async def test_each_form_is_answered_and_logged_with_its_values(
    study: Study, events: Events, item: str
) -> None:
    app = DvaApp(study, session=study.sit([item], seed=5))
    async with app.run_test(size=SIZE) as pilot:
        asked = await answer(pilot, app, rightly=True)
        row = events()[-1]
        assert isinstance(row, Answered)
        assert (row.item, row.verdict) == (item, Verdict.CORRECT)
        assert asked.drawn is not None
        assert row.drawn == asked.drawn.values
        drawn = [
            one for view in app.screen.query(Drawing) for line in view.lines(72) for one in line
        ]
        assert any(style == "$code" for _, style in drawn), "the trace"


@pytest.mark.parametrize("item", [CHOICE, TYPED, ORDERING])
async def test_a_miss_comes_again_with_other_values_and_is_reviewed_with_its_own(
    study: Study, events: Events, item: str
) -> None:
    app = DvaApp(study, session=study.sit([item], retries=1, seed=5))
    async with app.run_test(size=SIZE) as pilot:
        missed = await answer(pilot, app, rightly=False)
        await press(pilot, "enter")
        again = await answer(pilot, app, rightly=True)
        assert again.prompt != missed.prompt
        await press(pilot, "enter")
        assert isinstance(app.screen, ResultScreen)
        await press(pilot, "a")
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.query_one(QuestionView).translations[0] == missed
        await press(pilot, "f6")
        assert app.screen.query_one(QuestionView).translations[0].drawn == missed.drawn


async def test_undo_asks_with_the_same_values(study: Study) -> None:
    app = DvaApp(study, session=study.sit([CHOICE, TYPED], seed=5))
    async with app.run_test(size=SIZE) as pilot:
        asked = await answer(pilot, app, rightly=False)
        await press(pilot, "u")
        assert quiz(app).view.translations[0] == asked
