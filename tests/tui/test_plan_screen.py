"""Exam, date and minutes: each change is an event, and the plan says what it comes to."""

from collections.abc import Callable
from datetime import date

from textual.pilot import Pilot

from study_app.learning.log.events import PlanSet, PlanSetting, StudyEvent
from study_app.tui.app import DvaApp
from study_app.tui.screens.home import HomeScreen
from study_app.tui.screens.plan import PlanScreen
from study_app.tui.widgets.action_bar import ActionBar
from study_app.tui.widgets.drawing import Drawing
from study_app.tui.widgets.plan.goal import GoalRows
from study_app.usecases.plan import change_plan
from study_app.usecases.study import Study

Events = Callable[[], list[StudyEvent]]
SIZE = (80, 24)


def set_to(events: list[StudyEvent]) -> list[tuple[PlanSetting, object]]:
    return [(one.setting, one.value) for one in events if isinstance(one, PlanSet)]


def screen(app: DvaApp) -> PlanScreen:
    assert isinstance(app.screen, PlanScreen)
    return app.screen


def bar(app: DvaApp) -> str:
    return app.screen.query_one(ActionBar).render().plain.strip()


def outlook(app: DvaApp) -> str:
    return app.screen.query_one("#outlook", Drawing).render().plain


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def played(pilot: Pilot[None], app: DvaApp) -> None:
    """Wait until the plan was played forward."""
    for _ in range(200):
        await pilot.pause(0.05)
        if "…" not in outlook(app):
            return
    raise AssertionError(outlook(app))


async def test_a_date_is_typed_and_a_wrong_one_is_told(study: Study, events: Events) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d", "enter", *"15.1.27", "enter")
        assert "Type a date such as 2026-12-23." in bar(app)
        screen(app).box.value = "2026-11-01"
        await press(pilot, "enter")
        assert "That day has passed. Type 2026-11-23 or later." in bar(app)
        assert events() == []
        screen(app).box.value = "2027-01-15"
        await press(pilot, "enter")
        assert not screen(app).is_typing
        assert set_to(events()) == [(PlanSetting.EXAM_DATE, "2027-01-15")]
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert app.screen.found.plan.goal.exam_date == date(2027, 1, 15)


async def test_each_value_changes_by_keys(study: Study, events: Events) -> None:
    change_plan(study, exam_date=date(2026, 12, 20))
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d", "right", "left", "left")
        await press(pilot, "down", "right", "enter", *"7", "enter", "down", "minus")
        await press(pilot, "up", "up", "up", "right", "right")
        assert set_to(events())[1:] == [
            (PlanSetting.EXAM_DATE, "2026-12-21"),
            (PlanSetting.EXAM_DATE, "2026-12-20"),
            (PlanSetting.EXAM_DATE, "2026-12-19"),
            (PlanSetting.MINUTES, 35),
            (PlanSetting.MINUTES, 7),
            (PlanSetting.RETENTION, 0.89),
            (PlanSetting.EXAM, "dva-c02"),
            (PlanSetting.EXAM, "dva-c03"),
        ]
        assert screen(app).plan.goal.exam == "dva-c03"
        await press(pilot, "delete")
        assert set_to(events())[-1] == (PlanSetting.EXAM_DATE, None)


async def test_letters_only_type_while_a_value_is_typed(study: Study, events: Events) -> None:
    """While an Input has focus every printable key types; Esc ends that, not the screen."""
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d", "enter", *"1-2q")
        assert screen(app).box.value == "1-2q"
        await press(pilot, "escape")
        assert (screen(app).is_typing, events()) == (False, [])


async def test_values_change_by_the_mouse(study: Study, events: Events) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        await pilot.click(GoalRows, offset=(24, 3))  # the arrow behind 30
        await pilot.pause()
        assert set_to(events()) == [(PlanSetting.MINUTES, 35)]
        await pilot.click(GoalRows, offset=(25, 2))
        await pilot.pause()
        assert screen(app).is_typing


async def test_where_the_time_is_not_enough_a_key_takes_what_is(
    study: Study, events: Events
) -> None:
    """If it does not suffice, the plan says what would do: more minutes, a later date, skills."""
    change_plan(study, exam_date=date(2026, 12, 6), minutes=10)
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        await played(pilot, app)
        found = screen(app).plan.remedies
        assert found is not None
        assert "That is not enough time." in outlook(app)
        assert f"1  {found.minutes} minutes a day" in outlook(app)
        assert "leaving out" in outlook(app)
        await press(pilot, "1")
        assert set_to(events())[-1] == (PlanSetting.MINUTES, found.minutes)
        await played(pilot, app)
        assert "You have enough time" in outlook(app)
        before = len(events())
        await press(pilot, "2")
        assert len(events()) == before


async def test_an_exam_that_is_not_offered_then_is_told(study: Study) -> None:
    change_plan(study, exam_date=date(2026, 12, 6), exam="dva-c02")
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        tiles = app.screen.query_one("#tiles", Drawing).render().plain
        assert "not offered then" in tiles
        await press(pilot, "d")
        rows = app.screen.query_one(GoalRows).render().plain
        assert "DVA-C02 cannot be taken on that day." in rows
