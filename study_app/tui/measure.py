"""How wide a page is: text has 72 columns, width adds a side, never longer lines."""

from typing import Final

WIDE, EXTRA = 110, 156
"""Columns of a terminal from which on there is a side, and a side as wide as the rest."""
TALL, VAST = 32, 46
"""Rows from which on there is air, and more to show."""
TEXT_CELLS: Final = 72
PANEL_CELLS: Final = 76
_EDGE: Final = 3


def edge(width: int) -> int:
    """The column in which text begins, on a terminal of `width` columns."""
    page = 156 if width >= EXTRA else 116 if width >= WIDE else min(78, width)
    return (width - page) // 2 + _EDGE
