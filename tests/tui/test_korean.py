"""Every screen and state of the gallery in Korean has no English except names and code.

The scenes of one learner share an app: each begins at home.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from itertools import groupby

import pytest
from textual.pilot import Pilot

from study_app.learning.log.events import Finished, StudyEvent
from study_app.tui.app import DvaApp
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.pages import page_name
from tests.histories import long_history
from tests.latin import WORD, english, phrases
from tests.tui.gallery import SCENES, Scene, begun, nothing_due
from tests.tui.screenshots import BANK, NOW, study

SIZE = (120, 40)
LEFT: dict[str, str] = {
    "topics-none": "xyzzy",
    "search-none": "xyzzy",
    "typed-begun": "binpak",
    "typed-close": "binpak",
    "typed-wrong": "nothing",
    "more-note": "note",
    "more-noted": "note",
    "lab-form": "constraints instances",  # fields of a case
    "lab": "instances",
    "lab-beside": "instances",
    "lab-first": "instances floor lower upper",  # a formula
    "lab-scaling": "readings overview",  # a field, and the end of a page's name
}
"""What a learner typed, and code that no quotes mark."""

ENGLISH_CONTENT = {"search"}
"""What is found there is found in English: the words of the query are."""


def shown(app: DvaApp) -> str:
    """Every line on screen."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture waits for what comes late; here the next scene may come at once."""
    pause = Pilot.pause

    async def at_once(pilot: Pilot[None], delay: float | None = None) -> None:
        await pause(pilot)

    monkeypatch.setattr(Pilot, "pause", at_once)


@cache
def page_words() -> set[str]:
    """The words in the names of AWS's pages, which may be broken over two lines."""
    items = (*BANK.cards.values(), *BANK.questions.values())
    return set(WORD.findall(" ".join(page_name(one.source) for one in items)))


@cache
def weeks() -> list[StudyEvent]:
    """Of the two months of the gallery as much as fills every part of a screen."""
    return long_history(BANK, NOW.date(), days=10)


def learner(scene: Scene) -> tuple[object, ...]:
    """Scenes that are alike in this share a learner: one who starts, studies, followed the plan
    for weeks, left sessions, or has nothing due."""
    done = scene.before is nothing_due
    return scene.new, scene.long, scene.exam is not None and not scene.long, scene.left > 0, done


def groups() -> Iterator[Sequence[Scene]]:
    """Home and the plan come first in a group, before anything is set or begun that shows there."""
    learners = list(dict.fromkeys(map(learner, SCENES)))
    plans = list(dict.fromkeys(one.before for one in SCENES))

    def place(scene: Scene) -> tuple[int, bool, int]:
        return learners.index(learner(scene)), is_opened(scene), plans.index(scene.before)

    for _, scenes in groupby(sorted(SCENES, key=place), learner):
        yield tuple(scenes)


def is_opened(scene: Scene) -> bool:
    """Whether a scene opens a screen of its own, whatever is below."""
    return any((scene.kind, scene.item, scene.items, scene.cards, scene.scenario, scene.exam))


def open_scene(app: DvaApp, scene: Scene) -> None:
    """What the app opens with for a scene. Only one that needs home goes there."""
    if not is_opened(scene) or scene.exam is not None:
        app.go_home()
    session = begun(app.study, scene)
    if session is not None:
        app.open_quiz(session)
    if scene.cards is not None:
        app.open_cards(scene.cards)
    if scene.scenario is not None:
        app.open_lab(BANK.scenarios[scene.scenario])
    if scene.exam is not None:
        end_exam(app.study)
        app.open_exam_start(scene.exam)


def end_exam(made: Study) -> None:
    """A paused exam would be resumed by the next scene."""
    paused = made.history.exams.open()
    if paused is not None:
        made.record(Finished(**made.stamp(paused.started)))


@pytest.mark.parametrize("scenes", [*groups()], ids=lambda scenes: scenes[0].name)
async def test_a_screen_has_no_english(scenes: Sequence[Scene]) -> None:
    first = scenes[0]
    empty = first.new or first.long or first.exam is not None
    with closing(study(Language.KO, "dva-dark", empty=empty)) as made:
        await walk_through(made, scenes)


async def walk_through(made: Study, scenes: Sequence[Scene]) -> None:
    if scenes[0].long:
        made.record(*weeks())
    app = DvaApp(made)
    async with app.run_test(size=SIZE) as pilot:
        for scene in scenes:
            scene.before(made)
            open_scene(app, scene)
            await pilot.pause()
            await scene.walk(pilot)
            if "result" in scene.name:
                await app.workers.wait_for_complete()
            if scene.name == "review":
                await pilot.press("a", "right")
            await pilot.pause()
            text = shown(app)
            assert not phrases(text), (scene.name, text)
            if scene.name not in ENGLISH_CONTENT:
                left = english(text) - set(LEFT.get(scene.name, "").split())
                left -= page_words() if "출처" in text else set()
                assert not left, (scene.name, text)
