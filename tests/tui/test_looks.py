"""A few looks, compared with pictures that somebody has looked at (see CONTRIBUTING)."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from study_app.learning.choosing.practice import Practice
from study_app.learning.material.items import QuestionKind
from study_app.tui.app import DvaApp
from study_app.usecases.study import Study
from study_app.words.language import Language

Compare = Callable[..., bool]
Walk = Callable[[Pilot[None]], Awaitable[None]]


def pressing(*keys: str) -> Walk:
    async def walk(pilot: Pilot[None]) -> None:
        await seen(pilot, *keys)

    return walk


async def seen(pilot: Pilot[None], *keys: str) -> None:
    """Press `keys` on a screen that stands: how far it scrolls depends on what was laid out."""
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.pause()


def asking(study: Study, kind: QuestionKind) -> DvaApp:
    questions = study.questions(Practice(topics=("ecs-placement",), kind=kind))
    return DvaApp(study, session=study.sit([questions[0].id], seed=1))


@pytest.mark.parametrize(
    ("language", "theme", "size"),
    [
        (Language.EN, "dva-dark", (80, 24)),
        (Language.KO, "dva-light", (80, 24)),
        (Language.EN, "dva-dark", (120, 40)),
    ],
)
def test_home(
    still_study: Callable[..., Study],
    snap_compare: Compare,
    language: Language,
    theme: str,
    size: tuple[int, int],
) -> None:
    assert snap_compare(DvaApp(still_study(language, theme)), terminal_size=size)


def test_the_plan_before_there_is_a_date(
    still_study: Callable[..., Study], snap_compare: Compare
) -> None:
    app = DvaApp(still_study())
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("d"))


@pytest.mark.parametrize("language", Language)
def test_a_judged_choice(
    still_study: Callable[..., Study], snap_compare: Compare, language: Language
) -> None:
    app = asking(still_study(language), QuestionKind.CHOICE)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("1", "enter"))


def test_a_judged_typed_answer(still_study: Callable[..., Study], snap_compare: Compare) -> None:
    app = asking(still_study(), QuestionKind.TYPED)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*"binpak", "enter"))


def test_an_ordering_with_two_places_taken(
    still_study: Callable[..., Study], snap_compare: Compare
) -> None:
    app = asking(still_study(), QuestionKind.ORDERING)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("2", "1"))


def test_the_worked_example_after_three_steps(
    still_study: Callable[..., Study], snap_compare: Compare
) -> None:
    study = still_study()
    app = DvaApp(study, topic="ecs-rolling-update")

    async def walk(pilot: Pilot[None]) -> None:
        cards = study.bank.cards_of(study.bank.topics["ecs-rolling-update"])
        worked = next(number for number, card in enumerate(cards) if card.scenario)
        await seen(pilot, *["n"] * worked, *["space"] * 3)

    assert snap_compare(app, terminal_size=(80, 24), run_before=walk)


@pytest.mark.parametrize(
    ("language", "theme", "size"),
    [
        (Language.EN, "dva-dark", (80, 24)),
        (Language.KO, "dva-light", (80, 24)),
        (Language.EN, "dva-dark", (120, 40)),
    ],
)
def test_the_lab(
    still_study: Callable[..., Study],
    snap_compare: Compare,
    language: Language,
    theme: str,
    size: tuple[int, int],
) -> None:
    study = still_study(language, theme)
    app = DvaApp(study, scenarios=(study.bank.scenarios["four-instances"],))
    assert snap_compare(app, terminal_size=size, run_before=pressing("right", "right"))


@pytest.mark.parametrize("keys", [("p",), ("e",), ()], ids=["predict", "form", "first"])
def test_the_lab_asks_edits_and_begins(
    still_study: Callable[..., Study], snap_compare: Compare, keys: tuple[str, ...]
) -> None:
    study = still_study()
    app = DvaApp(study, scenarios=(study.bank.scenarios["notes-rolling-update"],))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*keys))
