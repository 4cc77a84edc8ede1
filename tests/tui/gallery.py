"""Draw every screen and state into one folder: `python -m tests.tui.gallery FOLDER [NAME...]`.

At three sizes, in two themes and three languages, for looking at. A name is part of a picture's:
`home`, `choice-judged`, `80x24`, `ko`.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from textual.pilot import Pilot

from study_app.learning.events import StudyEvent
from study_app.learning.items import QuestionKind
from study_app.learning.session import Session
from study_app.tui.app import DvaApp
from study_app.tui.screens.quiz import QuizScreen
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.histories import long_history
from tests.tui.screenshots import BANK, NOW, WEB_FONTS, keys, of_kind, study, until_result

SIZES = ((80, 24), (120, 40), (160, 50))
THEMES = ("dva-dark", "dva-light")
Walk = Callable[[Pilot[None]], Awaitable[None]]
Draw = Callable[[DvaApp, Path], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A name, what the app is opened with, and the keys that lead to the state."""

    name: str
    walk: Walk
    kind: QuestionKind | None = None
    topic: str = "ecs-placement"
    item: str | None = None
    cards: str | None = None
    scenario: str | None = None
    left: int = 0
    new: bool = False
    long: bool = False
    """Whether the learner has followed the plan for two months."""


SCENES = (
    Scene("home-first", keys(), new=True),
    Scene("home", keys()),
    Scene("home-in-list", keys("down", "down")),
    Scene("home-open", keys(), left=2),
    Scene("topics", keys("t", *["down"] * 5)),
    Scene("topics-none", keys("t", *"xyzzy")),
    Scene("missed", keys("1", "down")),
    Scene("flagged-none", keys("2")),
    Scene("unfinished", keys("5"), left=3),
    Scene("unfinished-end", keys("5", "x"), left=3),
    Scene("progress-first", keys("p"), new=True),
    Scene("progress-few", keys("p")),
    Scene("progress-habits", keys("p"), long=True),
    Scene("progress-mistakes", keys("p", "2", "down"), long=True),
    Scene("skills-first", keys("p", "m"), new=True),
    Scene("skills-few", keys("p", "m", "3")),
    Scene("skills", keys("p", "m", "3", "down"), long=True),
    Scene("skills-skill", keys("p", "m", "2", "right", "right", "right"), long=True),
    Scene("card", keys(), cards="ecs-placement"),
    Scene("card-table", keys("5"), cards="ecs-placement"),
    Scene("card-example", keys("5", "space", "space"), cards="ecs-rolling-update"),
    Scene("choice", keys(), QuestionKind.CHOICE),
    Scene("choice-cursor", keys("down"), QuestionKind.CHOICE),
    Scene("choice-chosen", keys("2"), QuestionKind.CHOICE),
    Scene("choices-hint", keys("h"), QuestionKind.CHOICES),
    Scene("exhibit", keys(), item="api-gateway/second-method-denied"),
    Scene("exhibit-judged", keys("2", "enter"), item="api-gateway/second-method-denied"),
    Scene("choice-judged", keys("1", "enter"), QuestionKind.CHOICE),
    Scene("choices", keys("1"), QuestionKind.CHOICES),
    Scene("choices-judged", keys("1", "3", "enter"), QuestionKind.CHOICES),
    Scene("typed", keys(), QuestionKind.TYPED),
    Scene("typed-begun", keys(*"binpak"), QuestionKind.TYPED),
    Scene("typed-close", keys(*"binpak", "enter"), QuestionKind.TYPED),
    Scene("typed-wrong", keys(*"nothing like it", "enter"), QuestionKind.TYPED),
    Scene("ordering", keys("2", "1"), QuestionKind.ORDERING),
    Scene("ordering-judged", keys(*"21345", "enter"), QuestionKind.ORDERING),
    Scene("matching", keys("b", "a"), QuestionKind.MATCHING),
    Scene("matching-judged", keys(*"abcde", "enter"), QuestionKind.MATCHING),
    Scene("worked", keys(), item="ecs-placement/drawn-query-grouped"),
    Scene("worked-judged", keys(*"3", "enter"), item="ecs-placement/drawn-query-grouped"),
    Scene("result", until_result, QuestionKind.CHOICE),
    Scene("review", until_result, QuestionKind.CHOICE),
    Scene("help", keys("question_mark")),
    Scene("palette", keys("ctrl+p")),
    Scene("scenarios", keys("l", "down", "down")),
    Scene("lab-first", keys(), scenario="notes-rolling-update"),
    Scene("lab", keys("right", "right"), scenario="notes-rolling-update"),
    Scene("lab-predict", keys("right", "p"), scenario="notes-rolling-update"),
    Scene("lab-form", keys("e"), scenario="az-then-binpack"),
    Scene("lab-beside", keys("right", "right"), scenario="binpack-or-spread"),
    Scene("lab-scaling", keys("right", "right", "right"), scenario="target-tracking-day"),
)


@cache
def past() -> list[StudyEvent]:
    return long_history(BANK, NOW.date())


def begun(made: Study, scene: Scene) -> Session | None:
    """The session that the app opens with; before it, those that were left."""
    for number in range(scene.left):
        items = of_kind(made, QuestionKind.CHOICE, list(BANK.topics)[number])[:6]
        sitting = Sitting(made, made.sit(items, seed=3))
        for _ in range(number + 2):
            sitting.skip()
    if scene.item is not None:
        return made.sit([scene.item, *of_kind(made, QuestionKind.CHOICE, scene.topic)[:3]], seed=3)
    if scene.kind is not None:
        return made.sit(of_kind(made, scene.kind, scene.topic)[:5], seed=3)
    return None


async def shoot(
    scene: Scene, path: Path, size: tuple[int, int], theme: str, language: Language, draw: Draw
) -> None:
    """Draw one picture."""
    made = study(language, theme, empty=scene.new or scene.long)
    for event in past() if scene.long else ():
        made.record(event)
    scenarios = () if scene.scenario is None else (BANK.scenarios[scene.scenario],)
    app = DvaApp(made, session=begun(made, scene), topic=scene.cards, scenarios=scenarios)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.2)
        await scene.walk(pilot)
        if scene.name == "review":
            await pilot.press("a", "right")
        await pilot.pause(0.2)
        draw(app, path)


def as_svg(app: DvaApp, path: Path) -> None:
    """Write what is on screen to `path`.svg."""
    picture = WEB_FONTS.sub("", app.export_screenshot(title="dva"))
    path.with_suffix(".svg").write_text(picture, encoding="utf-8")


async def main(folder: Path, wanted: list[str], draw: Draw = as_svg) -> None:
    """All pictures whose names have every word of one of `wanted`, or all."""
    QuizScreen.enter_after = 0
    for scene in SCENES:
        for size in SIZES:
            for theme in THEMES:
                for language in Language:
                    name = (
                        f"{scene.name}-{size[0]}x{size[1]}-{theme.removeprefix('dva-')}-{language}"
                    )
                    if not wanted or any(
                        all(word in f"-{name}-" for word in one.split("+")) for one in wanted
                    ):
                        await shoot(scene, folder / name, size, theme, language, draw)


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2:]))
