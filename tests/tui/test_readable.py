"""What is really drawn: every text is readable, nothing is cut, one filled accent per screen."""

from collections.abc import Callable, Iterator

import pytest
from rich.segment import Segment

from study_app.bank.bank import Bank
from study_app.learning.material.items import QuestionKind
from study_app.tui.app import DvaApp
from study_app.tui.terminal.themes import INK, MARK, PAPER, TEXT, contrast
from study_app.usecases.study import Study
from study_app.words.language import Language

DECOR = set("─┈┄▁▂▃▄▅▆▇█▀▌▐▖▗▘▝▙▛▜▟ ")
"""What is seen beside its figures, or is the half row of a surface."""
LOOKS = [
    (Language.EN, "dva-dark", (80, 24)),
    (Language.KO, "dva-light", (80, 24)),
    (Language.BOTH, "dva-dark", (120, 40)),
    (Language.EN, "dva-light", (160, 50)),
]
KEYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "home, in the list": ("down", "down"),
    "plan": ("d",),
    "plan, typing": ("d", "enter"),
    "topics": ("t", "down"),
    "missed": ("m",),
    "search": ("6", *"account", "down"),
    "practice": ("1", "right", "down"),
    "help": ("question_mark",),
    "scenarios": ("l",),
    "progress": ("p",),
    "mistakes": ("p", "2"),
    "skills": ("p", "m", "right"),
}
JUDGED = dict.fromkeys(QuestionKind, ("1", "2", "3", "4", "5", "a", "b", "c", "d", "e", "enter"))


def drawn(app: DvaApp) -> Iterator[tuple[Segment, str, str]]:
    """Every piece of text on screen with its color and its ground."""
    palette = INK if app.current_theme.dark else PAPER
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if segment.text.strip() and style is not None and style.color is not None:
                ground = style.bgcolor.triplet if style.bgcolor else None
                ink = style.color.triplet
                assert ink is not None
                yield segment, ink.hex, ground.hex if ground else palette["ground"]


def check(app: DvaApp, where: str, *, chips: int = 1) -> None:
    filled = 0
    palette = INK if app.current_theme.dark else PAPER
    for segment, ink, ground in drawn(app):
        text = segment.text.strip()
        if ground == palette["accent"]:
            filled += 1
        ratio = contrast(ink, ground)
        if any(one.isalnum() for one in text):
            assert ratio >= TEXT, f"{where}, {text!r}: {ink} on {ground} is {ratio:.2f}"
        elif set(text) - DECOR:
            assert ratio >= MARK, f"{where}, {text!r}: {ink} on {ground} is {ratio:.2f}"
    assert filled <= chips, where


@pytest.mark.parametrize(("language", "theme", "size"), LOOKS)
async def test_a_screen_can_be_read(
    make_study: Callable[..., Study], language: Language, theme: str, size: tuple[int, int]
) -> None:
    app = DvaApp(make_study(language, theme))
    async with app.run_test(size=size) as pilot:
        for name, keys in KEYS.items():
            app.go_home()
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            check(app, name)


@pytest.mark.parametrize(("language", "theme", "size"), LOOKS)
@pytest.mark.parametrize("kind", QuestionKind)
async def test_a_question_can_be_read_before_and_after_its_answer(
    make_study: Callable[..., Study],
    bank: Bank,
    language: Language,
    theme: str,
    size: tuple[int, int],
    kind: QuestionKind,
) -> None:
    study = make_study(language, theme)
    item = next(one.id for one in bank.questions.values() if one.kind is kind)
    app = DvaApp(study, session=study.sit([item], seed=1))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        check(app, "before")
        await pilot.press(*JUDGED[kind])
        await pilot.pause()
        check(app, "after")
