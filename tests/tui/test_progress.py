"""Progress and the map of skills, by keys in the real app. State and log rows come first."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from study_app.bank.bank import Bank
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.log.events import Started, StudyEvent
from study_app.learning.material.items import Choice, Question
from study_app.learning.readiness.readiness import Readiness, chance_percent
from study_app.tui.app import DvaApp
from study_app.tui.screens.cards import CardsScreen
from study_app.tui.screens.home import HomeScreen
from study_app.tui.screens.progress.progress import ProgressScreen
from study_app.tui.screens.progress.skills import SkillsScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.widgets.action_bar import ActionBar
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.progress.filled import FilledPanel
from study_app.usecases.exam.outcome import record_outcome
from study_app.usecases.plan import change_plan
from study_app.usecases.readiness import prospects_of
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.tui.conftest import NOW
from tests.tui.screenshots import answer

Events = Callable[[], list[StudyEvent]]
SIZE = (80, 24)
READINESS = ["chance", "trend", "shares", "helps", "about"]
"""The panels of the first page."""


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def progress(app: DvaApp) -> ProgressScreen:
    assert isinstance(app.screen, ProgressScreen)
    return app.screen


def skills(app: DvaApp) -> SkillsScreen:
    assert isinstance(app.screen, SkillsScreen)
    return app.screen


def shown(app: DvaApp) -> list[str | None]:
    """The panels that are seen."""
    return [panel.id for panel in app.screen.query(FilledPanel) if panel.display]


def text(app: DvaApp, panel: str) -> str:
    return app.screen.query_one(f"#{panel}", FilledPanel).render().plain


def shown_chance(found: Readiness) -> tuple[int, ...]:
    return tuple(map(chance_percent, (found.low, found.probability, found.high)))


def sessions(events: list[StudyEvent]) -> list[Started]:
    return [event for event in events if isinstance(event, Started)]


def mistaken(study: Study, bank: Bank, count: int) -> list[str]:
    """Take a wrong option in the first `count` choice questions; two times in the first."""
    questions = [
        one
        for one in bank.questions.values()
        if isinstance(one, Question) and isinstance(one.form, Choice)
    ][:count]
    for question in [*questions, questions[0]]:
        assert isinstance(question.form, Choice)
        wrong = next(key for key, one in question.form.options.items() if not one.correct)
        Sitting(study, study.sit([question.id], retries=0)).submit(Picked((wrong,)))
    return [question.id for question in questions]


def answered(study: Study, bank: Bank, count: int) -> None:
    """So many questions answered on as many days up to yesterday, three of four rightly."""
    for number, item in enumerate(list(bank.questions)[:count]):
        verdict = Verdict.CORRECT if number % 4 else Verdict.WRONG
        study.record(answer(f"old-{number}", NOW - timedelta(days=count - number), item, verdict))


async def test_before_the_first_answer_it_says_so(study: Study, events: Events) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert shown(app) == READINESS
        for panel in ("chance", "trend", "shares", "helps"):
            assert "after 20 answers" in text(app, panel)
            assert "%" not in text(app, panel)
        await press(pilot, "2")
        assert progress(app).pair is None
        assert shown(app) == ["due", "days"]
        assert "No card is due in these days." in text(app, "due")
        await press(pilot, "3", "enter", "down")
        assert shown(app) == ["pairs", "times-below", "stubborn"]
        assert "Nothing so far." in text(app, "pairs")
        panels = app.screen.query_one("#panels")
        await press(pilot, "pagedown")
        assert panels.scroll_y == panels.max_scroll_y > 0
        await press(pilot, "pageup")
        assert panels.scroll_y == 0
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    assert sessions(events()) == []


async def test_enter_on_a_pair_practices_both(study: Study, bank: Bank, events: Events) -> None:
    """Enter on a confusion pair practices both."""
    items = mistaken(study, bank, 3)
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p", "3")
        first = progress(app).pair
        assert first is not None
        assert (first.questions, first.times, first.of) == ((items[0],), 2, 2)
        await press(pilot, "down", "down", "down")
        last = progress(app).pair
        assert last is not None
        assert last.questions[0] in items[1:]
        await press(pilot, "up", "up", "enter")
        assert isinstance(app.screen, QuizScreen)
        begun = sessions(events())[-1]
        assert begun.items[0] == items[0]
        cards = {study.syllabus.card_of[item] for item in begun.items}
        assert cards == {study.syllabus.card_of[items[0]]}
        before = progress_answers(study)
        await press(pilot, "1", "enter", "escape")
        while not isinstance(app.screen, ProgressScreen):
            await press(pilot, "escape")
        assert sum(progress(app).found.days.answers) == before + 1


def progress_answers(study: Study) -> int:
    return study.history.on_day(study.day).answers


@pytest.mark.parametrize("size", [(120, 40), (160, 50)])
async def test_a_wide_terminal_shows_all_at_once(
    study: Study, bank: Bank, size: tuple[int, int]
) -> None:
    """Narrow = pages, wide = grid."""
    mistaken(study, bank, 2)
    app = DvaApp(study)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "p")
        first = [*READINESS[:3], "times", "due", "days", "pairs"]
        assert shown(app) == [*first, "helps", "remembered", "stubborn", "about"]
        panels = [app.screen.query_one(f"#{name}", FilledPanel) for name in first]
        assert len({panel.region.y for panel in panels}) == 3
        assert len({panel.region.x for panel in panels}) == 3
        assert all(panel.region.bottom <= size[1] - 1 for panel in panels)
        assert progress(app).pair is not None
        assert "page" not in app.screen.query_one(KeyBar).render().plain
        await pilot.resize_terminal(*SIZE)
        await pilot.pause()
        assert shown(app) == READINESS


async def test_the_readiness_is_what_the_log_tells(study: Study, bank: Bank) -> None:
    """Every estimate shows its interval; the real exam stands beside what was predicted then."""
    answered(study, bank, 90)
    taken_on = NOW.date() - timedelta(days=10)
    record_outcome(study, taken_on, passed=False, score=690)
    found = prospects_of(study)
    readiness, (first, *_) = found.readiness(), found.helps_most()
    (_, predicted), *_ = found.predicted_outcomes
    assert readiness is not None
    assert predicted is not None
    assert predicted.answered == 80
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p")
        for _ in range(2):  # the chance of earlier weeks is asked for once that of now is known
            await app.workers.wait_for_complete()
            await pilot.pause()
        low, _, high = shown_chance(readiness)
        assert f"{low}–{high} %" in text(app, "chance")
        assert "from 90 answers" in text(app, "chance")
        assert "26 Oct" in text(app, "trend")
        assert text(app, "shares").count("●") == 1 + len(found.domains())
        assert first.skill.name.en in text(app, "shares")
        assert first.skill.name.en in text(app, "helps")
        low, chance, high = shown_chance(predicted)
        assert "not passed, score 690" in text(app, "about")
        assert f"predicted that day: {chance}% ({low} to {high})" in text(app, "about")


@pytest.mark.parametrize("answers", [4, 90])
async def test_what_helps_most_is_practiced(
    study: Study, bank: Bank, events: Events, answers: int
) -> None:
    """What helps most, weight times room; while there is no chance, the skill least known."""
    answered(study, bank, answers)
    helping = [one.skill.id for one in prospects_of(study).helps_most()]
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p")
        await app.workers.wait_for_complete()
        await pilot.pause()
        parts = progress(app).found.parts
        assert parts is not None
        skill = helping[0] if answers >= 20 else parts.weakest[0]
        await press(pilot, "f3")
        exam = study.goal.exam
        for item in sessions(events())[-1].items:
            assert skill in bank.questions[item].skills[exam]


@pytest.mark.parametrize("language", [Language.EN, Language.KO])
@pytest.mark.parametrize("exam", ["dva-c02", "dva-c03"])
async def test_the_whole_map_fits_a_small_terminal(
    make_study: Callable[..., Study], bank: Bank, language: Language, exam: str
) -> None:
    """12 tasks, 72 skills fit 80x24."""
    study = make_study(language)
    change_plan(study, exam=exam)
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p", "m")
        main = app.screen.query_one("#main")
        assert main.virtual_size.height <= main.size.height
        marks = "".join(
            segment.text for strip in app.screen._compositor.render_strips() for segment in strip
        )
        # Nothing was asked yet: each skill is a dot, or two.
        assert len(re.findall("·+", marks)) == len(list(bank.blueprints[exam].skills()))


async def test_the_map_is_walked_and_practiced(study: Study, bank: Bank, events: Events) -> None:
    """Keys: task, skills, domain, Enter practices, cards."""
    app = DvaApp(study)
    exam = study.goal.exam
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p", "f2")
        assert skills(app).here.id == "1.1"
        await press(pilot, "down", "down", "down")
        assert skills(app).here.id == "2.1"
        await press(pilot, "right", "right", "right", "left")
        assert skills(app).here.id == "2.1.2"
        assert "2.1.2" in app.screen.query_one(ActionBar).render().plain
        await press(pilot, "left", "left", "left")
        assert skills(app).here.id == "2.1"
        await press(pilot, "4", "right", "enter")
        assert isinstance(app.screen, QuizScreen)
        asked = sessions(events())[-1].items
        assert asked
        assert all("4.1.1" in bank.questions[item].skills[exam] for item in asked)
        await press(pilot, "escape")
        await press(pilot, "3", "c")
        assert isinstance(app.screen, CardsScreen)
        assert any(skill.startswith("3.1.") for skill in app.screen.card.skills[exam])


async def test_a_wide_map_tells_of_the_skills_of_the_task(study: Study, bank: Bank) -> None:
    """Wide side: the task's skills, the skill."""
    app = DvaApp(study)
    task = bank.blueprints[study.goal.exam].domains[0].tasks[0]
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "p", "m", "right")
        side = "\n".join(panel.render().plain for panel in app.screen.query(Panel))
        for skill in task.skills:
            assert skill.name.en in side
        assert task.skills[0].summary.split()[0] in side
