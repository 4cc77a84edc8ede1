"""A named mistake: a sentence, and the result of making it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from study_app.simulator.model.case import Plain
from study_app.words.text import Text
from study_app.words.wording import say

Simulate = Callable[[Plain], Plain]
"""The correct result of an input of the mistake's kind.

Raises CaseError if the simulator cannot read the input.
"""

Believed = Callable[[Plain, Simulate], Plain | None]
"""The wrong result; None if the mistake does not apply."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """`believed` takes the input of a case that the simulator can read, without its null fields."""

    id: str
    believed: Believed
    words: Text

    def result(self, given: Plain, simulate: Simulate) -> Plain | None:
        """The result of a case's input with this mistake, in plain values.

        It may lack fields of the correct result, and is None if the mistake does not apply. Raises
        CaseError if the simulator cannot read the changed input.
        """
        return self.believed(_present(given), simulate)

    def text(self, language: str) -> str:
        """What went wrong, as a sentence."""
        return say(self.words, language)


Changed = Callable[[Plain], Mapping[str, object] | None]
"""The fields of an input that a mistake changes; None if there is nothing to change."""


def misread(changed: Changed) -> Believed:
    """A mistake about the input: the right rules on other fields."""

    def result(given: Plain, simulate: Simulate) -> Plain | None:
        fields = changed(given)
        return None if fields is None else simulate({**given, **fields})

    return result


_SINGLE: Final = frozenset({bool, float, int, str})


def _present(value: Any) -> Any:
    """Plain values without null fields: one that is null means the same as one left out."""
    if type(value) in _SINGLE:  # nearly all are, and asking an abstract class takes long
        return value
    if isinstance(value, dict):
        return {name: _present(part) for name, part in value.items() if part is not None}
    if isinstance(value, list | tuple):
        return [_present(part) for part in value]
    return _present(dict(value)) if isinstance(value, Mapping) else value
