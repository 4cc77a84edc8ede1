"""What goes out to a file and comes in from one: chapters of cards and questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from study_app.learning.items import Card, Choice, Question
from study_app.learning.scheduling.fsrs import Scheduled


@dataclass(frozen=True, slots=True)
class Remembered:
    """What FSRS knows of a card, counted in days from the study day on which that is told.

    `interval` days lie between its last review and the next, `due_in` from now to the next,
    negative where it is overdue. `retention` is the share to be known when it is due.
    """

    scheduled: Scheduled
    interval: int
    due_in: int
    reviews: int
    lapses: int
    retention: float


@dataclass(frozen=True, slots=True)
class Chapter:
    """The cards and questions of the topic `id`, in their order. No template is among them.

    Where a format has a place for each language, all texts are English, and `korean` has the items
    that are translated, by id. `remembered` goes by the ids of cards and questions, of which each
    has what is remembered of its card.
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
    """A drawn question as one that was written down: what is said of all options goes to the
    right one, where content files have it.
    """
    form = question.form
    if isinstance(form, Choice) and form.why:
        options = {
            key: replace(one, why=f"{one.why}\n\n{form.why}") if one.correct else one
            for key, one in form.options.items()
        }
        form = Choice(options)
    return replace(question, form=form, drawn=None)
