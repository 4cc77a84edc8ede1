"""What goes out to a file and comes in from one: chapters of cards and questions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from study_app.learning.items import Card, Choice, Question


@dataclass(frozen=True, slots=True)
class Chapter:
    """The cards and questions of the topic `id`, in their order. No template is among them."""

    id: str
    title: str
    cards: tuple[Card, ...] = ()
    questions: tuple[Question, ...] = ()

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
