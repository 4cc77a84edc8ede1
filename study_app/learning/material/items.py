"""Cards and questions: what a learner reads and is asked.

Everything here is a frozen value. A question has one `form`, which says how it is asked and
what its key is; a `match` over `Form` is checked for completeness by mypy. A template is a question
whose numbers are still to be drawn; `worked` makes a question of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from study_app.grading.answer import Answer, Computed
from study_app.simulator.model.case import Case, Plain

if TYPE_CHECKING:
    from study_app.simulator.kinds.kind import Kind
    from study_app.simulator.kinds.registry import Simulation


@dataclass(frozen=True, slots=True)
class Era:
    """Where the exam's key and today's documentation differ: what each says (Markdown)."""

    exam: str
    today: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What cards and questions share: identity and provenance.

    `id` is `topic/name` and never changes; the text may. `skills` maps a blueprint id
    (`dva-c02`) to skill ids of its exam guide. `source` is the documentation page on which the
    item was confirmed, `checked` the day of that reading.
    """

    id: str
    skills: Mapping[str, tuple[str, ...]]
    source: str
    checked: date
    era: Era | None = None
    tags: tuple[str, ...] = ()

    @property
    def topic(self) -> str:
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Item):
    """One fact to read. `body` is Markdown; `scenario` names a worked example shown below it."""

    title: str
    body: str
    scenario: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice question; `why` says why it is right or wrong (Markdown)."""

    text: str
    why: str
    correct: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Exactly one right option of four; `why` is about all of them."""

    options: Mapping[str, Option]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """Multiple response: exactly the right options; no partial credit."""

    options: Mapping[str, Option]

    @property
    def choose(self) -> int:
        """How many options are to be chosen."""
        return sum(option.correct for option in self.options.values())


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer typed into a box."""

    answer: Answer
    why: str


@dataclass(frozen=True, slots=True)
class Ordering:
    """Items to put in order; `items` is in the right order."""

    items: Mapping[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs to match: each key has a left text and its matching right text."""

    pairs: Mapping[str, tuple[str, str]]
    why: str


Form = Choice | Choices | Typed | Ordering | Matching


class QuestionKind(StrEnum):
    """The question kinds by the names that content files and `dva quiz --kind` use."""

    CHOICE = "choice"
    CHOICES = "choices"
    TYPED = "typed"
    ORDERING = "ordering"
    MATCHING = "matching"
    WORKED = "worked"


FormKind: TypeAlias = Literal[
    QuestionKind.CHOICE,
    QuestionKind.CHOICES,
    QuestionKind.TYPED,
    QuestionKind.ORDERING,
    QuestionKind.MATCHING,
]
"""The kinds of questions with fixed texts."""

KIND_OF_FORM: Mapping[type[Form], FormKind] = {
    Choice: QuestionKind.CHOICE,
    Choices: QuestionKind.CHOICES,
    Typed: QuestionKind.TYPED,
    Ordering: QuestionKind.ORDERING,
    Matching: QuestionKind.MATCHING,
}


Scalar: TypeAlias = bool | int | float | str
"""One drawn value."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer, and the ids of the mistakes that lead to it."""

    value: object
    mistakes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One draw that makes a question: the values by name, and what was computed from them, once.

    `key` is the simulator's answer, `wrong` are the wrong options of a choice, or the explained
    wrong answers of a typed question. Draws of one template with the same values are the same.
    """

    values: Mapping[str, Scalar]
    simulation: "Simulation" = field(compare=False)
    key: object = field(compare=False)
    wrong: tuple[Wrong, ...] = field(compare=False)

    @property
    def kind(self) -> "Kind":
        return self.simulation.kind

    @property
    def case(self) -> Case:
        return self.simulation.case


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """One question. `difficulty` is 1 recall, 2 apply one rule, 3 weigh two constraints.

    `card` is the full id of the card that teaches it. `drawn` is what it was made of with a
    template, and is None for a question with fixed texts.
    """

    prompt: str
    form: Form
    difficulty: int
    hint: str | None = None
    card: str | None = None
    drawn: Drawn | None = None

    @property
    def kind(self) -> QuestionKind:
        return KIND_OF_FORM[type(self.form)] if self.drawn is None else QuestionKind.WORKED


def computed_of(asking: "Question | Template") -> Computed | None:
    """The source of a key computed by the simulator; None for other questions."""
    if isinstance(asking, Question) and isinstance(asking.form, Typed):
        return asking.form.answer.computed
    return None


class TemplateForm(StrEnum):
    """How a template is asked."""

    CHOICE = "choice"
    TYPED = "typed"
    ORDERING = "ordering"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template(Item):
    """A question whose numbers are drawn each time that it is asked, and whose key is computed.

    `given` has the values to draw from, by name; they are the input of a case of the kind
    `simulator`, unless `input` says where in it they go. `{name}` in a text stands for the value.
    `ask` is what is asked of the result (see `simulator.kinds.asks`), `unit` that of a number.
    Draws whose result has none of the values of `only`, by ask, are not asked.
    `mistakes` are the ids of those that make the wrong options; none are all of the kind. `why` is
    what stands before the trace.
    """

    prompt: str
    simulator: str
    given: Mapping[str, tuple[Scalar, ...]]
    ask: str
    form: TemplateForm
    difficulty: int
    input: Plain | None = None
    unit: str | None = None
    mistakes: tuple[str, ...] = ()
    only: Mapping[str, tuple[Scalar, ...]] = field(default_factory=dict)
    why: str | None = None
    hint: str | None = None
    card: str | None = None

    @property
    def kind(self) -> QuestionKind:
        return QuestionKind.WORKED


Asking: TypeAlias = Question | Template
"""What a bank can ask: a question or a template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A chapter of study: its cards in reading order and its questions, by full id."""

    id: str
    title: str
    services: tuple[str, ...]
    card_ids: tuple[str, ...]
    question_ids: tuple[str, ...]
