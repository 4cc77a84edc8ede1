"""A service that runs already: its tasks on the instances, and its deployment in flight."""

import copy
import itertools
from collections.abc import Mapping
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.documents.shapes import case_from, opened, order
from study_app.simulator.kinds.registry import play
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError
from study_app.simulator.playback.frames import TaskLook
from tests.simulator.documents.aws_documents import DOCUMENTS

ARN = "arn:aws:ecs:eu-west-1:123456789012:"


def instance(name: str, zone: str, *, running: int, cpu: int, memory: int) -> dict[str, Any]:
    def resources(cpu: int, memory: int) -> list[dict[str, Any]]:
        return [{"name": "CPU", "integerValue": cpu}, {"name": "MEMORY", "integerValue": memory}]

    return {
        "containerInstanceArn": f"{ARN}container-instance/prod/{name}",
        "runningTasksCount": running,
        "registeredResources": resources(2048, 8192),
        "remainingResources": resources(cpu, memory),
        "attributes": [{"name": "ecs.availability-zone", "value": zone}],
    }


INSTANCES: dict[str, Any] = {
    "containerInstances": [
        instance("a", "z1", running=2, cpu=1024, memory=4096),
        instance("b", "z2", running=2, cpu=1024, memory=4096),
    ]
}
DEFINITION = {
    "family": "web",
    "cpu": "512",
    "memory": "1024",
    "containerDefinitions": [{"name": "app", "image": "a:1"}],
}


def service(**changes: object) -> dict[str, Any]:
    return {
        "serviceName": "web",
        "status": "ACTIVE",
        "desiredCount": 4,
        "runningCount": 4,
        "deploymentConfiguration": {"minimumHealthyPercent": 100, "maximumPercent": 200},
        **changes,
    }


def task(name: str, where: str, **changes: object) -> dict[str, Any]:
    return {
        "taskArn": f"{ARN}task/prod/{name}",
        "containerInstanceArn": f"{ARN}container-instance/prod/{where}",
        "group": "service:web",
        "cpu": "512",
        "memory": "1024",
        "lastStatus": "RUNNING",
        "desiredStatus": "RUNNING",
        **changes,
    }


TASKS = {"tasks": [task(f"{where}{number}", where) for where in "ab" for number in (1, 2)]}
IN_FLIGHT = [
    {
        "id": "ecs-svc/2", "status": "PRIMARY", "runningCount": 1, "pendingCount": 1,
        "rolloutState": "IN_PROGRESS",
    },
    {"id": "ecs-svc/1", "status": "ACTIVE", "runningCount": 3, "rolloutState": "COMPLETED"},
]  # fmt: skip


def laid(*documents: object) -> Case:
    case = None
    for document in documents:
        case = case_from(document, case)
    assert case is not None
    return case


def result(case: Case) -> Mapping[str, Any]:
    return simulate(case.kind, case.given, {}, explain=True)


def rules(case: Case) -> dict[str, str]:
    return {line["rule"]: line["formula"] for line in result(case)["trace"]}


def test_the_tasks_of_a_running_service_are_not_placed_again() -> None:
    """Two tasks of 512 CPU units fit on each instance beside the two that run."""
    case = laid(INSTANCES, DEFINITION, service())
    assert (result(case)["result"], result(case)["steps"]) == ("COMPLETED", ["+4", "-4"])
    assert rules(case)["rollout.recognized"] == "recognized = 4 of 4"


@pytest.mark.parametrize(
    "documents", list(itertools.permutations([INSTANCES, DEFINITION, service()]))
)
def test_in_which_order_they_come_plays_no_part(documents: tuple[object, ...]) -> None:
    assert result(laid(*documents)) == result(laid(INSTANCES, DEFINITION, service()))


def test_of_the_tasks_that_are_described_nothing_has_to_be_assumed() -> None:
    case = laid(INSTANCES, DEFINITION, service(), TASKS)
    assert (result(case)["result"], result(case)["steps"]) == ("COMPLETED", ["+4", "-4"])
    assert "rollout.recognized" not in rules(case)
    assert result(laid(INSTANCES, TASKS, service(), DEFINITION)) == result(case)
    assert laid(INSTANCES, DEFINITION, service(), TASKS, TASKS) == case


def test_other_tasks_are_left_where_they_are() -> None:
    """Of three tasks on `a` one is a daemon's; its resources do not come back."""
    busy = copy.deepcopy(INSTANCES)
    busy["containerInstances"][0]["runningTasksCount"] = 3
    tasks = {"tasks": [*TASKS["tasks"], task("log", "a", group="service:log", cpu="0")]}
    given: Any = laid(busy, DEFINITION, service(), tasks).given["instances"]
    assert [len(one["tasks"]) for one in given] == [3, 2]
    assert not any("task_groups" in one for one in given)
    unknown: Any = laid(busy, DEFINITION, service(), TASKS).given["instances"]
    assert [one.get("task_groups") for one in unknown] == [["family:unnamed"], None]


def test_only_as_many_tasks_are_recognized_as_their_resources_allow() -> None:
    tight = copy.deepcopy(INSTANCES)
    tight["containerInstances"][0] = instance("a", "z1", running=2, cpu=1536, memory=7168)
    case = laid(tight, DEFINITION, service())
    assert rules(case)["rollout.recognized"] == "recognized = 3 of 4"
    assert rules(case)["rollout.not-recognized"] == "left out = 4 - 3 = 1"


def test_a_constraint_tells_where_the_tasks_cannot_be() -> None:
    in_z1 = {"type": "memberOf", "expression": "attribute:ecs.availability-zone == z1"}
    case = laid(INSTANCES, DEFINITION, service(placementConstraints=[in_z1]))
    assert rules(case)["rollout.recognized"] == "recognized = 2 of 4"
    distinct = laid(
        INSTANCES, DEFINITION, service(placementConstraints=[{"type": "distinctInstance"}])
    )
    assert rules(distinct)["rollout.recognized"] == "recognized = 2 of 4"


def test_a_new_service_beside_unknown_tasks_says_that_it_was_placed_first() -> None:
    new = {"serviceName": "web", "desiredCount": 2}
    assert rules(laid(INSTANCES, DEFINITION, new))["rollout.placed-before"] == "placed = 2 of 2"


def test_a_deployment_in_flight_goes_on_from_where_it_is() -> None:
    """API_Deployment: ACTIVE has "running tasks, but are in the process of being replaced with a
    new PRIMARY deployment"."""
    case = laid(service(deployments=IN_FLIGHT))
    assert result(case)["steps"] == ["-1", "+2", "-2"]
    assert result(case)["states"][0] == {"old": 2, "new": 2}
    frames = play(case).frames
    assert frames[0].caption.text("en") == "a deployment is in progress: 3 old, 2 new"


def test_a_deployment_in_flight_goes_on_on_instances() -> None:
    mixed = {
        "tasks": [
            task("1", "a", startedBy="ecs-svc/1"),
            task("2", "a", startedBy="ecs-svc/2"),
            task("3", "b", startedBy="ecs-svc/1"),
            task("4", "b", startedBy="ecs-svc/2", lastStatus="PENDING"),
        ]
    }
    for documents in itertools.permutations([DEFINITION, service(deployments=IN_FLIGHT), mixed]):
        case = laid(INSTANCES, *documents)
        assert rules(case)["rollout.in-flight"] == "PRIMARY = 2, ACTIVE = 3"
        assert result(case)["states"][-1] == {"old": 0, "new": 4}
        looks = [run.look for box in play(case).frames[0].boxes for run in box.runs]
        assert looks.count(TaskLook.OLD) == looks.count(TaskLook.NEW) == 2


def test_without_the_tasks_the_newest_are_assumed() -> None:
    case = laid(INSTANCES, DEFINITION, service(deployments=[{**IN_FLIGHT[0], "pendingCount": 0}]))
    assert result(case)["states"][-1] == {"old": 0, "new": 4}


def test_a_deployment_that_is_over_leaves_all_tasks_old() -> None:
    over = [
        {"id": "ecs-svc/2", "status": "PRIMARY", "runningCount": 2, "rolloutState": "COMPLETED"}
    ]
    case = laid(service(deployments=over))
    assert result(case)["states"][0] == {"old": 2, "new": 4}


def test_an_update_replaces_whatever_runs() -> None:
    case = laid(service(deployments=IN_FLIGHT), {"service": "web", "forceNewDeployment": True})
    assert case.given["deployments"] == [{"status": "PRIMARY", "runningCount": 5}]
    assert result(case)["result"] == "COMPLETED"


@pytest.mark.parametrize(
    ("status", "listed"),
    [("RUNNING", True), ("PROVISIONING", True), ("STOPPING", True), ("STOPPED", False)],
)
def test_a_task_that_has_stopped_is_none(status: str, listed: bool) -> None:
    tasks = {"tasks": [task("1", "a", lastStatus=status)]}
    given: Any = laid(INSTANCES, tasks).given["instances"]
    assert ("tasks" in given[0]) is listed


def test_a_task_elsewhere_is_named() -> None:
    tasks = {"tasks": [task("1", "a"), task("2", "gone"), task("3", "gone")]}
    found = opened(tasks, laid(INSTANCES))
    assert found.notes[0].en == "2 tasks run on none of these instances: left out."


def test_the_size_of_a_task_is_that_of_its_service_where_aws_gives_none() -> None:
    bare = {key: one for key, one in task("1", "a").items() if key not in ("cpu", "memory")}
    given: Any = laid(INSTANCES, DEFINITION, service(), {"tasks": [bare]}).given["instances"]
    assert given[0]["tasks"][0] == {
        "cpu": 512, "memory": 1024, "networkMode": "bridge", "group": "service:web",
    }  # fmt: skip


def test_tasks_need_instances() -> None:
    with pytest.raises(CaseError, match="first open the output of describe-container-instances"):
        case_from(TASKS, None)
    with pytest.raises(CaseError, match="first open"):
        case_from(TASKS, laid(DEFINITION))


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"lastStatus": "GONE"}, "tasks[0].lastStatus"),
        ({"cpu": "lots"}, "tasks[0].cpu"),
        ({"memory": True}, "tasks[0].memory"),
        ({"group": 7}, "tasks[0].group"),
    ],
)
def test_a_task_that_is_malformed_is_one_clear_message(
    changes: dict[str, object], place: str
) -> None:
    with pytest.raises(CaseError) as caught:
        case_from({"tasks": [task("1", "a", **changes)]}, laid(INSTANCES))
    assert caught.value.place == place


def test_documents_that_are_opened_together_are_put_in_order() -> None:
    update = {"service": "web", "desiredCount": 2}
    documents: list[object] = [update, TASKS, service(), DEFINITION, INSTANCES]
    assert sorted(documents, key=order) == [INSTANCES, DEFINITION, service(), TASKS, update]
    assert order("nothing") == order(update)


def test_a_query_knows_the_groups_of_described_tasks() -> None:
    case = laid(DOCUMENTS["container-instances"], DOCUMENTS["tasks"])
    given = {"instances": case.given["instances"], "expression": "task:group == service:shop-web"}
    matching: Any = simulate("query", given)
    assert sum(len(one) for one in matching.values() if isinstance(one, list)) == 1
