"""Which parameters the form of a case offers, by the kind of the case."""

from collections.abc import Iterator, Mapping
from typing import Final

from study_app.simulator.model.case import Case, Plain


def paths(case: Case, opened: Case | None = None) -> Iterator[str]:
    """What the kind is known to have, then whatever else the input has on top.

    What `opened` had on top counts as well: a box that was emptied is still there.
    """
    before = opened.given if opened is not None and opened.kind == case.kind else {}
    known = tuple(_known(case, before))
    yield from known
    passed_over = {*known, *_UNTOUCHED, *_ignored(case)}
    for name, value in {**before, **case.given}.items():
        if isinstance(value, str | int | float) and name not in passed_over:
            yield name


_UNTOUCHED: Final = ("mode", "policy", "fixture")
_PLACED: Final = (
    "task.cpu",
    "task.memory",
    "task.networkMode",
    "task.hostPorts",
)
_ON_INSTANCES: Final = (*_PLACED, "strategy", "constraints", "instances")
_ROLLING: Final = ("desired", "minimumHealthyPercent", "maximumPercent")
_MANAGED: Final = (
    "targetCapacity",
    "minimumScalingStepSize",
    "maximumScalingStepSize",
    "instanceWarmupPeriod",
)
_BREAKER: Final = ("desired", "type", "value")
_WATCHED: Final = ("desired", "enable", "rollback", "type", "value", "resetOnHealthyTask", "events")
_TRACKING: Final = ("target", "scaleOutCooldown", "scaleInCooldown", "disableScaleIn")
_STEPPING: Final = ("adjustmentType", "threshold", "minAdjustmentMagnitude", "cooldown", "steps")
_TRAFFIC: Final[Mapping[object, tuple[str, ...]]] = {
    "BLUE_GREEN": ("bakeTimeInMinutes",),
    "LINEAR": ("stepPercent", "stepBakeTimeInMinutes", "bakeTimeInMinutes"),
    "CANARY": ("canaryPercent", "canaryBakeTimeInMinutes", "bakeTimeInMinutes"),
}


def _known(case: Case, before: Plain) -> Iterator[str]:
    given = case.given
    match case.kind, given.get("mode"), given.get("policy"):
        case "rolling", None | "rollout" | "drain", _:
            yield from _ROLLING
            yield from _ON_INSTANCES if _has_instances(given, before) else ("cluster_room",)
        case "placement", "daemon", _:
            yield from (*_PLACED, "constraints", "instances")
        case "placement", None | "place" | "candidates" | "terminate", _:
            yield from ("count", *_ON_INSTANCES)
        case "query", _, _:
            yield from ("expression", "instances")
        case "kubernetes", _, _:
            yield from ("replicas", "maxSurge", "maxUnavailable")
        case "traffic", _, _:
            yield from ("strategy", "desired", *_TRAFFIC.get(given.get("strategy"), ()))
            yield from ("network_load_balancer", "fails_at")
        case "circuit_breaker", mode, _:
            yield from _WATCHED if mode == "watch" else _BREAKER
        case "scaling", _, "timeline":
            yield from ("current", "min", "max", "load_per_task", "readings", "schedule")
            yield from _of_policies(given, before)
        case "scaling", _, "target_tracking":
            yield from ("current", "metric", "target", "min", "max")
        case "capacity_provider", mode, _:
            yield from _of_capacity(given, mode)
        case _:
            return


def _ignored(case: Case) -> Iterator[str]:
    """What the input may have though it means nothing here."""
    if case.kind == "traffic":
        for names in _TRAFFIC.values():
            yield from names
    if case.given.get("mode") == "daemon":
        yield "count"


def _has_instances(*inputs: Plain) -> bool:
    return any(given.get(name) for given in inputs for name in ("instances", "fixture"))


def _of_policies(given: Plain, before: Plain) -> Iterator[str]:
    opened = _entries(before.get("policies"))
    for number, policy in enumerate(_entries(given.get("policies"))):
        once = opened[number] if number < len(opened) else {}
        every = {**once, **policy}
        known = _STEPPING if "steps" in every else _TRACKING
        yield from (f"policies.{number}.{name}" for name in known)
        for name, value in every.items():
            if isinstance(value, int | float | str) and name not in known:
                yield f"policies.{number}.{name}"


def _of_capacity(given: Plain, mode: object) -> Iterator[str]:
    match mode:
        case "timeline":
            yield from (*_MANAGED, "running", "minutes", "demand", "task.cpu", "task.memory")
            yield from ("instance_type.cpu", "instance_type.memory")
        case "manage":
            yield from (*_MANAGED, "running", "busy", "minutes_below", "seconds_since_scale_out")
        case "distribute":
            yield from ("count", *_of_strategy(given))


def _of_strategy(given: Plain) -> Iterator[str]:
    for number, _ in enumerate(_entries(given.get("strategy"))):
        yield from (f"strategy.{number}.base", f"strategy.{number}.weight")


def _entries(value: object) -> list[Mapping[str, object]]:
    """The mappings of a list; none of what is no list of them."""
    found = value if isinstance(value, list) else []
    return found if all(isinstance(one, Mapping) for one in found) else []
