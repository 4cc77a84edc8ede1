"""The input of a case about placing tasks: the task, its strategy and constraints, the
instances."""

from random import Random as Dice
from typing import Final

from study_app.simulator.engines.placement.strategy import PlacementRequest
from study_app.simulator.engines.placement.validation import (
    Api,
    LaunchType,
    PlacementConstraintItem,
    PlacementParameters,
    PlacementStrategyItem,
    resolve,
)
from study_app.simulator.inputs.values import notation
from study_app.simulator.inputs.values.fields import CaseFields, text_at
from study_app.simulator.inputs.values.instances import read_requirements
from study_app.simulator.inputs.values.parameter import AnyParameter, Flag, Parameter, whole
from study_app.simulator.model.cluster import Task
from study_app.simulator.model.problem import CaseError
from study_app.simulator.model.service import SchedulingStrategy
from study_app.words.text import Text

DEFAULT_GROUP: Final = "service:s"
"""The group of the tasks to be placed, unless the case says otherwise."""

MOST_TASKS: Final = 100_000
"""The largest count of a case."""

COUNT: Final = Parameter(
    path="count",
    read=whole(1, most=MOST_TASKS),
    flag=Flag(name="--count", help="How many tasks to place (default: 1).", default="1"),
)
TASK: Final[tuple[AnyParameter, ...]] = (
    Parameter(
        path="task.cpu",
        flag=Flag(name="--cpu", help="CPU units of a task (default: 256).", default="256"),
    ),
    Parameter(
        path="task.memory",
        flag=Flag(name="--memory", help="Memory of a task in MiB (default: 512).", default="512"),
    ),
    Parameter(path="task.networkMode", short="networkMode"),
    Parameter(
        path="task.hostPorts",
        short="hostPorts",
        notation=notation.PORTS,
        hint=Text(
            "Host ports with spaces between them: 80 8080", "호스트 포트를 띄어 쓰기: 80 8080"
        ),
    ),
)
STRATEGY: Final[AnyParameter] = Parameter(
    path="strategy",
    notation=notation.STRATEGY,
    hint=Text(
        "random, spread:FIELD or binpack:FIELD; several with commas: "
        "spread:attribute:ecs.availability-zone, binpack:memory",
        "random, spread:필드, binpack:필드. 여러 개는 쉼표로: "
        "spread:attribute:ecs.availability-zone, binpack:memory",
    ),
    flag=Flag(
        name="--strategy", help="Applied in order.", type=str, metavar="TYPE[:FIELD]", multiple=True
    ),
)
CONSTRAINTS: Final[AnyParameter] = Parameter(
    path="constraints",
    notation=notation.CONSTRAINTS,
    hint=Text(
        "distinctInstance or memberOf:EXPRESSION; several with semicolons: "
        "memberOf:attribute:stack == prod; distinctInstance",
        "distinctInstance 또는 memberOf:표현식. 여러 개는 세미콜론으로: "
        "memberOf:attribute:stack == prod; distinctInstance",
    ),
    flag=Flag(
        name="--constraint",
        help="All must hold.",
        type=str,
        metavar="TYPE[:EXPRESSION]",
        multiple=True,
    ),
)
INSTANCES: Final[AnyParameter] = Parameter(
    path="instances",
    pictured=True,
    notation=notation.INSTANCES,
    hint=Text(
        "For each instance its id, fields and attributes: i1,az=z1,cpu=1024,memory=2048,"
        'stack=prod; i2,… Put text with , ; or = in quotation marks: "a,b"',
        "인스턴스마다 id, 필드, 속성: i1,az=z1,cpu=1024,memory=2048,stack=prod; i2,… "
        ', ; =가 든 값은 따옴표 안에: "a,b"',
    ),
    flag=Flag(
        name="--instance",
        help="A container instance: az, cpu, memory, or any attribute (repeatable).",
        type=str,
        metavar="ID,NAME=VALUE,...",
        required=True,
        multiple=True,
    ),
)
KNOWN: Final = (
    "api", "availabilityZoneRebalancing", "constraint_count", "group", "launchType",
    "schedulingStrategy", "seed", "subnet_azs", "task", "task_definition_constraints",
)  # fmt: skip
"""Other parameters of a case about placement."""


def read_request(
    fields: CaseFields, scheduling_strategy: SchedulingStrategy = SchedulingStrategy.REPLICA
) -> PlacementRequest:
    """The placement that a case requests.

    Raises Refused if AWS would refuse it, CaseError if it is malformed.
    """
    parameters = read_parameters(fields, scheduling_strategy)
    strategies, constraints = resolve(parameters)
    task = fields.inner("task")
    zones = [text_at(place, value, "write text") for place, value in fields.values("subnet_azs")]
    return PlacementRequest(
        task=Task(group=parameters.group, requirements=read_requirements(task)),
        count=COUNT.of(fields),
        strategies=strategies,
        constraints=constraints,
        required_attributes=tuple(
            text_at(place, value, "write text")
            for place, value in task.values("requiresAttributes")
        ),
        availability_zones=frozenset(zones) if fields.has("subnet_azs") else None,
    )


def read_parameters(
    fields: CaseFields, scheduling_strategy: SchedulingStrategy = SchedulingStrategy.REPLICA
) -> PlacementParameters:
    """The same in the form of AWS's API. Raises CaseError if it is malformed."""
    task = fields.inner("task")
    grouped = task if task.has("group") else fields
    return PlacementParameters(
        api=fields.choice("api", Api, Api.CREATE_SERVICE),
        launch_type=fields.choice("launchType", LaunchType, LaunchType.EC2),
        scheduling_strategy=fields.choice(
            "schedulingStrategy", SchedulingStrategy, scheduling_strategy
        ),
        strategy=tuple(
            PlacementStrategyItem(item.text("type", _STRATEGY_TYPE), _optional(item, "field"))
            for item in fields.items(STRATEGY.path)
        ),
        constraints=_constraints(fields, CONSTRAINTS.path),
        task_definition_constraints=_constraints(fields, "task_definition_constraints"),
        more_constraints=fields.integer("constraint_count", 0),
        count=fields.maybe_integer(COUNT.path),
        group=(
            grouped.text("group", "write the name of a task group")
            if grouped.has("group")
            else DEFAULT_GROUP
        ),
        availability_zone_rebalancing=rebalances(fields),
    )


def rebalances(fields: CaseFields) -> bool:
    """Whether Availability Zone rebalancing is explicitly requested."""
    name = "availabilityZoneRebalancing"
    return fields.has(name) and fields.name(name, ("ENABLED", "DISABLED")) == "ENABLED"


def read_dice(fields: CaseFields) -> Dice | None:
    """The generator for the strategy `random`, if a case has a `seed`."""
    seed = fields.maybe_integer("seed")
    return None if seed is None else Dice(seed)


_STRATEGY_TYPE: Final = "write random, spread or binpack"
_CONSTRAINT_TYPE: Final = "write distinctInstance or memberOf"


def _constraints(fields: CaseFields, name: str) -> tuple[PlacementConstraintItem, ...]:
    return tuple(
        PlacementConstraintItem(item.text("type", _CONSTRAINT_TYPE), _optional(item, "expression"))
        for item in fields.items(name)
    )


def _optional(fields: CaseFields, name: str) -> str | None:
    """A text that may be missing or empty."""
    value = fields.raw(name)
    if value is not None and not isinstance(value, str):
        raise CaseError(fields.where(name), "{place} must be text", "write text")
    return value
