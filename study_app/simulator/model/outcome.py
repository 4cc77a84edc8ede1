"""What comes of a case: computed once, and read by whoever draws, explains, asks or prints it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from study_app.simulator.model.problem import Problem
from study_app.simulator.model.trace import Trace

ResultT_co = TypeVar("ResultT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[ResultT_co]):
    """A `result`, or the `refusal` of AWS in its place; one of the two is there.

    `trace` is None where none was asked for, and where there is nothing to explain.
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
