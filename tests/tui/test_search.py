"""The search screen: type, see, open; a question's key is never shown."""

from collections.abc import Callable

from textual.pilot import Pilot
from textual.widgets import Input

from study_app.bank.bank import Bank
from study_app.learning.log.events import Started, StudyEvent, Subject
from study_app.learning.material.items import Choice, Question
from study_app.tui.app import DvaApp
from study_app.tui.screens.cards import CardsScreen
from study_app.tui.screens.home import HomeScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.screens.search import SearchScreen
from study_app.tui.widgets.action_bar import ActionBar
from study_app.tui.widgets.drawing import Drawing
from study_app.tui.widgets.listing import Listing
from study_app.usecases.study import Study

Events = Callable[[], list[StudyEvent]]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def search(app: DvaApp) -> SearchScreen:
    assert isinstance(app.screen, SearchScreen)
    return app.screen


async def test_from_words_to_a_card_and_to_a_question(study: Study, events: Events) -> None:
    app = DvaApp(study)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"account", "space", *"key")
        assert search(app).chosen is not None
        await press(pilot, "f2")
        assert {one.subject for one in search(app).found} == {Subject.CARD}
        card = search(app).chosen
        assert card is not None
        await press(pilot, "enter")
        assert isinstance(app.screen, CardsScreen)
        assert app.screen.card.id == card.item
        await press(pilot, "escape", "f3", "down")
        question = search(app).chosen
        assert question is not None
        assert question.subject is Subject.QUESTION
        await press(pilot, "enter")
        assert isinstance(app.screen, QuizScreen)
        started = events()[-1]
        assert isinstance(started, Started)
        assert started.items == (question.item,)
        await press(pilot, "escape", "f3")
        assert {one.subject for one in search(app).found} == set(Subject)
        await press(pilot, "escape")
        assert search(app).query_one(Input).value == ""  # first it clears,
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)  # then it leaves


async def test_nothing_found_says_so(study: Study, events: Events) -> None:
    app = DvaApp(study)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", *"xyzzy")
        assert "No topic matches" in str(app.screen.query_one(ActionBar).render())
        await press(pilot, "enter")
        assert search(app).wanted.text == "xyzzy"  # topics hand the words on
        await press(pilot, "enter")
        message = str(search(app).query_one(ActionBar).render())
        assert "No card or question contains all of these words" in message
    assert events() == []


async def test_more_rows_come_below_the_last(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6", "e")
        before = search(app).query_one(Listing).count
        await press(pilot, *["down"] * before)
        assert search(app).query_one(Listing).cursor == before
        assert search(app).query_one(Listing).count > before


async def test_a_preview_never_shows_the_key(study: Study, bank: Bank) -> None:
    """A question's preview never shows its key, nor why."""
    question = next(
        one
        for one in bank.questions.values()
        if isinstance(one, Question) and isinstance(one.form, Choice)
    )
    assert isinstance(question.form, Choice)
    app = DvaApp(study)
    async with app.run_test(size=(160, 50)) as pilot:
        app.open_search(question.id)
        await pilot.pause()
        await pilot.pause()
        assert search(app).chosen is not None
        text = "\n".join(str(one.render()) for one in search(app).query(Drawing))
        assert " ".join(question.prompt.split())[:30] in " ".join(text.split())
        for option in question.form.options.values():
            assert option.text not in text
            assert option.why not in text
