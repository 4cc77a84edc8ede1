"""The way through the app, by keyboard alone and once by mouse. State and log rows come first."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from study_app.bank.bank import Bank
from study_app.commands.places.everywhere import EVERYWHERE
from study_app.commands.places.home import HOME
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Paired, Picked, TypedText
from study_app.learning.log.events import (
    Answered,
    Finished,
    Flagged,
    Overruled,
    Skipped,
    Started,
    StudyEvent,
    Undone,
)
from study_app.learning.material.items import (
    Asking,
    Choice,
    Choices,
    Matching,
    Ordering,
    QuestionKind,
    Typed,
)
from study_app.tui.app import DvaApp
from study_app.tui.measure import edge
from study_app.tui.screens.cards import CardsScreen
from study_app.tui.screens.help import HelpScreen
from study_app.tui.screens.home import HomeScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.screens.quiz.result import ResultScreen
from study_app.tui.screens.quiz.review import ReviewScreen
from study_app.tui.screens.sessions import SessionsScreen
from study_app.tui.screens.topics import TopicsScreen
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.tui.widgets.answers.joining import Joining
from study_app.tui.widgets.answers.ranking import RankingArea
from study_app.tui.widgets.example import ExampleView
from study_app.usecases.study import Study
from study_app.words.visible import one_line

Events = Callable[[], list[StudyEvent]]
SIZE = (80, 24)


def of_kind(bank: Bank, kind: QuestionKind) -> Asking:
    return next(one for one in bank.questions.values() if one.kind is kind)


def quiz(app: DvaApp) -> QuizScreen:
    assert isinstance(app.screen, QuizScreen)
    return app.screen


def answers(events: list[StudyEvent]) -> list[Answered]:
    return [event for event in events if isinstance(event, Answered)]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def answer_rightly(pilot: Pilot[None], app: DvaApp) -> None:
    """Give the right answer to the question on screen by keys."""
    area, question = quiz(app).view.area, quiz(app).view.translations[0]
    match question.form:
        case Choice(options) | Choices(options):
            assert isinstance(area, ChoosingArea)
            right = [key for key in area.keys if options[key].correct]
            await press(pilot, *(str(area.keys.index(key) + 1) for key in right), "enter")
        case Typed(answer):
            quiz(app).query_one(Input).value = answer.accept[0]
            await press(pilot, "enter")
        case Ordering(items):
            assert isinstance(area, RankingArea)
            await press(pilot, *(str(area.keys.index(key) + 1) for key in items), "enter")
        case Matching():
            assert isinstance(area, Joining)
            letters = ["abcde"[area.right.index(key)] for key in area.keys]
            await press(pilot, *letters, "enter")


def on_screen(app: DvaApp) -> str:
    """Every line that a terminal is given."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


async def test_from_home_through_a_session_with_every_kind_and_back(
    study: Study, bank: Bank, events: Events
) -> None:
    questions = [of_kind(bank, kind) for kind in QuestionKind]
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "t")
        assert isinstance(app.screen, TopicsScreen)
        await press(pilot, *"placement", "f5")
        assert isinstance(app.screen, CardsScreen)
        assert app.screen.card.topic == "ecs-placement"
        await press(pilot, "right", "left", "escape", "escape")
        app.start(lambda: study.sit([question.id for question in questions], seed=1))
        await pilot.pause()
        for question in questions:
            await answer_rightly(pilot, app)
            last = answers(events())[-1]
            assert (last.item, last.verdict) == (question.id, Verdict.CORRECT)
            await press(pilot, "enter")
        assert isinstance(app.screen, ResultScreen)
        assert isinstance(events()[-1], Finished)
        await press(pilot, "a")
        assert isinstance(app.screen, ReviewScreen)
        for _ in questions[1:]:
            await press(pilot, "right")
        assert app.screen.given.ask.item == questions[-1].id
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, HomeScreen)
    responses = [type(event.response) for event in answers(events())]
    assert responses == [Picked, Picked, TypedText, Picked, Paired, Picked]


async def test_a_walk_by_mouse(study: Study, bank: Bank, events: Events) -> None:
    question = of_kind(bank, QuestionKind.CHOICE)
    app = DvaApp(study)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.click("#hero")
        assert isinstance(app.screen, QuizScreen)
        await press(pilot, "escape")
        app.start(lambda: study.sit([question.id], seed=1))
        await pilot.pause()
        area = quiz(app).view.area
        assert isinstance(area, ChoosingArea)
        await pilot.click(ChoosingArea, offset=(10, area.place_of(2).y))
        await pilot.pause()
        assert area.cursor == 2
        await pilot.click("ActionBar", offset=(pilot.app.size.width - edge(100) - 3, 1))
        await pilot.pause()
        given = answers(events())[-1].response
        assert given == Picked((area.keys[2],))


async def test_a_miss_comes_back_and_undo_takes_an_answer_back(
    study: Study, bank: Bank, events: Events
) -> None:
    question = of_kind(bank, QuestionKind.TYPED)
    app = DvaApp(study, session=study.sit([question.id]))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *"nonsense", "enter")
        assert answers(events())[-1].verdict is Verdict.WRONG
        await press(pilot, "enter")
        current = quiz(app).sitting.session.current
        assert current is not None
        assert current.attempt == 1
        await press(pilot, "ctrl+z")
        undone = events()[-1]
        assert isinstance(undone, Undone)
        assert undone.target == answers(events())[0].id
        assert quiz(app).sitting.session.given == ()


async def test_letters_only_type_while_the_box_has_the_focus(
    study: Study, bank: Bank, events: Events
) -> None:
    """No printable key does anything but type while an Input has the focus."""
    printable = "hsfuocq?/1234567890 .,aT"
    app = DvaApp(study, session=study.sit([of_kind(bank, QuestionKind.TYPED).id]))
    async with app.run_test(size=SIZE) as pilot:
        before = len(events())
        await pilot.press(*("space" if key == " " else key for key in printable))
        await pilot.pause()
        assert quiz(app).query_one(Input).value == printable
        assert len(events()) == before


async def test_skip_flag_and_overrule_are_in_the_log(
    study: Study, bank: Bank, events: Events
) -> None:
    typed = [one.id for one in bank.questions.values() if one.kind is QuestionKind.TYPED][:2]
    app = DvaApp(study, session=study.sit(typed))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f3", "f4")
        await press(pilot, *"nonsense", "enter", "ctrl+o")
        kinds = [type(event) for event in events()]
        assert kinds == [Started, Flagged, Skipped, Answered, Overruled]
        assert quiz(app).sitting.session.count(Verdict.CORRECT) == 1
        record = study.history.record(typed[1])
        assert record is not None
        assert record.verdict is Verdict.CORRECT


async def test_an_empty_box_gives_no_answer(study: Study, bank: Bank, events: Events) -> None:
    app = DvaApp(study, session=study.sit([of_kind(bank, QuestionKind.TYPED).id]))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "space", "enter")
        assert answers(events()) == []


async def test_choices_takes_as_many_as_it_asks_for(
    study: Study, bank: Bank, events: Events
) -> None:
    app = DvaApp(study, session=study.sit([of_kind(bank, QuestionKind.CHOICES).id]))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "enter")
        assert answers(events()) == []
        area = quiz(app).view.area
        assert isinstance(area, ChoosingArea)
        await press(pilot, *[str(number) for number in range(2, area.required + 1)], "enter")
        response = answers(events())[-1].response
        assert isinstance(response, Picked)
        assert set(response.keys) == set(area.keys[: area.required])


async def test_a_session_that_was_left_is_resumed_where_it_stopped(
    make_study: Callable[..., Study], bank: Bank
) -> None:
    items = [one.id for one in bank.questions.values() if one.kind is QuestionKind.CHOICE][:3]
    first = make_study()
    app = DvaApp(first, session=first.sit(items, seed=1))
    async with app.run_test(size=SIZE) as pilot:
        await answer_rightly(pilot, app)
    second = make_study()
    app = DvaApp(second)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        session = quiz(app).sitting.session
        assert session.started.items == tuple(items)
        assert [given.ask.item for given in session.given] == items[:1]
        assert session.current is not None
        assert session.current.item == items[1]


async def test_starting_anew_leaves_what_was_left(
    make_study: Callable[..., Study], bank: Bank, events: Events
) -> None:
    """Starting never drops: the unfinished session stays listed, and ends only on purpose."""
    items = [one.id for one in bank.questions.values() if one.kind is QuestionKind.CHOICE][:3]
    first = make_study()
    left = first.sit(items, seed=1)
    app = DvaApp(first, session=left)
    async with app.run_test(size=SIZE) as pilot:
        await answer_rightly(pilot, app)
        await press(pilot, "escape", "n")
        assert quiz(app).sitting.session.started.session != left.started.session
        await press(pilot, "f4", "escape", "r")
        assert isinstance(app.screen, SessionsScreen)
        waiting = [one.started.session for one in first.resumable()]
        assert waiting[1:] == [left.started.session]
        await press(pilot, "down", "x")
        assert not any(isinstance(event, Finished) for event in events())
        await press(pilot, "x")
        ended = [event.session for event in events() if isinstance(event, Finished)]
        assert ended == [left.started.session]
        await press(pilot, "enter")
        assert quiz(app).sitting.session.started.session == waiting[0]


async def test_the_worked_example_is_stepped_forward_and_back(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        app.open_cards("ecs-rolling-update", "ecs-rolling-update/worked-example")
        await pilot.pause()
        view = app.screen.query_one(ExampleView)
        await press(pilot, *["space"] * 6)
        assert view.at == 5
        await press(pilot, "backspace")
        assert view.at == 4


async def test_the_questions_of_a_card_are_asked(study: Study, events: Events) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        app.open_cards("ecs-placement", "ecs-placement/binpack")
        await pilot.pause()
        await press(pilot, "enter")
        started = events()[-1]
        assert isinstance(started, Started)
        cards = {study.bank.questions[item].card for item in started.items}
        assert cards == {"ecs-placement/binpack"}


async def test_the_language_switches_while_an_answer_is_typed(study: Study, bank: Bank) -> None:
    question = bank.asked(of_kind(bank, QuestionKind.TYPED).id, 1, 0)
    app = DvaApp(study, session=study.sit([question.id]))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *"half", "f6")
        assert study.settings.language.value == "ko"
        korean = bank.translated(question, "ko")
        assert korean is not None
        assert korean.prompt in [one.prompt for one in quiz(app).view.translations]
        assert quiz(app).query_one(Input).value == "half"


async def test_the_theme_switches_and_is_remembered(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[object] = []
    monkeypatch.setattr(study, "_remember", kept.append)
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f7")
        assert app.theme == study.settings.theme == "dva-light"
    assert kept == [{"theme": "dva-light"}]


async def test_help_lists_the_commands_of_the_screen_first(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        shown = on_screen(app)
        first = shown.find(HOME.commands[0].sentence.en[:20])
        assert -1 < shown.find(HOME.title.en) < first
        assert EVERYWHERE.title.en not in shown[:first]
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_terminal_that_is_too_small_gets_a_message(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert app.screen.__class__.__name__ == "TooSmallScreen"
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_topics_are_found_by_either_language(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t", *"롤링")
        assert isinstance(app.screen, TopicsScreen)
        assert app.screen.chosen is not None
        assert app.screen.chosen.id == "ecs-rolling-update"
        assert app.screen.listing.count == 1


@pytest.mark.parametrize(
    "hostile",
    ["[/", "arr[0] [b]", "[red]x[/red]", "\x1b[31mred\x07", "👩‍💻 이모지", "\ud800", "x" * 2000],
)
async def test_an_answer_shows_as_typed(study: Study, bank: Bank, hostile: str) -> None:
    """Answers are never interpreted as markup, and control characters are shown as symbols."""
    app = DvaApp(study, session=study.sit([of_kind(bank, QuestionKind.TYPED).id]))
    async with app.run_test(size=SIZE) as pilot:
        quiz(app).query_one(Input).value = hostile
        await press(pilot, "enter")
        assert one_line(hostile)[:5] in on_screen(app)
        await press(pilot, "enter", "f4", "f4", "a")
        assert "\x1b[31m" not in app.export_screenshot()
