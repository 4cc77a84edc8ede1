"""The two palettes, Ink and Paper, as data; and the same colors for any theme of Textual.

Accent is data and keys, `right`, `close` and `wrong` are verdicts and nothing else. A test computes
the contrast of every pair that occurs. `few_colors.py` has both for terminals with fewer colors.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from textual.color import Color
from textual.theme import Theme

INK: Final[Mapping[str, str]] = {
    "ground": "#131419",
    "surface": "#1c1e25",
    "panel": "#282b36",
    "raised": "#363a48",
    "line": "#494f66",
    "text": "#ebe6da",
    "muted": "#a6abbe",
    "faint": "#747b95",
    "accent": "#adb5ff",
    "on-accent": "#131419",
    "tint": "#2b2f52",
    "code": "#9ad0cf",
    "right": "#86d79c",
    "close": "#efc268",
    "wrong": "#ff938a",
    "right-ground": "#173222",
    "close-ground": "#353013",
    "wrong-ground": "#3a1d22",
    "heat-1": "#232840",
    "heat-2": "#363d68",
    "heat-3": "#525c98",
}
PAPER: Final[Mapping[str, str]] = {
    "ground": "#f3efe6",
    "surface": "#fdfbf5",
    "panel": "#e7e2d6",
    "raised": "#dcd8ea",
    "line": "#b9b3a6",
    "text": "#22242f",
    "muted": "#565a6a",
    "faint": "#86849a",
    "accent": "#4540b0",
    "on-accent": "#fdfbf5",
    "tint": "#dfdcf4",
    "code": "#0d5c63",
    "right": "#1a6838",
    "close": "#7a4f00",
    "wrong": "#a8231b",
    "right-ground": "#deedda",
    "close-ground": "#f8edbf",
    "wrong-ground": "#f9dfda",
    "heat-1": "#e5e2f2",
    "heat-2": "#cbc6ec",
    "heat-3": "#a9a2e0",
}
_OF_TEXTUAL: Final = frozenset({"ground", "surface", "panel", "text", "accent"})
"""Names that Textual also has under other names: `$background`, `$foreground`, `$accent`."""

TEXT, MARK = 4.5, 3.0
"""The minimum contrast (WCAG 2, AA) of text, and of marks that carry meaning."""


def _theme(name: str, palette: Mapping[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=palette["accent"],
        secondary=palette["muted"],
        accent=palette["accent"],
        foreground=palette["text"],
        background=palette["ground"],
        surface=palette["surface"],
        panel=palette["panel"],
        success=palette["right"],
        warning=palette["close"],
        error=palette["wrong"],
        dark=dark,
        variables={
            **{token: color for token, color in palette.items() if token not in _OF_TEXTUAL},
            "footer-background": palette["ground"],
            "block-cursor-text-style": "none",
            "block-cursor-background": palette["raised"],
            "block-cursor-foreground": palette["text"],
            "block-cursor-blurred-background": palette["raised"],
            "block-cursor-blurred-foreground": palette["text"],
            "input-selection-background": palette["tint"],
        },
    )


DARK: Final = _theme("dva-dark", INK, dark=True)
LIGHT: Final = _theme("dva-light", PAPER, dark=False)
THEMES: Final = (DARK, LIGHT)
_NAMES: Final = frozenset(theme.name for theme in THEMES)


def themes_of(colors: str | None) -> tuple[Theme, Theme]:
    """Both themes for a terminal with as many `colors` as Rich says; the names stay the same."""
    if colors not in ("256", "standard"):
        return THEMES
    # Imported here: most terminals have all colors.
    from study_app.tui.terminal.few_colors import INK_16, INK_256, PAPER_16, PAPER_256

    ink, paper = (INK_256, PAPER_256) if colors == "256" else (INK_16, PAPER_16)
    return _theme(DARK.name, ink, dark=True), _theme(LIGHT.name, paper, dark=False)


def other(name: str) -> str:
    """The theme to switch to from the one called `name`."""
    return LIGHT.name if name == DARK.name else DARK.name


def completed(theme: Theme) -> dict[str, str]:
    """What our style sheets name beyond the colors that every theme has, for `theme`."""
    if theme.name in _NAMES:
        return dict(theme.variables)
    if theme.ansi:
        return _of_terminal(dark=theme.dark)
    colors = theme.to_color_system().generate()
    base = {
        token: Color.parse(colors[token])
        for token in ("background", "surface", "panel", "foreground", "accent")
    }
    ground, ink, accent = base["background"], base["foreground"], base["accent"]
    grounds = [ground, base["surface"], base["panel"]]
    made = {
        "raised": base["panel"].blend(ink, 0.12),
        "line": ground.blend(ink, 0.25),
        "tint": ground.blend(accent, 0.2),
        "muted": _readable(ground.blend(ink, 0.6), grounds, ink, TEXT),
        "faint": _readable(ground.blend(ink, 0.45), grounds[:2], ink, MARK),
        "on-accent": accent.get_contrast_text(1.0),
        "code": _readable(Color.parse(colors["secondary"]), grounds, ink, TEXT),
        **{f"heat-{step}": ground.blend(accent, 0.15 * step) for step in (1, 2, 3)},
    }
    for token, name in (("right", "success"), ("close", "warning"), ("wrong", "error")):
        color = Color.parse(colors[name])
        own = made[f"{token}-ground"] = ground.blend(color, 0.15)
        made[token] = _readable(color, [*grounds, own], ink, TEXT)
    return {token: color.hex for token, color in made.items()}


def contrast(one: str, another: str) -> float:
    """The contrast of two colors by WCAG 2, from 1 to 21."""
    return _ratio(Color.parse(one), Color.parse(another))


def _ratio(one: Color, another: Color) -> float:
    bright, dark = sorted((_luminance(one), _luminance(another)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _readable(color: Color, grounds: Iterable[Color], ink: Color, least: float) -> Color:
    """`color`, moved toward the color of text until each of `grounds` carries it."""
    places = list(grounds)
    for step in range(11):
        moved = color.blend(ink, step / 10)
        if all(_ratio(moved, ground) >= least for ground in places):
            return moved
    return ink


def _of_terminal(*, dark: bool) -> dict[str, str]:
    """For themes that leave colors to the terminal: weight and marks must suffice."""
    plain = dict.fromkeys(
        ("raised", "tint", "muted", "right-ground", "close-ground", "wrong-ground"), "ansi_default"
    )
    return {
        **plain,
        **dict.fromkeys(("heat-1", "heat-2", "heat-3"), "ansi_default"),
        "line": "ansi_bright_black",
        "faint": "ansi_bright_black",
        "on-accent": "ansi_black" if dark else "ansi_bright_white",
        "code": "ansi_cyan",
        "right": "ansi_green",
        "close": "ansi_yellow",
        "wrong": "ansi_red",
    }
