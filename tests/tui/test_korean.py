"""The screens in Korean have no English but names and code."""

import pytest

from study_app.tui.app import DvaApp
from study_app.words.language import Language
from tests.latin import english
from tests.tui.gallery import SCENES, Scene, begun
from tests.tui.screenshots import BANK, study

TYPED = {"xyzzy", "note", "nothing", "binpak", "like", "it", "constraints", "instances"}
"""What the scenes type, and fields in the form of the lab."""

STATES = ("home-first", "choice-judged", "typed-close", "exam-result", "lab-form", "result")


def shown(app: DvaApp) -> str:
    """Every line on screen."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


@pytest.mark.parametrize(
    "scene", [one for one in SCENES if one.name in STATES], ids=lambda s: s.name
)
async def test_a_screen_has_no_english(scene: Scene) -> None:
    made = study(Language.KO, "dva-dark", empty=scene.new)
    scene.before(made)
    scenarios = () if scene.scenario is None else (BANK.scenarios[scene.scenario],)
    app = DvaApp(
        made, session=begun(made, scene), scenarios=scenarios, topic=scene.cards, exam=scene.exam
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await scene.walk(pilot)
        await pilot.pause()
        assert not english(shown(app)) - TYPED


def test_every_state_is_a_scene() -> None:
    assert set(STATES) <= {one.name for one in SCENES}
