"""Task sizes of AWS Fargate: whether one is offered, and the smallest that holds a task."""

from dataclasses import dataclass
from typing import Any, Final

from study_app.simulator.engines.fargate.fargate import (
    SIZES,
    explain_size,
    fit,
    memory_sizes,
    size_problems,
)
from study_app.simulator.inputs.fargate_size import is_windows, read_amount, read_platform_version
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.kinds.kind import Ask, Kind, Mode
from study_app.simulator.kinds.steps import list_field
from study_app.simulator.mistakes.fargate_size import FARGATE_SIZE as MISTAKES
from study_app.simulator.model.case import Plain
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.problem import Problem, Refused, in_one_line
from study_app.words.text import Text


@dataclass(frozen=True, slots=True)
class _Checked:
    cpu: int | str
    problems: tuple[Problem, ...]


def _size(fields: CaseFields, explain: bool) -> Outcome[_Checked]:
    """An unsupported size is a result, not a refusal."""
    cpu = read_amount(fields, "cpu")
    problems = size_problems(
        cpu,
        read_amount(fields, "memory"),
        windows=is_windows(fields),
        platform_version=read_platform_version(fields),
    )
    return Outcome(_Checked(cpu, problems), trace=(explain_size(cpu),) if explain else None)


def _write_checked(checked: _Checked) -> Plain:
    """`memory_sizes` has the valid MiB."""
    problems = checked.problems
    return {
        "valid": not problems,
        "error": problems[0].exception if problems else None,
        "message": _message(checked).en or None,
        "memory_sizes": list(memory_sizes(checked.cpu)),
    }


def _message(checked: _Checked) -> Text:
    return in_one_line(problem.what for problem in checked.problems)


def _fit(fields: CaseFields, explain: bool) -> Outcome[tuple[int, int]]:
    cpu, memory = fields.integer("cpu", 0), fields.integer("memory")
    windows, version = is_windows(fields), read_platform_version(fields)
    size = fit(cpu, memory, windows=windows, platform_version=version)
    if size is None:
        raise Refused(
            [
                Problem.ours(
                    "memory",
                    "no Fargate task size fits cpu {cpu} and memory {memory}",
                    cpu=cpu,
                    memory=memory,
                )
            ]
        )
    tried = tuple(
        explain_size(units)
        for units, each in SIZES.items()
        if cpu <= units <= size[0] and each.offered(windows=windows, platform_version=version)
    )
    return Outcome(size, trace=tried if explain else None)


_MODES: Final[tuple[Mode[Any], ...]] = (
    Mode(name="size", run=_size, write=_write_checked, says=_message),
    Mode(
        name="fit",
        run=_fit,
        write=lambda size: {"cpu": size[0], "memory": size[1]},
        refusable=("cpu", "memory"),
    ),
)

FARGATE_SIZE: Final = Kind(
    name="fargate_size",
    modes=_MODES,
    default="size",
    asks={
        "least_memory": Ask(value=lambda result: list_field(result, "memory_sizes")[0]),
        "most_memory": Ask(value=lambda result: list_field(result, "memory_sizes")[-1]),
    },
    mistakes=MISTAKES,
)
"""Asks: the least and the most MiB for its CPU."""
