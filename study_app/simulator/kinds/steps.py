"""What can be asked about anything in steps: rollouts of Amazon ECS and of Kubernetes.

A step is a text with a sign: `-2` stops two tasks, `+4` starts four.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from study_app.simulator.engines.rollout.rules import COMPLETED
from study_app.simulator.kinds.kind import Ask, ValueWords
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

STUCK: Final = "STUCK"
_END: Final = (COMPLETED,)
"""What says nothing about a first step."""

_STEP: Final = re.compile(r"([-+])([0-9]+)")
_STEPS: Final = {
    "-": Text("stop {count} old", "기존 {count}개 중지"),
    "+": Text("start {count} new", "새 {count}개 시작"),
}
_AFTER: Final = Text(
    "{step} (then {old} old, {new} new)", "{step} (그러면 기존 {old}개, 새 {new}개)"
)


def step_words(value: object) -> ValueWords | None:
    """The words of a step such as `-2`, alone or with the tasks that it leaves."""
    match value:
        case {"step": str(text), "old": old, "new": new} if (step := step_words(text)) is not None:
            return ValueWords(words=_AFTER.filled(step=step.words, old=old, new=new))
        case str() if (found := _STEP.fullmatch(value)) is not None:
            return ValueWords(words=_STEPS[found[1]].filled(count=found[2]), also=(value,))
        case _:
            return None


def list_field(result: Plain, name: str) -> list[Any]:
    """A list in the result. Raises KeyError if there is none, as in a refusal."""
    value = result[name]
    if not isinstance(value, list):
        raise KeyError(name)
    return value


def _first(result: Plain, sign: str) -> int:
    """How many tasks the first step moves, 0 if it moves them the other way."""
    first = next(iter(list_field(result, "steps")), "")
    return int(first[1:]) if first.startswith(sign) else 0


def _first_step(result: Plain) -> object:
    return next(iter(list_field(result, "steps")), STUCK)


def _sequence(result: Plain) -> list[str]:
    """The steps, and the deadlock if they end in one."""
    ending = [STUCK] if result.get("result") == STUCK else []
    return [*list_field(result, "steps"), *ending]


def _steps_in_order(result: Plain) -> list[dict[str, object]]:
    steps, states = list_field(result, "steps"), list_field(result, "states")
    return [{"step": step, **state} for step, state in zip(steps, states, strict=True)]


def _running(result: Plain) -> list[int]:
    """How many tasks there are before the first step and after each."""
    after = [state["old"] + state["new"] for state in list_field(result, "states")]
    return [after[0] - int(list_field(result, "steps")[0]), *after]


STEP_ASKS: Final[Mapping[str, Ask]] = {
    "first_step": Ask(value=_first_step, without=_END, beginning=True),
    "first_stop": Ask(value=lambda result: _first(result, "-"), without=_END, beginning=True),
    "first_start": Ask(value=lambda result: _first(result, "+"), without=_END, beginning=True),
    "steps": Ask(value=lambda result: len(list_field(result, "steps"))),
    "sequence": Ask(value=_sequence),
    "steps_in_order": Ask(value=_steps_in_order),
}
"""`first_step` is the first step, or STUCK; `first_stop` and `first_start` are how many old tasks
that stops and how many new ones it starts, 0 if it does the other; `steps` is how many steps there
are, `sequence` all of them, then STUCK if they end there, and `steps_in_order` the same with the
tasks that each leaves, for an ordering."""

RUNNING_ASKS: Final[Mapping[str, Ask]] = {
    "least_running": Ask(value=lambda result: min(_running(result))),
    "most_running": Ask(value=lambda result: max(_running(result))),
}
"""The fewest and most tasks at any time, pending included."""
