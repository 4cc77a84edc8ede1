"""More: notes, I guessed, I was wrong, suspend, report."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from study_app.bank.bank import Bank
from study_app.bank.places import shipped_content
from study_app.learning.choosing.practice import Only, Practice
from study_app.learning.log.events import (
    Guessed,
    Noted,
    StudyEvent,
    Subject,
    Suspended,
    Undone,
    WasWrong,
)
from study_app.learning.material.items import QuestionKind
from study_app.tui.app import DvaApp
from study_app.tui.screens.more.more import MoreScreen
from study_app.tui.screens.more.note import NoteScreen
from study_app.tui.screens.more.suspended import SuspendedScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.screens.search import SearchScreen
from study_app.tui.widgets.action_bar import ActionBar
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.tui.widgets.drawing import Drawing
from study_app.usecases.study import Study

Events = Callable[[], list[StudyEvent]]
SIZE = (80, 24)


@pytest.fixture
def item(bank: Bank) -> str:
    return next(
        one.id for one in bank.questions.values() if one.kind is QuestionKind.CHOICE and one.card
    )


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def right(app: DvaApp) -> str:
    """The key of the option that is right."""
    area = app.screen.query_one(ChoosingArea)
    (number,) = [place for place, key in enumerate(area.keys, 1) if area.options[key].correct]
    return str(number)


def shown(app: DvaApp) -> str:
    return "\n".join(str(one.render()) for one in app.screen.query(Drawing))


def bar(app: DvaApp) -> str:
    return str(app.screen.query_one(ActionBar).render())


async def test_a_note_is_shown_with_the_question_found_and_practiced(
    study: Study, item: str, events: Events
) -> None:
    """Markdown, shown with it, searchable, `--only noted`."""
    app = DvaApp(study, session=study.sit([item], retries=0))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m")
        assert isinstance(app.screen, QuizScreen)  # not before the answer
        await press(pilot, "1", "enter", "f10", "1")
        assert isinstance(app.screen, NoteScreen)
        await press(pilot, *"1 mnemonic", "enter", "q", "f8")
        assert isinstance(app.screen, QuizScreen)
        noted = events()[-1]
        assert isinstance(noted, Noted)
        assert (noted.item, noted.subject) == (item, Subject.QUESTION)
        assert noted.text == "1 mnemonic\nq"
        assert "1 mnemonic" in shown(app)
        assert "Saved the note" in bar(app)
        assert [one.id for one in study.questions(Practice(only=Only.NOTED))] == [item]
        app.open_search("mnemonic")
        await pilot.pause()
        assert isinstance(app.screen, SearchScreen)
        assert [one.item for one in app.screen.found] == [item]
        await press(pilot, "escape", "escape", "m", "enter", "escape")
        assert isinstance(app.screen, MoreScreen)
        assert isinstance(events()[-1], Noted)  # nothing more was written
        await press(pilot, "1", "ctrl+a", "delete", "backspace", *["backspace"] * 20, "f8")
        assert "mnemonic" not in shown(app)
    assert study.questions(Practice(only=Only.NOTED)) == []


async def test_typed_text_of_a_note_is_not_dropped_without_asking(
    study: Study, item: str, events: Events
) -> None:
    app = DvaApp(study, session=study.sit([item], retries=0))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "enter", "m", "1", "x", "escape")
        asked = app.screen
        assert isinstance(asked, NoteScreen)
        assert "Not saved yet" in str(asked.query_one(".keys", Static).render())
        await press(pilot, "y")  # who goes on typing is asked again
        assert "Not saved yet" not in str(asked.query_one(".keys", Static).render())
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, MoreScreen)
        assert not any(isinstance(one, Noted) for one in events())
        await press(pilot, "1", "z", "escape", "f8")
        noted = events()[-1]
        assert isinstance(noted, Noted)
        assert noted.text == "z"


async def test_what_is_said_of_an_answer_stands_until_it_is_taken_back(
    study: Study, item: str, events: Events
) -> None:
    app = DvaApp(study, session=study.sit([item], retries=0))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, right(app), "enter", "m", "2")
        guessed = events()[-1]
        assert isinstance(guessed, Guessed)
        assert "Marked as a guess" in bar(app)
        await press(pilot, "m", "3")
        assert isinstance(events()[-1], WasWrong)
        await press(pilot, "m", "4")
        undone = events()[-1]
        assert isinstance(undone, Undone)
        assert undone.target == events()[-2].id
        await press(pilot, "m", "4")
        undone = events()[-1]
        assert isinstance(undone, Undone)
        assert undone.target == guessed.id


async def test_a_missed_answer_is_not_asked_whether_it_was_guessed(
    study: Study, item: str, events: Events
) -> None:
    """A wrong answer that was not overruled stays 1. The action bar names the answer."""
    app = DvaApp(study, session=study.sit([item], retries=0))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        number = right(app)
        await press(pilot, "2" if number == "1" else "1", "enter")
        assert f"the answer is {number}" in bar(app)
        await press(pilot, "m")
        assert isinstance(app.screen, MoreScreen)
        names = [entry.name for entry in app.screen.entries]
        assert names == [
            "Write a note",
            "Suspend the question",
            "Suspend the card",
            "Report",
            "Suspended",
        ]
    assert not [one for one in events() if isinstance(one, Guessed | WasWrong)]


async def test_what_is_suspended_is_listed_and_taken_back(
    study: Study, bank: Bank, item: str, events: Events
) -> None:
    card = bank.questions[item].card
    app = DvaApp(study, session=study.sit([item], retries=0))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, right(app), "enter", "m", "4", "m", "5")
        assert "Suspended. More can undo it." in bar(app)
        question_event, card_event = events()[-2:]
        assert isinstance(question_event, Suspended)
        assert isinstance(card_event, Suspended)
        assert (question_event.item, card_event.item) == (item, card)
        assert item not in {one.id for one in study.questions()}
        await press(pilot, "m", "7")
        assert isinstance(app.screen, SuspendedScreen)
        assert app.screen.listing.count == 2
        await press(pilot, "enter", "enter")
        assert app.screen.listing.count == 0
        assert "Nothing is suspended" in bar(app)
    assert [one.on for one in events() if isinstance(one, Suspended)] == [True, True, False, False]
    assert item in {
        one.id for one in study.questions(Practice(topics=(item.split("/", maxsplit=1)[0],)))
    }


async def test_a_report_names_file_line_and_source(study: Study, bank: Bank) -> None:
    """Report copies id, file and line, source's address by OSC 52 and says so."""
    study.folders = (shipped_content(),)
    card = next(iter(bank.cards.values()))
    app = DvaApp(study, topic=card.topic)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m", "3")
        name, place, source = app.clipboard.splitlines()
        assert (name, source) == (f"{card.id} (card)", card.source)
        path, _, line = place.rpartition(":")
        text = (shipped_content().parent / path).read_text(encoding="utf-8").splitlines()
        assert text[int(line) - 1].strip() == f"- id: {card.id.partition('/')[2]}"
        assert f"Copied for a report: {card.id}" in bar(app)
        await press(pilot, "m", "1", *"mine", "f8")
        assert "mine" in shown(app)


async def test_an_overruling_is_taken_back(study: Study, bank: Bank, events: Events) -> None:
    item = next(one.id for one in bank.questions.values() if one.kind is QuestionKind.TYPED)
    app = DvaApp(study, session=study.sit([item], retries=0))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *"nonsense", "enter", "o")
        assert study.history.own_forms(item) == {"nonsense"}
        await press(pilot, "m", "4")
        assert isinstance(events()[-1], Undone)
        assert study.history.own_forms(item) == frozenset()
        assert "Not right" in bar(app)
