"""Collections of the real Anki for tests: opened, filled from packages, studied, written out."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.decks import DeckId
from anki.scheduler.v3 import CardAnswer, Scheduler

if TYPE_CHECKING:  # the library can be imported only with its collection first
    from anki.cards import Card, CardId


@dataclass(frozen=True)
class State:
    """How a card stands; `due` in days from today, in Anki's own way where it is no review."""

    kind: int
    queue: int
    due: int
    interval: int
    reviews: int
    lapses: int
    stability: float
    difficulty: float
    last_review: int | None


@contextmanager
def opened() -> Iterator[Collection]:
    """An empty collection that schedules with FSRS."""
    with TemporaryDirectory() as folder:
        found = Collection(str(Path(folder, "collection.anki2")))
        found.set_config("fsrs", True)
        try:
            yield found
        finally:
            found.close()


def took(into: Collection, package: bytes) -> Mapping[str, int]:
    """Import as Anki does unasked, with the schedule; returns how many notes it says of each."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "in.apkg")
        file.write_bytes(package)
        options = ImportAnkiPackageOptions(with_scheduling=True)
        log = into.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(file), options=options)
        ).log
    return {"new": len(log.new), "updated": len(log.updated), "same": len(log.duplicate)}


def written(found: Collection, *, legacy: bool = False) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder, "out.apkg")
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
        )
        found.export_anki_package(out_path=str(file), options=options, limit=None)
        return file.read_bytes()


def study(found: Collection, deck: str, count: int) -> set[str]:
    """Answer the next `count` cards, by turns again, hard, good and easy; returns their guids."""
    found.decks.select(found.decks.id(deck) or DeckId(1))
    assert isinstance(found.sched, Scheduler)
    ratings = (CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.EASY)
    guids = set()
    for number in range(count):
        queued = found.sched.get_queued_cards().cards[0]
        card = found.get_card(cast("CardId", queued.card.id))
        card.start_timer()
        answer = found.sched.build_answer(
            card=card, states=queued.states, rating=ratings[number % len(ratings)]
        )
        found.sched.answer_card(answer)
        guids.add(card.note().guid)
    return guids


def notes(found: Collection) -> dict[str, tuple[tuple[str, ...], frozenset[str]]]:
    """Fields and tags by guid."""
    every = _selected(found, "SELECT guid, flds, tags FROM notes")
    assert len({guid for guid, _, _ in every}) == len(every)
    return {
        guid: (tuple(fields.split("\x1f")), frozenset(tags.split())) for guid, fields, tags in every
    }


def states(found: Collection) -> dict[tuple[str, int], State]:
    """By guid and place of the card."""
    today = found.sched.today
    guids = _selected(found, "SELECT cards.id, guid FROM cards JOIN notes ON notes.id = nid")
    cards = ((guid, found.get_card(number)) for number, guid in guids)
    return {(guid, card.ord): _state(card, today) for guid, card in cards}


def _selected(found: Collection, query: str) -> list[Any]:
    """Straight from the tables: one by one, notes and cards of a whole bank take long."""
    assert found.db is not None
    return found.db.all(query)


def _state(card: "Card", today: int) -> State:
    memory = card.memory_state
    return State(
        card.type,
        card.queue,
        card.due - (today if card.queue == 2 else 0),
        card.ivl,
        card.reps,
        card.lapses,
        memory.stability if memory is not None else 0.0,
        memory.difficulty if memory is not None else 0.0,
        card.last_review_time,
    )
