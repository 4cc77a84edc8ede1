"""An exam before it starts: the choices, and the questions drawn for them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar, assert_never

from study_app.learning.exam.attempt import Attempt
from study_app.learning.exam.draw import Draw
from study_app.learning.exam.shape import ACCOMMODATION, SHORT, Shape, shape_of
from study_app.learning.material.blueprint import Blueprint
from study_app.usecases.exam.attempts import begin_exam, draw_exam
from study_app.usecases.study import Study
from study_app.words.text import Text

ValueT = TypeVar("ValueT")

NOTHING = Draw((), {}, 0)


class FormRow(StrEnum):
    """What can be chosen."""

    EXAM = "exam"
    LENGTH = "length"
    DOMAIN = "domain"
    TIME = "time"


class Length(StrEnum):
    """How long an exam is."""

    WHOLE = "whole"
    SHORT = "short"
    DOMAIN = "domain"
    OWN = "own"
    """As the command line said."""


class ExamOffer:
    """The exam that would start now. `own` is a shape given by the caller."""

    def __init__(self, study: Study, own: Shape | None = None) -> None:
        self._study = study
        self._own = own
        exam = study.goal.exam if own is None else own.exam
        self.blueprint: Blueprint | None = study.bank.blueprints.get(exam)
        self.length = Length.WHOLE
        self.accommodation = bool(own and own.extra)
        self.domain = ""
        if self.blueprint is not None:
            self.domain = self.blueprint.domains[0].id
        # One that is as long as the exam is no length of its own.
        self._has_own = (
            own is not None and self.blueprint is not None and own != shape_of(self.blueprint)
        )
        if self._has_own:
            self.length = Length.OWN
        self.draw_anew()

    @property
    def shape(self) -> Shape | None:
        """None where the content has no exam."""
        return self.shape_of_length(self.length)

    def shape_of_length(self, length: Length) -> Shape | None:
        """The shape, were it of this length."""
        blueprint, accommodation = self.blueprint, self.accommodation
        if blueprint is None:
            return None
        match length:
            case Length.WHOLE:
                return shape_of(blueprint, accommodation=accommodation)
            case Length.SHORT:
                return shape_of(blueprint, questions=SHORT, accommodation=accommodation)
            case Length.DOMAIN:
                return shape_of(blueprint, domain=self.domain, accommodation=accommodation)
            case Length.OWN:
                own = self._own or shape_of(blueprint)
                return replace(own, extra=ACCOMMODATION if accommodation else 0)
            case _:
                assert_never(length)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many questions were drawn for each domain, in the order of the exam."""
        found = Counter(one.domain for one in self.drawn.questions)
        domains = self.blueprint.domains if self.blueprint is not None else ()
        return {one.id: found[one.id] for one in domains if one.id in found}

    @property
    def rows(self) -> Sequence[FormRow]:
        """What there is to choose."""
        rows = [FormRow.LENGTH, FormRow.TIME]
        if self.length is Length.DOMAIN:
            rows.insert(1, FormRow.DOMAIN)
        if len(self._study.bank.blueprints) > 1 and self._own is None:
            rows.insert(0, FormRow.EXAM)
        return rows

    @property
    def exams(self) -> Sequence[Blueprint]:
        return list(self._study.bank.blueprints.values())

    @property
    def lengths(self) -> Sequence[Length]:
        lengths = [Length.WHOLE, Length.SHORT, Length.DOMAIN]
        return [*lengths, Length.OWN] if self._has_own else lengths

    def change(self, row: FormRow, step: int) -> None:
        """Take the next value of a row, or the one before."""
        if self.blueprint is None:
            return
        match row:
            case FormRow.EXAM:
                self.choose_exam(_stepped(self.exams, self.blueprint, step))
            case FormRow.LENGTH:
                self.length = _stepped(self.lengths, self.length, step)
            case FormRow.DOMAIN:
                domains = [one.id for one in self.blueprint.domains]
                self.domain = _stepped(domains, self.domain, step)
            case FormRow.TIME:
                self.accommodation = not self.accommodation
        self.draw_anew()

    def choose_exam(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        if self.domain not in {one.id for one in blueprint.domains}:
            self.domain = blueprint.domains[0].id

    def domain_name(self, domain: str) -> Text:
        """What a domain is called."""
        domains = self.blueprint.domains if self.blueprint is not None else ()
        return next((one.name for one in domains if one.id == domain), Text(domain, domain))

    def draw_anew(self) -> None:
        """Draw the questions of this shape."""
        self._seed = self._study.draw()
        shape = self.shape
        self.drawn = NOTHING if shape is None else draw_exam(self._study, shape, self._seed)

    def begin(self) -> Attempt:
        """Start the exam that was drawn. Raises `NotSaved`."""
        assert self.shape is not None
        return begin_exam(self._study, self.shape, self.drawn, self._seed)


def _stepped(values: Sequence[ValueT], value: ValueT, step: int) -> ValueT:
    return values[(values.index(value) + step) % len(values)]
