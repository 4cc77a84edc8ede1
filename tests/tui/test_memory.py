"""What is no longer on screen is let go: the app may run for days."""

import gc
from weakref import ref

from textual.strip import Strip
from textual.widget import Widget

from study_app.tui.app import DvaApp
from study_app.tui.terminal.caches import STYLES
from study_app.tui.widgets.home.menu import Menu
from study_app.usecases.study import Study
from tests.tui.test_walk import SIZE, press


async def test_a_screen_that_was_left_takes_its_lines_along(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t")
        app.export_screenshot(simplify=True)
        lines = [ref(one._styles_cache) for one in app.screen.query(Widget)]
        assert len(lines) > 5
        await press(pilot, "escape")
        gc.collect()
        assert [one() for one in lines if one() is not None] == []


async def test_what_a_screen_showed_before_is_let_go(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        before = ref(app.screen.query_one(Menu))
        await press(pilot, "f6")
        assert app.screen.query_one(Menu) is not before()
        gc.collect()
        assert before() is None


def test_few_styles_are_kept_as_they_are_written(study: Study) -> None:
    DvaApp(study)
    assert Strip.render_ansi.cache_info().maxsize == STYLES
