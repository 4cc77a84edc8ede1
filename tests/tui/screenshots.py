"""Write a picture of every screen: `python tests/tui/screenshots.py FOLDER`.

For looking at; and `.github/*.svg`, which the README shows, come from here.
"""

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random

from textual.pilot import Pilot

from study_app.bank.loading import load
from study_app.bank.places import shipped_content
from study_app.grading.verdict import Verdict
from study_app.learning.events import Answered
from study_app.learning.items import Kind
from study_app.learning.responses import Picked
from study_app.settings import Settings
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.tui.app import DvaApp
from study_app.tui.screens.quiz import QuizScreen
from study_app.usecases.study import Chance, Study
from study_app.words.language import Language

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
Walk = Callable[[Pilot[None]], Awaitable[None]]

BANK = load((shipped_content(),))
WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""A picture that fetches fonts from the network is none of ours."""


def study(language: Language, theme: str, *, empty: bool = False) -> Study:
    numbers = count()
    log = ReviewLog(MEMORY, lambda: NOW)
    made = Study(
        BANK,
        log,
        clock=lambda: NOW,
        new_id=lambda at: f"id-{next(numbers)}",
        chance=Chance(Random(4)),
        settings=Settings(language, theme),
        remember=lambda choices: None,
        zone=UTC,
    )
    if empty:
        return made
    chance = Random(5)
    for topic, part in (("docker", 1.0), ("ecs", 0.7), ("ecs-task-definition", 0.3)):
        questions = BANK.questions_of(BANK.topics[topic])
        for question in questions[: round(len(questions) * part)]:
            verdict = chance.choices(list(Verdict), [8, 1, 2])[0]
            made.record(
                Answered(
                    id=f"past-{next(numbers)}",
                    at=NOW,
                    day=NOW.date(),
                    session="past",
                    item=question.id,
                    item_hash="",
                    response=Picked(()),
                    verdict=verdict,
                    score=1.0,
                    elapsed_ms=20_000,
                )
            )
    return made


def of_kind(made: Study, kind: Kind, topic: str) -> list[str]:
    return [one.id for one in BANK.questions_of(BANK.topics[topic]) if one.kind is kind]


def keys(*pressed: str) -> Walk:
    async def walk(pilot: Pilot[None]) -> None:
        for key in pressed:
            await pilot.press(key)
        await pilot.pause(0.3)

    return walk


async def until_result(pilot: Pilot[None]) -> None:
    """Answer three questions with the first option, skip what is left."""
    for _ in range(3):
        await pilot.press("1", "enter", "enter")
    while isinstance(pilot.app.screen, QuizScreen):
        await pilot.press("f4")
        await pilot.pause()


async def shoot(
    folder: Path,
    name: str,
    walk: Walk,
    *,
    language: Language = Language.EN,
    theme: str = "dva-dark",
    size: tuple[int, int] = (80, 24),
    kind: Kind | None = None,
    topic: str = "ecs-placement",
    card: int | None = None,
    scenario: str | None = None,
) -> None:
    made = study(language, theme)
    session = None
    if kind is not None:
        session = made.sit(of_kind(made, kind, topic)[:5], seed=3)
    scenarios = () if scenario is None else (BANK.scenarios[scenario],)
    app = DvaApp(
        made, session=session, topic=topic if card is not None else None, scenarios=scenarios
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.3)
        for _ in range(card or 0):
            await pilot.press("n")
        await walk(pilot)
        picture = WEB_FONTS.sub("", app.export_screenshot(title="dva"))
        (folder / f"{name}.svg").write_text(picture, encoding="utf-8")


async def main(folder: Path) -> None:
    worked = list(BANK.topics["ecs-rolling-update"].card_ids).index(
        "ecs-rolling-update/worked-example"
    )
    rolling = "ecs-rolling-update"
    await shoot(folder, "home", keys())
    await shoot(folder, "home-wide", keys(), size=(120, 40))
    await shoot(folder, "home-ko-light", keys(), language=Language.KO, theme="dva-light")
    await shoot(folder, "topics", keys("t"))
    await shoot(folder, "help", keys("question_mark"))
    await shoot(folder, "card", keys(), card=1)
    await shoot(folder, "card-ko", keys(), card=1, language=Language.KO)
    steps = keys("space", "space", "space")
    await shoot(folder, "rollout", steps, card=worked, topic=rolling)
    await shoot(folder, "rollout-ko", steps, card=worked, topic=rolling, language=Language.KO)
    await shoot(folder, "choice", keys("down"), kind=Kind.CHOICE)
    await shoot(folder, "choice-judged", keys("1", "enter"), kind=Kind.CHOICE)
    await shoot(folder, "scenarios", keys("l"))
    notes = "notes-rolling-update"
    await shoot(folder, "lab", keys("right", "right"), scenario=notes)
    await shoot(folder, "lab-first-ko", keys(), scenario=notes, language=Language.KO)
    await shoot(folder, "lab-predict", keys("right", "p"), scenario=notes)
    await shoot(folder, "lab-form", keys("e"), scenario="az-then-binpack", theme="dva-light")
    beside = keys("right", "right", "right")
    await shoot(folder, "lab-beside", beside, scenario="binpack-or-spread", size=(120, 40))
    await shoot(folder, "lab-scaling", beside, scenario="target-tracking-day")
    wide = keys("1", "enter")
    await shoot(folder, "choice-wide", wide, kind=Kind.CHOICE, size=(120, 40))
    await shoot(
        folder,
        "choice-light-both",
        wide,
        kind=Kind.CHOICE,
        theme="dva-light",
        language=Language.BOTH,
        size=(120, 40),
    )
    await shoot(folder, "choices", keys("1", "3"), kind=Kind.CHOICES)
    await shoot(folder, "typed-close", keys(*"binpak", "enter"), kind=Kind.TYPED)
    await shoot(folder, "ordering", keys("2", "1", "3"), kind=Kind.ORDERING)
    await shoot(folder, "ordering-judged", keys(*"21345", "enter"), kind=Kind.ORDERING)
    await shoot(folder, "matching", keys("b", "a"), kind=Kind.MATCHING)
    await shoot(folder, "result", until_result, kind=Kind.CHOICE)
    await shoot(folder, "small", keys(), size=(50, 12))


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target))
