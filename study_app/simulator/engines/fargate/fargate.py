"""Task sizes that AWS Fargate offers, and the ways to write CPU and memory.

CPU in units (1 vCPU = 1024), memory in MiB. Source: task-cpu-memory-error in the developer guide.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from study_app.simulator.engines.fargate import rules
from study_app.simulator.model.problem import CLIENT, Problem
from study_app.simulator.model.resources import CPU_UNITS_PER_VCPU
from study_app.simulator.model.trace import Applied

MIB_PER_GB = 1024

_GUIDE_HINT = (
    "For more information, see the Troubleshooting section of the Amazon ECS Developer Guide."
)
NO_CONFIGURATION = "No Fargate configuration exists for given values."

_CPU = re.compile(r"([0-9]{1,9}|[0-9]{0,9}\.[0-9]{1,9}) ?vcpu|([0-9]{1,9})", re.IGNORECASE)
_MEMORY = re.compile(r"([0-9]{1,9}|[0-9]{0,9}\.[0-9]{1,9}) ?gb|([0-9]{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FargateCpu:
    """One CPU size with the memory that goes with it. The large ones need Linux platform version
    1.4.0; Windows begins at one vCPU."""

    memory: Sequence[int]
    windows: bool = False
    since_1_4: bool = False

    def offered(self, *, windows: bool, platform_version: tuple[int, ...] | None) -> bool:
        """Whether this size is offered for Windows, or for that Linux platform version."""
        if windows:
            return self.windows
        return not self.since_1_4 or platform_version is None or platform_version >= (1, 4)


SIZES: Mapping[int, FargateCpu] = {
    256: FargateCpu(memory=(512, 1024, 2048)),
    512: FargateCpu(memory=range(1024, 4096 + 1, 1024)),
    1024: FargateCpu(memory=range(2048, 8192 + 1, 1024), windows=True),
    2048: FargateCpu(memory=range(4096, 16384 + 1, 1024), windows=True),
    4096: FargateCpu(memory=range(8192, 30720 + 1, 1024), windows=True),
    8192: FargateCpu(memory=range(16384, 61440 + 1, 4096), since_1_4=True),
    16384: FargateCpu(memory=range(32768, 122880 + 1, 8192), since_1_4=True),
    32768: FargateCpu(memory=(61440, 122880, 249856), since_1_4=True),
}


def memory_sizes(cpu: int | str) -> Sequence[int]:
    """The MiB that go with a CPU size; empty if Fargate does not offer it."""
    size = _offered(cpu)
    return () if size is None else size.memory


def fit(
    cpu: int,
    memory: int,
    *,
    windows: bool = False,
    platform_version: tuple[int, ...] | None = None,
) -> tuple[int, int] | None:
    """The smallest size that holds so many CPU units and MiB; None if none does.

    It is the first CPU size that is large enough and whose memory is, too; only sizes offered for
    Windows or for the Linux `platform_version` count.
    """
    for units, size in SIZES.items():
        if units >= cpu and size.offered(windows=windows, platform_version=platform_version):
            for mib in size.memory:
                if mib >= memory:
                    return units, mib
    return None


def explain_size(cpu: int | str) -> Applied:
    """The memory that goes with a CPU size, as a trace line."""
    size = _offered(cpu)
    memory = "-" if size is None else _listed(size.memory)
    return Applied(rules.FARGATE_SIZE, f"cpu {cpu}: {memory}")


def cpu_units(written: int | str) -> int | None:
    """CPU units of `1024`, `"1024"` or `"1 vCPU"`; None for anything else."""
    return written if isinstance(written, int) else _amount(_CPU, written, CPU_UNITS_PER_VCPU)


def memory_mib(written: int | str) -> int | None:
    """MiB of `2048`, `"2048"` or `"2 GB"`; None for anything else."""
    return written if isinstance(written, int) else _amount(_MEMORY, written, MIB_PER_GB)


def size_problems(
    cpu: int | str,
    memory: int | str,
    *,
    windows: bool = False,
    platform_version: tuple[int, ...] | None = None,
) -> tuple[Problem, ...]:
    """Why Fargate does not offer this size; empty if it does.

    `platform_version` is that of Linux, None for the latest. The messages are AWS's own, followed
    by valid values.
    """
    units, mib = cpu_units(cpu), memory_mib(memory)
    size = SIZES.get(units) if units is not None else None
    if size is None:
        return (invalid_setting("cpu", f"Write one of {_listed(SIZES)} for cpu."),)
    if windows and not size.windows:
        offered = _listed(units for units, each in SIZES.items() if each.windows)
        hint = f"Windows containers take one of {offered} for cpu."
        return (invalid_setting("cpu", hint),)
    if size.since_1_4 and platform_version is not None and platform_version < (1, 4):
        hint = f"cpu {units} needs platform version 1.4.0 or later."
        return (invalid_setting("cpu", hint),)
    if mib is None:
        hint = f"Write one of {_listed(size.memory)} for memory."
        return (invalid_setting("memory", hint),)
    if mib not in size.memory:
        hint = f"With cpu {units} write one of {_listed(size.memory)} for memory."
        return (invalid_setting("cpu", f"{hint} (Other tools report: {NO_CONFIGURATION})"),)
    return ()


def invalid_setting(name: str, hint: str) -> Problem:
    """AWS's message for an invalid `cpu` or `memory` of a task, followed by valid values."""
    message = f"Invalid '{name}' setting for task. {_GUIDE_HINT} {hint}"
    return Problem.aws(name, message, CLIENT)


def _offered(cpu: int | str) -> FargateCpu | None:
    units = cpu_units(cpu)
    return None if units is None else SIZES.get(units)


def _amount(pattern: re.Pattern[str], written: str, scale: int) -> int | None:
    found = pattern.fullmatch(written.strip())
    if found is None:
        return None
    if found[2] is not None:
        return int(found[2])
    amount = Fraction(found[1]) * scale
    return int(amount) if amount.denominator == 1 else None


def _listed(values: Iterator[int] | Sequence[int] | Mapping[int, object]) -> str:
    return ", ".join(map(str, values))
