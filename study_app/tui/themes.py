"""The two themes as data: three greys, one accent, and three colours for verdicts."""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="dva-dark",
    primary="#6fb3ff",
    secondary="#8a93a3",
    accent="#6fb3ff",
    foreground="#d8dde6",
    background="#14171c",
    surface="#1a1e25",
    panel="#232934",
    success="#7ecf8a",
    warning="#e3b65b",
    error="#f28b82",
    dark=True,
    variables={"muted": "#8f98a8", "line": "#343c49", "footer-background": "#14171c"},
)

LIGHT: Final = Theme(
    name="dva-light",
    primary="#0b5cad",
    secondary="#626a76",
    accent="#0b5cad",
    foreground="#24272d",
    background="#fcfcfa",
    surface="#f3f3ef",
    panel="#e6e7e2",
    success="#1f7a3a",
    warning="#855600",
    error="#b3261e",
    dark=False,
    variables={"muted": "#5f6774", "line": "#cfd2cc", "footer-background": "#fcfcfa"},
)

THEMES: Final = (DARK, LIGHT)


def other(name: str) -> str:
    """The theme to switch to from the one called `name`."""
    return LIGHT.name if name == DARK.name else DARK.name
