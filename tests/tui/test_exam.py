"""A mock exam through the real app, by keyboard and by mouse. Log rows come first, looks last."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from study_app.learning.exam.shape import Shape
from study_app.learning.log.events import (
    Answered,
    Chosen,
    ExamTaken,
    Finished,
    Flagged,
    Noted,
    Paused,
    Resumed,
    SessionMode,
    Started,
    Struck,
    StudyEvent,
    Submitted,
)
from study_app.learning.material.items import Choice, Choices
from study_app.tui.app import DvaApp
from study_app.tui.measure import edge
from study_app.tui.screens.exam.grid import GridScreen
from study_app.tui.screens.exam.question import ExamScreen
from study_app.tui.screens.exam.result import ExamResultScreen
from study_app.tui.screens.exam.review import ExamReviewScreen
from study_app.tui.screens.exam.start import ExamStartScreen
from study_app.tui.screens.home import HomeScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.widgets.action_bar import ActionBar
from study_app.tui.widgets.header import Header
from study_app.tui.widgets.key_bar import KeyBar
from study_app.usecases.exam.paused import open_exam
from study_app.usecases.plan import change_plan
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.tui.test_readable import check

Events = Callable[[], list[StudyEvent]]
MakeStudy = Callable[..., Study]
SIZE = (80, 24)
SHORT = Shape(exam="dva-c03", questions=4, minutes=60)


def exam(app: DvaApp) -> ExamScreen:
    assert isinstance(app.screen, ExamScreen)
    return app.screen


def bar(app: DvaApp) -> str:
    """What the action bar says."""
    return app.screen.query_one(ActionBar).render().plain.strip()


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def right_keys(app: DvaApp, *, right: bool = True) -> list[str]:
    """The number keys that answer the question on screen."""
    area, form = exam(app).options, exam(app).view.translations[0].form
    assert isinstance(form, Choice | Choices)
    fitting = [n for n, key in enumerate(area.keys, start=1) if form.options[key].correct is right]
    others = [n for n in range(1, len(area.keys) + 1) if n not in fitting]
    return [str(number) for number in [*fitting, *others][: area.required]]


def kinds(events: list[StudyEvent]) -> list[type[StudyEvent]]:
    return [type(one) for one in events]


async def test_a_whole_exam_by_keyboard(study: Study, events: Events) -> None:
    """Every change of an answer is on disk at once; no feedback before the end; the submission
    appends one `answered` for each answered question, and `submitted`.
    """
    app = DvaApp(study, exam=SHORT)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ExamStartScreen)
        assert bar(app).startswith("4 questions   1:00:00")
        await press(pilot, "enter")
        assert exam(app).sitting.attempt.clock.is_running
        assert exam(app).options.cursor is None
        await press(pilot, "enter")
        assert bar(app).startswith("Choose")
        assert "Enter" not in bar(app)
        first = exam(app).sitting.current

        wrong = right_keys(app, right=False)
        await press(pilot, *wrong)
        assert kinds(events())[-len(wrong) :] == [Chosen] * len(wrong)
        before = exam(app).sitting.attempt.chosen[first]
        await press(pilot, *wrong, *right_keys(app))  # taken back, then changed
        assert exam(app).sitting.attempt.chosen[first] != before
        await press(pilot, "x")
        assert isinstance(events()[-1], Struck)
        assert first not in exam(app).sitting.attempt.chosen, "what is struck out is not chosen"
        await press(pilot, "x", *right_keys(app)[-1:])
        assert exam(app).sitting.is_answered(first)
        await press(pilot, "f")
        assert isinstance(events()[-1], Flagged)
        assert not any(isinstance(one, Answered) for one in events())
        await press(pilot, "m", *"why", "f8")
        noted = events()[-1]
        assert isinstance(noted, Noted)
        assert (noted.item, noted.text) == (first, "why")

        await press(pilot, "enter")  # the next question
        assert exam(app).sitting.attempt.place == 2
        await press(pilot, *right_keys(app), "enter", "right")
        assert exam(app).sitting.attempt.place == 4
        await press(pilot, *right_keys(app, right=False), "enter")
        assert isinstance(app.screen, GridScreen), "behind the last question stand all of them"
        assert app.screen.cursor == 3, "the first open one"
        assert bar(app).startswith("1 unanswered")
        await press(pilot, "left", "left", "left", "tab", "s")
        assert app.screen.cursor == 3
        assert bar(app).startswith("1 question is unanswered. Submit?")
        await press(pilot, "up")
        assert "Submit?" not in bar(app)
        await press(pilot, "s", "s")

        assert isinstance(app.screen, ExamResultScreen)
        *answered, end = events()[-4:]
        assert kinds(answered) == [Answered] * 3
        assert isinstance(end, Submitted)
        assert {one.at for one in answered} == {end.at}
        assert {one.mode for one in answered} == {SessionMode.EXAM}
        result = app.screen.result
        assert (result.whole.right, result.whole.of) == (2, 4)
        assert [len(result.missed), len(result.left_open), len(result.flagged)] == [1, 1, 1]
        assert bar(app).startswith("2 missed   1 of them unanswered")
        await press(pilot, "enter")
        assert isinstance(app.screen, ExamReviewScreen)
        assert "Unanswered" in bar(app)
        await press(pilot, "right", "escape", "r")
        assert isinstance(app.screen, QuizScreen)
        begun = events()[-1]
        assert isinstance(begun, Started)
        assert begun.items == tuple(result.wrong)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_whole_exam_by_mouse(study: Study, events: Events) -> None:
    app = DvaApp(study, exam=SHORT)
    size = (120, 40)

    async def act() -> None:
        """Click on the key in the action bar."""
        await pilot.click(ActionBar, offset=(size[0] - edge(size[0]) - 3, 1))
        await pilot.pause()

    async def click_key(name: str) -> None:
        keys = app.screen.query_one(KeyBar).render().plain
        await pilot.click(KeyBar, offset=(keys.index(name), 0))
        await pilot.pause()

    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await act()
        for number in range(4):
            await pilot.pause()
            for key in right_keys(app):
                place = exam(app).options.place_of(int(key) - 1)
                await pilot.click(exam(app).options, offset=(12, place.y))
                await pilot.pause()
            if not number:
                await click_key("f flag")
                await click_key("x strike")
                await click_key("x strike")
                place = exam(app).options.place_of(int(right_keys(app)[-1]) - 1)
                await pilot.click(exam(app).options, offset=(12, place.y))
            await act()
        assert isinstance(app.screen, GridScreen)
        assert bar(app).startswith("All answered")
        await pilot.click("#grid", offset=(10, 1))  # number 2
        await pilot.pause()
        assert exam(app).sitting.attempt.place == 2
        await pilot.click("#side #grid", offset=(3, 3))  # number 1
        await pilot.pause()
        assert exam(app).sitting.attempt.place == 1
        await click_key("g grid")
        await click_key("s submit")
        await act()
        assert isinstance(app.screen, ExamResultScreen)
        assert app.screen.result.whole.right == 4
        assert isinstance(events()[-1], Submitted)
        await act()
        assert isinstance(app.screen, HomeScreen)


async def test_a_paused_or_killed_exam_goes_on_where_it_was(
    make_study: MakeStudy, events: Events
) -> None:
    app = DvaApp(make_study(), exam=SHORT)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        answered = exam(app).sitting.current
        await press(pilot, *right_keys(app), "right", "down", "x", "escape")
        assert isinstance(events()[-1], Paused)
        assert isinstance(app.screen, ExamStartScreen)
        assert bar(app).startswith("paused at 2 of 4, ")
        await press(pilot, "enter")
        assert isinstance(events()[-1], Resumed)
        attempt = exam(app).sitting.attempt
    # Nothing was said to the log when the program ended: as if it was killed.
    assert isinstance(events()[-1], Resumed)
    again = DvaApp(make_study(), exam=SHORT)
    async with again.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        resumed = exam(again).sitting.attempt
        assert resumed.chosen == attempt.chosen == {answered: resumed.chosen[answered]}
        assert resumed.struck == attempt.struck
        assert resumed.place == 2
        assert resumed.clock.elapsed == attempt.clock.elapsed
        assert len(exam(again).options.struck) == 1
        await press(pilot, "left")
        assert exam(again).options.chosen == set(resumed.chosen[answered])


async def test_a_second_exam_asks_before_it_replaces_a_paused_one(
    study: Study, events: Events
) -> None:
    app = DvaApp(study, exam=SHORT)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "escape")
        first = open_exam(study)
        assert first is not None
        await press(pilot, "n")
        assert bar(app).startswith("Give up the paused exam")
        assert open_exam(study) == first
        await press(pilot, "down", "n")
        assert open_exam(study) == first, "it asks anew"
        before = len(events())
        await press(pilot, "n")
        assert exam(app).sitting.attempt.started.session != first.started.session
        assert kinds(events())[before:][0] is Finished
        assert events()[before].session == first.started.session


async def test_the_way_home_from_a_result_leads_past_the_start_of_an_exam(study: Study) -> None:
    """What is only passed does not draw itself anew: it would be gone before it is done."""
    app = DvaApp(study, exam=SHORT)
    async with app.run_test(size=(120, 40)) as pilot:
        start = app.screen
        assert isinstance(start, ExamStartScreen)
        offered = start.offer.drawn
        await press(pilot, "enter", "g", "f8", "f8", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert start.offer.drawn is offered


async def test_at_zero_it_submits_itself_whatever_is_above_it(
    study: Study, events: Events, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Warnings at 30, 10 and 5 minutes; where the time is hidden, at 10 alone."""
    app = DvaApp(study, exam=SHORT)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        screen = exam(app)
        now = study.clock()
        monkeypatch.setattr(study, "clock", lambda: now)

        def let_pass(minutes: float) -> None:
            nonlocal now
            for _ in range(round(minutes * 2)):  # in steps that are no sleep
                now += timedelta(seconds=30)
                screen.tick()

        let_pass(30.5)
        assert bar(app).startswith("30:00 left")
        await press(pilot, "t")
        assert screen.query_one(Header).render().plain.strip().endswith("time hidden    1 / 4")
        let_pass(20)
        assert bar(app).startswith("10:00 left")
        await press(pilot, *right_keys(app))
        let_pass(5)
        assert "left" not in bar(app)
        await press(pilot, "g", "question_mark")
        let_pass(5)
        await pilot.pause()
        assert isinstance(app.screen, ExamResultScreen)
        end = events()[-1]
        assert isinstance(end, Submitted)
        assert end.timed_out
        assert app.screen.result.used == app.screen.result.limit
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_form_offers_another_exam_length_and_time(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        app.open_exam_start()
        await pilot.pause()
        assert isinstance(app.screen, ExamStartScreen)
        offer = app.screen.offer
        assert (offer.shape, len(offer.drawn.questions)) == (
            Shape(exam="dva-c02", questions=65, minutes=130),
            65,
        )
        await press(pilot, "up", "right", "down", "right", "right")
        assert offer.shape == Shape(exam="dva-c03", questions=20, minutes=40, domain="1")
        await press(pilot, "down", "right", "down", "right")
        assert offer.shape == Shape(exam="dva-c03", questions=17, minutes=34, extra=30, domain="2")
        assert {one.domain for one in offer.drawn.questions} == {"2"}
        await press(pilot, "enter")
        assert exam(app).sitting.left > timedelta(minutes=63)
        assert isinstance(exam(app).sitting.attempt.drawn, dict)


LOOKS = [
    (Language.EN, "dva-dark", (80, 24)),
    (Language.KO, "dva-light", (120, 40)),
]


@pytest.mark.parametrize(("language", "theme", "size"), LOOKS)
async def test_every_screen_of_an_exam_can_be_read(
    make_study: MakeStudy, language: Language, theme: str, size: tuple[int, int]
) -> None:
    app = DvaApp(make_study(language, theme), exam=SHORT)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        check(app, type(app.screen).__name__)
        await press(pilot, "enter", "1", "down", "x", "f")
        check(app, type(app.screen).__name__)
        await press(pilot, "right", "escape")
        check(app, type(app.screen).__name__)
        await press(pilot, "n")
        check(app, type(app.screen).__name__)
        await press(pilot, "enter", "g")
        check(app, type(app.screen).__name__)
        await press(pilot, "s")
        check(app, type(app.screen).__name__)
        await press(pilot, "s")
        check(app, type(app.screen).__name__)
        await press(pilot, "enter")
        check(app, type(app.screen).__name__)


def texts_of(app: DvaApp) -> str:
    """What home shows."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_home_leads_to_the_exam_and_resumes_one_that_was_cut_off(
    make_study: MakeStudy,
) -> None:
    """Row 2: "paused at 24 of 65, 1:12:05 left"; after a crash the hero resumes it, its clock
    stopped at the last event.
    """
    app = DvaApp(make_study())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        assert isinstance(app.screen, ExamStartScreen)
        await press(pilot, "enter", "right", "escape", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "paused at 2 of 65, 2:0" in texts_of(app)
        assert "Resume the exam" not in texts_of(app), "it was paused, and today goes on"
        await press(pilot, "2", "enter")
        attempt = exam(app).sitting.attempt
        assert attempt.clock.is_running
    again = DvaApp(make_study())
    async with again.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Resume the exam" in texts_of(again)
        await press(pilot, "enter")
        resumed = exam(again).sitting.attempt
        assert resumed.place == 2
        assert resumed.clock.elapsed == attempt.clock.elapsed


async def test_home_asks_once_how_the_real_exam_went(study: Study, events: Events) -> None:
    change_plan(study, exam_date=study.day - timedelta(days=2))
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "How did it go?" in texts_of(app)
        await press(pilot, "o", "enter", "escape", "o", "1", *"7a99", "enter")
        outcome = events()[-1]
        assert isinstance(outcome, ExamTaken)
        assert (outcome.passed, outcome.score) == (True, 799)
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "How did it go?" not in texts_of(app)
