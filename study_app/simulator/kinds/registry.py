"""Cases of every kind: plain input in, plain result out, compared with what was expected.

The kinds, the modes and their fields are those of `dva simulate FILE`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from study_app.simulator.kinds import capacity_provider as cases_capacity
from study_app.simulator.kinds import circuit_breaker as cases_circuit_breaker
from study_app.simulator.kinds import fargate_size as cases_fargate_size
from study_app.simulator.kinds import kubernetes as cases_kubernetes
from study_app.simulator.kinds import placement as cases_placement
from study_app.simulator.kinds import query as cases_query
from study_app.simulator.kinds import rolling as cases_rolling
from study_app.simulator.kinds import scaling as cases_scaling
from study_app.simulator.kinds import traffic as cases_traffic
from study_app.simulator.model.case import Plain
from study_app.simulator.model.errors import CaseError

KINDS: Final[Mapping[str, Callable[..., Plain]]] = {
    "placement": cases_placement.case,
    "query": cases_query.case,
    "rolling": cases_rolling.case,
    "circuit_breaker": cases_circuit_breaker.case,
    "scaling": cases_scaling.case,
    "capacity_provider": cases_capacity.case,
    "fargate_size": cases_fargate_size.case,
    "traffic": cases_traffic.case,
    "kubernetes": cases_kubernetes.case,
}

MESSAGE_PART: Final = "message_contains"
"""A field of `expected` that is no field of the result: a part of its `message`."""


def simulate(kind: object, given: object, fixtures: Plain, *, explain: bool = False) -> Plain:
    """The result of one case; `explain` adds its `trace`.

    An input that names a `fixture` gets that fixture in its place. Raises CaseError for an
    unknown kind, an unknown fixture, or a malformed input.
    """
    case = KINDS.get(kind) if isinstance(kind, str) else None
    if case is None:
        raise CaseError("kind", f"is {kind!r}", f"write one of {', '.join(KINDS)}")
    if not isinstance(given, Mapping):
        raise CaseError("input", "is no mapping", "write fields with values")
    return case(with_fixture(given, fixtures), explain=explain)


def with_fixture(given: Plain, fixtures: Plain) -> Plain:
    """`given` with the contents of the fixture that it names. Raises CaseError for one unknown."""
    name = given.get("fixture")
    if not isinstance(name, str):
        return given
    if name not in fixtures:
        known = ", ".join(fixtures) or "none"
        raise CaseError("fixture", f"is {name!r}", f"write the name of one (known: {known})")
    return {**given, "fixture": fixtures[name]}


def run(case: object, fixtures: Plain, *, explain: bool = False) -> dict[str, object]:
    """One case as it is written down: `{id, kind, result, matches}`, or `{id, kind, error}`.

    `matches` is None where nothing is expected.
    """
    if not isinstance(case, Mapping):
        return {"id": None, "kind": None, "error": "a case is a mapping with id, kind and input"}
    outcome: dict[str, object] = {"id": case.get("id"), "kind": case.get("kind")}
    expected = case.get("expected")
    if expected is not None and not isinstance(expected, Mapping):
        return outcome | {"error": "expected is no mapping; write fields with values"}
    try:
        result = simulate(case.get("kind"), case.get("input"), fixtures, explain=explain)
    except CaseError as error:
        return outcome | {"error": str(error)}
    agrees = None if expected is None else matches(result, expected)
    return outcome | {"result": result, "matches": agrees}


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
