"""Cases through the one door that `dva simulate FILE` uses."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.cases.case_runs import matches, with_fixture
from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.instances import read_instances
from study_app.simulator.kinds.registry import KINDS, warnings
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError, UnknownFieldError
from tests.yaml_files import read_yaml

DATA = Path(__file__).parents[2] / "data"
GOLDEN: dict[str, Any] = read_yaml(DATA / "golden.yaml")
TIMELINES: dict[str, Any] = read_yaml(DATA / "timelines.yaml")
FIXTURES = GOLDEN["fixtures"]
CASES = [*GOLDEN["cases"], *TIMELINES["cases"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_a_golden_case_matches(case: Mapping[str, Any]) -> None:
    result = simulate(case["kind"], case["input"], FIXTURES)
    assert matches(result, case["expected"]), result


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_a_trace_adds_itself_and_changes_nothing(case: Mapping[str, Any]) -> None:
    plain = simulate(case["kind"], case["input"], FIXTURES)
    explained = dict(simulate(case["kind"], case["input"], FIXTURES, explain=True))
    explained.pop("trace", None)
    assert explained == dict(plain)


def misspelled(given: Any) -> Iterator[tuple[str, Any]]:
    """Each name of an input, and the input with that name without its middle letter.

    Attributes have names of their own; names of up to three letters resemble too much.
    """
    for name, value in given.items() if isinstance(given, Mapping) else ():
        if isinstance(name, str) and len(name) > 3:
            middle = len(name) // 2
            wrong = name[:middle] + name[middle + 1 :]
            yield name, {wrong if one == name else one: each for one, each in given.items()}
        if name != "attributes":
            yield from ((inner, {**given, name: other}) for inner, other in misspelled(value))
    for number, entry in enumerate(given if isinstance(given, list) else ()):
        for name, other in misspelled(entry):
            yield name, [*given[:number], other, *given[number + 1 :]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_a_misspelled_field_is_refused_with_its_name(case: Mapping[str, Any]) -> None:
    """Also where the field is required, and where AWS would refuse the case without it."""
    given = with_fixture(case["input"], FIXTURES)
    for name, wrong in misspelled(given):
        with pytest.raises(UnknownFieldError, match=f"did you mean '{name}'"):
            simulate(case["kind"], wrong)


def test_a_missing_field_is_no_misspelled_other() -> None:
    """`adjustmentType` stands beside `adjustment` and is not meant for it."""
    given = {"mode": "step", "current": 4, "adjustmentType": "ChangeInCapacity", "steps": [{}]}
    with pytest.raises(CaseError, match="is missing"):
        simulate("scaling", given)


def test_every_kind_has_a_golden_case() -> None:
    assert {case["kind"] for case in CASES} == set(KINDS)


def test_a_match_compares_the_expected_fields_only() -> None:
    result = {"a": 1, "b": [True, {"c": 1.0}], "message": "Invalid 'cpu' setting for task."}
    assert matches(result, {"a": 1})
    assert matches(result, {"b": [True, {"c": 1}]})
    assert matches(result, {"message_contains": "'cpu'"})
    assert not matches(result, {"a": True})
    assert not matches(result, {"b": [True]})
    assert not matches(result, {"d": None})
    assert not matches(result, {"message_contains": "memory"})


scalars = st.none() | st.booleans() | st.integers(-5, 5000) | st.floats() | st.text(max_size=8)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=12,
)


def paths(value: object, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [at]
    match value:
        case Mapping():
            for key, inner in value.items():
                found += paths(inner, (*at, key))
        case list():
            for number, inner in enumerate(value):
                found += paths(inner, (*at, number))
    return found


def with_replaced(value: Any, path: tuple[Any, ...], new: object) -> Any:
    if not path:
        return new
    head, *rest = path
    copy = dict(value) if isinstance(value, Mapping) else list(value)
    copy[head] = with_replaced(copy[head], tuple(rest), new)
    return copy


@given(st.sampled_from(CASES), st.data())
def test_a_malformed_case_gives_the_rooms_own_error(
    case: Mapping[str, Any], data: st.DataObject
) -> None:
    """Fuzzed input never raises anything but the room's own errors."""
    path = data.draw(st.sampled_from(paths(case["input"])))
    damaged = with_replaced(case["input"], path, data.draw(values))
    with suppress(CaseError):
        simulate(case["kind"], damaged, FIXTURES)


@given(values, values)
def test_anything_as_a_case_gives_a_result_or_the_rooms_own_error(
    kind: object, given_input: object
) -> None:
    for one in (kind, *KINDS):
        with suppress(CaseError):
            simulate(one, given_input, {})


@pytest.mark.parametrize(
    ("given_", "warned"),
    [
        ({"maximumPercent": 200}, []),
        ({"maximumPercent": 201}, ["maximumPercent = 201 > 200"]),
        ({"cluster_room": 3}, ["room = 3 < desired = 4"]),
        ({"maximumPercent": 100}, ["will block deployments"]),
    ],
)
def test_what_is_unusual_is_simulated_with_a_warning(
    given_: Mapping[str, object], warned: list[str]
) -> None:
    """'Accept max > 200 with a warning' (ecs-simulator.md, 3.2)."""
    found = warnings(Case("rolling", {"desired": 4, **given_}))
    assert len(found) == len(warned)
    assert all(part in one.en for part, one in zip(warned, found, strict=True))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "DRAINING"),
        ("agent_connected", False),
        ("agentConnected", False),
        ("agent_version", "1.9.0"),
        ("agentVersion", "1.9.0"),
        ("registered_at", "2018-06-18"),
        ("registeredAt", "2018-06-18"),
        ("ec2_instance_id", "i-abcd1234"),
        ("ec2InstanceId", "i-abcd1234"),
    ],
)
def test_what_few_instances_say_of_themselves_is_read_alone(name: str, value: object) -> None:
    plain = {"id": "i-1", "cpu": 1, "memory": 1}
    said, silent = (
        read_instances(CaseFields({"instances": [one]}), sized=True)
        for one in ({**plain, name: value}, plain)
    )
    assert said != silent
