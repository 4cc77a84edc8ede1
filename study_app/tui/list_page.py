"""A page whose main column is one list with a cursor."""

from collections.abc import Sequence
from typing import TypeVar

from study_app.tui.page import Page
from study_app.tui.widgets.listing import Listing

ItemT = TypeVar("ItemT")


class ListPage(Page):
    """The list, and the item under its cursor."""

    @property
    def listing(self) -> Listing:
        return self.query_one(Listing)

    def at_cursor(self, items: Sequence[ItemT]) -> ItemT | None:
        """The item under the cursor, out of `items`; None if there is none."""
        found = self.query(Listing)
        cursor = found.first().cursor if found else None
        return None if cursor is None or cursor >= len(items) else items[cursor]

    def action_up(self) -> None:
        self.listing.move(-1)

    def action_down(self) -> None:
        self.listing.move(+1)
