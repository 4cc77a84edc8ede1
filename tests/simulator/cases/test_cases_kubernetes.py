"""Cases of a Kubernetes Deployment's RollingUpdate."""

from collections.abc import Mapping
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.engines.kubernetes.kubernetes import Percent, RollingUpdate, roll_out
from study_app.simulator.model.problem import CaseError


def kubernetes(replicas: int, *, explain: bool = False, **fields: object) -> Mapping[str, Any]:
    return simulate("kubernetes", {"replicas": replicas, **fields}, {}, explain=explain)


@pytest.mark.parametrize(
    ("replicas", "surge", "unavailable", "lower", "upper", "steps"),
    [
        (4, None, None, 3, 5, ["+1", "-2", "+2", "-2", "+1"]),
        (4, 2, 2, 2, 6, ["+2", "-4", "+2"]),
        (3, "34%", "34%", 2, 5, ["+2", "-3", "+1"]),
        (4, "0%", "1%", 3, 4, ["-1", "+1"] * 4),
        (2, 9, "100%", 0, 11, ["+2", "-2"]),
        (2, 0, 9, 0, 2, ["-2", "+2"]),
        (2, 1.0, 0, 2, 3, ["+1", "-1", "+1", "-1"]),
        (0, None, None, 0, 0, []),
    ],
)
def test_limits_and_steps(
    replicas: int, surge: object, unavailable: object, lower: int, upper: int, steps: list[str]
) -> None:
    """maxSurge rounds UP, maxUnavailable rounds DOWN; it never deadlocks."""
    result = kubernetes(replicas, maxSurge=surge, maxUnavailable=unavailable)
    assert (result["lower"], result["upper"], result["steps"]) == (lower, upper, steps)
    assert len(result["states"]) == len(steps)
    assert result["states"][-1:] == [{"old": 0, "new": replicas}][: len(steps)]


def test_a_trace_gives_limits_and_decisions() -> None:
    trace = kubernetes(1, maxSurge=0, maxUnavailable="25%", explain=True)["trace"]
    assert [(line["rule"], line["formula"]) for line in trace] == [
        ("kubernetes.surge", "surge = 0"),
        ("kubernetes.unavailable", "unavailable = min(1, floor(25 x 1 / 100)) = 0"),
        ("kubernetes.no-deadlock", "unavailable = 1"),
        ("kubernetes.start", "start = min(1 - 0, 1 - 1) = 0"),
        ("kubernetes.stop", "stop = min(1, 1 - 0) = 1"),
        ("kubernetes.start", "start = min(1 - 0, 1 - 0) = 1"),
    ]
    percent = kubernetes(3, maxUnavailable=1, explain=True)["trace"][:2]
    assert [line["formula"] for line in percent] == [
        "surge = ceil(25 x 3 / 100) = 1",
        "unavailable = min(3, 1) = 1",
    ]


def test_asking_why_changes_nothing() -> None:
    update = RollingUpdate(maxSurge=Percent(30), maxUnavailable=Percent(10))
    bare, explained = roll_out(7, update), roll_out(7, update, explain=True)
    assert bare.trace == ()
    assert [step.after for step in bare.steps] == [step.after for step in explained.steps]
    assert all(step.trace for step in explained.steps)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"maxSurge": -1}, "maxSurge is -1"),
        ({"maxUnavailable": "-5%"}, "maxUnavailable is -5"),
        ({"maxUnavailable": "101%"}, "maxUnavailable is 101"),
        ({"maxSurge": "0%", "maxUnavailable": 0}, "may not be 0"),
    ],
)
def test_what_kubernetes_refuses_is_a_result(fields: dict[str, Any], words: str) -> None:
    result = kubernetes(3, **fields)
    assert result["error"] is True
    assert words in result["message"]
    assert {result[name] for name in ("lower", "upper", "steps", "states")} == {None}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"replicas": None}, "replicas"),
        ({"replicas": -1}, "replicas"),
        ({"replicas": 100_001}, "replicas"),
        ({"maxSurge": "25"}, "maxSurge"),
        ({"maxSurge": "2.5%"}, "maxSurge"),
        ({"maxSurge": "25%\n"}, "maxSurge"),
        ({"maxSurge": True}, "maxSurge"),
        ({"maxUnavailable": 0.25}, "maxUnavailable"),
        ({"maxUnavailable": ["25%"]}, "maxUnavailable"),
        ({"maxUnavailable": "9" * 5000 + "%"}, "maxUnavailable"),
    ],
)
def test_a_malformed_case_names_its_field(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(CaseError) as caught:
        simulate("kubernetes", {"replicas": 3, **fields}, {})
    assert caught.value.place == field
    assert len(str(caught.value)) < 150
