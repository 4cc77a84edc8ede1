"""Home in each of its states, by keys in the real app."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from study_app.bank.bank import Bank
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.log.events import Answered, Started, StudyEvent
from study_app.learning.readiness.readiness import chance_percent
from study_app.tui.app import DvaApp
from study_app.tui.screens.home import HomeScreen
from study_app.tui.screens.plan import PlanScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.widgets.drawing import Drawing, Panel
from study_app.tui.widgets.header import Header
from study_app.tui.widgets.home.hero import Hero
from study_app.usecases.plan import change_plan
from study_app.usecases.readiness import prospects_of
from study_app.usecases.study import Study
from tests.tui.conftest import NOW

Events = Callable[[], list[StudyEvent]]
SIZE = (80, 24)


def shown(app: DvaApp, part: str = "#hero") -> str:
    return app.screen.query_one(part, Drawing).render().plain


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def from_before(study: Study, bank: Bank, answers: int) -> None:
    """What somebody answered with version 0.1, which named no card."""
    for number, item in enumerate(list(bank.questions)[:answers]):
        at = NOW - timedelta(days=2 + number % 40, minutes=answers - number)
        study.record(
            Answered(
                id=f"old-{number:04}",
                at=at,
                day=at.date(),
                session=f"old-{number // 10}",
                item=item,
                item_hash="",
                response=Picked(()),
                verdict=Verdict.CORRECT if number % 3 else Verdict.WRONG,
                score=1.0,
                elapsed_ms=30_000,
            )
        )


async def test_the_first_run_needs_one_key(study: Study, events: Events) -> None:
    """First run: "10: ten questions show where you stand", "no date yet [d] set it"."""
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Ten questions show where you stand" in shown(app)
        tiles = shown(app, "#tiles")
        assert "no date yet" in tiles
        assert "set it" in tiles
        await press(pilot, "n")
        assert events() == [], "there is nothing that would wait"
        await press(pilot, "enter")
        (started,) = events()
        assert isinstance(started, Started)
        assert len(started.items) == 10
        assert isinstance(app.screen, QuizScreen)


async def test_a_log_of_version_0_1_is_spread(study: Study, bank: Bank, events: Events) -> None:
    """Behind plan: today's share, "12 more than planned"."""
    from_before(study, bank, 400)
    change_plan(study, exam_date=date(2027, 1, 20))
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        home = app.screen
        assert isinstance(home, HomeScreen)
        today = home.found.plan.today
        waiting = today.reviews_waiting + today.new_waiting
        assert waiting > 0
        assert f"{waiting} more than planned" in shown(app)
        assert "58 days left" in app.screen.query_one(Header).render().plain
        await app.workers.wait_for_complete()
        await pilot.pause()
        needed = home.found.plan.forecast.minutes_needed
        verdict = "on plan" if home.found.plan.feasible else "needs"
        assert verdict in shown(app, "#tiles")
        assert str(needed) in shown(app, "#tiles")
        await press(pilot, "enter")
        started = events()[-1]
        assert isinstance(started, Started)
        assert len(started.items) == today.left
        await press(pilot, "1", "enter", "escape")
        assert home.found.plan.today.done == 1
        assert f"1 of {len(started.items)}" in shown(app)


@pytest.mark.parametrize("answers", [19, 60])
async def test_the_chance_comes_with_its_interval_or_says_when(
    study: Study, bank: Bank, answers: int
) -> None:
    """Every estimate shows its interval; below 20 answers "after 20 answers"."""
    from_before(study, bank, answers)
    readiness = prospects_of(study).readiness()
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        tiles = shown(app, "#tiles")
        if readiness is None:
            assert answers < 20
            assert "after 20 answers" in tiles
            assert "%" not in tiles
        else:
            low, chance, high = map(
                chance_percent, (readiness.low, readiness.probability, readiness.high)
            )
            assert f"{chance}%  {low}–{high}" in tiles


async def test_digits_open_the_rows_that_are_shown(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "9")
        assert isinstance(app.screen, HomeScreen), "no session was left, so there is no ninth row"
        await press(pilot, "d")
        assert isinstance(app.screen, PlanScreen)


@pytest.mark.parametrize("size", [(110, 24), (120, 40), (160, 50)])
async def test_what_stands_beside_fits(study: Study, bank: Bank, size: tuple[int, int]) -> None:
    from_before(study, bank, 300)
    app = DvaApp(study)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        side = app.screen.query_one("#side")
        panels = list(side.query(Panel))
        assert "Coming due" in panels[0].render().plain
        assert side.virtual_size.height <= side.size.height
        for panel in panels:
            lines = panel.render().plain.splitlines()
            assert all(len(line) <= panel.content_size.width for line in lines)


async def test_a_click_on_the_hero_does_what_enter_does(study: Study, events: Events) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(Hero)
        await pilot.pause()
        assert isinstance(events()[-1], Started)
