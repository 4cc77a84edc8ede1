"""The network interfaces of instance types, as AWS's pages give them, and awsvpc tasks on them."""

from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.documents.shapes import opened
from study_app.simulator.model.interfaces import AwsvpcLimits, awsvpc_limits, types
from tests.simulator.engines.test_rules_on_their_pages import flat

TASK = {"cpu": 1, "memory": 1, "networkMode": "awsvpc"}


def instance(name: str = "i-1", **fields: object) -> dict[str, object]:
    return {"id": name, "cpu": 2048, "memory": 8192, **fields}


def placed(*instances: dict[str, object], count: int = 20) -> int:
    given = {"count": count, "task": TASK, "instances": list(instances)}
    counts: Any = simulate("placement", given)["counts"]
    return int(sum(counts.values()))


@pytest.mark.parametrize(
    ("name", "plain", "trunked"),
    [
        ("a1.medium", 1, 10),
        ("c5.large", 2, 10),
        ("m5d.metal", 14, 120),
        ("m6a.8xlarge", 7, 90),
        ("m6idn.32xlarge", 15, 120),
        ("m7i-flex.large", 2, 4),
        ("m8azn.medium", 2, 4),
        ("m8i.8xlarge", 9, 90),
        ("m8in.large", 3, 10),
        ("m9gd.metal-48xl", 23, 120),
        ("mac-m4pro.metal", 7, 12),
        ("t8i.nano", 1, 2),
        ("c5d.18xlarge", 14, 120),
        ("c6gn.16xlarge", 14, 120),
        ("c8ine.12xlarge", 11, 120),
        ("r5b.16xlarge", 14, 120),
        ("r7iz.metal-32xl", 14, 120),
        ("r8gb.24xlarge", 23, 120),
        ("u-6tb1.56xlarge", 14, 12),
        ("x2gd.medium", 1, 10),
        ("x2iedn.2xlarge", 3, 29),
        ("x8i.64xlarge", 23, 120),
        ("i4i.32xlarge", 14, 498),
        ("i8ge.3xlarge", 5, 29),
        ("is4gen.8xlarge", 7, 60),
        ("g5.xlarge", 3, 6),
        ("g5.48xlarge", 6, 120),
        ("g7e.48xlarge", 39, 242),
        ("p6-b300.48xlarge", 67, 242),
        ("trn2.3xlarge", 1, 14),
        ("hpc6id.32xlarge", 1, 120),
    ],
)
def test_a_row_of_the_table(name: str, plain: int, trunked: int) -> None:
    """eni-trunking-supported-instance-types, "Task limit without" and "with ENI trunking"."""
    assert awsvpc_limits(name) == AwsvpcLimits(plain, trunked)


@pytest.mark.parametrize(
    ("name", "plain"),
    [("t3.medium", 2), ("t3a.small", 1), ("m5.metal", 14), ("c5n.9xlarge", 7), ("m4.large", 1),
     ("g4dn.16xlarge", 3), ("i3en.24xlarge", 14), ("d3.8xlarge", 2)],
)  # fmt: skip
def test_a_type_that_cannot_be_trunked(name: str, plain: int) -> None:
    """The same page: "The c5n, d3, d3en, g3, g3s, g4dn, i3, i3en, inf1, ... instance families are
    not supported"; the EC2 pages give the most network interfaces, of which one is the primary."""
    assert awsvpc_limits(name) == AwsvpcLimits(plain)


def test_no_row_is_lost() -> None:
    """The table as it was transcribed; for hpc8a.96xlarge the page prints -2, which is no limit."""
    trunked = [name for name in types() if (awsvpc_limits(name) or AwsvpcLimits(0)).trunked]
    assert len(trunked) == 1201
    assert awsvpc_limits("hpc8a.96xlarge") == AwsvpcLimits(3)
    for name in trunked:
        known = awsvpc_limits(name)
        assert known is not None
        assert known.trunked is not None
        assert known.trunked > known.plain or name.startswith(("u-6tb1", "u-18tb1", "u-24tb1"))


def test_an_instance_takes_as_many_awsvpc_tasks_as_its_type() -> None:
    """container-instance-eni: "you can typically only run two such tasks" on a c5.large, and "ten
    tasks on the container instance" with awsvpcTrunking."""
    c5 = {"ecs.instance-type": "c5.large"}
    assert placed(instance(attributes=c5)) == 2
    assert placed(instance(attributes={**c5, "ecs.awsvpc-trunk-id": "eni-1"})) == 10


def test_other_network_modes_need_no_interface() -> None:
    c5 = instance(attributes={"ecs.instance-type": "c5.large"})
    given = {"count": 20, "task": {"cpu": 1, "memory": 1}, "instances": [c5]}
    assert simulate("placement", given)["unplaced"] == 0


def test_eni_tasks_are_free_beside_the_listed_tasks() -> None:
    c5 = {"ecs.instance-type": "c5.large"}
    assert placed(instance(attributes=c5, tasks=[TASK])) == 1  # of two one is taken
    assert placed(instance(attributes=c5, tasks=[TASK], eni_tasks=2)) == 2


def test_a_type_without_trunking_keeps_its_limit() -> None:
    named = {"ecs.instance-type": "t3.large", "ecs.awsvpc-trunk-id": "eni-1"}
    assert placed(instance(attributes=named)) == 2


def test_a_type_that_is_not_known_is_said() -> None:
    odd = instance(attributes={"ecs.instance-type": "z9.huge"})
    given = {"count": 1, "task": TASK, "instances": [odd]}
    lines = flat(simulate("placement", given, {}, explain=True)["trace"])
    found = [(line["rule"], line["basis"], line["formula"]) for line in lines]
    assert ("placement.eni-unknown", "assumed", "1 <= no limit") in found


def described(kind: str, *, running: int = 0, **attributes: str) -> dict[str, Any]:
    return {
        "containerInstanceArn": "arn:aws:ecs:x:1:container-instance/c/one",
        "runningTasksCount": running,
        "registeredResources": [
            {"name": "CPU", "integerValue": 2048},
            {"name": "MEMORY", "integerValue": 8192},
        ],
        "attributes": [
            {"name": "ecs.instance-type", "value": kind},
            *({"name": name, "value": value} for name, value in attributes.items()),
        ],
    }


AWSVPC = {
    "family": "net",
    "networkMode": "awsvpc",
    "containerDefinitions": [{"name": "a", "image": "a:1", "cpu": 1, "memory": 1}],
}
SERVICE = {"serviceName": "net", "desiredCount": 4}


@pytest.mark.parametrize(("kind", "found"), [("c5.large", 2), ("z9.huge", 4)])
def test_documents_get_the_limits_of_their_types(kind: str, found: int) -> None:
    over = opened(AWSVPC, opened(described(kind), None).case)
    result: Any = simulate("placement", {**over.case.given, "count": 4}, {})
    assert 4 - result["unplaced"] == found
    said = [note.en for note in over.notes]
    assert any("of `z9.huge` is not known" in one for one in said) is (kind == "z9.huge")
    rollout = opened(SERVICE, over.case).case
    trace: Any = simulate("rolling", rollout.given, {}, explain=True)["trace"]
    assert any(line["formula"] == f"placed = {found} of 4" for line in trace)


def test_tasks_whose_interfaces_are_not_known_are_said() -> None:
    over = opened(AWSVPC, opened(described("c5.large", running=2), None).case)
    assert "Whether the 2 other tasks on the instances" in over.notes[0].en
