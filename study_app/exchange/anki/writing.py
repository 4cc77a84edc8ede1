"""Writes an Anki package with Anki's own library, from a temporary collection.

The schedule of each card is included, so Anki continues where this app stopped. A later package
updates the texts of the same notes; for existing cards Anki keeps its own schedule.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from study_app.exchange.anki.library import NotWritten, collection, expect_anki
from study_app.exchange.anki.note_types import CHANGED, NOTE_TYPES, STYLE, NoteType
from study_app.exchange.anki.notes import Note, notes_of
from study_app.exchange.sheet import Chapter, Remembered
from study_app.learning.scheduling.fsrs import decay, noon
from study_app.words.language import Language

if TYPE_CHECKING:
    from anki.cards import Card
    from anki.collection import Collection

_TEMPLATE: Final = "Card 1"
_EASE: Final = 2500
"""The initial ease of Anki's older scheduler, in thousandths: for those who do not use FSRS."""


def write(chapters: Sequence[Chapter], language: Language) -> bytes:
    """The file. Raises `NoAnki` and `NotWritten`."""
    expect_anki()
    from anki.errors import AnkiException

    try:
        with TemporaryDirectory() as folder:
            return _package(Path(folder), list(notes_of(chapters, language)))
    except AnkiException as error:
        raise NotWritten(
            "Anki cannot write the package. Free some space in the temporary folder."
        ) from error


def _package(folder: Path, notes: Sequence[Note]) -> bytes:
    from anki.collection import ExportAnkiPackageOptions

    file = folder / "out.apkg"
    options = ExportAnkiPackageOptions(with_scheduling=True)
    with collection(folder) as found:
        _fill(found, notes)
        found.export_anki_package(out_path=str(file), options=options, limit=None)
    return file.read_bytes()


def _fill(into: "Collection", notes: Sequence[Note]) -> None:
    from anki.collection import AddNoteRequest
    from anki.models import NotetypeId

    for kind in {one.type for one in notes}:
        _add_type(into, kind)
    models = {one.id: into.models.get(NotetypeId(one.id)) for one in NOTE_TYPES}
    requests = []
    for note in notes:
        model = models[note.type.id]
        assert model is not None
        made = into.new_note(model)
        made.guid = note.guid
        made.fields = [note.fields.get(name, "") for name in note.type.fields]
        made.tags = list(note.tags)
        deck = into.decks.id(note.deck)
        assert deck is not None
        requests.append(AddNoteRequest(made, deck))
    into.add_notes(requests)
    cards = []
    for note, request in zip(notes, requests, strict=True):
        if note.remembered is not None:
            for card in map(into.get_card, into.card_ids_of_note(request.note.id)):
                _schedule(card, note.remembered, into.sched.today)
                cards.append(card)
    into.update_cards(cards)


def _add_type(into: "Collection", kind: NoteType) -> None:
    made = into.models.new(kind.name)
    made |= {"id": kind.id, "mod": CHANGED, "css": STYLE}
    # Anki considers two note types the same only if the ids of their parts match.
    for name in kind.fields:
        field = into.models.new_field(name)
        field["id"] = _part_id(kind, name)
        into.models.add_field(made, field)
    template = into.models.new_template(_TEMPLATE)
    template |= {"qfmt": kind.front, "afmt": kind.back, "id": _part_id(kind, _TEMPLATE)}
    into.models.add_template(made, template)
    # The only call that keeps a note type's id; `add_dict` assigns a new one.
    into.models.update(made)


def _part_id(kind: NoteType, name: str) -> int:
    """A stable id for a name, in the 63 bits that Anki allows."""
    return int.from_bytes(sha256(f"{kind.id}/{name}".encode()).digest()[:8], "big") >> 1


def _schedule(card: "Card", found: Remembered, today: int) -> None:
    """Schedule the card as in review, with the state `found`. Anki counts days from the creation of
    its collection."""
    from anki.cards import FSRSMemoryState
    from anki.consts import CARD_TYPE_REV, QUEUE_TYPE_REV

    strength = found.scheduled.strength
    card.type, card.queue = CARD_TYPE_REV, QUEUE_TYPE_REV
    card.due, card.ivl = today + found.due_in, max(1, found.interval)
    card.factor, card.reps, card.lapses = _EASE, found.reviews, found.lapses
    card.memory_state = FSRSMemoryState(
        stability=strength.stability, difficulty=strength.difficulty
    )
    card.desired_retention, card.decay = found.retention, decay()
    card.last_review_time = int(noon(strength.day).timestamp())
