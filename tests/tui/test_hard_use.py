"""What happens when keys come fast, terminals change, and people do the unexpected."""

from collections.abc import Callable
from dataclasses import replace

from textual.widgets import Input

from study_app.bank.bank import Bank
from study_app.learning.answering.responses import TypedText
from study_app.learning.log.events import Answered, Skipped, StudyEvent
from study_app.learning.material.items import QuestionKind
from study_app.tui.app import DvaApp
from study_app.tui.screens.cards import CardsScreen
from study_app.tui.screens.home import HomeScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.screens.topics import TopicsScreen
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.usecases.study import Study

Events = Callable[[], list[StudyEvent]]
SIZE = (80, 24)


def ids(bank: Bank, kind: QuestionKind, count: int) -> list[str]:
    return [one.id for one in bank.questions.values() if one.kind is kind][:count]


def quiz(app: DvaApp) -> QuizScreen:
    assert isinstance(app.screen, QuizScreen)
    return app.screen


async def test_an_answer_belongs_to_the_question_it_was_given_to(
    study: Study, bank: Bank, events: Events
) -> None:
    first, second = ids(bank, QuestionKind.TYPED, 2)
    app = DvaApp(study, session=study.sit([first, second]))
    async with app.run_test(size=SIZE) as pilot:
        quiz(app).query_one(Input).value = "x"
        await pilot.press("enter", "f4", "enter", "f4", "f4")
        await pilot.pause()
    given = [event for event in events() if isinstance(event, Answered | Skipped)]
    assert isinstance(given[0], Answered)
    assert (given[0].item, given[0].response) == (first, TypedText("x"))
    assert all(event.item != second for event in given if isinstance(event, Answered))


async def test_keys_that_come_at_once_change_one_thing_after_the_other(
    study: Study, bank: Bank, events: Events
) -> None:
    items = ids(bank, QuestionKind.CHOICE, 4)
    app = DvaApp(study, session=study.sit(items, retries=0))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "enter", "s", "enter", "1", "enter", "enter", "s", "s")
        await pilot.pause()
    given = [event for event in events() if isinstance(event, Answered | Skipped)]
    assert [event.item for event in given] == items
    assert [type(event) for event in given] == [Answered, Answered, Skipped, Skipped]


async def test_tab_makes_no_command_of_an_answer(study: Study, bank: Bank, events: Events) -> None:
    app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.TYPED, 1)))
    async with app.run_test(size=SIZE) as pilot:
        before = len(events())
        await pilot.press("tab", *"spread")
        await pilot.pause()
        assert quiz(app).query_one(Input).value == "spread"
        assert len(events()) == before


async def test_a_card_read_in_a_quiz_offers_no_other_session(study: Study, bank: Bank) -> None:
    item = next(
        one.id for one in bank.questions.values() if one.card and one.kind is QuestionKind.CHOICE
    )
    app = DvaApp(study, session=study.sit([item]))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "enter", "c")
        await pilot.pause()
        assert isinstance(app.screen, CardsScreen)
        assert not app.screen.check_action("questions", ())


async def test_switching_the_language_keeps_what_was_chosen(study: Study, bank: Bank) -> None:
    app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICES, 1)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "3", "f6")
        await pilot.pause()
        area = quiz(app).view.area
        assert isinstance(area, ChoosingArea)
        assert area.chosen == {area.keys[0], area.keys[2]}
        assert area.cursor == 2


async def test_switching_the_language_keeps_the_search(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("t", *"ecr", "f6")
        await pilot.pause()
        assert isinstance(app.screen, TopicsScreen)
        assert app.screen.query_one(Input).value == "ecr"
        assert app.screen.listing.count >= 1


async def test_nothing_opens_above_the_message_that_the_terminal_is_too_small(
    study: Study,
) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.resize_terminal(60, 24)
        await pilot.press("ctrl+p", "f1")
        await pilot.resize_terminal(*SIZE)
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_a_key_of_the_learners_own_works_and_is_shown(study: Study, bank: Bank) -> None:
    study.settings = replace(study.settings, keys={"quiz.skip": "f13, x"})
    app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE, 2)))
    async with app.run_test(size=SIZE) as pilot:
        first = quiz(app).sitting.asked
        await pilot.press("x")
        await pilot.pause()
        assert quiz(app).sitting.asked != first
        assert "f13" in {key for command in quiz(app).commands for key in app.keys_of(command)}
