"""What people get wrong about the sizes of Fargate: another row of the table, or another unit."""

from collections.abc import Callable, Sequence
from typing import Final

from study_app.simulator.engines.fargate.fargate import (
    MIB_PER_GB,
    SIZES,
    fit,
    memory_mib,
    memory_sizes,
)
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.mistakes.mistake import Believed, Mistake, Simulate
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

_MIB_IN_A_DECIMAL_GB: Final = 1000
_LEAST_BY_CPU, _MOST_BY_CPU = 2, 8
"""MiB per CPU unit: the ratios that most rows of the table begin and end with."""

_Row = Callable[[int], Sequence[int]]
"""The MiB wrongly assumed for a CPU size."""

_Size = Callable[[int, int], tuple[int, int] | None]
"""The size wrongly chosen for so many CPU units and MiB."""


def _mistaken(row: _Row | None = None, size: _Size | None = None) -> Believed:
    """A mistake about the `row` of a CPU size, about the `size` that fits, or about both."""

    def result(given: Plain, _: Simulate) -> Plain | None:
        fields = CaseFields(given)
        if fields.has("mode"):
            found = size and size(fields.integer("cpu", 0), fields.integer("memory"))
            return {"cpu": found[0], "memory": found[1]} if found else None
        cpu = fields.raw("cpu")
        sizes = row(cpu) if row is not None and isinstance(cpu, int) and cpu in SIZES else ()
        if not sizes:
            return None
        memory = given.get("memory")
        assert isinstance(memory, int | str)
        return {"valid": memory_mib(memory) in sizes, "memory_sizes": list(sizes)}

    return result


def _neighbour(cpu: int, step: int) -> int | None:
    rows = list(SIZES)
    at = rows.index(cpu) + step
    return rows[at] if 0 <= at < len(rows) else None


def _row(step: int) -> _Row:
    def row(cpu: int) -> Sequence[int]:
        other = _neighbour(cpu, step)
        return () if other is None else memory_sizes(other)

    return row


def _size_in_row(step: int) -> _Size:
    def size(cpu: int, memory: int) -> tuple[int, int] | None:
        right = fit(cpu, memory)
        other = right and _neighbour(right[0], step)
        if right is None or other is None:
            return None
        sizes = memory_sizes(other)
        return other, next((mib for mib in sizes if mib >= memory), sizes[-1])

    return size


def _every_gb(cpu: int) -> Sequence[int]:
    sizes = memory_sizes(cpu)
    return range(sizes[0], sizes[-1] + 1, MIB_PER_GB)


def _size_to_a_gb(cpu: int, memory: int) -> tuple[int, int] | None:
    right = fit(cpu, memory)
    return None if right is None else (right[0], -(-memory // MIB_PER_GB) * MIB_PER_GB)


def _by_ratio(cpu: int) -> Sequence[int]:
    least, most = _LEAST_BY_CPU * cpu, _MOST_BY_CPU * cpu
    return *range(least, most, MIB_PER_GB), most


def _decimal_gb(cpu: int) -> Sequence[int]:
    return [mib * _MIB_IN_A_DECIMAL_GB // MIB_PER_GB for mib in memory_sizes(cpu)]


def _size_in_decimal_gb(cpu: int, memory: int) -> tuple[int, int] | None:
    return fit(cpu, -(-memory // _MIB_IN_A_DECIMAL_GB) * MIB_PER_GB)


def _cpu_alone(cpu: int, memory: int) -> tuple[int, int] | None:
    units = next((units for units in SIZES if units >= cpu), None)
    return None if units is None else (units, -(-memory // MIB_PER_GB) * MIB_PER_GB)


def _powers_of_two(cpu: int, memory: int) -> tuple[int, int] | None:
    right = fit(cpu, memory)
    return None if right is None else (right[0], 1 << (memory - 1).bit_length())


FARGATE_SIZE: Final = (
    Mistake(
        "row-above",
        _mistaken(_row(1), _size_in_row(1)),
        Text(
            "The memory of the next larger CPU size was read.",
            "한 단계 큰 CPU 크기의 메모리를 읽었습니다.",
        ),
    ),
    Mistake(
        "row-below",
        _mistaken(_row(-1), _size_in_row(-1)),
        Text(
            "The memory of the next smaller CPU size was read.",
            "한 단계 작은 CPU 크기의 메모리를 읽었습니다.",
        ),
    ),
    Mistake(
        "fixed-ratio",
        _mistaken(_by_ratio),
        Text(
            "Two to eight times the CPU was used for every size; from 4 vCPU on the sizes differ.",
            "모든 크기에 CPU의 2배에서 8배를 적용했습니다. 4 vCPU부터는 이와 다릅니다.",
        ),
    ),
    Mistake(
        "every-gb",
        _mistaken(_every_gb, _size_to_a_gb),
        Text(
            "Any whole number of GB was allowed; this CPU size goes in larger steps.",
            "1 GB 단위면 무엇이든 된다고 보았습니다. 이 CPU 크기는 더 큰 단위로 늘어납니다.",
        ),
    ),
    Mistake(
        "decimal-gb",
        _mistaken(_decimal_gb, _size_in_decimal_gb),
        Text(
            "A GB was taken to be 1000 MiB; here it is 1024.",
            "1 GB를 1000 MiB로 계산했습니다. 여기서는 1024 MiB입니다.",
        ),
    ),
    Mistake(
        "cpu-alone",
        _mistaken(size=_cpu_alone),
        Text(
            "The size was chosen by CPU alone; each CPU size ends at a certain amount of memory.",
            "CPU만 보고 크기를 골랐습니다. CPU 크기마다 메모리의 최댓값이 있습니다.",
        ),
    ),
    Mistake(
        "power-of-two",
        _mistaken(size=_powers_of_two),
        Text(
            "The memory was rounded up to a power of two; it goes in even steps.",
            "메모리를 2의 거듭제곱으로 올렸습니다. 메모리는 일정한 간격으로 늘어납니다.",
        ),
    ),
)
