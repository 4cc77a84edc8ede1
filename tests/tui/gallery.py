"""Draw every screen and state into one folder: `python -m tests.tui.gallery FOLDER [NAME...]`.

At three sizes, in two themes and three languages, for looking at. A name is part of a picture's:
`home`, `choice-judged`, `80x24`, `ko`. With `TEXTUAL_COLOR_SYSTEM` at `truecolor`, `256` or
`standard` the pictures have the palettes of a terminal with so many colors, with `NO_COLOR` none.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from textual.pilot import Pilot

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Paired, Picked, Response, TypedText
from study_app.learning.exam.shape import Shape
from study_app.learning.log.events import StudyEvent
from study_app.learning.log.session import Session
from study_app.learning.material.items import (
    Choice,
    Choices,
    Matching,
    Ordering,
    Question,
    QuestionKind,
    Typed,
)
from study_app.tui.app import DvaApp
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.usecases.exam.outcome import record_outcome
from study_app.usecases.plan import change_plan, plan_of
from study_app.usecases.review import begin_review
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.histories import long_history
from tests.tui.screenshots import BANK, NOW, WEB_FONTS, answer, keys, of_kind, study, until_result

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
    items: Callable[[Study], Sequence[str]] | None = None
    cards: str | None = None
    scenario: str | None = None
    left: int = 0
    new: bool = False
    long: bool = False
    """Whether the learner has followed the plan for two months."""
    before: Callable[[Study], object] = lambda made: None
    exam: Shape | None = None


def reviews(made: Study) -> Sequence[str]:
    """Choices of several topics that review a card today."""
    due = [
        made.bank.questions[plan_of(made).situation.question_of(one.card)]
        for one in plan_of(made).situation.due
    ]
    choices = [one.id for one in due if one.kind is QuestionKind.CHOICE]
    assert len({one.partition("/")[0] for one in choices}) > 1
    return choices


def leech(made: Study) -> Sequence[str]:
    """A question whose card was missed every day for a week."""
    (item, *_) = of_kind(made, QuestionKind.CHOICE, "kms-encryption")
    for number in range(9, 1, -1):
        at = NOW - timedelta(days=number)
        made.record(answer(f"leech-{number}", at, item, Verdict.WRONG))
    return [item, *reviews(made)]


async def rightly(pilot: Pilot[None]) -> None:
    """Give the right answer to a choice."""
    screen = pilot.app.screen
    assert isinstance(screen, QuizScreen)
    area = screen.view.area
    assert isinstance(area, ChoosingArea)
    right = next(n for n, key in enumerate(area.keys, 1) if area.options[key].correct)
    await pilot.press(str(right), "enter")
    await pilot.pause(0.3)


async def until_known(pilot: Pilot[None]) -> None:
    """Open progress and wait for the chance of earlier weeks."""
    await pilot.press("p")
    for _ in range(2):
        await pilot.pause(0.2)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until_known_and_down(pilot: Pilot[None]) -> None:
    await until_known(pilot)
    await pilot.press("pagedown", "pagedown")
    await pilot.pause(0.2)


def was_taken(made: Study) -> None:
    """The learner reported an exam of a week ago."""
    record_outcome(made, NOW.date() - timedelta(days=7), passed=True, score=790)


EXAM = date(2026, 12, 15)


def to_exam(made: Study) -> None:
    change_plan(made, exam_date=EXAM)


def behind(made: Study) -> None:
    change_plan(made, exam_date=EXAM, minutes=12)


def short_of_time(made: Study) -> None:
    change_plan(made, exam_date=date(2026, 12, 6), minutes=10)


def nothing_due(made: Study) -> None:
    """All that is due today is answered, and no card is left to begin."""
    change_plan(made, exam_date=EXAM, minutes=600)
    while session := begin_review(made):
        sitting = Sitting(made, session)
        while asked := sitting.show():
            sitting.submit(right(asked.question))
    change_plan(made, minutes=30)


def right(question: Question) -> Response:
    match question.form:
        case Choice(options) | Choices(options):
            return Picked(tuple(key for key, one in options.items() if one.correct))
        case Typed(answer):
            return TypedText(answer.accept[0])
        case Ordering(items):
            return Picked(tuple(items))
        case Matching(pairs):
            return Paired(tuple((key, key) for key in pairs))


WHOLE = Shape(exam="dva-c03", questions=65, minutes=130)
SHORT = Shape(exam="dva-c03", questions=4, minutes=8)
ANSWERED = ("1", "right", "2", "f", "right", "right", "3")

SCENES = (
    Scene("home-first", keys(), new=True),
    Scene("home", keys(), before=to_exam),
    Scene("home-no-date", keys()),
    Scene("home-in-list", keys("down", "down"), before=to_exam),
    Scene("home-open", keys(), left=2, before=to_exam),
    Scene("home-behind", keys(), before=behind),
    Scene("home-none-due", keys(), before=nothing_due),
    Scene("plan", keys("d"), before=to_exam),
    Scene("plan-first", keys("d"), new=True),
    Scene("plan-typing", keys("d", "enter", *"2026-11-01", "enter"), before=to_exam),
    Scene("plan-short", keys("d", "down"), before=short_of_time),
    Scene("topics", keys("t", *["down"] * 5)),
    Scene("topics-none", keys("t", *"xyzzy")),
    Scene("practice", keys("1")),
    Scene("practice-picked", keys("1", "right", "down", "right", "down", "down", "down", "right")),
    Scene("practice-skill", keys("1", "right", "right", "right", "down", "right")),
    Scene("practice-none", keys("1", "down", "down", "right", "down", "down", "right", "right")),
    Scene("practice-ready", keys("1", "up")),
    Scene("search", keys("slash", *"account", "down")),
    Scene("search-korean", keys("slash", *"ㅎㅅ 버전")),
    Scene("search-none", keys("slash", *"xyzzy")),
    Scene("missed", keys("m", "down")),
    Scene("flagged-none", keys("f")),
    Scene("unfinished", keys("r"), left=3),
    Scene("unfinished-end", keys("r", "x"), left=3),
    Scene("progress-first", keys("p"), new=True),
    Scene("progress-few", until_known),
    Scene("progress-readiness", until_known, long=True),
    Scene("progress-outcome", until_known_and_down, long=True, before=was_taken),
    Scene("progress-habits", keys("p", "2"), long=True),
    Scene("progress-mistakes", keys("p", "3", "down"), long=True),
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
    Scene("review-judged", rightly, items=reviews),
    Scene("review-missed", keys("1", "enter"), items=lambda made: [*reviews(made)][1:]),
    Scene("review-leech", keys("1", "enter"), items=leech),
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
    Scene("more", keys("1", "enter", "m", "down"), QuestionKind.CHOICE),
    Scene("more-note", keys("1", "enter", "m", "1", *"a note"), QuestionKind.CHOICE),
    Scene("more-noted", keys("1", "enter", "m", "1", *"a note", "f8", "end"), QuestionKind.CHOICE),
    Scene("more-card", keys("m"), cards="ecs-placement"),
    Scene("suspended", keys("m", "2", "right", "m", "2", "m", "4"), cards="ecs-placement"),
    Scene("result", until_result, QuestionKind.CHOICE),
    Scene("result-long", until_result, QuestionKind.CHOICE, long=True),
    Scene("review", until_result, QuestionKind.CHOICE),
    Scene("exam-start", keys("up"), exam=WHOLE),
    Scene("exam-paused", keys("enter", *ANSWERED, "escape"), exam=WHOLE),
    Scene("exam-question", keys("enter", *ANSWERED, "down", "x"), exam=WHOLE),
    Scene("exam-hidden", keys("enter", "t"), exam=WHOLE),
    Scene("exam-grid", keys("enter", *ANSWERED, "g"), exam=WHOLE),
    Scene("exam-submit", keys("enter", *ANSWERED, "g", "s"), exam=WHOLE),
    Scene("exam-result", keys("enter", *ANSWERED, "g", "s", "s"), exam=SHORT),
    Scene(
        "exam-result-outcome",
        keys("enter", *ANSWERED, "g", "s", "s"),
        exam=SHORT,
        before=was_taken,
        long=True,
    ),
    Scene("exam-review", keys("enter", *ANSWERED, "g", "s", "s", "3", "right"), exam=SHORT),
    Scene("home-exam", keys("enter", *ANSWERED, "escape", "escape"), exam=WHOLE),
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
    if scene.items is not None:
        return made.sit(scene.items(made), seed=3)
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
    scene.before(made)
    for event in past() if scene.long else ():
        made.record(event)
    scenarios = () if scene.scenario is None else (BANK.scenarios[scene.scenario],)
    app = DvaApp(
        made, session=begun(made, scene), topic=scene.cards, scenarios=scenarios, exam=scene.exam
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.2)
        await scene.walk(pilot)
        if scene.name.startswith(("result", "exam-result")):
            await pilot.app.workers.wait_for_complete()
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
