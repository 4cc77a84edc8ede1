"""The memories of all cards, kept up to date as answers come in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from study_app.learning.log.events import StudyEvent
from study_app.learning.scheduling.attempts import NO_ATTEMPTS, Attempts, Review, attempts
from study_app.learning.scheduling.memory import Memory, extend_memory, memory_from


@dataclass(slots=True)
class Memories:
    """`cards` has the memories by card; `asked_by` the questions whose answers were about a card.

    `unnamed` has the questions with answers that did not name their card, and the card assumed for
    them: if the content says otherwise now, the memories must be recomputed.
    """

    cards: dict[str, Memory] = field(default_factory=dict)
    asked_by: dict[str, frozenset[str]] = field(default_factory=dict)
    unnamed: dict[str, str | None] = field(default_factory=dict)

    def copy(self) -> "Memories":
        return Memories(dict(self.cards), dict(self.asked_by), dict(self.unnamed))

    def fits(self, card_of: Mapping[str, str]) -> bool:
        """Whether the questions still belong to the cards assumed for them."""
        return all(card_of.get(item) == card for item, card in self.unnamed.items())


class Recollection:
    """Takes the events of items and folds them card by card on demand.

    `card_of` gives the current card of a question.
    """

    def __init__(self, memories: Memories, card_of: Mapping[str, str]) -> None:
        self._memories = memories
        self._card_of = card_of
        self._before = dict(memories.cards)
        """The result of earlier events, for cards whose events were not all reread since."""
        self._attempts: dict[str, Attempts] = {}
        """By question, the attempts since; all of them for a question that was reread."""
        self._dirty: set[str] = set()

    def take(self, item: str, events: Iterable[StudyEvent], *, whole: bool) -> None:
        """The `events` of `item` since the events before, or (`whole`) all of them."""
        card = self._card_of.get(item)
        found = attempts(events, card)
        changed = found.cards | self._attempts.get(item, NO_ATTEMPTS).cards
        self._attempts[item] = found
        if found.unnamed:
            self._memories.unnamed[item] = card
        asked_by = self._memories.asked_by
        for name in found.cards:
            asked_by[name] = asked_by.get(name, frozenset()) | {item}
        self._dirty |= changed
        if whole:
            for name in changed:
                self._before.pop(name, None)

    def forget(self) -> None:
        """Treat everything so far as earlier events."""
        assert not self._dirty
        self._before = dict(self._memories.cards)
        self._attempts.clear()

    def settle(self, read_again: Callable[[str], None]) -> None:
        """Fold the new events. `read_again` takes all events of a question, as `whole`."""
        while self._dirty:
            card = self._dirty.pop()
            before = self._before.get(card)
            memory = None if before is None else extend_memory(before, self._since(card))
            if memory is None:
                self._before.pop(card, None)
                for item in self._memories.asked_by[card]:
                    read_again(item)
                self._dirty.discard(card)
                memory = memory_from(self._since(card))
            if memory is None:
                self._memories.cards.pop(card, None)
            else:
                self._memories.cards[card] = memory

    def _since(self, card: str) -> Iterable[Review]:
        return (
            review
            for item in self._memories.asked_by[card]
            for about, review in self._attempts.get(item, NO_ATTEMPTS).reviews
            if about == card
        )
