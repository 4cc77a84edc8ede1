"""Nothing that a screen has from a file, the log or a keyboard reaches the terminal raw."""

from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.widgets import Input

from study_app.bank.bank import Bank
from study_app.learning.material.items import QuestionKind
from study_app.tui.app import DvaApp
from study_app.tui.text import OnlyVisible
from study_app.usecases.scenarios import open_scenarios
from study_app.usecases.study import Study
from study_app.words.visible import visible

RAW = r"\u001b[31m\u009b2J\u001b]0;owned\u0007\u202e\u007f"
CASE = f"""
{{"cases": [{{"id": "i{RAW}", "kind": "placement", "title": {{"en": "t{RAW}", "ko": "t{RAW}"}},
  "text": {{"en": "x{RAW}"}}, "label": {{"en": "l{RAW}"}},
  "input": {{"count": 2, "group": "g{RAW}", "task": {{"cpu": 1, "memory": 1}},
    "strategy": [{{"type": "spread", "field": "attribute:a{RAW}"}}],
    "instances": [{{"id": "n{RAW}", "cpu": 9, "memory": 9, "az": "z{RAW}"}}]}}}}]}}
"""


def lines(app: DvaApp) -> list[str]:
    """What goes to the terminal, as text."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def expect_visible(app: DvaApp) -> None:
    for line in lines(app):
        assert visible(line) == line


async def test_the_lab_shows_nothing_raw(study: Study, tmp_path: Path) -> None:
    """Titles, texts, zones, the edit form, its messages, the name to save under."""
    file = tmp_path / "case.json"
    file.write_text(CASE)
    app = DvaApp(study, scenarios=open_scenarios(file, None))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        expect_visible(app)
        assert any("␛[31m" in line for line in lines(app))
        for keys in (("right",), ("right",), ("e",), ("escape",), ("ctrl+l",), ("f5",)):
            await pilot.press(*keys)
            await pilot.pause()
            expect_visible(app)
            for box in app.screen.query(Input):
                box.value = f"{box.value}\x1b[31m\x9b2J"
            await pilot.pause()
            expect_visible(app)
        app.notify("a\x1b[31m\x9b2J", markup=False)
        app.ask_for_file(None)
        await pilot.pause()
        app.screen.query_one(Input).value = "no\x1b[31m\x9b2J.yaml"
        await pilot.press("enter")
        await pilot.pause()
        expect_visible(app)


async def test_what_is_typed_is_shown_as_symbols(study: Study, bank: Bank) -> None:
    item = next(one.id for one in bank.questions.values() if one.kind is QuestionKind.TYPED)
    app = DvaApp(study, session=study.sit([item]))
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(Input).value = "a\x1b[31m\x9b2J"
        await pilot.pause()
        expect_visible(app)
        await pilot.press("enter")
        await pilot.pause()
        expect_visible(app)


def test_a_link_that_is_not_what_it_seems_is_none() -> None:
    """A link goes to the terminal between escape sequences, and could end them."""
    black = Color(0, 0, 0)
    good = [Segment("a", Style(link="https://example.com")), Segment("b", None)]
    assert OnlyVisible().apply(good, black) == good
    bad = [Segment("a\x1b", Style(link="https://example.com\x1b\\\x1b[31m", bold=True))]
    ((text, style, _),) = OnlyVisible().apply(bad, black)
    assert (text, style and style.link, style and style.bold) == ("a␛", None, True)
