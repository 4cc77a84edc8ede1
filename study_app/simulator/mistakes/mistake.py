"""A named mistake: a sentence, and the result that somebody gets who makes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from study_app.simulator.model.case import Plain
from study_app.words.text import Text
from study_app.words.wording import say

Simulate = Callable[[Plain], Plain]
"""The right result of an input of the kind that the mistake is about.

Raises CaseError where the simulator cannot read the input.
"""

Believed = Callable[[Plain, Simulate], Plain | None]
"""The result that somebody believes in; None where the mistake has nothing to go wrong with."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """`believed` takes the input of a case that the simulator can read, without its null fields."""

    id: str
    believed: Believed
    words: Text

    def result(self, given: Plain, simulate: Simulate) -> Plain | None:
        """What comes of the input of a case by this mistake, in plain values.

        It may lack fields of the right result, and is None where nothing goes wrong. Raises
        CaseError where the simulator cannot read what the mistake makes of the input.
        """
        return self.believed(_present(given), simulate)

    def text(self, language: str) -> str:
        """What went wrong, as a sentence."""
        return say(self.words, language)


Changed = Callable[[Plain], Mapping[str, object] | None]
"""The fields of an input that a mistake changes; None where there is nothing to change."""


def misread(changed: Changed) -> Believed:
    """A mistake about the input: the right rules on other fields."""

    def result(given: Plain, simulate: Simulate) -> Plain | None:
        fields = changed(given)
        return None if fields is None else simulate({**given, **fields})

    return result


def _present(value: Any) -> Any:
    """Plain values without null fields: one that is null means the same as one left out."""
    if isinstance(value, dict):  # by far the most common, and quicker than the general case
        return {name: _present(part) for name, part in value.items() if part is not None}
    if isinstance(value, list | tuple):
        return [_present(part) for part in value]
    return _present(dict(value)) if isinstance(value, Mapping) else value
