"""Page widths: text has 72 columns; a wider terminal adds a side panel, never longer lines."""

from typing import Final

WIDE, EXTRA = 110, 156
"""Terminal columns from which a side panel appears, and from which it takes half the width."""
TALL, VAST = 32, 46
"""Terminal rows from which there is extra spacing, and more content."""
TEXT_CELLS: Final = 72
PANEL_CELLS: Final = 76
_EDGE: Final = 3


def edge(width: int) -> int:
    """The column in which text begins, on a terminal of `width` columns."""
    page = 156 if width >= EXTRA else 116 if width >= WIDE else min(78, width)
    return (width - page) // 2 + _EDGE
