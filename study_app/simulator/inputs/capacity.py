"""The input of a case about capacity providers: a strategy, and managed scaling."""

from typing import Final

from study_app.simulator.engines.capacity import timeline as capacity_timeline
from study_app.simulator.engines.capacity.capacity import (
    GroupState,
    ManagedScaling,
)
from study_app.simulator.engines.capacity.needs import InstanceType, ProvisioningGroup
from study_app.simulator.engines.capacity.strategy import (
    MOST_TASKS,
    CapacityProviderStrategyItem,
)
from study_app.simulator.engines.capacity.timeline import CapacityInput, Demand
from study_app.simulator.inputs.values import notation
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.parameter import AnyParameter, Flag, Parameter, whole
from study_app.simulator.model.problem import CaseError
from study_app.words.text import Text

MOST_ENTRIES: Final = 1440
"""The most groups, instance types and changes of demand in a case."""

_ANY: Final = 10**9
_DEFAULT: Final = ManagedScaling()
_NAME_REMEDY: Final = "write the name of a capacity provider"

NEEDED: Final = Parameter(
    path="M",
    read=whole(),
    flag=Flag(name="--needed", help="Number of instances needed.", metavar="M", required=True),
)
RUNNING_NOW: Final = Parameter(
    path="N",
    read=whole(),
    flag=Flag(name="--running", help="Number of instances running.", metavar="N", required=True),
)
TARGET: Final = Parameter(
    path="targetCapacity",
    read=whole(_DEFAULT.targetCapacity, least=-_ANY, most=_ANY),
    flag=Flag(name="--target", help="targetCapacity (100)", default="100"),
)
LEAST_STEP: Final = Parameter(
    path="minimumScalingStepSize",
    read=whole(_DEFAULT.minimumScalingStepSize, least=-_ANY, most=_ANY),
)
MOST_STEP: Final = Parameter(
    path="maximumScalingStepSize",
    read=whole(_DEFAULT.maximumScalingStepSize, least=-_ANY, most=_ANY),
)
WARMUP: Final = Parameter(
    path="instanceWarmupPeriod",
    read=whole(_DEFAULT.instanceWarmupPeriod, least=-_ANY, most=_ANY),
)
SETTINGS: Final[tuple[AnyParameter, ...]] = (TARGET, LEAST_STEP, MOST_STEP, WARMUP)
RUNNING: Final[AnyParameter] = Parameter(path="running")
COUNT: Final = Parameter(path="count", read=whole(most=MOST_TASKS))

DIRECTION_PARAMETERS: Final[tuple[AnyParameter, ...]] = (NEEDED, RUNNING_NOW, TARGET)
DISTRIBUTE_PARAMETERS: Final[tuple[AnyParameter, ...]] = (
    COUNT,
    Parameter(path="strategy.*.cp", when=lambda _: False),
    Parameter(path="strategy.*.base"),
    Parameter(path="strategy.*.weight"),
)
MANAGE_PARAMETERS: Final[tuple[AnyParameter, ...]] = (
    *SETTINGS,
    RUNNING,
    *(Parameter(path=name) for name in ("busy", "minutes_below", "seconds_since_scale_out")),
)
TIMELINE_PARAMETERS: Final[tuple[AnyParameter, ...]] = (
    *SETTINGS,
    RUNNING,
    Parameter(path="minutes"),
    Parameter(
        path="demand",
        pictured=True,
        notation=notation.DEMAND,
        hint=Text(
            "Minutes and the tasks wanted from then on: 0:4 10:12",
            "분과 그때부터 필요한 태스크 수: 0:4 10:12",
        ),
    ),
    *(
        Parameter(path=f"{holder}.{name}")
        for holder in ("task", "instance_type")
        for name in ("cpu", "memory")
    ),
)


def read_strategy(fields: CaseFields) -> list[CapacityProviderStrategyItem]:
    """The items of `strategy`, not validated. Raises CaseError if they are malformed."""
    return [
        CapacityProviderStrategyItem(
            capacityProvider=item.text("cp", _NAME_REMEDY),
            base=item.integer("base", 0, least=-_ANY, most=_ANY),
            weight=item.integer("weight", 0, least=-_ANY, most=_ANY),
        )
        for item in fields.items("strategy")
    ]


def read_launch_type(fields: CaseFields) -> str | None:
    """The launch type that the input names, if it names one."""
    if not fields.has("launchType"):
        return None
    return fields.name("launchType", ("EC2", "FARGATE", "EXTERNAL"))


def is_enabled(fields: CaseFields, name: str, *, default: bool) -> bool:
    """Whether a setting is ENABLED rather than DISABLED."""
    if not fields.has(name):
        return default
    return fields.name(name, ("ENABLED", "DISABLED")) == "ENABLED"


def scenario(fields: CaseFields) -> CapacityInput:
    """The scenario of a timeline. Raises CaseError for a malformed one."""
    # Any number of tasks without memory would fit an instance.
    task = fields.inner("task")
    task.integer("memory", least=1)
    return CapacityInput(
        instance_type=_instance_type(fields.inner("instance_type")),
        task=_requirements(task, count=1),
        demand=tuple(
            Demand(at=item.integer("at"), tasks=item.integer("tasks", most=MOST_TASKS))
            for item in fields.items("demand", most=MOST_ENTRIES)
        ),
        minutes=fields.integer("minutes", least=1, most=capacity_timeline.MOST_MINUTES),
        running=fields.integer("running", 0, most=capacity_timeline.MOST_INSTANCES),
        settings=managed_scaling(fields),
    )


def managed_scaling(fields: CaseFields) -> ManagedScaling:
    """The settings; whether AWS accepts them is left to the validation."""
    return ManagedScaling(
        targetCapacity=TARGET.of(fields),
        minimumScalingStepSize=LEAST_STEP.of(fields),
        maximumScalingStepSize=MOST_STEP.of(fields),
        instanceWarmupPeriod=WARMUP.of(fields),
    )


def read_group(fields: CaseFields) -> GroupState:
    """The instances of the group, and the tasks waiting for one. Raises CaseError."""
    running = fields.integer("running")
    state = GroupState(
        running=running,
        busy=fields.integer("busy", most=running),
        provisioning=tuple(
            _requirements(item, count=item.integer("count"))
            for item in fields.items("provisioning", most=MOST_ENTRIES)
        ),
        instance_types=tuple(
            _instance_type(item) for item in fields.items("instance_types", most=MOST_ENTRIES)
        ),
        minutes_below=fields.integer("minutes_below", 0),
        seconds_since_scale_out=fields.maybe_integer("seconds_since_scale_out"),
    )
    if any(group.count for group in state.provisioning) and not state.instance_types:
        raise CaseError(
            "instance_types",
            "{place} is empty",
            "write the instance types for the tasks that provision",
        )
    return state


def _requirements(fields: CaseFields, *, count: int) -> ProvisioningGroup:
    return ProvisioningGroup(
        count=count,
        cpu=fields.integer("cpu", 0),
        memory=fields.integer("memory", 0),
        gpu=fields.integer("gpu", 0),
        awsvpc=fields.flag("awsvpc", default=False),
        host_ports=fields.flag("host_ports", default=False),
    )


def _instance_type(fields: CaseFields) -> InstanceType:
    return InstanceType(
        cpu=fields.integer("cpu"),
        memory=fields.integer("memory"),
        gpu=fields.integer("gpu", 0),
        eni_tasks=fields.integer("eni_tasks", 0),
    )
