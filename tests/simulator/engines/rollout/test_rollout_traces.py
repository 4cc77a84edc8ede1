"""The worked traces of tests/data/rollout_traces.yaml, step by step."""

import re
from pathlib import Path
from typing import Any

import pytest

from study_app.simulator.engines.rollout.rollout import (
    DeploymentConfiguration,
    RolloutInput,
    RolloutOutcome,
    roll_out,
)
from tests.yaml_files import read_yaml

DATA = Path(__file__).parents[3] / "data" / "rollout_traces.yaml"
TRACES: list[dict[str, Any]] = read_yaml(DATA)["traces"]

_REPEATED = re.compile(r"\((?P<steps>[^)]*)\) x(?P<times>\d+)")
_STEP = re.compile(r"(?P<step>[+-]\d+)(?:\((?P<old>\d+)/(?P<new>\d+)\))?")


def _expected(trace: str) -> list[tuple[str, tuple[int, int] | None]]:
    """Each step of a written trace, with the state after it where one is written."""
    if trace == "STUCK":
        return []
    if repeated := _REPEATED.fullmatch(trace):
        trace = " ".join([repeated["steps"]] * int(repeated["times"]))
    steps = [_STEP.fullmatch(word) for word in trace.split()]
    assert all(steps), f"not a trace: {trace}"
    return [
        (step["step"], (int(step["old"]), int(step["new"])) if step["old"] else None)
        for step in steps
        if step
    ]


def _name(case: dict[str, Any]) -> str:
    return "-".join(str(case[key]) for key in ("desired", "min", "max", "room") if key in case)


@pytest.mark.parametrize("case", TRACES, ids=_name)
def test_a_worked_trace_is_reproduced(case: dict[str, Any]) -> None:
    result = roll_out(
        RolloutInput(
            desired=case["desired"],
            configuration=DeploymentConfiguration(
                minimumHealthyPercent=case["min"], maximumPercent=case["max"]
            ),
            room=case.get("room"),
        )
    )
    expected = _expected(case["trace"])

    assert (result.lower, result.upper) == (case["lower"], case["upper"])
    assert [str(step) for step in result.steps] == [step for step, _ in expected]
    for step, (_, state) in zip(result.steps, expected, strict=True):
        assert state is None or (step.old, step.new) == state
    assert result.outcome is (
        RolloutOutcome.STUCK if case["trace"] == "STUCK" else RolloutOutcome.COMPLETED
    )
