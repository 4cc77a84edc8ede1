"""Ink and Paper for terminals of 256 and of 16 colors.

Each color is one that these terminals have; a light gray is one that Rich takes for it, which is a
shade lighter.

Left to the nearest color, the dark verdict grounds turn into a bright green and red, Paper's ground
into yellow, and several pairs fall below the contrast of text. Of 16 colors there are too few for
surfaces of their own and for all verdicts: the signs and bold say what is left.
"""

from collections.abc import Mapping
from typing import Final

INK_256: Final[Mapping[str, str]] = {
    "ground": "#121212",
    "surface": "#1c1c1c",
    "panel": "#262626",
    "raised": "#3a3a3a",
    "line": "#585858",
    "text": "#ebebeb",
    "muted": "#b8b8b8",
    "faint": "#858585",
    "accent": "#afafff",
    "on-accent": "#121212",
    "tint": "#303030",
    "code": "#87d7d7",
    "right": "#87d787",
    "close": "#d7af5f",
    "wrong": "#ff8787",
    "right-ground": "#303030",
    "close-ground": "#303030",
    "wrong-ground": "#303030",
    "heat-1": "#303030",
    "heat-2": "#444444",
    "heat-3": "#5f5f87",
}
PAPER_256: Final[Mapping[str, str]] = {
    "ground": "#f5f5f5",
    "surface": "#ffffff",
    "panel": "#e0e0e0",
    "raised": "#d7d7ff",
    "line": "#b8b8b8",
    "text": "#1c1c1c",
    "muted": "#585858",
    "faint": "#858585",
    "accent": "#0000af",
    "on-accent": "#ffffff",
    "tint": "#d7d7ff",
    "code": "#005f5f",
    "right": "#005f00",
    "close": "#5f5f00",
    "wrong": "#af0000",
    "right-ground": "#d7ffd7",
    "close-ground": "#ffffd7",
    "wrong-ground": "#ffd7d7",
    "heat-1": "#d7d7ff",
    "heat-2": "#afafff",
    "heat-3": "#8787d7",
}
INK_16: Final[Mapping[str, str]] = {
    **dict.fromkeys(("ground", "surface", "on-accent", "heat-1"), "#000000"),
    **dict.fromkeys(("right-ground", "close-ground", "wrong-ground"), "#000000"),
    **dict.fromkeys(("panel", "raised", "tint", "heat-2", "heat-3"), "#0000aa"),
    "line": "#555555",
    "text": "#ffffff",
    "muted": "#aaaaaa",
    "faint": "#aaaaaa",
    "accent": "#55ffff",
    "code": "#55ffff",
    "right": "#55ff55",
    "close": "#ffff55",
    "wrong": "#ff5555",
}
PAPER_16: Final[Mapping[str, str]] = {
    **dict.fromkeys(("ground", "surface", "on-accent", "heat-1"), "#ffffff"),
    **dict.fromkeys(("right-ground", "close-ground", "wrong-ground"), "#ffffff"),
    **dict.fromkeys(("panel", "raised", "tint", "heat-2", "heat-3"), "#aaaaaa"),
    **dict.fromkeys(("text", "muted", "code", "right", "close"), "#000000"),
    "line": "#aaaaaa",
    "faint": "#555555",
    "accent": "#0000aa",
    "wrong": "#aa0000",
}
