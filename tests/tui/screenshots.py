"""Write the pictures that the README shows.

`TEXTUAL_COLOR_SYSTEM=truecolor python tests/tui/screenshots.py .github`

`gallery.py` draws every screen and state, with the learner of this module.
"""

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from textual.pilot import Pilot

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.log.events import Answered
from study_app.learning.material.items import QuestionKind
from study_app.settings import Settings
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.tui.app import DvaApp
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.usecases.plan import change_plan
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.shipped import shipped
from tests.studies import study_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
Walk = Callable[[Pilot[None]], Awaitable[None]]

BANK = shipped()
PAST = (
    *(("docker", 1.0), ("ecs", 1.0), ("ecs-task-definition", 0.9), ("ecs-placement", 0.6)),
    *(("lambda", 0.8), ("s3", 1.0), ("dynamodb", 0.5), ("iam-sts", 0.4), ("bedrock", 0.2)),
)
"""How much of each topic the learner has seen."""
WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""A picture that fetches fonts from the network is none of ours."""


def study(language: Language, theme: str, *, empty: bool = False) -> Study:
    log = ReviewLog(MEMORY, lambda: NOW)
    made = study_of(BANK, log, lambda: NOW, chance=4, settings=Settings(language, theme))
    if empty:
        return made
    chance, numbers = Random(5), count()
    for topic, part in PAST:
        questions = BANK.questions_of(BANK.topics[topic])
        for question in questions[: round(len(questions) * part)]:
            verdict = chance.choices(list(Verdict), [20, 1, 2])[0]
            at = NOW - timedelta(days=int(chance.triangular(0, 26, 2)))
            made.record(answer(f"past-{next(numbers)}", at, question.id, verdict))
    return made


def answer(name: str, at: datetime, item: str, verdict: Verdict) -> Answered:
    """One of another day."""
    return Answered(
        id=name,
        at=at,
        day=at.date(),
        session=name.partition("-")[0] if name.startswith("past") else name,
        item=item,
        item_hash="",
        response=Picked(()),
        verdict=verdict,
        score=1.0,
        elapsed_ms=20_000,
    )


def of_kind(made: Study, kind: QuestionKind, topic: str) -> list[str]:
    return [one.id for one in BANK.questions_of(BANK.topics[topic]) if one.kind is kind]


def keys(*pressed: str) -> Walk:
    async def walk(pilot: Pilot[None]) -> None:
        await pilot.press(*pressed)
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
    theme: str = "dva-dark",
    kind: QuestionKind | None = None,
    topic: str = "ecs-placement",
    card: str | None = None,
    scenario: str | None = None,
    exam_date: date | None = None,
) -> None:
    """One picture at 120x40."""
    made = study(Language.EN, theme)
    if exam_date is not None:
        change_plan(made, exam_date=exam_date)
    session = None if kind is None else made.sit(of_kind(made, kind, topic)[:10], seed=3)
    scenarios = () if scenario is None else (BANK.scenarios[scenario],)
    app = DvaApp(made, session=session, topic=card, scenarios=scenarios)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        await app.workers.wait_for_complete()
        await walk(pilot)
        picture = WEB_FONTS.sub("", app.export_screenshot(title="dva"))
        (folder / f"{name}.svg").write_text(picture, encoding="utf-8")


async def main(folder: Path) -> None:
    QuizScreen.enter_after = 0
    await shoot(folder, "home", keys(), exam_date=date(2026, 12, 15))
    await shoot(folder, "question", keys("1", "enter"), kind=QuestionKind.CHOICE)
    await shoot(folder, "topics", keys("t", *["down"] * 3), theme="dva-light")
    await shoot(folder, "card", keys("2"), card="ecs-placement", theme="dva-light")
    await shoot(folder, "lab", keys("right", "right"), scenario="notes-rolling-update")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target))
