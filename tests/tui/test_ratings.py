"""The rating after the verdict: proposed, changed, taken back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from study_app.bank.bank import Bank
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.log.events import Answered, Rated, StudyEvent, Undone
from study_app.learning.material.items import QuestionKind
from study_app.tui.app import DvaApp
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.widgets.action_bar import ActionBar
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.tui.widgets.drawing import Drawing
from study_app.tui.widgets.header import Header
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study
from tests.tui.conftest import NOW

Events = Callable[[], list[StudyEvent]]
SIZE = (80, 24)


def quiz(app: DvaApp) -> QuizScreen:
    assert isinstance(app.screen, QuizScreen)
    return app.screen


def bar(app: DvaApp) -> str:
    return app.screen.query_one(ActionBar).render().plain.strip()


def text(app: DvaApp) -> str:
    """All that the main column holds."""
    parts = app.screen.query("#main > Drawing").results(Drawing)
    return "\n".join(part.render().plain for part in parts)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def answer(pilot: Pilot[None], app: DvaApp, *, right: bool) -> None:
    area = quiz(app).view.area
    assert isinstance(area, ChoosingArea)
    which = [area.options[key].correct for key in area.keys].index(right)
    await press(pilot, str(which + 1), "enter")


@pytest.fixture
def items(bank: Bank) -> list[str]:
    """Choices of different topics, each with a card of its own and a hint."""
    found: dict[str, str] = {}
    for one in bank.questions.values():
        if one.kind is QuestionKind.CHOICE and one.card is not None and one.topic not in found:
            found[one.topic] = one.id
    return list(found.values())[:5]


async def test_a_rating_is_changed_and_undo_restores_the_memory(
    study: Study, items: list[str], events: Events
) -> None:
    """The proposed rating with the next interval; + and - change it, Enter takes it. Undo restores
    the state exactly.
    """
    before = dict(study.history.memories)
    app = DvaApp(study, session=study.sit(items))
    async with app.run_test(size=SIZE) as pilot:
        await answer(pilot, app, right=True)
        assert "good 2 d   - hard 1 d  + easy 8 d" in bar(app)
        await press(pilot, "plus", "plus")
        assert "easy 8 d   - good 2 d" in bar(app)
        await press(pilot, "minus", "minus", "plus")
        rated = [one.rating for one in events() if isinstance(one, Rated)]
        assert rated == [4, 3, 2, 3]
        await press(pilot, "plus", "u")
        assert isinstance(events()[-1], Undone)
        assert study.history.memories == before
        await answer(pilot, app, right=True)
        assert "good 2 d" in bar(app), "what was said of the first answer went with it"
        await press(pilot, "minus", "enter")
        (memory,) = study.history.memories.values()
        assert memory.last.rating == 2
        assert quiz(app).sitting.asked is not None


async def test_a_wrong_answer_has_one_rating_and_comes_back_after_three_others(
    study: Study, items: list[str], events: Events
) -> None:
    app = DvaApp(study, session=study.sit(items))
    async with app.run_test(size=SIZE) as pilot:
        await answer(pilot, app, right=False)
        assert "comes back today" in bar(app)
        await press(pilot, "plus", "minus")
        assert not any(isinstance(one, Rated) for one in events())
        queue = [ask.item for ask in quiz(app).sitting.session.queue]
        assert queue[3] == items[0]


async def test_ratings_wait_a_moment(
    study: Study, items: list[str], events: Events, monkeypatch: pytest.MonkeyPatch
) -> None:
    """+ and - are ignored for the first 300 ms."""
    monkeypatch.setattr(QuizScreen, "enter_after", 600)
    app = DvaApp(study, session=study.sit(items))
    async with app.run_test(size=SIZE) as pilot:
        quiz(app)._go_on()
        await answer(pilot, app, right=True)
        await press(pilot, "plus")
        assert not any(isinstance(one, Rated) for one in events())
        quiz(app)._go_on()
        await press(pilot, "plus")
        assert any(isinstance(one, Rated) for one in events())


async def test_topic_and_card_show_after_the_answer_only(
    study: Study, bank: Bank, items: list[str]
) -> None:
    """Mixed sessions call themselves "Reviews"; topic and skill show after the answer. A card
    begins by its question, the card shown with the verdict.
    """
    app = DvaApp(study, session=study.sit(items))
    question = bank.questions[items[0]]
    topic = bank.topics[question.topic].title
    assert question.card is not None
    card = bank.cards[question.card].title
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        header = app.screen.query_one(Header)
        assert "Reviews" in header.render().plain
        assert topic not in header.render().plain
        assert card not in text(app)
        await answer(pilot, app, right=True)
        assert f"Reviews › {topic}" in header.render().plain
        assert card in text(app)


async def test_a_hint_makes_it_hard(study: Study, bank: Bank, events: Events) -> None:
    """Correct after a hint is rated 2."""
    item = next(
        one.id
        for one in bank.questions.values()
        if one.kind is QuestionKind.CHOICE
        and one.card is not None
        and bank.asked(one.id, 1, 0).hint
    )
    app = DvaApp(study, session=study.sit([item]))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "h", "f6", "f6", "f6")  # another language forgets nothing
        await answer(pilot, app, right=True)
        (event,) = (one for one in events() if isinstance(one, Answered))
        assert event.hinted
        assert "hard 1 d" in bar(app)


async def test_a_leech_is_told_with_its_card(study: Study, bank: Bank, items: list[str]) -> None:
    """Leech: 6 lapses; told with its card, never suspended in silence."""
    for number in range(8, 1, -1):
        at = NOW - timedelta(days=number)
        study.record(
            Answered(
                id=f"old-{number}",
                at=at,
                day=at.date(),
                session=f"old-{number}",
                item=items[0],
                item_hash="",
                response=Picked(()),
                verdict=Verdict.WRONG,
                score=0.0,
                elapsed_ms=1,
            )
        )
    app = DvaApp(study, session=study.sit(items))
    async with app.run_test(size=SIZE) as pilot:
        await answer(pilot, app, right=False)
        assert "missed 7 times" in bar(app)
        assert "Missed 7 times: read the card again." in text(app)


async def test_what_is_no_review_has_no_rating(study: Study, items: list[str]) -> None:
    sitting = Sitting(study, study.sit(items[:1]))
    sitting.skip()
    app = DvaApp(study, session=study.sit(items[:1]))
    async with app.run_test(size=SIZE) as pilot:
        await answer(pilot, app, right=True)
        assert "good" in bar(app)
        again = DvaApp(study, session=study.sit(items[:1]))
    async with again.run_test(size=SIZE) as pilot:
        await answer(pilot, again, right=True)
        assert "good" not in bar(again)
        await press(pilot, "plus")
        assert quiz(again).sitting.last is not None
