"""Colors: every pair that occurs can be read, in our themes and with what Textual's own lack."""

import pytest
from rich.color import Color, ColorSystem
from textual.theme import BUILTIN_THEMES, Theme

from study_app.tui.themes import INK, MARK, PAPER, TEXT, THEMES, completed, contrast

PALETTES = {"ink": INK, "paper": PAPER}
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
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_that_occurs_can_be_read(name: str, ink: str, ground: str, least: float) -> None:
    palette = PALETTES[name]
    assert contrast(palette[ink], palette[ground]) >= least


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", PALETTES)
def test_surfaces_stay_apart_in_256_colors(name: str) -> None:
    palette = PALETTES[name]
    found = [
        Color.parse(palette[token]).downgrade(ColorSystem.EIGHT_BIT).number
        for token in ("ground", "surface", "panel", "raised")
    ]
    if name == "ink":
        assert len(set(found)) == 4
    else:  # the row under the cursor and the bar must not be the ground
        assert found[0] not in found[2:]


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
