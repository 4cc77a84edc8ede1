"""A named mistake: a sentence, and the result that somebody gets who makes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from study_app.simulator.case import Plain
from study_app.simulator.cases import simulate


@dataclass(frozen=True, slots=True)
class Mistake:
    """`result` is what comes of the input of a case by this mistake, in plain values.

    It may lack fields of the right result, and is None where the mistake has nothing to go wrong
    with. Raises CaseError where the simulator cannot read what the mistake makes of the input.
    """

    id: str
    result: Callable[[Plain], Plain | None]
    en: str
    ko: str

    def text(self, language: str) -> str:
        """What went wrong, as a sentence in `en` or `ko`; English stands in for any other."""
        return self.ko if language == "ko" else self.en


Changed = Callable[[Plain], Mapping[str, object] | None]
"""The fields of an input that a mistake changes; None where there is nothing to change."""


def misread(kind: str, changed: Changed) -> Callable[[Plain], Plain | None]:
    """A mistake about the input: the right rules on other fields."""

    def result(given: Plain) -> Plain | None:
        fields = changed(given)
        return None if fields is None else simulate(kind, {**given, **fields}, {})

    return result
