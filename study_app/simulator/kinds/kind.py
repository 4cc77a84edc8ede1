"""A kind of simulation as a value: its modes, their input and output, how it is drawn."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.parameter import AnyParameter
from study_app.simulator.mistakes.mistake import Mistake
from study_app.simulator.model.case import Plain
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.trace import Applied, Rule
from study_app.simulator.playback.frames import Reel, TaskLook
from study_app.words.text import Text

ResultT = TypeVar("ResultT")

Run = Callable[[CaseFields, bool], Outcome[ResultT]]
"""Runs an input; the flag requests the trace.

Raises Refused if AWS refuses the input, CaseError if it is malformed.
"""

Play = Callable[[Outcome[ResultT]], Reel]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulateCommand:
    """`dva simulate NAME`: one case from the flags of a mode's parameters.

    `pictures`: every picture is shown, as in the lab.
    """

    name: str
    help: str
    example: str
    pictures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode(Generic[ResultT]):
    """One thing that a kind computes.

    `write` converts a result to plain values; if `refusable`, these begin with `error` and
    `message`, and the fields so named are null if the input was refused. `play` draws a result;
    without it there is one still picture. `explains_itself`: its player explains each picture when
    somebody looks at it, so that large cases need no trace. `explained_by_part`: its trace has, for
    each instance, the result of each part of one expression.
    """

    name: str
    run: Run[ResultT]
    write: Callable[[ResultT], Plain]
    parameters: tuple[AnyParameter, ...] = ()
    play: Play[ResultT] | None = None
    explains_itself: bool = False
    explained_by_part: bool = False
    refusable: tuple[str, ...] | None = None
    says: Callable[[ResultT], Text] | None = None
    """What is wrong, empty if nothing is: for a mode whose result says whether AWS accepts it."""
    validator: str | None = None
    """The mode that checks whether AWS accepts what this one computes anyway."""
    cautions: Callable[[CaseFields], Sequence[Applied]] | None = None
    """What is unusual about an input that AWS accepts."""
    looks: Mapping[TaskLook, Text] = field(default_factory=dict)
    """The names of the tasks in its pictures, if they differ from the usual ones."""
    last_picture: Callable[[ResultT], Text | None] | None = None
    """What `dva simulate` prints below the last picture, which then tells more than the fields."""
    command: SimulateCommand | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Something that can be asked about a result; its key is computed.

    `tasks_on.i-1` calls `about` with `i-1`. The explanation shows the rules of the trace: all of
    them, those in `only`, or all but those in `without`; with `beginning` only the first use of
    each. `is_set`: the order of the list does not matter.
    """

    value: Callable[[Plain], object] | None = None
    about: Callable[[Plain, str], object] | None = None
    only: Collection[Rule] = ()
    without: Collection[Rule] = ()
    beginning: bool = False
    is_set: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueWords:
    """A value of a result in words, and other accepted answers."""

    words: Text
    also: tuple[str, ...] = ()


def no_words(_value: object) -> ValueWords | None:
    return None


@dataclass(frozen=True, kw_only=True, eq=False)
class Kind:
    """`modes` by the names that a case gives in the field `chosen_by`; without one it is `default`.

    `also` are other names of the kind in files, `knows` names of fields that one mode reads and
    another may have, beside those of the parameters. `mistakes` stand in the order in which they
    are looked for: the likeliest first. `says` has its values that have words of their own, and
    `words_for` gives those of values that are not listed, such as steps.
    """

    name: str
    modes: tuple[Mode[Any], ...]
    default: str | None = None
    chosen_by: str = "mode"
    also: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    asks: Mapping[str, Ask] = field(default_factory=dict)
    says: Mapping[str, ValueWords] = field(default_factory=dict)
    words_for: Callable[[object], ValueWords | None] = no_words
    mistakes: tuple[Mistake, ...] = ()

    def mode(self, given: Plain) -> Mode[Any] | None:
        """The mode that an input names; None where it names none that there is."""
        named = given.get(self.chosen_by)
        name = self.default if named is None else named
        return next((one for one in self.modes if one.name == name), None)

    def read_mode(self, fields: CaseFields) -> Mode[Any]:
        """The same. Raises CaseError for a name that there is not."""
        names = [one.name for one in self.modes]
        if not fields.has(self.chosen_by) and self.default is not None:
            name = self.default
        else:
            name = fields.name(self.chosen_by, names)
        return self.modes[names.index(name)]

    @cached_property
    def mistakes_by_id(self) -> Mapping[str, Mistake]:
        """Its mistakes, in their order."""
        return {mistake.id: mistake for mistake in self.mistakes}

    @cached_property
    def known(self) -> Mapping[str, frozenset[str]]:
        """The names of all its parameters, by the path of what holds them."""
        found: dict[str, set[str]] = {"": {self.chosen_by, "fixture", *self.knows}}
        for mode in self.modes:
            for parameter in mode.parameters:
                found.setdefault(parameter.holder, set()).add(parameter.name)
        return {holder: frozenset(names) for holder, names in found.items()}
