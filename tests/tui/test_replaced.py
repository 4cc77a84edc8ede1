"""The log is deleted under the running app: told, asked, and the answer kept."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from textual.widgets import OptionList

from study_app.learning.choosing.practice import Practice
from study_app.learning.log.events import Answered
from study_app.store.log import ReviewLog
from study_app.tui.app import DvaApp
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.screens.replaced import ReplacedScreen
from study_app.usecases.study import Study
from tests.tui.conftest import NOW


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ReviewLog]:
    with closing(ReviewLog(tmp_path / "progress.db", lambda: NOW)) as opened:
        yield opened


def on_disk(path: Path) -> list[type]:
    with closing(ReviewLog(path, lambda: NOW)) as other:
        return [type(event) for event in other.events()]


@pytest.mark.parametrize(("key", "answers"), [("1", 2), ("2", 1)])
async def test_the_answer_is_kept_and_saved_where_the_learner_says(
    make_study: Callable[..., Study], log: ReviewLog, key: str, answers: int
) -> None:
    study = make_study()
    session = study.quiz(Practice(topics=["ecs-placement"]), count=3)
    app = DvaApp(study, session=session)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, QuizScreen)
        await app.screen.action_skip()
        quiz = app.screen

        log.path.unlink()
        await quiz.action_skip()
        await pilot.pause()
        assert isinstance(app.screen, ReplacedScreen)
        assert not log.path.exists()
        assert "was deleted" in str(app.screen.query_one("Static").render())
        assert app.screen.query_one(OptionList).option_count == 3
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is quiz
        await quiz.action_skip()
        await pilot.press(key)
        await pilot.pause()
        assert app.screen is quiz
        assert len(quiz.sitting.session.given) == 2
    kinds = [one.__name__ for one in on_disk(log.path)]
    assert kinds.count("Skipped") == answers
    assert kinds.count(Answered.__name__) == 0


async def test_a_row_that_cannot_be_read_is_told_once_at_the_start(
    make_study: Callable[..., Study], log: ReviewLog
) -> None:
    """Told and not blocking."""
    make_study().quiz(count=1)
    with closing(sqlite3.connect(log.path)) as other, other:
        other.execute(
            "INSERT INTO event (id, at, day, kind, session, mode, payload) "
            "VALUES ('x', 'never', '2026-11-23', 'answered', 's', 'quiz', '{}')"
        )
    app = DvaApp(make_study())
    async with app.run_test() as pilot:
        await pilot.pause()
        (notice,) = [one.message for one in app._notifications]
        assert "rows that cannot be read were set aside: position 2" in notice
        await pilot.press("t")
        await pilot.pause()
        assert len(app._notifications) == 1
