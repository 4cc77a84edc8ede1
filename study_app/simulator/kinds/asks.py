"""What a question may ask of a simulated case, by name: keys that are computed, not typed.

A value is plain: a number, a text, true or false, null, or a list of these. The steps of a rollout
are texts with a sign: `-2` stops two tasks, `+4` starts four.
"""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from study_app.simulator.model.case import Plain

Ask = Callable[[Plain], object]
AskOf = Callable[[Plain, str], object]
"""An ask about one thing of many: `tasks_on.i-1` calls that of `tasks_on` with `i-1`."""

STUCK: Final = "STUCK"


class UnknownAskError(ValueError):
    """A name that nothing in the result has; the message has the nearest, or all of them."""


def ask(kind: str, result: Plain, what: str) -> object:
    """The value of `what` in the result of a case of this kind.

    `what` is one of the names in `ASKS`, one in `ASKS_OF` with what it is about (`tasks_on.i-1`),
    or a path into the result such as `az_counts.us-east-1a` or `placed_on.0`. Raises
    UnknownAskError where there is no such value.
    """
    name, _, about = what.partition(".")
    try:
        if (named := ASKS.get(kind, {}).get(what)) is not None:
            return named(result)
        if about and (of := ASKS_OF.get(kind, {}).get(name)) is not None:
            return of(result, about)
        return _at(result, what)
    except LookupError as error:
        known = names(kind, result)
        near = get_close_matches(what, [name for name in known if name != what], n=1)
        remedy = f"did you mean {near[0]!r}?" if near else f"write one of {', '.join(known)}"
        raise UnknownAskError(f"a case of kind {kind} has no {what!r}; {remedy}") from error


def names(kind: str, result: Plain) -> Sequence[str]:
    """What can be asked of `result`: the names, then its fields, which may have more below them."""
    of = (f"{name}.NAME" for name in ASKS_OF.get(kind, {}))
    fields = (name for name in result if name not in _ABOUT)
    return tuple(dict.fromkeys([*ASKS.get(kind, {}), *of, *fields]))


_ABOUT: Final = frozenset({"trace", "message"})
"""Fields that no answer is made of."""


def _at(result: Plain, path: str) -> object:
    place: object = result
    for step in path.split("."):
        match place:
            case Mapping() if step in place:
                place = place[step]
            case list() | tuple() if step.isdecimal() and int(step) < len(place):
                place = place[int(step)]
            case _:
                raise KeyError(path)
    return place


def _list(result: Plain, name: str) -> list[Any]:
    """A list of the result; no list where the case was refused."""
    value = result[name]
    if not isinstance(value, list):
        raise KeyError(name)
    return value


def _counts(result: Plain, name: str) -> Mapping[str, int]:
    value = result[name]
    if not isinstance(value, Mapping):
        raise KeyError(name)
    return value


def _first(result: Plain, sign: str) -> int:
    """How many tasks the first step moves, 0 if it moves them the other way."""
    first = next(iter(_list(result, "steps")), "")
    return int(first[1:]) if first.startswith(sign) else 0


def _first_step(result: Plain) -> object:
    return next(iter(_list(result, "steps")), STUCK)


def _sequence(result: Plain) -> list[str]:
    """The steps, and the deadlock that they end in."""
    ending = [STUCK] if result.get("result") == STUCK else []
    return [*_list(result, "steps"), *ending]


def _steps_in_order(result: Plain) -> list[dict[str, object]]:
    steps, states = _list(result, "steps"), _list(result, "states")
    return [{"step": step, **state} for step, state in zip(steps, states, strict=True)]


def _running(result: Plain) -> list[int]:
    """How many tasks there are before the first step and after each."""
    after = [state["old"] + state["new"] for state in _list(result, "states")]
    return [after[0] - int(_list(result, "steps")[0]), *after]


def _used_in_order(result: Plain) -> list[str]:
    return list(dict.fromkeys(name for name in _list(result, "placed_on") if name is not None))


_STEPS: Final[Mapping[str, Ask]] = {
    "first_step": _first_step,
    "first_stop": lambda result: _first(result, "-"),
    "first_start": lambda result: _first(result, "+"),
    "steps": lambda result: len(_list(result, "steps")),
    "sequence": _sequence,
    "steps_in_order": _steps_in_order,
    "least_running": lambda result: min(_running(result)),
    "most_running": lambda result: max(_running(result)),
}

ASKS: Final[Mapping[str, Mapping[str, Ask]]] = {
    "rolling": {**_STEPS, "outcome": lambda result: result["result"]},
    "kubernetes": _STEPS,
    "placement": {
        "first_instance": lambda result: _list(result, "placed_on")[0],
        "last_instance": lambda result: _list(result, "placed_on")[-1],
        "placed": lambda result: sum(_counts(result, "counts").values()),
        "used_in_order": _used_in_order,
        "most_on_one": lambda result: max(_counts(result, "counts").values(), default=0),
        "candidates": lambda result: _list(result, "optimal_candidates"),
        "stop_on": lambda result: _list(result, "optimal_instances_to_stop_on"),
    },
    "query": {"matching": lambda result: len(_list(result, "matches"))},
    "traffic": {
        "shifts": lambda result: sum(one["stage"] == "SHIFT" for one in _list(result, "moments")),
        "most_tasks": lambda result: max(
            one["blue_tasks"] + one["green_tasks"] for one in _list(result, "moments")
        ),
    },
    "fargate_size": {
        "least_memory": lambda result: _list(result, "memory_sizes")[0],
        "most_memory": lambda result: _list(result, "memory_sizes")[-1],
    },
}
"""By kind of case. Of a rollout:

- `first_step` is its first step, or STUCK; `first_stop` and `first_start` are how many old tasks
  that stops and how many new ones it starts, 0 if it does the other;
- `steps` is how many steps there are, `sequence` all of them, then STUCK if they end there, and
  `steps_in_order` the same with the tasks that each leaves, for an ordering;
- `least_running` and `most_running` are the fewest and most tasks at any time, pending included.

Of a placement: `first_instance` and `last_instance` of the tasks, null for one without; `placed`
tasks, those of a daemon too; `used_in_order` the instances in the order of their first task;
`most_on_one` the most tasks on one instance. Of traffic: how often it shifts, and the most tasks of
both revisions together. Of a Fargate size: the least and the most MiB for its CPU.
"""

ASKS_OF: Final[Mapping[str, Mapping[str, AskOf]]] = {
    "placement": {
        "tasks_on": lambda result, instance: _counts(result, "counts").get(instance, 0),
        "tasks_in": lambda result, zone: _counts(result, "az_counts").get(zone, 0),
    },
    "capacity_provider": {"tasks_on": lambda result, name: _counts(result, "counts")[name]},
}
"""Tasks of this call by instance, Availability Zone or capacity provider, 0 included."""

UNORDERED: Final[Mapping[str, frozenset[str]]] = {
    "placement": frozenset(
        {"candidates", "stop_on", "optimal_candidates", "optimal_instances_to_stop_on"}
    ),
    "query": frozenset({"matches"}),
}
"""Asks whose lists are sets: which comes first means nothing."""
