"""Colors: every pair that occurs can be read, in our themes and with what Textual's own lack."""

from collections.abc import Mapping

import pytest
from rich._palettes import EIGHT_BIT_PALETTE, STANDARD_PALETTE
from rich.color import Color, ColorSystem
from textual.command import CommandList
from textual.theme import BUILTIN_THEMES, Theme

from study_app.drawing.pieces import CURSOR
from study_app.tui.app import DvaApp
from study_app.tui.terminal.few_colors import INK_16, INK_256, PAPER_16, PAPER_256
from study_app.tui.terminal.themes import (
    INK,
    MARK,
    PAPER,
    TEXT,
    THEMES,
    completed,
    contrast,
    themes_of,
)
from study_app.tui.widgets.drawing import Drawing
from study_app.usecases.study import Study


def shown(palette: Mapping[str, str], system: ColorSystem) -> dict[str, str]:
    """The colors that a terminal puts in place of those of `palette`."""
    found = {}
    for token, color in palette.items():
        number = Color.parse(color).downgrade(system).number
        assert number is not None
        numbered = EIGHT_BIT_PALETTE if system is ColorSystem.EIGHT_BIT else STANDARD_PALETTE
        found[token] = numbered[number].hex
    return found


PALETTES = {
    "ink": INK,
    "paper": PAPER,
    "ink-256": shown(INK_256, ColorSystem.EIGHT_BIT),
    "paper-256": shown(PAPER_256, ColorSystem.EIGHT_BIT),
}
FEWEST = {
    "ink-16": shown(INK_16, ColorSystem.STANDARD),
    "paper-16": shown(PAPER_16, ColorSystem.STANDARD),
}
GROUNDS = ("ground", "surface", "panel", "raised", "tint")
INKS = ("text", "muted", "accent", "code", "right", "close", "wrong")
VERDICTS = ("right", "close", "wrong")
PAIRS = [
    *((ink, ground, TEXT) for ground in GROUNDS for ink in INKS),
    *((ink, f"{verdict}-ground", TEXT) for verdict in VERDICTS for ink in ("text", "muted")),
    *((verdict, f"{verdict}-ground", TEXT) for verdict in VERDICTS),
    *(("text", f"heat-{step}", TEXT) for step in (1, 2, 3)),
    ("on-accent", "accent", TEXT),
    *(("faint", ground, MARK) for ground in ("ground", "surface")),
]


@pytest.mark.parametrize("name", PALETTES)
def test_every_pair_that_occurs_can_be_read(name: str) -> None:
    palette = PALETTES[name]
    for ink, ground, least in PAIRS:
        assert contrast(palette[ink], palette[ground]) >= least, (ink, ground)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", FEWEST)
def test_of_sixteen_colors_text_can_be_read(name: str) -> None:
    """A verdict on a row under the cursor is a sign, beside words in the color of text."""
    palette = FEWEST[name]
    for ink, ground, least in PAIRS:
        is_sign = ink in VERDICTS and ground in ("panel", "raised", "tint")
        needed = MARK if is_sign else least
        assert contrast(palette[ink], palette[ground]) >= needed, (ink, ground)


@pytest.mark.parametrize("name", [*PALETTES, *FEWEST])
def test_every_palette_has_every_color(name: str) -> None:
    assert {**PALETTES, **FEWEST}[name].keys() == INK.keys()


@pytest.mark.parametrize("name", [*PALETTES, *FEWEST])
def test_what_the_eye_is_led_to_stands_out(name: str) -> None:
    """The row under the cursor, the bar of the next action and the hero have a ground."""
    palette = {**PALETTES, **FEWEST}[name]
    for token in ("raised", "panel", "tint", "accent"):
        assert palette[token] not in (palette["ground"], palette["surface"])


@pytest.mark.parametrize(
    ("colors", "grounds"),
    [
        ("truecolor", (INK["ground"], PAPER["ground"])),
        ("256", (INK_256["ground"], PAPER_256["ground"])),
        ("standard", (INK_16["ground"], PAPER_16["ground"])),
        (None, (INK["ground"], PAPER["ground"])),
    ],
)
def test_the_terminal_says_how_many_colors_it_has(
    colors: str | None, grounds: tuple[str, str]
) -> None:
    themes = themes_of(colors)
    assert tuple(theme.background for theme in themes) == grounds
    assert [theme.name for theme in themes] == [theme.name for theme in THEMES]
    for theme in themes:
        assert completed(theme) == theme.variables


@pytest.mark.parametrize("name", ["ink-256", "paper-256"])
def test_surfaces_stay_apart_in_256_colors(name: str) -> None:
    palette = PALETTES[name]
    tokens = ("ground", "surface", "panel", "raised")
    assert len({palette[token] for token in tokens}) == len(tokens)


@pytest.mark.parametrize(
    "theme", [one for one in BUILTIN_THEMES.values() if not one.ansi], ids=lambda one: one.name
)
def test_what_a_theme_of_textual_lacks_is_made_readable(theme: Theme) -> None:
    made, colors = completed(theme), theme.to_color_system().generate()
    assert made.keys() >= set(THEMES[0].variables) & set(INK)
    for ground in ("background", "surface"):
        least = min(TEXT, contrast(colors["foreground"], colors[ground]))
        for token in ("muted", "code", "right", "close", "wrong"):
            assert contrast(made[token], colors[ground]) >= least - 0.05


def test_a_theme_that_leaves_colors_to_the_terminal_has_all_names() -> None:
    for theme in BUILTIN_THEMES.values():
        if theme.ansi:
            assert completed(theme).keys() >= set(THEMES[0].variables) & set(INK)


async def test_without_color_a_mark_says_where_the_cursor_is(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    """'Color never alone': in the lists that do not draw their cursor as the others do."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = DvaApp(study)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "m", "down")
        await pilot.pause()
        marked = [line for line in shown_lines(app) if line.startswith(CURSOR)]
        assert len(marked) == 1
        await pilot.press("ctrl+p")
        await pilot.pause()
        style = app.screen.query_one(CommandList).get_visual_style(
            "option-list--option-highlighted"
        )
        assert style.underline


def shown_lines(app: DvaApp) -> list[str]:
    return [line for one in app.screen.query(Drawing) for line in one.render().plain.splitlines()]
