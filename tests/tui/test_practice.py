"""The practice picker: presets start immediately, the rest is put together."""

from collections.abc import Callable

from textual.pilot import Pilot

from study_app.bank.bank import Bank
from study_app.learning.choosing.picking import QuestionSource
from study_app.learning.choosing.practice import Only
from study_app.learning.choosing.ready_made import READY_LENGTH
from study_app.learning.log.events import Flagged, Started, StudyEvent
from study_app.learning.material.items import QuestionKind
from study_app.tui.app import DvaApp
from study_app.tui.screens.practice import PracticeScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.widgets.picker import HEAD
from study_app.usecases.study import Study

Events = Callable[[], list[StudyEvent]]
SIZE = (80, 24)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def practice(app: DvaApp) -> PracticeScreen:
    assert isinstance(app.screen, PracticeScreen)
    return app.screen


async def test_rows_are_picked_and_the_counts_follow(
    study: Study, bank: Bank, events: Events
) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1")
        everything = practice(app).counts[None]
        await press(pilot, "right", "down", "right")  # a domain, the second
        assert (practice(app).picks.source, practice(app).picks.which) == (
            QuestionSource.DOMAIN,
            "2",
        )
        await press(pilot, "down", "right", "right")  # several
        assert practice(app).picks.kind is QuestionKind.CHOICES
        count = practice(app).counts[None]
        assert 0 < count < everything
        await press(pilot, "down", "down", "down", "left")  # 10
        await press(pilot, "enter")
        assert isinstance(app.screen, QuizScreen)
        started = events()[-1]
        assert isinstance(started, Started)
        assert len(started.items) == min(10, count)
        for item in started.items:
            skills = bank.questions[item].skills[study.goal.exam]
            assert bank.questions[item].kind is QuestionKind.CHOICES
            assert any(skill.startswith("2.") for skill in skills)
        await press(pilot, "escape")
        assert practice(app).picks.kind is QuestionKind.CHOICES  # what was picked stays


async def test_nothing_that_matches_starts_nothing(study: Study, events: Events) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "down", "down", "down", "down", "right")
        assert practice(app).picks.only is Only.MISSED
        assert practice(app).action().command is None
        await press(pilot, "enter", "2")
        assert events() == []
        assert practice(app).looks.offers.counts(practice(app).picks)[Only.MISSED] == 0


async def test_what_is_ready_made_starts_at_once(study: Study, events: Events) -> None:
    flagged = [one.id for one in study.questions()][:3]
    for item in flagged:
        study.flag(item)
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "3")
        started = events()[-1]
        assert isinstance(started, Started)
        assert list(started.items) == flagged
        await press(pilot, "escape", "up", "up", "enter")  # the cursor goes up to Never seen
        started = events()[-1]
        assert isinstance(started, Started)
        assert len(started.items) == READY_LENGTH
        await press(pilot, "escape")
        for key in "15":
            await press(pilot, key)
            assert isinstance(app.screen, QuizScreen)
            await press(pilot, "escape")
    assert sum(isinstance(event, Flagged) for event in events()) == len(flagged)


async def test_a_click_picks_and_starts(study: Study, events: Events) -> None:
    app = DvaApp(study)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "1")
        line = 1 + HEAD + 2 * 2  # half a row of surface, the head, and two rows with air
        await pilot.click("#picker", offset=(30, line))
        assert practice(app).picks.kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}
        await pilot.click("#ready", offset=(10, 1 + HEAD))
        await pilot.pause()
        assert isinstance(app.screen, QuizScreen)
        assert isinstance(events()[-1], Started) or isinstance(events()[-2], Started)
