"""Cases through the one door that `dva simulate FILE` uses."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.cases.cases import matches
from study_app.simulator.cases.cases import result_of as simulate
from study_app.simulator.kinds.registry import KINDS
from study_app.simulator.model.problem import CaseError
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
