"""What is shown is what is computed: pictures of every kind of case, against their results."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.kinds.registry import play
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError
from study_app.simulator.playback.captions import CAPTIONS
from study_app.simulator.playback.frames import Frame, Mark, Playback, TaskLook
from tests.yaml_files import read_yaml

DATA = Path(__file__).parents[1] / "data"


def worked_cases() -> Iterator[Any]:
    for name in ("golden.yaml", "timelines.yaml"):
        file = read_yaml(DATA / name)
        for case in file["cases"]:
            given = dict(case["input"])
            if isinstance(given.get("fixture"), str):
                given["fixture"] = file["fixtures"][given["fixture"]]
            yield pytest.param(Case(case["kind"], given), id=case["id"])


def count(frame: Frame, *looks: TaskLook) -> int:
    return sum(box.count(look) for box in frame.boxes for look in looks)


def instances(number: int, **more: object) -> list[dict[str, object]]:
    return [
        {"id": f"i-{one}", "az": f"us-east-1{'abc'[one % 3]}", "cpu": 2048, "memory": 4096, **more}
        for one in range(1, number + 1)
    ]


@pytest.mark.parametrize("case", list(worked_cases()))
def test_every_worked_case_has_pictures(case: Case) -> None:
    """'what is shown is what `dva simulate` prints for the same parameters'"""
    playback = play(case)
    printed = dict(simulate(case.kind, case.given, {}))
    assert {name: playback.result[name] for name in printed} == printed
    assert len(playback.frames) >= 1
    assert all(len(curve.values) == len(playback.frames) for curve in playback.series)
    for number, frame in enumerate(playback.frames):
        assert frame.caption.text("en")
        assert re.search("[가-힣]", frame.caption.text("ko"))
        guesses = playback.guesses(number)
        if number + 1 == len(playback.frames):
            assert guesses == ()
            continue
        following = playback.frames[number + 1].caption
        texts = [guess.text("en") for guess in guesses]
        assert following.text("en") not in texts
        assert len(set(texts)) == len(texts) <= 3


def test_captions_have_the_same_places_in_both_languages() -> None:
    for text in CAPTIONS.values():
        english, korean = (set(re.findall(r"\{(\w+)\}", one)) for one in (text.en, text.ko))
        # Korean may leave out what the sentence says already, never name what is not there.
        assert korean <= english


ROLLOUTS = st.fixed_dictionaries(
    {
        "desired": st.integers(0, 12),
        "minimumHealthyPercent": st.integers(0, 100),
        "maximumPercent": st.integers(100, 220),
    },
    optional={"cluster_room": st.integers(0, 20)},
)


@given(ROLLOUTS)
@settings(deadline=None)
def test_the_tasks_in_the_boxes_are_those_of_the_states(given: dict[str, int]) -> None:
    """One frame a step: its old and new tasks are those of `states`, and stay within the limits."""
    playback = play(Case("rolling", given))
    result: Any = playback.result
    states = [{"old": given["desired"], "new": 0}, *result["states"]]
    for frame, state in zip(playback.frames[:-1], states, strict=True):
        assert count(frame, TaskLook.OLD) == state["old"]
        assert count(frame, TaskLook.NEW, TaskLook.PENDING) == state["new"]
    last = playback.frames[-1]
    assert count(last, TaskLook.PENDING) == 0
    stuck = last.caption.id == "rolling.stuck"
    assert stuck == (result["result"] == "STUCK")


@given(ROLLOUTS, st.integers(1, 4))
@settings(deadline=None, max_examples=50)
def test_on_instances_every_task_has_its_box(given: dict[str, int], machines: int) -> None:
    given.pop("cluster_room", None)
    task = {"cpu": 256, "memory": 512}
    case = Case("rolling", {**given, "task": task, "instances": instances(machines)})
    playback = play(case)
    result: Any = playback.result
    for frame, state in zip(playback.frames[1:-1], result["states"], strict=True):
        assert count(frame, TaskLook.OLD) == state["old"]
        assert count(frame, TaskLook.NEW, TaskLook.PENDING) == state["new"]
    started = [int(step[1:]) for step in result["steps"] if step.startswith("+")]
    pending = [count(frame, TaskLook.PENDING) for frame in playback.frames]
    assert [number for number in pending if number] == started


@given(st.integers(1, 5), st.integers(0, 12), st.sampled_from(["binpack", "spread", None]))
@settings(deadline=None)
def test_a_frame_of_a_placement_shows_the_task_where_it_went(
    machines: int, tasks: int, strategy: str | None
) -> None:
    field = {"binpack": "memory", "spread": "instanceId"}.get(strategy or "")
    given: dict[str, object] = {
        "count": tasks,
        "task": {"cpu": 512, "memory": 1024},
        "instances": instances(machines),
        "strategy": [{"type": strategy, "field": field}] if strategy else None,
    }
    playback = play(Case("placement", given))
    placed_on: Any = playback.result["placed_on"]
    for number, name in enumerate(placed_on[: len(playback.frames) - 1], start=1):
        frame = playback.frames[number]
        chosen = [box.id for box in frame.boxes if box.mark is Mark.CHOSEN]
        assert chosen == ([] if name is None else [name])
        assert count(frame, TaskLook.NEW) == sum(one is not None for one in placed_on[:number])
        assert frame.applied, "every choice has its reason"


def test_a_random_placement_shows_what_the_seed_drew() -> None:
    given = {
        "count": 6,
        "seed": 7,
        "task": {"cpu": 256, "memory": 512},
        "instances": instances(3),
        "strategy": [{"type": "random"}],
    }
    playback = play(Case("placement", given))
    placed_on: Any = playback.result["placed_on"]
    marked = [
        next(box.id for box in frame.boxes if box.mark is Mark.CHOSEN)
        for frame in playback.frames[1:]
    ]
    assert marked == placed_on
    assert playback.frames[1].applied[-1].rule.id == "placement.random"


def test_on_draining_instances_tasks_look_as_if_they_had_to_go() -> None:
    ours = {"group": "service:s", "cpu": 256, "memory": 512}
    case = Case(
        "rolling",
        {
            "mode": "drain",
            "task": {"cpu": 256, "memory": 512},
            "instances": [
                {**instances(1)[0], "status": "DRAINING", "tasks": [ours, ours]},
                {**instances(2)[1]},
            ],
        },
    )
    first, *_, last = play(case).frames
    assert (count(first, TaskLook.DRAINING), count(last, TaskLook.DRAINING)) == (2, 0)
    assert [box.status for box in first.boxes] == ["DRAINING", ""]


def test_ports_interfaces_and_labels_stand_in_the_box() -> None:
    case = Case(
        "placement",
        {
            "count": 1,
            "task": {"cpu": 256, "memory": 512, "networkMode": "awsvpc"},
            "instances": instances(
                1,
                eni_tasks=2,
                taken_ports=[8080],
                attributes={"ecs.instance-type": "t2.small", "stack": "prod", "ecs.ami-id": "x"},
            ),
        },
    )
    box = play(case).frames[-1].boxes[0]
    assert [(meter.name, meter.used, meter.total) for meter in box.meters] == [
        ("cpu", 256, 2048),
        ("memory", 512, 4096),
        ("eni", 1, 2),
    ]
    assert box.ports == (8080,)
    assert box.labels == ("t2.small", "stack=prod")


def curve(playback: Playback, name: str) -> list[int]:
    return [int(value) for one in playback.series if one.name == name for value in one.values]


def test_capacity_stands_against_load() -> None:
    """'Charts ... of capacity against load for scaling'"""
    given = {
        "policy": "timeline",
        "current": 2,
        "min": 2,
        "max": 10,
        "load_per_task": 50,
        "policies": [{"target": 50}],
        "readings": [{"at": 0, "load": 100}, {"at": 60, "load": 100}],
    }
    playback = play(Case("scaling", given))
    assert curve(playback, "load") == [100, 100, 100]
    assert curve(playback, "capacity") == [100, 200, 200]
    assert playback.result["capacities"] == [4, 4]


def test_each_dealt_task_goes_where_base_and_weight_send_it() -> None:
    strategy = [{"cp": "FARGATE", "base": 2, "weight": 1}, {"cp": "FARGATE_SPOT", "weight": 3}]
    case = Case("capacity_provider", {"mode": "distribute", "count": 10, "strategy": strategy})
    playback = play(case)
    totals = {box.id: box.count(TaskLook.NEW) for box in playback.frames[-1].boxes}
    assert totals == playback.result["counts"] == {"FARGATE": 4, "FARGATE_SPOT": 6}


def test_what_aws_refuses_is_a_picture_of_the_refusal() -> None:
    case = Case("placement", {"instances": instances(1), "strategy": [{"type": "bestfit"}]})
    (frame,) = play(case).frames
    assert frame.caption.id == "refused"
    assert "bestfit" in str(frame.facts["message"])


def test_a_malformed_case_is_no_picture() -> None:
    with pytest.raises(CaseError, match="desired is missing"):
        play(Case("rolling", {}))


def test_a_frame_beyond_the_last_is_none() -> None:
    frames = play(Case("rolling", {"desired": 1})).frames
    with pytest.raises(IndexError):
        frames[len(frames)]
    assert frames[-1] is frames[len(frames) - 1]
    assert list(frames[1:]) == list(frames)[1:]


def test_an_instance_that_is_as_good_is_no_wrong_guess() -> None:
    """'Tie-breaks are not documented': what only the order of registration decides is not asked."""
    given = {"count": 2, "task": {"cpu": 256, "memory": 512}, "instances": instances(3)}
    playback = play(Case("placement", given))
    assert [guess.id for guess in playback.guesses(0)] == ["placement.unplaced"]
    assert [guess.values.get("instance") for guess in playback.guesses(1)] == ["i-1", None]


def test_providers_of_equal_weight_are_no_wrong_guess() -> None:
    strategy = [{"cp": "A", "weight": 1}, {"cp": "B", "weight": 1}]
    case = Case("capacity_provider", {"mode": "distribute", "count": 2, "strategy": strategy})
    playback = play(case)
    assert playback.guesses(0) == ()
    assert [guess.values["instance"] for guess in playback.guesses(1)] == ["A"]


def test_several_policies_show_each_of_their_metrics() -> None:
    given = {
        "policy": "timeline",
        "current": 4,
        "max": 9,
        "policies": [{"target": 50}, {"target": 80}],
        "readings": [{"at": 0, "metrics": [20, 90]}],
    }
    playback = play(Case("scaling", given))
    assert playback.frames[1].caption.text("en") == "0 min, metric 20, 90: from 4 to 5 tasks"
    assert [one.name for one in playback.series] == ["metric 1", "metric 2", "tasks"]


def test_a_single_task_to_stop_is_a_choice_among_instances() -> None:
    ours = [{"group": "service:s"}]
    machines = [
        {**one, "tasks": ours * number} for number, one in zip((1, 2, 2), instances(3), strict=True)
    ]
    playback = play(Case("placement", {"mode": "terminate", "instances": machines}))
    before, after = playback.frames
    assert after.caption.text("en") == "the next task to stop is on i-2, i-3"
    assert [box.mark for box in after.boxes] == [Mark.DROPPED, Mark.CHOSEN, Mark.CHOSEN]
    assert [guess.values["instances"] for guess in playback.guesses(0)] == ["i-1"]
    assert before.applied == ()


def test_a_missing_attribute_is_this_models_reading() -> None:
    machines = [{"id": "i-1", "attributes": {"stack": "prod"}}, {"id": "i-2"}]
    given = {"expression": "attribute:stack != prod", "instances": machines}
    first, second = play(Case("query", given)).frames[1:]
    assert [line.rule.id for line in first.applied] == ["query.part"]
    assert [line.rule.id for line in second.applied] == ["query.missing"]


@pytest.mark.parametrize(
    "case",
    [
        Case("query", {"expression": "agentConnected == true", "instances": []}),
        *(
            Case("placement", {"mode": mode, "instances": []})
            for mode in ("candidates", "place", "daemon", "terminate", "rebalance")
        ),
    ],
)
def test_a_cluster_without_instances_has_its_pictures(case: Case) -> None:
    frames = play(case).frames
    assert all(frames[number].boxes == () for number in range(len(frames)))


def test_a_completed_rollout_ends_with_its_completion_alone() -> None:
    case = Case("rolling", {"desired": 2, "task": {"cpu": 1, "memory": 1}})
    ending = play(Case("rolling", {**case.given, "instances": instances(2)})).frames[-1]
    assert [line.rule.id for line in ending.applied] == ["rollout.completed"]
    stuck = play(Case("rolling", {"desired": 1, "maximumPercent": 100})).frames[-1]
    assert [line.english.split(" = ")[0] for line in stuck.applied[:2]] == ["stop", "start"]
