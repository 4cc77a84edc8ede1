"""What a question may ask of a simulated case."""

from typing import Any

import pytest

from study_app.simulator.cases.asks import UnknownAskError, asked_value, names
from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.kinds.registry import KINDS

FIVE = {"desired": 5, "minimumHealthyPercent": 50, "maximumPercent": 100}
START_FIRST = {"desired": 4, "minimumHealthyPercent": 100, "maximumPercent": 200}
STUCK = {"desired": 3, "minimumHealthyPercent": 100, "maximumPercent": 125}
ZONES = {
    "count": 3,
    "task": {"cpu": 256, "memory": 256},
    "instances": [
        {"id": "i-1", "az": "us-east-1a", "cpu": 512, "memory": 512},
        {"id": "i-2", "az": "us-east-1b", "cpu": 512, "memory": 512},
        {"id": "i-3", "az": "us-east-1a", "cpu": 128, "memory": 512},
    ],
}
CROWDED = {**ZONES, "count": 5}
ON_ZONES = {"instances": ZONES["instances"]}
SHARES = {
    "mode": "distribute",
    "count": 4,
    "strategy": [{"cp": "FARGATE", "weight": 1}, {"cp": "FARGATE_SPOT", "weight": 0}],
}
CANARY = {"strategy": "CANARY", "desired": 4}


@pytest.mark.parametrize(
    ("kind", "given", "what", "value"),
    [
        ("rolling", FIVE, "lower", 3),
        ("rolling", FIVE, "upper", 5),
        ("rolling", FIVE, "first_step", "-2"),
        ("rolling", FIVE, "first_stop", 2),
        ("rolling", FIVE, "first_start", 0),
        ("rolling", FIVE, "steps", 6),
        ("rolling", FIVE, "steps.1", "+2"),
        ("rolling", FIVE, "outcome", "COMPLETED"),
        ("rolling", FIVE, "least_running", 3),
        ("rolling", FIVE, "most_running", 5),
        ("rolling", START_FIRST, "first_step", "+4"),
        ("rolling", START_FIRST, "first_stop", 0),
        ("rolling", START_FIRST, "first_start", 4),
        ("rolling", START_FIRST, "sequence", ["+4", "-4"]),
        ("rolling", START_FIRST, "least_running", 4),
        ("rolling", START_FIRST, "most_running", 8),
        ("rolling", STUCK, "first_step", "STUCK"),
        ("rolling", STUCK, "steps", 0),
        ("rolling", STUCK, "sequence", ["STUCK"]),
        ("kubernetes", {"replicas": 4}, "sequence", ["+1", "-2", "+2", "-2", "+1"]),
        ("placement", ZONES, "placed_on.1", "i-2"),
        ("placement", ZONES, "first_instance", "i-1"),
        ("placement", ZONES, "last_instance", "i-1"),
        ("placement", ZONES, "instances_used", 2),
        ("placement", ZONES, "tasks_on.i-1", 2),
        ("placement", ZONES, "tasks_on.i-3", 0),
        ("placement", ZONES, "tasks_in.us-east-1b", 1),
        ("placement", ZONES, "used_in_order", ["i-1", "i-2"]),
        ("placement", ZONES, "most_on_one", 2),
        ("placement", CROWDED, "placed", 4),
        ("placement", CROWDED, "unplaced", 1),
        ("placement", CROWDED, "last_instance", None),
        ("placement", {**ZONES, "mode": "candidates"}, "candidates", ["i-1", "i-2"]),
        ("query", {**ON_ZONES, "expression": "attribute:ecs.availability-zone == us-east-1a"},
         "matching", 2),
        ("capacity_provider", SHARES, "tasks_on.FARGATE", 4),
        ("capacity_provider", SHARES, "tasks_on.FARGATE_SPOT", 0),
        ("traffic", CANARY, "shifts", 2),
        ("traffic", CANARY, "most_tasks", 8),
        ("fargate_size", {"cpu": 512, "memory": 1024}, "least_memory", 1024),
        ("fargate_size", {"cpu": 512, "memory": 1024}, "most_memory", 4096),
        ("fargate_size", {"mode": "fit", "cpu": 300, "memory": 1500}, "cpu", 512),
        ("fargate_size", {"mode": "fit", "cpu": 300, "memory": 1500}, "memory", 2048),
    ],
)  # fmt: skip
def test_what_is_asked(kind: str, given: dict[str, Any], what: str, value: object) -> None:
    assert asked_value(KINDS[kind], simulate(kind, given, {}), what) == value


def test_the_steps_of_a_rollout_with_the_tasks_that_they_leave() -> None:
    result = simulate("rolling", START_FIRST, {})
    assert asked_value(KINDS["rolling"], result, "steps_in_order") == [
        {"step": "+4", "old": 4, "new": 4},
        {"step": "-4", "old": 0, "new": 4},
    ]


@pytest.mark.parametrize(
    ("kind", "given", "what"),
    [
        ("rolling", FIVE, "middle"),
        ("rolling", FIVE, "steps.9.1"),
        ("rolling", {"mode": "defaults"}, "steps"),
        ("placement", {**ZONES, "strategy": [{"type": "nonsense"}]}, "placed"),
        ("capacity_provider", SHARES, "tasks_on.another.one.at.all"),
        ("kubernetes", {"replicas": 4, "maxSurge": -1}, "sequence"),
        ("fargate_size", {"cpu": 300, "memory": 512}, "least_memory"),
    ],
)
def test_what_is_not_there_says_what_is(kind: str, given: dict[str, Any], what: str) -> None:
    result = simulate(kind, given, {})
    with pytest.raises(UnknownAskError) as raised:
        asked_value(KINDS[kind], result, what)
    message = str(raised.value)
    assert message.startswith(f"a case of kind {kind} has no {what!r}; ")
    known = names(KINDS[kind], result)
    assert message.endswith((f"write one of {', '.join(known)}", "?"))


def test_a_misspelt_name_says_the_nearest() -> None:
    with pytest.raises(UnknownAskError, match="has no 'frist_stop'; did you mean 'first_stop'"):
        asked_value(KINDS["rolling"], simulate("rolling", FIVE, {}), "frist_stop")
    with pytest.raises(UnknownAskError, match="has no 'least_running'"):
        asked_value(KINDS["rolling"], simulate("rolling", STUCK, {}), "least_running")


def test_the_names_are_those_of_the_kind_and_of_the_result() -> None:
    result = simulate("query", {**ON_ZONES, "expression": "attribute:a exists"}, {}, explain=True)
    assert names(KINDS["query"], result) == ("matching", "matches")
    assert "tasks_on.NAME" in names(KINDS["placement"], simulate("placement", ZONES, {}))
