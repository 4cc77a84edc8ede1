"""Fargate sizes and the ways to write them."""

from collections import Counter

import pytest

from study_app.simulator.engines.fargate.fargate import (
    SIZES,
    cpu_units,
    fit,
    memory_mib,
    size_problems,
)

PAIRS = [(cpu, memory) for cpu, size in SIZES.items() for memory in size.memory]


def test_there_are_77_pairs() -> None:
    assert Counter(cpu for cpu, _ in PAIRS) == {
        256: 3,
        512: 4,
        1024: 7,
        2048: 13,
        4096: 23,
        8192: 12,
        16384: 12,
        32768: 3,
    }
    assert all(size_problems(cpu, memory) == () for cpu, memory in PAIRS)


@pytest.mark.parametrize(
    ("written", "units"),
    [
        (256, 256),
        ("256", 256),
        ("1 vCPU", 1024),
        ("1vcpu", 1024),
        (".25 vCPU", 256),
        ("0.5 vCPU", 512),
        ("0.3 vCPU", None),
        ("1 GB", None),
        ("vCPU", None),
        ("-1", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_cpu_is_written_in_units_or_vcpus(written: int | str, units: int | None) -> None:
    assert cpu_units(written) == units


@pytest.mark.parametrize(
    ("written", "mib"),
    [(512, 512), ("512", 512), ("1GB", 1024), ("0.5 gb", 512), ("2 vCPU", None), ("1 MB", None)],
)
def test_memory_is_written_in_mib_or_gb(written: int | str, mib: int | None) -> None:
    assert memory_mib(written) == mib


@pytest.mark.parametrize(
    ("cpu", "memory", "words"),
    [
        (128, 512, "Invalid 'cpu' setting for task."),
        ("lots", 512, "Invalid 'cpu' setting for task."),
        (1024, 9216, "No Fargate configuration exists for given values."),
        (1024, "lots", "Invalid 'memory' setting for task."),
    ],
)
def test_a_refusal_quotes_aws(cpu: int | str, memory: int | str, words: str) -> None:
    (problem,) = size_problems(cpu, memory)
    assert (problem.exception, problem.quoted) == ("ClientException", True)
    assert words in problem.message


def test_windows_begins_at_one_vcpu_and_ends_at_four() -> None:
    offered = [cpu for cpu in (256, 512, 1024, 2048, 4096, 8192) if _windows(cpu)]
    assert offered == [1024, 2048, 4096]


def _windows(cpu: int) -> bool:
    memory = next(memory for each, memory in PAIRS if each == cpu)
    return size_problems(cpu, memory, windows=True) == ()


def test_large_sizes_need_platform_version_1_4() -> None:
    assert size_problems(8192, 16384, platform_version=(1, 3, 0))
    assert size_problems(8192, 16384, platform_version=(1, 4)) == ()
    assert size_problems(8192, 16384, platform_version=(1, 4, 0)) == ()
    assert size_problems(4096, 16384, platform_version=(1, 3, 0)) == ()


@pytest.mark.parametrize(
    ("cpu", "memory", "size"),
    [
        (0, 1, (256, 512)),
        (256, 512, (256, 512)),
        (257, 512, (512, 1024)),
        (256, 2049, (512, 3072)),
        (1024, 8193, (2048, 9216)),
        (8192, 17000, (8192, 20480)),
        (32768, 249856, (32768, 249856)),
        (1, 249857, None),
        (32769, 1, None),
    ],
)
def test_the_smallest_size_that_holds_a_task(
    cpu: int, memory: int, size: tuple[int, int] | None
) -> None:
    assert fit(cpu, memory) == size


def test_no_smaller_size_would_hold_it() -> None:
    for cpu in range(0, 33_000, 1_111):
        for memory in range(0, 250_000, 7_777):
            holding = [one for one in PAIRS if one[0] >= cpu and one[1] >= memory]
            assert fit(cpu, memory) == min(holding, default=None)
