"""Rollouts and drainings on instances, as cases: plain input in, plain result out."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.model.problem import CaseError

TASK = {"cpu": 256, "memory": 512}
OURS = {"group": "service:s", **TASK}


def instance(name: str, zone: str = "z-A", **more: object) -> dict[str, object]:
    return {"id": name, "az": zone, "cpu": 1024, "memory": 2048, **more}


def rolled(**given: object) -> Any:
    return simulate("rolling", {"task": TASK, **given}, {})


def test_the_old_tasks_are_placed_first_and_replaced_where_there_is_room() -> None:
    """The notes' example on two instances: -2 +2 -2 +2, one of each pair on each instance."""
    result = rolled(
        desired=4,
        minimumHealthyPercent=50,
        maximumPercent=100,
        instances=[instance("i-1"), instance("i-2", "z-B")],
    )
    assert result["steps"] == ["-2", "+2", "-2", "+2"]
    assert result["result"] == "COMPLETED"
    assert [sorted(names) for names in result["placed"]] == [["i-1", "i-2"]] * 4


def test_tasks_that_are_listed_are_the_old_ones() -> None:
    result = rolled(desired=2, instances=[instance("i-1", tasks=[OURS, OURS])])
    assert (result["steps"], result["placed"]) == (["+2", "-2"], [["i-1", "i-1"]] * 2)


def test_a_full_cluster_is_stuck() -> None:
    """'min100 with a full cluster = stuck (no room)'"""
    result = rolled(desired=4, instances=[instance("i-1")])
    assert (result["steps"], result["result"]) == ([], "STUCK")


def test_draining_replaces_running_tasks_under_the_limits() -> None:
    """'DRAINING instance: PENDING service tasks stopped at once, RUNNING replaced under min/max'"""
    draining = instance(
        "i-1", status="DRAINING", tasks=[OURS, OURS, {**OURS, "last_status": "PENDING"}]
    )
    result = rolled(mode="drain", desired=3, instances=[draining, instance("i-2", "z-B")])
    assert result["steps"] == ["-1", "+3", "-2"]
    assert result["placed"] == [["i-1"], ["i-2"] * 3, ["i-1", "i-1"]]
    assert result["result"] == "COMPLETED"


def test_draining_leaves_other_groups_alone() -> None:
    """'standalone tasks untouched'"""
    draining = instance("i-1", status="DRAINING", tasks=[{"group": "family:job", **TASK}, OURS])
    result = rolled(mode="drain", instances=[draining, instance("i-2")])
    assert (result["steps"], result["placed"]) == (["+1", "-1"], [["i-2"], ["i-1"]])


def test_draining_without_room_elsewhere_is_stuck_at_100_percent() -> None:
    draining = instance("i-1", status="DRAINING", tasks=[OURS])
    result = rolled(mode="drain", instances=[draining])
    assert (result["steps"], result["result"]) == ([], "STUCK")


def test_a_refused_placement_is_a_result() -> None:
    result = rolled(desired=1, instances=[instance("i-1")], strategy=[{"type": "bestfit"}])
    assert result["error"] is True


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"desired": 1, "instances": [{"id": "i-1"}]}, "cpu is missing"),
        ({"instances": [instance("i-1")]}, "desired is missing"),
        ({"mode": "drain", "desired": 1}, "instances is missing"),
        ({"desired": 20_000, "instances": [instance("i-1")]}, "from 0 to 10000"),
    ],
)
def test_what_is_malformed_is_named(given: dict[str, object], message: str) -> None:
    with pytest.raises(CaseError, match=message):
        rolled(**given)


@given(
    here=st.integers(0, 8),
    draining=st.integers(0, 8),
    minimum=st.integers(0, 100),
    maximum=st.integers(100, 200),
    room=st.integers(0, 20),
)
@settings(deadline=None)
def test_draining_keeps_the_limits(
    here: int, draining: int, minimum: int, maximum: int, room: int
) -> None:
    """'lower <= running, running <= max(upper, desired)' while tasks leave DRAINING instances"""
    size = {"cpu": 256 * (here + room), "memory": 512 * (here + room)}
    result = rolled(
        mode="drain",
        minimumHealthyPercent=minimum,
        maximumPercent=maximum,
        instances=[
            {"id": "a", "az": "z-A", **size, "tasks": [OURS] * here},
            {**instance("b", "z-B"), "cpu": 2048, "memory": 4096, "status": "DRAINING"}
            | {"tasks": [OURS] * draining},
        ],
    )
    desired = here + draining
    running = [state["old"] + state["new"] for state in result["states"]]
    assert all(result["lower"] <= one <= max(result["upper"], desired) for one in running)
    if result["result"] == "COMPLETED":
        last = result["states"][-1] if result["states"] else {"old": draining, "new": here}
        assert last == {"old": 0, "new": desired}
