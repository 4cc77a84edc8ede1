"""AWS container instances: what is read, and what is refused and where."""

from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of
from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.documents.cases import EXAMPLE_TASK
from study_app.simulator.documents.shapes import case_from, is_aws
from study_app.simulator.model.problem import CaseError
from tests.simulator.documents.aws_documents import FIRST, INSTANCES, SECOND, THIRD, instances_of


def one_instance(**changes: object) -> dict[str, Any]:
    first = {**INSTANCES["containerInstances"][0], **changes}
    return {"containerInstances": [first]}


def test_instances_are_read_field_by_field() -> None:
    case = case_from(INSTANCES, None)
    first, second, third = instances_of(case)

    assert (case.kind, case.given["mode"], case.given["count"]) == ("placement", "place", 1)
    assert case.given["task"] == EXAMPLE_TASK
    assert first == {
        "id": FIRST,
        "status": "ACTIVE",
        "agent_connected": True,
        "ec2_instance_id": "i-0abc1234def567890",
        "az": "ap-northeast-2a",
        "agent_version": "1.89.2",
        "registered_at": "2026-05-06T14:10:12.345000+09:00",
        "cpu": 2048,
        "memory": 7680,
        "remaining_cpu": 1536,
        "remaining_memory": 6656,
        "taken_ports": [514, 8080],
        "attributes": {
            "ecs.capability.secrets.asm.environment-variables": "",
            "com.amazonaws.ecs.capability.logging-driver.awslogs": "",
            "com.amazonaws.ecs.capability.docker-remote-api.1.19": "",
            "ecs.instance-type": "m5.large",
            "stack": "prod",
        },
        "task_groups": ["family:unnamed", "family:unnamed"],
    }
    assert second["registered_at"] == "2026-05-06T05:10:12.345000+00:00"
    assert "task_groups" not in second
    assert (third["status"], third["agent_connected"]) == ("DRAINING", False)
    assert (third["gpu"], third["remaining_gpu"]) == (1, 0)


@pytest.mark.parametrize(
    ("expression", "matches"),
    [
        ("attribute:ecs.capability.secrets.asm.environment-variables exists", [FIRST]),
        ("attribute:stack !exists", [SECOND, THIRD]),
        ("attribute:ecs.availability-zone == ap-northeast-2a", [FIRST]),
        ("agentConnected == false", [THIRD]),
        ("agentVersion >= 1.80.0", [FIRST, SECOND, THIRD]),
        ("registeredAt < 2026-05-06T12:00:00Z", [FIRST, SECOND]),
        ("runningTasksCount > 1", [FIRST]),
        ("ec2InstanceId == i-0abc1234def567891", [SECOND]),
    ],
)
def test_the_query_language_works_on_instances_of_aws(expression: str, matches: list[str]) -> None:
    given = case_from(INSTANCES, None).given

    assert result_of("query", {"instances": given["instances"], "expression": expression}) == {
        "matches": matches
    }


def test_what_is_taken_of_an_instance_is_taken() -> None:
    instances = case_from(INSTANCES, None).given["instances"]

    def placed(**task: object) -> object:
        return result_of("placement", {"instances": instances, "task": task})["placed_on"]

    assert placed(cpu=1600) == [SECOND]
    assert placed(memory=7000) == [SECOND]
    assert placed(hostPorts=[8080]) == [SECOND]
    assert placed(hostPorts=[514]) == [SECOND]
    assert placed(gpu=1) == [None]


def test_taken_ports_of_an_instance_stay_taken() -> None:
    instance = {"id": "a", "cpu": 9, "memory": 9, "taken_ports": [80]}

    def unplaced(port: int, **more: object) -> object:
        task = {"hostPorts": [port]}
        return result_of("placement", {"instances": [{**instance, **more}], "task": task})[
            "unplaced"
        ]

    assert (unplaced(80), unplaced(81), unplaced(22)) == (1, 0, 1)
    assert unplaced(81, tasks=[{"hostPorts": [81]}]) == 1
    # 6 that every instance reserves, 94 others: the most there may be.
    assert unplaced(95, taken_ports=list(range(100, 193))) == 0
    assert unplaced(95, taken_ports=list(range(100, 194))) == 1
    with pytest.raises(CaseError, match=r"instances\[0\].taken_ports\[0\] is 65536"):
        unplaced(80, taken_ports=[65536])


def test_amounts_come_as_whole_long_or_double_numbers() -> None:
    registered = [
        {"name": "CPU", "type": "LONG", "longValue": 4096, "integerValue": 0},
        {"name": "MEMORY", "type": "DOUBLE", "doubleValue": 15360.0, "integerValue": 0},
    ]
    document = one_instance(registeredResources=registered, remainingResources=None)
    (instance,) = instances_of(case_from(document, None))

    assert (instance["cpu"], instance["memory"]) == (4096, 15360)
    assert "remaining_cpu" not in instance


def test_an_instance_needs_no_more_than_an_arn_and_what_it_has() -> None:
    whole = INSTANCES["containerInstances"][0]
    bare = {name: whole[name] for name in ("containerInstanceArn", "registeredResources")}
    (instance,) = instances_of(case_from({"containerInstances": [bare]}, None))

    assert instance == {
        "id": FIRST,
        "status": "ACTIVE",
        "agent_connected": True,
        "cpu": 2048,
        "memory": 7680,
    }


def test_a_zone_without_a_name_is_an_attribute_like_others() -> None:
    document = one_instance(attributes=[{"name": "ecs.availability-zone"}])
    (instance,) = instances_of(case_from(document, None))

    assert "az" not in instance
    assert instance["attributes"] == {"ecs.availability-zone": ""}


def test_thousands_of_instances_are_an_answer_or_a_refusal() -> None:
    first = INSTANCES["containerInstances"][0]

    def many(tasks: int) -> dict[str, Any]:
        return {
            "containerInstances": [
                {**first, "containerInstanceArn": f"x/{number}", "runningTasksCount": tasks}
                for number in range(5_000)
            ]
        }

    found = case_from(many(2), None)
    assert simulate(found.kind, found.given, {})["unplaced"] == 0
    with pytest.raises(CaseError, match="keep instances with at most 100000 tasks together"):
        case_from(many(21), None)


@pytest.mark.parametrize(
    ("document", "field", "words"),
    [
        ({"containerInstances": []}, "containerInstances", "is empty"),
        (
            {"containerInstances": ["arn:aws:ecs:x"]},
            "containerInstances[0]",
            "write fields with values",
        ),
        (
            {"containerInstances": INSTANCES["containerInstances"][:1] * 2},
            "containerInstances[1].containerInstanceArn",
            "keep each instance once",
        ),
        (
            one_instance(containerInstanceArn="arn/"),
            "containerInstances[0].containerInstanceArn",
            "ends without an id",
        ),
        (one_instance(status="BUSY"), "containerInstances[0].status", "ACTIVE, DRAINING"),
        (
            one_instance(agentConnected="yes"),
            "containerInstances[0].agentConnected",
            "write true or false",
        ),
        (
            one_instance(versionInfo={"agentVersion": "new"}),
            "containerInstances[0].versionInfo.agentVersion",
            "1.14.5",
        ),
        (one_instance(registeredAt="today"), "containerInstances[0].registeredAt", "is not a time"),
        (one_instance(registeredAt=-1), "containerInstances[0].registeredAt", "is not a time"),
        (one_instance(registeredAt=10**14), "containerInstances[0].registeredAt", "is not a time"),
        (
            one_instance(registeredAt=float("nan")),
            "containerInstances[0].registeredAt",
            "is nan",
        ),
        (
            one_instance(registeredResources=[]),
            "containerInstances[0].registeredResources",
            "has no CPU",
        ),
        (
            one_instance(remainingResources=[{"name": "CPU", "type": "INTEGER"}]),
            "containerInstances[0].remainingResources[0].integerValue",
            "is missing",
        ),
        (
            one_instance(remainingResources=[{"name": "PORTS", "stringSetValue": ["80", "http"]}]),
            "containerInstances[0].remainingResources[0].stringSetValue[1]",
            "write a port from 0 to 65535",
        ),
        (
            one_instance(attributes=[{"name": "stack", "value": 1}]),
            "containerInstances[0].attributes[0].value",
            "write text",
        ),
        (
            one_instance(runningTasksCount=10**6),
            "containerInstances[0].runningTasksCount",
            "from 0 to 100000",
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
