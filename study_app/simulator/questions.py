"""What a question may ask of a simulated rollout, by name: keys that are computed, not typed."""

from collections.abc import Callable, Mapping

from study_app.simulator.rollout import Result, StepKind


class UnknownQuestionError(ValueError):
    """A name that no question has; the message lists those that exist."""


def _first_stop(result: Result) -> int:
    match result.steps:
        case (first, *_) if first.kind is StepKind.STOP:
            return first.count
        case _:
            return 0


_ANSWERS: Mapping[str, Callable[[Result], int]] = {
    "lower": lambda result: result.lower,
    "upper": lambda result: result.upper,
    "first_stop": _first_stop,
    "steps": lambda result: len(result.steps),
}


def ask(result: Result, what: str) -> int:
    """The value of `what` in tasks, for `steps` in steps.

    `lower` and `upper` are the two limits, `first_stop` is how many old tasks the first step
    stops (0 if it starts new ones, or if there is no step), `steps` how many steps there are.

    Raises UnknownQuestionError for any other name.
    """
    answer = _ANSWERS.get(what)
    if answer is None:
        raise UnknownQuestionError(
            f"a rollout cannot be asked for {what!r}; write one of {', '.join(_ANSWERS)}"
        )
    return answer(result)
