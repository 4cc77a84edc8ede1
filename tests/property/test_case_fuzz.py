"""Cases with drawn inputs: a result in plain values, or CaseError, and nothing else."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.cases.case_runs import result_of
from study_app.simulator.engines.scaling.step_scaling import AdjustmentType
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.model.problem import CaseError
from tests.yaml_files import read_yaml

DATA = Path(__file__).parents[1] / "data"
RUNS: Mapping[str, Callable[..., Mapping[str, object]]] = {
    "rolling": partial(result_of, "rolling"),
    "circuit_breaker": partial(result_of, "circuit_breaker"),
    "fargate_size": partial(result_of, "fargate_size"),
    "scaling": partial(result_of, "scaling"),
    "capacity_provider": partial(result_of, "capacity_provider"),
    "traffic": partial(result_of, "traffic"),
    "kubernetes": partial(result_of, "kubernetes"),
}
GOLDEN: list[dict[str, Any]] = [
    case
    for name in ("golden.yaml", "timelines.yaml")
    for case in read_yaml(DATA / name)["cases"]
    if case["kind"] in RUNS
]
NAMES = sorted({name for case in GOLDEN for name in case["input"]})
WORDS = sorted(
    {value for case in GOLDEN for value in case["input"].values() if isinstance(value, str)}
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 300)
    | st.integers()
    | st.floats()
    | st.just(10**400)
    | st.sampled_from([*WORDS, "UNHEALTHY", "IN_PROGRESS"])
    | st.text(max_size=9)
)
FIELDS = [
    *("cp", "base", "weight", "lower", "upper", "adjustment", "adjustmentType", "target"),
    *("steps", "threshold", "at", "metric", "metrics", "load", "min", "max", "begins", "ends"),
    *("tasks", "count", "cpu", "memory", "id", "rolloutState", "desired"),
]
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=8,
)


def survives(kind: str, given_input: Any) -> None:
    try:
        result = RUNS[kind](given_input, explain=True)
    except CaseError as error:
        named = str(error)
    else:
        named = json.dumps(result)
    assert named


@given(st.sampled_from(GOLDEN), st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=3))
def test_a_changed_golden_case_gives_a_result_or_a_case_error(
    case: dict[str, Any], changes: dict[str, object]
) -> None:
    """Fuzzed input never raises anything but the room's own errors."""
    survives(case["kind"], {**case["input"], **changes})


@given(st.sampled_from(sorted(RUNS)), st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_any_input_gives_a_result_or_a_case_error(kind: str, drawn: dict[str, object]) -> None:
    """Fuzzed input never raises anything but the room's own errors."""
    survives(kind, drawn)


@given(st.sampled_from(sorted(RUNS)), VALUES)
def test_an_input_need_not_even_be_a_mapping(kind: str, drawn: object) -> None:
    """Fuzzed input never raises anything but the room's own errors."""
    survives(kind, drawn)


NUMBERS = st.integers(-1, 100) | st.floats(0, 1e15) | st.sampled_from([0, 1, 1e15, 5e-324, None])
POLICIES = st.lists(
    st.fixed_dictionaries({"target": NUMBERS, "disableScaleIn": st.booleans()})
    | st.fixed_dictionaries(
        {
            "adjustmentType": st.sampled_from(list(AdjustmentType)),
            "threshold": NUMBERS,
            "steps": st.lists(
                st.fixed_dictionaries({"adjustment": st.integers(-1_000_000, 1_000_000)}),
                max_size=2,
            ),
        }
    ),
    min_size=1,
    max_size=2,
)


@given(
    st.fixed_dictionaries(
        {
            "policy": st.just("timeline"),
            "current": st.integers(0, 10**9),
            "max": st.integers(0, 10**9),
            "load_per_task": NUMBERS,
            "policies": POLICIES,
            "readings": st.lists(
                st.fixed_dictionaries({"at": st.integers(0, 2000), "load": NUMBERS}), max_size=9
            ),
        }
    )
)
def test_a_timeline_of_extreme_numbers_can_be_printed(drawn: dict[str, object]) -> None:
    """Fuzzed input never raises anything but the room's own errors."""
    survives("scaling", drawn)


@pytest.mark.parametrize(
    ("kind", "given_input", "field"),
    [
        ("rolling", {"desired": True}, "desired"),
        ("rolling", {"desired": 4, "cluster_room": -1}, "cluster_room"),
        ("rolling", {"mode": "none"}, "mode"),
        ("rolling", {"desired": 4, "maximumPercent": 99}, "maximumPercent"),
        ("circuit_breaker", {}, "desired"),
        ("fargate_size", {"cpu": 256}, "memory"),
        ("fargate_size", {"cpu": 256, "memory": 512, "platformVersion": "x"}, "platformVersion"),
        ("scaling", {"policy": "multi", "current": 1, "policies": []}, "policies"),
        (
            "scaling",
            {
                "policy": "step",
                "current": 1,
                "metric": 1,
                "threshold": 1,
                "adjustmentType": "ChangeInCapacity",
                "steps": [{"adjustment": 1, "lower": "0"}],
            },
            "steps[0].lower",
        ),
        ("scaling", {"policy": "combine_target_tracking", "votes": ["in", "up"]}, "votes[1]"),
        ("scaling", {"policy": "target_tracking", "current": 1, "target": 0}, "target"),
        (
            "scaling",
            {
                "policy": "step",
                "current": 1,
                "min": 3,
                "max": 2,
                "adjustmentType": "ExactCapacity",
                "adjustment": 1,
            },
            "max",
        ),
        ("capacity_provider", {"mode": "distribute", "strategy": [3], "count": 1}, "strategy[0]"),
        ("capacity_provider", {"mode": "distribute", "strategy": {}, "count": 1}, "strategy"),
    ],
)
def test_an_error_names_the_field_and_the_remedy(
    kind: str, given_input: dict[str, object], field: str
) -> None:
    with pytest.raises(CaseError) as caught:
        RUNS[kind](given_input)

    assert caught.value.place == field
    assert caught.value.remedy.en in str(caught.value)


def test_a_number_is_exactly_what_was_written() -> None:
    assert CaseFields({"x": 0.1}).number("x") * 10 == 1
    assert CaseFields({"x": 4.0}).integer("x") == 4


def test_a_number_too_long_to_print_is_out_of_range() -> None:
    with pytest.raises(CaseError, match="x is out of range"):
        CaseFields({"x": 10**5000}).integer("x")
    with pytest.raises(CaseError, match="x is out of range"):
        CaseFields({"x": -(10**5000)}).number("x")
