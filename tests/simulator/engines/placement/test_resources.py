"""Resource arithmetic: what a task takes and an instance has."""

import pytest

from study_app.simulator.model.resources import (
    RESERVED_PORTS,
    Container,
    NetworkMode,
    PortRequirement,
    Requirements,
    Resources,
    registered_memory,
    requirements,
)


def ports(mode: NetworkMode, *mappings: PortRequirement) -> frozenset[int]:
    return requirements((Container(port_mappings=mappings),), network_mode=mode).ports


def test_without_values_at_task_level_containers_add_up() -> None:
    containers = (
        Container(cpu=100, memory=300, memory_reservation=128, gpu=1),
        Container(memory=64, gpu=1),
        Container(cpu=28, memory_reservation=32),
    )
    assert requirements(containers) == Requirements(cpu=128, memory=128 + 64 + 32, gpu=2)


def test_a_soft_limit_counts_even_if_it_is_zero() -> None:
    assert requirements((Container(memory=300, memory_reservation=0),)).memory == 0


def test_values_at_task_level_are_what_is_reserved() -> None:
    containers = (Container(cpu=100, memory=300), Container(cpu=100, memory=300))
    assert requirements(containers, cpu=256, memory=1024) == Requirements(cpu=256, memory=1024)


@pytest.mark.parametrize(
    ("mode", "mapping", "taken"),
    [
        (NetworkMode.BRIDGE, PortRequirement(8080, 80), {8080}),
        (NetworkMode.BRIDGE, PortRequirement(0, 80), set()),
        (NetworkMode.HOST, PortRequirement(80, 80), {80}),
        (NetworkMode.HOST, PortRequirement(0, 80), {80}),
        (NetworkMode.HOST, PortRequirement(0), {0}),
        (NetworkMode.AWSVPC, PortRequirement(80, 80), set()),
        (NetworkMode.NONE, PortRequirement(80, 80), set()),
    ],
)
def test_which_port_of_the_instance_a_mapping_takes(
    mode: NetworkMode, mapping: PortRequirement, taken: set[int]
) -> None:
    assert ports(mode, mapping) == taken


def test_only_awsvpc_takes_a_network_interface() -> None:
    assert [requirements((), network_mode=mode).enis for mode in NetworkMode] == [0, 0, 1, 0]


def test_a_stopped_task_gives_back_what_it_took_but_no_reserved_port() -> None:
    has = Resources(cpu=10, memory=10, gpu=1, enis=2)
    task = Requirements(cpu=4, memory=5, gpu=1, ports=frozenset({80, 22}), enis=1)

    left = has.without(task)
    assert left == Resources(cpu=6, memory=5, gpu=0, ports=RESERVED_PORTS | {80}, enis=1)
    assert left.with_back(task) == has


@pytest.mark.parametrize(
    ("total", "reserved", "mib"),
    [(8373026816, 0, 7985), (8589524992, 0, 8191), (8373026816, 256, 7729), (2**20 - 1, 0, 0)],
)
def test_an_instance_registers_whole_mib(total: int, reserved: int, mib: int) -> None:
    assert registered_memory(total, reserved) == mib
