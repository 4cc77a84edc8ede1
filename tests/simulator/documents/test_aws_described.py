"""Output of `aws` about existing resources, in each form of `--query`: not a new request."""

import copy
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.documents.shapes import case_from, is_aws, opened
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError
from tests.simulator.documents.aws_documents import DOCUMENTS, INSTANCES, changed, run

SERVICE: dict[str, Any] = DOCUMENTS["services"]["services"][0]
INSTANCE: dict[str, Any] = INSTANCES["containerInstances"][0]
DEFINITION: dict[str, Any] = DOCUMENTS["task-definition"]["taskDefinition"]
TRACKING: dict[str, Any] = {
    "PolicyARN": "arn:aws:autoscaling:us-east-1:111122223333:scalingPolicy:6d8972f3",
    "PolicyName": "cpu-50",
    "ServiceNamespace": "ecs",
    "ResourceId": "service/shop/shop-web",
    "ScalableDimension": "ecs:service:DesiredCount",
    "PolicyType": "TargetTrackingScaling",
    "TargetTrackingScalingPolicyConfiguration": {
        "TargetValue": 50.0,
        "PredefinedMetricSpecification": {
            "PredefinedMetricType": "ECSServiceAverageCPUUtilization"
        },
        "ScaleOutCooldown": 60,
        "DisableScaleIn": False,
    },
    "Alarms": [],
    "CreationTime": "2026-05-06T14:10:12.345000+09:00",
}
STEPS: dict[str, Any] = {
    "PolicyName": "steps",
    "ServiceNamespace": "ecs",
    "PolicyType": "StepScaling",
    "StepScalingPolicyConfiguration": {
        "AdjustmentType": "ChangeInCapacity",
        "StepAdjustments": [
            {
                "MetricIntervalLowerBound": 0.0,
                "MetricIntervalUpperBound": 10,
                "ScalingAdjustment": 1,
            },
            {"MetricIntervalLowerBound": 10, "ScalingAdjustment": 3},
        ],
        "Cooldown": 120,
    },
}


@pytest.mark.parametrize(
    ("whole", "cut"),
    [
        ({"services": [SERVICE]}, SERVICE),
        ({"services": [SERVICE]}, [SERVICE]),
        ({"services": [SERVICE]}, {"service": SERVICE}),
        (INSTANCES, INSTANCES["containerInstances"]),
        ({"containerInstances": [INSTANCE]}, INSTANCE),
        ({"taskDefinition": DEFINITION}, DEFINITION),
        ({"taskDefinition": DEFINITION}, [DEFINITION]),
        ({"ScalingPolicies": [TRACKING]}, TRACKING),
        ({"ScalingPolicies": [TRACKING]}, [TRACKING]),
    ],
)
def test_a_part_that_query_cuts_out_is_the_same_case(whole: object, cut: object) -> None:
    """`--query 'services[0]'`, `--query services`, `--query 'containerInstances[0]'` and so on."""
    assert is_aws(cut)
    assert opened(cut, None) == opened(whole, None)
    assert not run(case_from(cut, None)).get("error")


@pytest.mark.parametrize("document", [None, [], [1], "web", [[SERVICE]], {"failures": []}])
def test_what_query_leaves_of_nothing_is_no_document(document: object) -> None:
    assert not is_aws(document)


def test_a_place_in_a_part_is_a_place_in_that_part() -> None:
    for cut, place in ((INSTANCE, ""), ([INSTANCE], "[0].")):
        broken: Any = copy.deepcopy(cut)
        (broken[0] if isinstance(broken, list) else broken)["runningTasksCount"] = "many"
        with pytest.raises(CaseError) as caught:
            case_from(broken, None)
        assert caught.value.place == f"{place}runningTasksCount"


def test_several_services_have_to_be_cut_down_to_one() -> None:
    with pytest.raises(CaseError, match="as --query"):
        case_from([SERVICE, SERVICE], None)


def test_a_daemon_that_runs_has_a_desired_count() -> None:
    """describe-services gives desiredCount of a daemon; only create-service must not have it."""
    daemon = {**SERVICE, "schedulingStrategy": "DAEMON", "placementStrategy": []}
    assert case_from(daemon, None).given["mode"] == "daemon"
    new = {"serviceName": "web", "desiredCount": 3, "schedulingStrategy": "DAEMON"}
    with pytest.raises(CaseError, match="does not support a desired count"):
        case_from(new, None)


def test_a_service_that_runs_may_have_what_a_new_one_may_not() -> None:
    rebalanced = changed(
        "services",
        availabilityZoneRebalancing="ENABLED",
        placementStrategy=[{"type": "binpack", "field": "memory"}],
    )
    assert case_from(rebalanced, None).kind == "rolling"


def test_an_active_definition_is_not_refused() -> None:
    """AWS has registered it: what it would say to a new one does not count."""
    odd = changed("task-definition", cpu="64")
    assert case_from(odd, None).kind == "placement"
    new = {key: value for key, value in odd["taskDefinition"].items() if key in TAKEN}
    with pytest.raises(CaseError, match="Invalid 'cpu' setting"):
        case_from(new, None)


TAKEN = ("family", "cpu", "containerDefinitions", "networkMode")
"""Fields that register-task-definition takes."""


def test_memory_may_equal_memory_reservation() -> None:
    """ "'memory' must be greater than or equal to 'memoryReservation'", in AWS's own message."""
    container = {"name": "web", "image": "nginx", "memory": 512, "memoryReservation": 512}
    case = case_from({"family": "web", "containerDefinitions": [container]}, None)
    task: Any = case.given["task"]
    assert task["memory"] == 512
    container["memoryReservation"] = 513
    with pytest.raises(CaseError, match="greater than or equal"):
        case_from({"family": "web", "containerDefinitions": [container]}, None)


@pytest.mark.parametrize("described", [True, False])
def test_distinct_instance_with_an_expression_is_refused(described: bool) -> None:
    """API_PlacementConstraint: "You can't specify an expression if the constraint type is
    `distinctInstance`.\""""
    with_expression = {"type": "distinctInstance", "expression": "attribute:a == b"}
    service = {"serviceName": "web", "desiredCount": 1, "placementConstraints": [with_expression]}
    with pytest.raises(CaseError, match="takes no expression"):
        case_from({**service, "status": "ACTIVE"} if described else service, None)


def test_a_policy_is_a_case_over_time_that_says_what_it_assumes() -> None:
    both = opened({"ScalingPolicies": [TRACKING, STEPS]}, None)
    assert both.case.kind == "scaling"
    assert both.case.given["policies"] == [
        {"target": 50, "scaleOutCooldown": 60},
        {
            "adjustmentType": "ChangeInCapacity",
            "threshold": 50,
            "steps": [
                {"adjustment": 1, "lower": 0, "upper": 10},
                {"adjustment": 3, "lower": 10},
            ],
            "cooldown": 120,
        },
    ]
    assert [("examples" in one.en, "threshold" in one.en) for one in both.notes] == [
        (True, False),
        (False, True),
    ]
    assert simulate("scaling", both.case.given)["final"] == 5


def test_a_policy_over_a_scaling_case_keeps_its_limits() -> None:
    current = Case("scaling", {"current": 7, "min": 2, "max": 9})
    over = opened(TRACKING, current)
    assert [over.case.given[name] for name in ("current", "min", "max")] == [7, 2, 9]
    assert over.notes == ()


@pytest.mark.parametrize(
    ("document", "place", "words"),
    [
        ({"PolicyARN": "arn:aws:x", "Alarms": []}, "PolicyARN", "describe-scaling-policies"),
        ({**TRACKING, "ServiceNamespace": "dynamodb"}, "ServiceNamespace", "write one of ecs"),
        (
            {"PolicyName": "p", "PolicyType": "PredictiveScaling"},
            "PolicyType",
            "which is not simulated",
        ),
        ({"PolicyName": "p"}, "TargetTrackingScalingPolicyConfiguration", "is missing"),
        ({"ScalingPolicies": []}, "ScalingPolicies", "lists 0"),
    ],
)
def test_a_policy_that_says_nothing_is_one_clear_message(
    document: object, place: str, words: str
) -> None:
    with pytest.raises(CaseError) as caught:
        case_from(document, None)
    assert caught.value.place == place
    assert words in str(caught.value)
