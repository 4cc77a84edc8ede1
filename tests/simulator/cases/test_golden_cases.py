"""The golden cases of rollouts, breakers, scaling, capacity and sizes with a change each: computed,
never looked up. `test_cases.py` looks at them as they are.
"""

import copy
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of
from tests.yaml_files import read_yaml

DATA = Path(__file__).parents[2] / "data" / "golden.yaml"
KINDS: Mapping[str, Callable[..., Mapping[str, object]]] = {
    "rolling": partial(result_of, "rolling"),
    "circuit_breaker": partial(result_of, "circuit_breaker"),
    "fargate_size": partial(result_of, "fargate_size"),
    "scaling": partial(result_of, "scaling"),
    "capacity_provider": partial(result_of, "capacity_provider"),
}
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in read_yaml(DATA)["cases"] if case["kind"] in KINDS
}


def run(case: dict[str, Any], **changes: object) -> Mapping[str, Any]:
    given = copy.deepcopy(case["input"]) | changes
    return KINDS[case["kind"]](given)


def test_all_cases_are_there() -> None:
    kinds = [case["kind"] for case in CASES.values()]
    assert {kind: kinds.count(kind) for kind in KINDS} == {
        "rolling": 21,
        "circuit_breaker": 7,
        "fargate_size": 16,
        "scaling": 19,
        "capacity_provider": 14,
    }


@pytest.mark.parametrize(
    ("name", "changes", "field", "value"),
    [
        ("roll-4-50-100", {"maximumPercent": 150}, "steps", ["-2", "+4", "-2"]),
        ("roll-noroom", {"cluster_room": 5}, "result", "COMPLETED"),
        ("roll-default-daemon-console", {"via": "CLI"}, "minimumHealthyPercent", 0),
        (
            "roll-validate-100-100",
            {"minimumHealthyPercent": 99, "earlySuccessCriteria": {"healthyPercent": 98}},
            "valid",
            False,
        ),
        ("cp-1-1", {"launchType": "EC2"}, "error", True),
        ("roll-healthy-wait-40", {"load_balancer": True}, "seconds_after_running", None),
        ("roll-validate-100-100", {"minimumHealthyPercent": 99}, "valid", True),
        ("cb-25", {"desired": 26}, "threshold", 13),
        ("cb-25", {"desired": 27}, "threshold", 14),
        ("cb-bounded-default", {"type": "COUNT"}, "threshold", 50),
        ("fg-1024-9216", {"cpu": "2 vCPU"}, "valid", True),
        ("fg-256-512", {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}, "valid", False),
        ("sc-chain-60", {"metric": 59.9}, "new", 10),
        ("sc-chain-40", {"metric": 40.1}, "new", 14),
        ("sc-chain-30", {"metric": 20}, "new", 10),
        ("sc-pct", {"current": 19}, "new", 20),
        ("sc-pct", {"minAdjustmentMagnitude": 3}, "new", 13),
        ("sc-change", {"adjustment": -5}, "new", 0),
        ("sc-tt-all-in", {"votes": ["in", "out"]}, "action", "out"),
        ("sc-deploying-out", {"DynamicScalingOutSuspended": True}, "allowed", False),
        ("cp-0-0", {"M": 3, "N": 4}, "reservation", 75),
        ("cp-out", {"targetCapacity": 80, "M": 4, "N": 5}, "action", "none"),
        ("cp-1-1", {"count": 11}, "counts", {"A": 6, "B": 5}),
        ("cp-step-order", {"maximumScalingStepSize": 5}, "valid", True),
    ],
)
def test_other_numbers_give_another_result(
    name: str, changes: dict[str, object], field: str, value: object
) -> None:
    case = CASES[name]
    assert run(case, **changes)[field] == value
