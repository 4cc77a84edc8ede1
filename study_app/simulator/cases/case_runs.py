"""Cases as in files: with fixtures and expected results."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from study_app.simulator.kinds.registry import Simulation, simulate, simulated
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.problem import CaseError
from study_app.words.errors import error_text
from study_app.words.text import Text

MESSAGE_PART: Final = "message_contains"
"""A field of `expected` that is not a field of the result: a part of its `message`."""


NO_FIXTURES: Final[Plain] = MappingProxyType({})


def case_of(kind: object, given: object, fixtures: Plain) -> Case:
    """A case as written in a file.

    If an input names a `fixture`, its contents replace the name. Raises CaseError for an invalid
    case and for an unknown fixture.
    """
    if not isinstance(given, Mapping):
        raise CaseError("input", "{place} must be a mapping", "write fields with values")
    if not isinstance(kind, str):
        raise CaseError("kind", "{place} is {shown}", "write the name of a kind", shown=repr(kind))
    return Case(kind, with_fixture(given, fixtures))


def result_of(
    kind: object, given: object, fixtures: Plain = NO_FIXTURES, *, explain: bool = False
) -> Plain:
    """The result of a case as written in a file. Raises CaseError for a malformed one."""
    return simulate(case_of(kind, given, fixtures), explain=explain)


def with_fixture(given: Plain, fixtures: Plain) -> Plain:
    """`given` with the contents of the fixture that it names. Raises CaseError for one unknown."""
    name = given.get("fixture")
    if not isinstance(name, str):
        return given
    if name not in fixtures:
        known = ", ".join(fixtures) or "none"
        raise CaseError(
            "fixture",
            "{place} is {shown}",
            "write the name of one (known: {known})",
            shown=repr(name),
            known=known,
        )
    return {**given, "fixture": fixtures[name]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A case of a file after running: its simulation, or the `error` that prevented it.

    `matches`: the result was as expected; None if nothing was expected.
    """

    id: object
    kind: object
    simulation: Simulation | None = None
    error: Text | None = None
    matches: bool | None = None

    def written(self) -> dict[str, object]:
        """`{id, kind, result, matches}`, or `{id, kind, error}`."""
        head: dict[str, object] = {"id": self.id, "kind": self.kind}
        if self.simulation is None:
            return head | {"error": None if self.error is None else self.error.en}
        return head | {"result": self.simulation.written(), "matches": self.matches}


def run_written(case: object, fixtures: Plain, *, explain: bool = False) -> Ran:
    """Run one case as written in a file; a malformed one is reported, not raised."""
    if not isinstance(case, Mapping):
        error = error_text("a case must be a mapping with id, kind and input")
        return Ran(id=None, kind=None, error=error)
    name, kind, expected = case.get("id"), case.get("kind"), case.get("expected")
    if expected is not None and not isinstance(expected, Mapping):
        wrong = CaseError("expected", "{place} must be a mapping", "write fields with values")
        return Ran(id=name, kind=kind, error=wrong.text)
    try:
        simulation = simulated(case_of(kind, case.get("input"), fixtures), explain=explain)
    except CaseError as problem:
        return Ran(id=name, kind=kind, error=problem.text)
    agrees = None if expected is None else matches(simulation.written(), expected)
    return Ran(id=name, kind=kind, simulation=simulation, matches=agrees)


def matches(result: Plain, expected: Plain) -> bool:
    """Whether `result` has every field of `expected` with an equal value."""
    for field, wanted in expected.items():
        if field == MESSAGE_PART:
            if str(wanted) not in str(result.get("message", "")):
                return False
        elif field not in result or not _same(result[field], wanted):
            return False
    return True


def _same(given: object, wanted: object) -> bool:
    match given, wanted:
        case Mapping(), Mapping():
            return given.keys() == wanted.keys() and all(
                _same(given[key], wanted[key]) for key in given
            )
        case ((list() | tuple()), (list() | tuple())):
            return len(given) == len(wanted) and all(map(_same, given, wanted))
        case (bool(), _) | (_, bool()):
            return given is wanted
        case _:
            return given == wanted
