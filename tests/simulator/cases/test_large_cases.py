"""Large cases: what they hold is in proportion to their size, and beyond a limit is one message."""

import tracemalloc
from typing import Any

import pytest

from study_app.simulator.kinds.registry import simulate, simulated
from study_app.simulator.model.appended_sequence import AppendedSequence
from study_app.simulator.model.case import Case
from study_app.simulator.model.cluster import Task, TaskStatus
from study_app.simulator.model.problem import CaseError
from study_app.simulator.model.resources import Requirements, Resources
from tests.instances import container_instance

ROOMY = [
    {"id": f"i-{number}", "az": f"z-{number}", "cpu": 10**9, "memory": 10**9} for number in range(3)
]
TASK = {"cpu": 1, "memory": 1}


def placement(count: int, **given: object) -> Case:
    return Case("placement", {"count": count, "task": TASK, "instances": ROOMY, **given})


def used(count: int) -> int:
    """The most bytes at any time while so many tasks are placed, written and drawn."""
    tracemalloc.start()
    try:
        simulation = simulated(placement(count))
        simulation.written()
        frames = simulation.playback().frames
        for number in (0, count // 2, count):
            assert frames[number].caption.text("en")
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_grows_with_the_number_of_tasks_and_not_with_its_square() -> None:
    """Results by counts, frames made when looked at: with the square four times as many tasks would
    take sixteen times as much."""
    small, large = used(1_000), used(4_000)
    assert large < 6 * small
    assert large < 8_000_000


def test_a_frame_in_the_middle_shows_what_was_placed_by_then() -> None:
    frames = simulated(placement(9)).playback().frames
    counts = [
        sum(run.count for box in frames[number].boxes for run in box.runs) for number in (4, 9)
    ]
    assert counts == [4, 9]
    assert frames[9].boxes[0].meters[0].used == 3


@pytest.mark.parametrize(
    ("case", "place", "remedy"),
    [
        (placement(100_001), "count", "from 0 to 100000"),
        (placement(10**30), "count", "from 0 to 100000"),
        (placement(1, instances=ROOMY * 2000), "instances", "write at most 5000"),
        (
            placement(1, instances=[{**ROOMY[0], "task_groups": ["a"] * 100_001}]),
            "instances[0].tasks",
            "at most 100000 tasks in all",
        ),
        (
            Case(
                "rolling",
                {"desired": 9999, "maximumPercent": 100, "minimumHealthyPercent": 99,
                 "task": TASK, "instances": ROOMY},
            ),
            "desired",
            "limits and instances that move more at once",
        ),
    ],
)  # fmt: skip
def test_beyond_a_limit_is_one_clear_message(case: Case, place: str, remedy: str) -> None:
    with pytest.raises(CaseError) as caught:
        simulate(case)
    assert caught.value.place == place
    assert remedy in str(caught.value)


def test_a_trace_of_very_many_tasks_is_one_clear_message() -> None:
    with pytest.raises(CaseError, match="do not ask for a trace"):
        simulate(placement(100_000), explain=True)


def test_a_query_sees_the_tasks_that_were_placed_before() -> None:
    """runningTasksCount and task:group hold for tasks of the same call as well."""
    few = [{"type": "memberOf", "expression": "runningTasksCount < 2"}]
    result: Any = simulate(placement(9, constraints=few))
    assert (result["counts"], result["unplaced"]) == ({f"i-{n}": 2 for n in range(3)}, 3)
    alone = [{"type": "memberOf", "expression": "not(task:group == service:s)"}]
    result = simulate(placement(9, constraints=alone))
    assert (result["instances_used"], result["unplaced"]) == (3, 6)


def test_rows_that_grew_from_one_another_stay_what_they_were() -> None:
    row: AppendedSequence[str] = AppendedSequence("ab", str, lambda item: item != "b")
    longer, other = row.added("c"), row.added("d")
    assert (tuple(row), tuple(longer), tuple(other)) == (("a", "b"), tuple("abc"), tuple("abd"))
    assert (longer.names, other.names, longer.counted) == (("a", "b", "c"), ("a", "b", "d"), 2)
    assert longer == tuple("abc")
    assert tuple("abc") == longer
    assert longer != other
    assert hash(longer) == hash(tuple("abc"))
    assert (longer[-1], longer[1:], len(longer)) == ("c", ("b", "c"), 3)
    with pytest.raises(IndexError):
        row[2]


def test_a_pending_task_does_not_run() -> None:
    pending = Task(group="g", requirements=Requirements(cpu=1), last_status=TaskStatus.PENDING)
    instance = (
        container_instance("i", Resources(cpu=9)).with_task(pending).with_task(Task(group="g"))
    )
    assert instance.running_tasks_count == 1
    assert instance.task_groups == ("g",)
    assert instance.without_task(0).remaining.cpu == 9
