"""The rolling cases of tests/data/golden.yaml. Only the fields in `expected` are compared."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from study_app.plain.rollout import as_json
from study_app.simulator.deployment import (
    Origin,
    SchedulingStrategy,
    default_configuration,
    seconds_to_healthy,
)
from study_app.simulator.rollout import (
    DeploymentConfiguration,
    RolloutInput,
    roll_out,
    validate,
)

DATA = Path(__file__).parents[1] / "data" / "golden.yaml"
CASES: list[dict[str, Any]] = [
    case for case in yaml.safe_load(DATA.read_text("utf-8"))["cases"] if case["kind"] == "rolling"
]


def _configuration(
    given: dict[str, Any], default: DeploymentConfiguration
) -> DeploymentConfiguration:
    return DeploymentConfiguration(
        minimumHealthyPercent=given.get("minimumHealthyPercent", default.minimumHealthyPercent),
        maximumPercent=given.get("maximumPercent", default.maximumPercent),
    )


def _roll_out(given: dict[str, Any]) -> dict[str, object]:
    return as_json(
        roll_out(
            RolloutInput(
                desired=given["desired"],
                configuration=_configuration(given, DeploymentConfiguration()),
                room=given["cluster_room"],
            )
        )
    )


def _validate(given: dict[str, Any]) -> dict[str, object]:
    strategy = SchedulingStrategy(given.get("schedulingStrategy", "REPLICA"))
    messages = validate(
        _configuration(given, default_configuration(strategy)),
        strategy=strategy,
        desired_count=given.get("desiredCount"),
        availability_zone_rebalancing=given.get("availabilityZoneRebalancing") == "ENABLED",
    )
    error, colon, message = "; ".join(messages).partition(": ")
    return {
        "valid": not messages,
        "error": error if colon else None,
        "message": message if colon else error,
    }


def _defaults(given: dict[str, Any]) -> dict[str, object]:
    filled_in = default_configuration(
        SchedulingStrategy(given["schedulingStrategy"]), Origin(given.get("via", "API"))
    )
    return {
        "minimumHealthyPercent": filled_in.minimumHealthyPercent,
        "maximumPercent": filled_in.maximumPercent,
    }


def _healthy_after(given: dict[str, Any]) -> dict[str, object]:
    return {
        "seconds_after_running": seconds_to_healthy(
            load_balancer=given["load_balancer"],
            container_health_check=given["container_health_check"],
        )
    }


_MODES = {
    "roll_out": _roll_out,
    "validate": _validate,
    "defaults": _defaults,
    "healthy_after": _healthy_after,
}


def test_all_rolling_cases_are_there() -> None:
    assert len(CASES) == 21


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_golden_rolling_case_holds(case: dict[str, Any]) -> None:
    given, expected = case["input"], dict(case["expected"])

    result = _MODES[given.get("mode", "roll_out")](given)

    if "message_contains" in expected:
        assert expected.pop("message_contains") in str(result["message"])
    assert {name: result[name] for name in expected} == expected
