"""The outcome of a case: computed once, then drawn, explained, asked about or printed."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from study_app.simulator.model.problem import Problem
from study_app.simulator.model.trace import Trace

ResultT_co = TypeVar("ResultT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[ResultT_co]):
    """Either a `result` or AWS's `refusal`.

    `trace` is None if not requested, or if there is nothing to explain.
    """

    result: ResultT_co | None
    refusal: tuple[Problem, ...] = ()
    trace: Trace | None = None

    @property
    def done(self) -> ResultT_co:
        """The result of a case that is known not to be refused."""
        if self.result is None:
            raise ValueError("the case was refused")
        return self.result
