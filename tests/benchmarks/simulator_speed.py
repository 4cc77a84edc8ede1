"""How fast the simulator is: `python tests/benchmarks/simulator_speed.py`.

A plain script beside the tests. It prints each time with the target of issue 4 and ends with
exit code 1 if one is missed. Each line is the best of three runs, in processor time.
"""

import sys
from collections.abc import Callable
from itertools import repeat
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from study_app.simulator.engines.placement.placement import place
from study_app.simulator.engines.placement.strategy import (
    Binpack,
    BinpackField,
    PlacementRequest,
    PlacementStrategy,
    Random,
    Spread,
)
from study_app.simulator.engines.query.query import Query
from study_app.simulator.engines.rollout.rollout import RolloutInput, roll_out
from study_app.simulator.model.cluster import AVAILABILITY_ZONE, ContainerInstance, Task
from study_app.simulator.model.resources import Requirements, Resources
from tests.instances import container_instance

AZ = Spread(AVAILABILITY_ZONE)
EVALUATIONS = 100_000


def cluster(instances: int) -> tuple[ContainerInstance, ...]:
    return tuple(
        container_instance(
            f"i-{number}",
            Resources(cpu=8192, memory=16384),
            attributes={
                AVAILABILITY_ZONE: f"us-east-1{'abc'[number % 3]}",
                "ecs.instance-type": "m5.2xlarge",
                "rack": f"rack-{number}",
            },
        )
        for number in range(instances)
    )


def placing(
    tasks: int, instances: int, *strategies: PlacementStrategy
) -> tuple[str, Callable[[], object]]:
    where = cluster(instances)
    needed = Requirements(cpu=256, memory=512)
    request = PlacementRequest(
        task=Task(group="service:s", requirements=needed), count=tasks, strategies=strategies
    )

    def run() -> None:
        assert place(where, request).unplaced == 0

    chain = ", ".join(map(str, strategies))
    return f"place {tasks} tasks on {instances} instances: {chain}", run


def evaluating() -> tuple[str, Callable[[], object]]:
    text = "attribute:ecs.instance-type =~ m5.* and agentConnected == true and not task:group == x"
    query, (instance,) = Query.parse(text), cluster(1)

    def run() -> None:
        assert all(map(query.matches, repeat(instance, EVALUATIONS)))

    return f"{EVALUATIONS} evaluations of: {text}", run


BENCHMARKS: tuple[tuple[tuple[str, Callable[[], object]], float | None], ...] = (
    (placing(10_000, 1_000, AZ, Binpack(BinpackField.MEMORY)), 1.5),
    (placing(10_000, 1_000, AZ, Spread()), 1.5),
    (placing(2_000, 200, AZ, Binpack(BinpackField.MEMORY)), 0.1),
    (placing(2_000, 200, AZ, Spread()), 0.1),
    (placing(10_000, 1_000, Spread("rack"), Binpack(BinpackField.MEMORY)), None),
    (placing(10_000, 1_000, Random()), None),
    (("roll out 10000 tasks", lambda: roll_out(RolloutInput(desired=10_000))), 0.2),
    (
        (
            "roll out 10000 tasks one at a time",
            lambda: roll_out(RolloutInput(desired=10_000, room=10_001)),
        ),
        0.2,
    ),
    (evaluating(), 1.0),
)


def best_of_three(run: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        started = process_time()
        run()
        times.append(process_time() - started)
    return min(times)


def main() -> int:
    missed = 0
    for (name, run), target in BENCHMARKS:
        seconds = best_of_three(run)
        late = target is not None and seconds > target
        missed += late
        aim = "no target" if target is None else f"target {target} s"
        print(f"{'MISSED' if late else 'ok':6}  {seconds:7.3f} s  {aim:13}  {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
