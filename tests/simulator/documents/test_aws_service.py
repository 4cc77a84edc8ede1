"""AWS services: what is read, and what is refused and where."""

import pytest

from study_app.simulator.documents.shapes import case_from, is_aws
from study_app.simulator.model.problem import CaseError
from tests.simulator.documents.aws_documents import DOCUMENTS, changed, one_service, opened, run


def test_percentages_that_are_left_out_are_those_of_aws() -> None:
    given = case_from(one_service(), None).given

    assert (given["minimumHealthyPercent"], given["maximumPercent"]) == (100, 200)


def test_an_update_leaves_as_it_is_what_it_does_not_name() -> None:
    before = opened("container-instances", "register-task-definition", "create-service")
    after = case_from(DOCUMENTS["update-service"], before)

    assert after.given == {**before.given, "desired": 6}

    nothing = {"service": "shop-web", "placementStrategy": [], "placementConstraints": []}
    after = case_from(nothing, before)
    assert "strategy" not in after.given
    assert "constraints" not in after.given
    assert after.given["desired"] == 4

    limits = {"service": "shop-web", "deploymentConfiguration": {"maximumPercent": 125}}
    after = case_from(limits, before)
    assert (after.given["minimumHealthyPercent"], after.given["maximumPercent"]) == (50, 125)


def test_an_update_of_a_daemon_leaves_it_one() -> None:
    constraints = [{"type": "memberOf", "expression": "attribute:stack == prod"}]
    after = case_from(
        {"service": "node-agent", "placementConstraints": constraints},
        opened("container-instances", "daemon-service"),
    )

    assert after.given["mode"] == "daemon"
    assert list(run(after)["counts"].values()) == [1]


def test_an_update_starts_from_the_count_of_a_placement() -> None:
    case = case_from({"service": "arn:aws:ecs:x:1:service/c/web"}, opened("container-instances"))

    assert (case.kind, case.given["desired"]) == ("rolling", 1)
    assert case.given["group"] == "service:web"


def test_a_service_that_aws_runs_may_have_limits_that_it_would_refuse_today() -> None:
    limits = {"minimumHealthyPercent": 100, "maximumPercent": 100}
    case = case_from(changed("services", deploymentConfiguration=limits), None)

    assert run(case)["result"] == "STUCK"


MANY_CONSTRAINTS = [{"type": "distinctInstance"}] * 11
STRANGE = {"type": "memberOf", "expression": "attribute:a =~ (b"}


@pytest.mark.parametrize(
    ("document", "field", "words"),
    [
        ({"serviceName": "web"}, "desiredCount", "is missing; write a whole number"),
        ({"service": "web"}, "desiredCount", "first open the output of describe-services"),
        (one_service(desiredCount=-1), "desiredCount", "from 0 to 100000"),
        ({"serviceName": "", "desiredCount": 1}, "serviceName", "write up to 255"),
        ({"services": []}, "services", "lists 0; keep one of them"),
        ({"services": DOCUMENTS["services"]["services"] * 2}, "services", "lists 2; keep one"),
        ({"services": ["shop-web"]}, "services[0]", "write fields with values"),
        (changed("services", desiredCount=None), "services[0].desiredCount", "is missing"),
        (
            one_service(deploymentConfiguration={"minimumHealthyPercent": 101}),
            "deploymentConfiguration.minimumHealthyPercent",
            "write a number from 0 to 100",
        ),
        (
            one_service(deploymentConfiguration={"maximumPercent": 99}),
            "deploymentConfiguration.maximumPercent",
            "write a number from 100 to 200",
        ),
        (
            one_service(
                deploymentConfiguration={"minimumHealthyPercent": 100, "maximumPercent": 100}
            ),
            "deploymentConfiguration.maximumPercent",
            "InvalidParameterException: Both maximumPercent and minimumHealthyPercent cannot be",
        ),
        (
            one_service(deploymentConfiguration={"strategy": "BLUE_GREEN"}),
            "deploymentConfiguration.bakeTimeInMinutes",
            "is missing; write a number",
        ),
        (
            one_service(deploymentController={"type": "CODE_DEPLOY"}),
            "deploymentController.type",
            "is not simulated; write ECS",
        ),
        (
            one_service(
                deploymentConfiguration={
                    "earlySuccessCriteria": {"enable": True, "healthyPercent": 50}
                }
            ),
            "deploymentConfiguration.earlySuccessCriteria.healthyPercent",
            "from minimumHealthyPercent (100) to 100",
        ),
        (
            one_service(schedulingStrategy="DAEMON"),
            "desiredCount",
            "The daemon scheduling strategy does not support a desired count",
        ),
        (
            {
                "serviceName": "agent",
                "schedulingStrategy": "DAEMON",
                "deploymentConfiguration": {"maximumPercent": 150},
            },
            "deploymentConfiguration.maximumPercent",
            "does not support values above 100",
        ),
        (
            {"serviceName": "agent", "schedulingStrategy": "DAEMON", "launchType": "FARGATE"},
            "launchType",
            "a daemon service cannot run on FARGATE",
        ),
        (
            {
                "serviceName": "agent",
                "schedulingStrategy": "DAEMON",
                "placementStrategy": [{"type": "random"}],
            },
            "placementStrategy",
            "a daemon service takes no placement strategy",
        ),
        (
            one_service(placementStrategy=[{"type": "binpack", "field": "disk"}]),
            "placementStrategy[0].field",
            "InvalidParameterException: binpack field 'disk' is invalid",
        ),
        (
            one_service(placementStrategy=[{"type": "spread", "field": "x" * 300}]),
            "placementStrategy[0].field",
            "is too long",
        ),
        (one_service(placementStrategy=[{}]), "placementStrategy[0].type", "random, spread"),
        (
            one_service(placementStrategy=[{"type": "random"}] * 6),
            "placementStrategy",
            "6 placement strategies; at most 5",
        ),
        (
            one_service(placementConstraints=MANY_CONSTRAINTS),
            "placementConstraints",
            "at most 10",
        ),
        (
            one_service(placementConstraints=[{"type": "distinctInstance"}, STRANGE]),
            "placementConstraints[1].expression",
            "column 16",
        ),
        (
            one_service(
                placementStrategy=[{"type": "random"}], availabilityZoneRebalancing="ENABLED"
            ),
            "availabilityZoneRebalancing",
            "needs no strategy at all",
        ),
        (
            one_service(launchType="FARGATE", placementConstraints=MANY_CONSTRAINTS[:1]),
            "placementConstraints",
            "not supported with FARGATE",
        ),
        (
            one_service(
                launchType="EC2",
                capacityProviderStrategy=[{"capacityProvider": "FARGATE", "weight": 1}],
            ),
            "launchType",
            "are mutually exclusive",
        ),
        (
            one_service(
                capacityProviderStrategy=[
                    {"capacityProvider": "FARGATE", "weight": 1},
                    {"capacityProvider": "shop-asg", "weight": 1},
                ]
            ),
            "capacityProviderStrategy",
            "InvalidParameterException: A capacity provider strategy cannot contain a mix",
        ),
    ],
)
def test_a_refusal_names_the_place_and_what_to_write(
    document: object, field: str, words: str
) -> None:
    with pytest.raises(CaseError) as caught:
        case_from(document, None)

    assert caught.value.place == field
    assert words in str(caught.value)
    assert is_aws(document)
