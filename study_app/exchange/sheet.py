"""What is written to a file and read from one: chapters of cards and questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from study_app.learning.material.items import Card, Choice, Question
from study_app.learning.scheduling.fsrs import Scheduled


@dataclass(frozen=True, slots=True)
class Remembered:
    """What FSRS knows about a card, in days relative to the study day of the export.

    `interval` is from its last review to the next, `due_in` from now to the next, negative if it is
    overdue. `retention` is the desired retention when it is due.
    """

    scheduled: Scheduled
    interval: int
    due_in: int
    reviews: int
    lapses: int
    retention: float


@dataclass(frozen=True, slots=True)
class Chapter:
    """The cards and questions of the topic `id`, in order, without templates.

    For a format that holds both languages, all texts are English, and `korean` has the translated
    items by id. `remembered` is by the id of a card or question; a question has the memory state of
    its card.
    """

    id: str
    title: str
    cards: tuple[Card, ...] = ()
    questions: tuple[Question, ...] = ()
    korean: Mapping[str, Card | Question] = field(default_factory=dict)
    remembered: Mapping[str, Remembered] = field(default_factory=dict)

    @property
    def items(self) -> Iterator[Card | Question]:
        yield from self.cards
        yield from self.questions


def written_down(question: Question) -> Question:
    """A drawn question as a fixed one: text about all options moves to the right one, where content
    files have it.
    """
    form = question.form
    if isinstance(form, Choice) and form.why:
        options = {
            key: replace(one, why=f"{one.why}\n\n{form.why}") if one.correct else one
            for key, one in form.options.items()
        }
        form = Choice(options)
    return replace(question, form=form, drawn=None)
