"""Placement parameters that AWS refuses, in the form of its API.

Messages of an `InvalidParameterException` are AWS's, as quoted by users; the others state the
documented rule in our own words. Places are those of the parameters in the API:
`placementStrategy[0].field`. Sources: API_CreateService, API_RunTask, API_PlacementConstraint,
API_PlacementStrategy, task-placement, ecs_service-options.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from study_app.simulator.engines.placement.placement import MOST_RUN_TASK_COUNT
from study_app.simulator.engines.placement.strategy import (
    RUN_TASK_STRATEGY,
    SERVICE_STRATEGY,
    Binpack,
    BinpackField,
    DistinctInstance,
    MemberOf,
    PlacementConstraint,
    PlacementStrategy,
    Random,
    Spread,
)
from study_app.simulator.engines.query.expression import Attribute
from study_app.simulator.engines.query.parser import MOST_CHARACTERS
from study_app.simulator.engines.query.query import Query, QueryError
from study_app.simulator.model.cluster import AVAILABILITY_ZONE
from study_app.simulator.model.problem import INVALID_PARAMETER, Problem, Refused
from study_app.simulator.model.service import SchedulingStrategy
from study_app.words.errors import error_text
from study_app.words.text import Text

MOST_STRATEGIES: Final = 5
MOST_CONSTRAINTS: Final = 10
"""Those of the task definition and those given at run time combined."""

MOST_GROUP_CHARACTERS: Final = 255

STRATEGY: Final = "placementStrategy"
CONSTRAINTS: Final = "placementConstraints"
TASK_DEFINITION_CONSTRAINTS: Final = "taskDefinition.placementConstraints"
REBALANCING: Final = "availabilityZoneRebalancing"
"""Where in the request a problem is."""


class LaunchType(StrEnum):
    """What the tasks run on."""

    EC2 = "EC2"
    FARGATE = "FARGATE"
    EXTERNAL = "EXTERNAL"
    MANAGED_INSTANCES = "MANAGED_INSTANCES"


class Api(StrEnum):
    """The actions that accept placement parameters; the last one only constraints."""

    RUN_TASK = "RunTask"
    CREATE_SERVICE = "CreateService"
    UPDATE_SERVICE = "UpdateService"
    REGISTER_TASK_DEFINITION = "RegisterTaskDefinition"


@dataclass(frozen=True, slots=True)
class PlacementStrategyItem:
    """A placement strategy as it is written: `type` and `field`."""

    type: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class PlacementConstraintItem:
    """A placement constraint as it is written: `type` and `expression`."""

    type: str
    expression: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementParameters:
    """The placement parameters of a service or a RunTask call.

    `more_constraints` is a number of constraints not listed. `count` is that of RunTask, or the
    desired count of a service.
    """

    api: Api = Api.CREATE_SERVICE
    launch_type: LaunchType = LaunchType.EC2
    scheduling_strategy: SchedulingStrategy = SchedulingStrategy.REPLICA
    strategy: tuple[PlacementStrategyItem, ...] = ()
    constraints: tuple[PlacementConstraintItem, ...] = ()
    task_definition_constraints: tuple[PlacementConstraintItem, ...] = ()
    more_constraints: int = 0
    count: int | None = None
    group: str = ""
    availability_zone_rebalancing: bool = False

    @property
    def all_constraints(self) -> tuple[PlacementConstraintItem, ...]:
        """Those of the task definition and those of the call; all of them apply."""
        return (*self.task_definition_constraints, *self.constraints)


def default_strategy(api: Api) -> tuple[PlacementStrategy, ...]:
    """The strategy used if none is given."""
    match api:
        case Api.RUN_TASK:
            return RUN_TASK_STRATEGY
        case Api.CREATE_SERVICE | Api.UPDATE_SERVICE:
            return SERVICE_STRATEGY
        case Api.REGISTER_TASK_DEFINITION:
            return ()
        case _:
            assert_never(api)


def resolve(
    parameters: PlacementParameters,
) -> tuple[tuple[PlacementStrategy, ...], tuple[PlacementConstraint, ...]]:
    """The strategies (AWS's default if none is given), and the constraints of call and task.

    Raises Refused for parameters that AWS refuses.
    """
    problems = validate(parameters)
    if problems:
        raise Refused(problems)
    return (
        tuple(map(_strategy, parameters.strategy)) or default_strategy(parameters.api),
        tuple(map(_constraint, parameters.all_constraints)),
    )


def validate(parameters: PlacementParameters) -> tuple[Problem, ...]:
    """Every reason for which AWS would refuse `parameters`; empty if they are valid."""
    return (
        *_strategy_problems(parameters),
        *_constraint_problems(parameters),
        *_daemon_problems(parameters),
        *_rebalancing_problems(parameters),
        *_other_problems(parameters),
    )


def _strategy_problems(parameters: PlacementParameters) -> Iterator[Problem]:
    if parameters.strategy and parameters.launch_type in (
        LaunchType.FARGATE,
        LaunchType.MANAGED_INSTANCES,
    ):
        yield Problem.ours(
            STRATEGY,
            "placement strategies are not supported with {type}",
            type=parameters.launch_type,
        )
    if parameters.strategy and parameters.api is Api.REGISTER_TASK_DEFINITION:
        yield Problem.ours(STRATEGY, "a task definition takes no placement strategy")
    if len(parameters.strategy) > MOST_STRATEGIES:
        number = len(parameters.strategy)
        yield Problem.ours(
            STRATEGY,
            "{count} placement strategies",
            "at most {most}",
            limit=MOST_STRATEGIES,
            count=number,
            most=MOST_STRATEGIES,
        )
    for number, item in enumerate(parameters.strategy):
        try:
            _strategy(item)
        except Refused as error:
            yield from (one.within(f"{STRATEGY}[{number}]") for one in error.problems)


# The characters of an attribute name, as in the cluster query language.
_SPREAD_ATTRIBUTE = re.compile(r"attribute:([A-Za-z0-9_\-./\\]{1,128})")


def _strategy(item: PlacementStrategyItem) -> PlacementStrategy:
    match item:
        case PlacementStrategyItem("random"):
            return Random()
        case PlacementStrategyItem("binpack", ("cpu" | "memory") as resource):
            return Binpack(BinpackField(resource))
        case PlacementStrategyItem("spread", "instanceId" | "host"):
            return Spread()
        case PlacementStrategyItem("spread", str(text)) if attribute := _SPREAD_ATTRIBUTE.fullmatch(
            text
        ):
            return Spread(attribute[1])
        case PlacementStrategyItem("binpack", resource):
            named = "" if resource is None else resource
            message = f"binpack field '{named}' is invalid"
            raise Refused([Problem.aws("field", message, INVALID_PARAMETER)])
        case PlacementStrategyItem("spread", field):
            raise _refused(
                "field",
                "spread field {name} is invalid",
                "write instanceId, host or attribute:NAME",
                name=f"'{'' if field is None else field}'",
            )
        case _:
            raise _refused(
                "type",
                "placement strategy type {name} is invalid",
                "write random, spread or binpack",
                name=f"'{item.type}'",
            )


def _constraint_problems(parameters: PlacementParameters) -> Iterator[Problem]:
    items = parameters.all_constraints
    number = len(items) + parameters.more_constraints
    if number and parameters.launch_type is LaunchType.FARGATE:
        yield Problem.ours(
            CONSTRAINTS,
            "placement constraints are not supported with {type}",
            type=parameters.launch_type,
        )
    if number > MOST_CONSTRAINTS:
        yield Problem.ours(
            CONSTRAINTS,
            "{count} placement constraints, those of the task definition included",
            "at most {most}",
            limit=MOST_CONSTRAINTS,
            count=number,
            most=MOST_CONSTRAINTS,
        )
    registered = parameters.api is Api.REGISTER_TASK_DEFINITION
    of_the_task = items if registered else parameters.task_definition_constraints
    for number, item in enumerate(of_the_task):
        if item.type == "distinctInstance":
            message = "a task definition takes memberOf only, not distinctInstance"
            place = CONSTRAINTS if registered else TASK_DEFINITION_CONSTRAINTS
            yield Problem.ours(f"{place}[{number}].type", message)
            break
    for place, item in _placed_constraints(parameters):
        try:
            _constraint(item)
        except Refused as error:
            yield from (one.within(place) for one in error.problems)


def _constraint(item: PlacementConstraintItem) -> PlacementConstraint:
    match item:
        case PlacementConstraintItem("distinctInstance", None | ""):
            return DistinctInstance()
        case PlacementConstraintItem("distinctInstance"):
            raise _refused("expression", "distinctInstance takes no expression")
        case PlacementConstraintItem("memberOf", None | ""):
            raise _refused("expression", "memberOf needs an expression")
        case PlacementConstraintItem("memberOf", str(expression)):
            try:
                return MemberOf(Query.parse(expression))
            except QueryError as error:
                limit = MOST_CHARACTERS if len(expression) > MOST_CHARACTERS else None
                what = error_text("memberOf expression, {what}", what=error.text)
                raise _refused("expression", what, limit=limit) from error
        case _:
            raise _refused(
                "type",
                "placement constraint type {name} is invalid",
                "write distinctInstance or memberOf",
                name=f"'{item.type}'",
            )


def _daemon_problems(parameters: PlacementParameters) -> Iterator[Problem]:
    if parameters.scheduling_strategy is SchedulingStrategy.DAEMON:
        if parameters.strategy:
            yield Problem.ours(STRATEGY, "a daemon service takes no placement strategy")
        if parameters.launch_type is LaunchType.FARGATE:
            yield Problem.ours("launchType", "a daemon service cannot run on FARGATE")


def _rebalancing_problems(parameters: PlacementParameters) -> Iterator[Problem]:
    if not parameters.availability_zone_rebalancing:
        return
    if parameters.scheduling_strategy is SchedulingStrategy.DAEMON:
        message = "Availability Zone rebalancing needs the scheduling strategy REPLICA"
        yield Problem.ours(REBALANCING, message)
    first = parameters.strategy[:1]
    if first and first != (PlacementStrategyItem("spread", f"attribute:{AVAILABILITY_ZONE}"),):
        yield Problem.ours(
            REBALANCING,
            "Availability Zone rebalancing needs no strategy at all, or first a spread over "
            "{attribute}",
            attribute=f"attribute:{AVAILABILITY_ZONE}",
        )
    for item in parameters.all_constraints:
        if _asks_for_zone(item):
            yield Problem.ours(
                REBALANCING,
                "Availability Zone rebalancing allows no constraint on {attribute}",
                attribute=f"attribute:{AVAILABILITY_ZONE}",
            )


def _asks_for_zone(item: PlacementConstraintItem) -> bool:
    try:
        constraint = _constraint(item)
    except Refused:
        return False  # reported as such
    return isinstance(constraint, MemberOf) and (
        Attribute(AVAILABILITY_ZONE) in constraint.query.subjects
    )


def _other_problems(parameters: PlacementParameters) -> Iterator[Problem]:
    if (
        parameters.api is Api.RUN_TASK
        and parameters.count is not None
        and parameters.count > MOST_RUN_TASK_COUNT
    ):
        yield Problem.ours(
            "count",
            "RunTask starts at most {most} tasks, not {count}",
            limit=MOST_RUN_TASK_COUNT,
            most=MOST_RUN_TASK_COUNT,
            count=parameters.count,
        )
    if len(parameters.group) > MOST_GROUP_CHARACTERS:
        yield Problem.ours(
            "group",
            "a task group of {count} characters",
            "at most {most}",
            limit=MOST_GROUP_CHARACTERS,
            count=len(parameters.group),
            most=MOST_GROUP_CHARACTERS,
        )


def _placed_constraints(
    parameters: PlacementParameters,
) -> Iterator[tuple[str, PlacementConstraintItem]]:
    """Every constraint with its place."""
    for name, items in (
        (TASK_DEFINITION_CONSTRAINTS, parameters.task_definition_constraints),
        (CONSTRAINTS, parameters.constraints),
    ):
        yield from ((f"{name}[{number}]", item) for number, item in enumerate(items))


def _refused(
    place: str,
    what: Text | str,
    remedy: str = "",
    /,
    *,
    limit: int | None = None,
    **values: object,
) -> Refused:
    return Refused([Problem.ours(place, what, remedy, limit=limit, **values)])
