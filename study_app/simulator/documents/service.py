"""A service, as input of `create-service` or `update-service`, or output of `describe-services`.

Sources: API_CreateService, API_UpdateService, API_Service, API_DeploymentConfiguration,
API_CapacityProviderStrategyItem.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from study_app.simulator.documents.fields import name_of, optional_text, refuse
from study_app.simulator.documents.placement import (
    read_constraints,
    read_strategy,
    refuse_placement,
)
from study_app.simulator.engines.capacity.strategy import (
    FARGATE_PROVIDERS,
    MOST_BASE,
    MOST_WEIGHT,
    CapacityProviderStrategyItem,
    strategy_problems,
)
from study_app.simulator.engines.placement.validation import (
    LaunchType,
    PlacementConstraintItem,
    PlacementParameters,
    PlacementStrategyItem,
)
from study_app.simulator.engines.rollout.deployment import (
    DeploymentConfiguration,
    default_configuration,
    range_problems,
    validate,
)
from study_app.simulator.engines.rollout.rollout import MOST_TASKS
from study_app.simulator.inputs.running_service import MOST_DEPLOYMENTS, read_running
from study_app.simulator.inputs.traffic import BLUE_GREEN, CANARY, LINEAR
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.model.case import Plain
from study_app.simulator.model.problem import CaseError, Problem
from study_app.simulator.model.service import SchedulingStrategy
from study_app.words.errors import error_text

_MOST_PERCENT = 1_000_000
_CONFIGURATION = "deploymentConfiguration"


class ServiceSource(StrEnum):
    """Where a service comes from: an update keeps what it does not mention."""

    CREATE = "create-service"
    UPDATE = "update-service"
    DESCRIBED = "describe-services"


@dataclass(frozen=True, slots=True, kw_only=True)
class EcsService:
    """What a case takes from a service.

    `desired` is 0 for a daemon, which has none. `providers` are those of its capacity provider
    strategy. `fargate` is the place in the document that puts it on Fargate, if any. `traffic` is
    the input of a traffic shift case, if its deployment is one. `deployments` are the running
    tasks.
    """

    group: str
    scheduling: SchedulingStrategy
    desired: int
    configuration: DeploymentConfiguration
    strategy: tuple[PlacementStrategyItem, ...]
    constraints: tuple[PlacementConstraintItem, ...]
    providers: tuple[CapacityProviderStrategyItem, ...]
    fargate: str | None
    traffic: Plain | None
    deployments: tuple[Plain, ...]


def read_service(fields: CaseFields, source: ServiceSource, before: CaseFields) -> EcsService:
    """Read the service.

    `before` has the fields of the case on screen, for an update. Raises CaseError if it is
    malformed, if AWS would refuse it (with AWS's message if known), or if the deployment controller
    is not ECS.
    """
    if source is not ServiceSource.UPDATE:
        before = CaseFields({})
    name = "service" if source is ServiceSource.UPDATE else "serviceName"
    scheduling = _scheduling(fields, before)
    launch_type = fields.choice("launchType", LaunchType, LaunchType.EC2)
    providers = _providers(fields)
    fargate = _fargate(fields, launch_type, providers)
    service = EcsService(
        group=f"service:{name_of(fields, name, or_arn=True)}",
        scheduling=scheduling,
        desired=0 if scheduling is SchedulingStrategy.DAEMON else _desired(fields, source, before),
        configuration=_configuration(fields, before, scheduling),
        strategy=(
            read_strategy(fields)
            if fields.has("placementStrategy")
            else read_strategy(before, "strategy")
        ),
        constraints=(
            read_constraints(fields)
            if fields.has("placementConstraints")
            else read_constraints(before, "constraints")
        ),
        providers=providers,
        fargate=fargate,
        traffic=_traffic(fields, source, before, scheduling),
        deployments=_deployments(fields, source, before),
    )
    _refuse_deployment(fields, service, source)
    if source is ServiceSource.DESCRIBED:
        # It need only be possible to simulate; AWS has accepted it.
        taken = PlacementParameters(strategy=service.strategy, constraints=service.constraints)
        refuse_placement(fields, taken)
        return service
    refuse_placement(
        fields,
        PlacementParameters(
            launch_type=LaunchType.FARGATE if fargate else launch_type,
            scheduling_strategy=scheduling,
            strategy=service.strategy,
            constraints=service.constraints,
            availability_zone_rebalancing=_rebalancing(fields),
        ),
    )
    return service


def _scheduling(fields: CaseFields, before: CaseFields) -> SchedulingStrategy:
    daemon = before.raw("mode") == "daemon"
    otherwise = SchedulingStrategy.DAEMON if daemon else SchedulingStrategy.REPLICA
    return fields.choice("schedulingStrategy", SchedulingStrategy, otherwise)


def _desired(fields: CaseFields, source: ServiceSource, before: CaseFields) -> int:
    if not fields.has("desiredCount"):
        for known in ("desired", "count"):
            if before.has(known):
                return before.integer(known, most=MOST_TASKS)
        if source is ServiceSource.UPDATE:
            remedy = error_text(
                "write it, or first open the output of {command}", command=ServiceSource.DESCRIBED
            )
            raise CaseError(fields.where("desiredCount"), "{place} is missing", remedy)
    return fields.integer("desiredCount", most=MOST_TASKS)


def _configuration(
    fields: CaseFields, before: CaseFields, scheduling: SchedulingStrategy
) -> DeploymentConfiguration:
    given, default = fields.inner(_CONFIGURATION), default_configuration(scheduling)

    def percent(name: str, otherwise: int) -> int:
        where = given if given.has(name) else before
        return where.integer(name, otherwise, most=_MOST_PERCENT)

    return DeploymentConfiguration(
        minimumHealthyPercent=percent("minimumHealthyPercent", default.minimumHealthyPercent),
        maximumPercent=percent("maximumPercent", default.maximumPercent),
    )


def _providers(fields: CaseFields) -> tuple[CapacityProviderStrategyItem, ...]:
    providers = tuple(
        CapacityProviderStrategyItem(
            capacityProvider=name_of(item, "capacityProvider"),
            base=item.integer("base", 0, most=MOST_BASE),
            weight=item.integer("weight", 0, most=MOST_WEIGHT),
        )
        for item in fields.items("capacityProviderStrategy")
    )
    # An empty list returns a service to its launch type.
    if providers:
        launch_type = fields.choice("launchType", LaunchType) if fields.has("launchType") else None
        problems = strategy_problems(providers, launch_type=launch_type)
        refuse(fields, map(_of_strategy, problems))
    return providers


def _fargate(
    fields: CaseFields,
    launch_type: LaunchType,
    providers: tuple[CapacityProviderStrategyItem, ...],
) -> str | None:
    if any(item.capacityProvider in FARGATE_PROVIDERS for item in providers):
        return fields.where("capacityProviderStrategy")
    return fields.where("launchType") if launch_type is LaunchType.FARGATE else None


def _rebalancing(fields: CaseFields) -> bool:
    """Whether it was requested; where AWS turns it on by default it also turns it off if it cannot
    work."""
    name = "availabilityZoneRebalancing"
    return fields.has(name) and fields.name(name, ("ENABLED", "DISABLED")) == "ENABLED"


def _refuse_deployment(fields: CaseFields, service: EcsService, source: ServiceSource) -> None:
    given = fields.inner(_CONFIGURATION)
    if source is ServiceSource.DESCRIBED:
        # AWS has accepted it; it need only be possible to simulate.
        problems = range_problems(service.configuration)
    else:
        criteria = given.inner("earlySuccessCriteria")
        early = criteria.flag("enable", default=False)
        problems = validate(
            service.configuration,
            strategy=service.scheduling,
            desired_count=fields.maybe_integer("desiredCount", most=MOST_TASKS),
            availability_zone_rebalancing=_rebalancing(fields),
            early_success_percent=criteria.integer("healthyPercent", 100) if early else None,
        )
    refuse(fields, map(_of_deployment, problems))
    if service.scheduling is SchedulingStrategy.REPLICA:
        controller = fields.inner("deploymentController")
        _require_rolling(controller, "type", ("ECS", "CODE_DEPLOY", "EXTERNAL"))


def _traffic(
    fields: CaseFields, source: ServiceSource, before: CaseFields, scheduling: SchedulingStrategy
) -> Plain | None:
    """The fields of a `traffic` case; None for a rolling update."""
    given = fields.inner(_CONFIGURATION)
    if scheduling is SchedulingStrategy.DAEMON or not given.has("strategy"):
        return None
    strategy = given.name("strategy", ("ROLLING", BLUE_GREEN, LINEAR, CANARY))
    if strategy == "ROLLING":
        return None
    traffic: dict[str, object] = {
        "strategy": strategy,
        "desired": _desired(fields, source, before),
    }
    own = given.inner(f"{strategy.lower()}Configuration") if strategy != BLUE_GREEN else given
    names = {
        BLUE_GREEN: ("bakeTimeInMinutes",),
        LINEAR: ("stepPercent", "stepBakeTimeInMinutes"),
        CANARY: ("canaryPercent", "canaryBakeTimeInMinutes"),
    }[strategy]
    for name in names:
        if own.has(name) or strategy == BLUE_GREEN:
            number = own.number(name)
            traffic[name] = int(number) if number.denominator == 1 else float(number)
    if strategy != BLUE_GREEN and given.has("bakeTimeInMinutes"):
        traffic["bakeTimeInMinutes"] = given.integer("bakeTimeInMinutes")
    if any(map(_behind_nlb, fields.items("loadBalancers"))):
        traffic["network_load_balancer"] = True
    return traffic


def _deployments(
    fields: CaseFields, source: ServiceSource, before: CaseFields
) -> tuple[Plain, ...]:
    """The deployments that have tasks, with AWS's names; an update makes all tasks old."""
    match source:
        case ServiceSource.CREATE:
            return ()
        case ServiceSource.UPDATE:
            running = read_running(before, MOST_TASKS)
            if running is None:
                return ()
            return ({"status": "PRIMARY", "runningCount": running.state.running},)
        case ServiceSource.DESCRIBED:
            found = [_deployment(item) for item in fields.items("deployments")[:MOST_DEPLOYMENTS]]
            if any(one.get("runningCount") or one.get("pendingCount") for one in found):
                return tuple(found)
            if fields.has("runningCount"):
                running_count = fields.integer("runningCount", most=MOST_TASKS)
                return ({"status": "PRIMARY", "runningCount": running_count},)
            return ()
        case _:
            assert_never(source)


def _deployment(fields: CaseFields) -> Plain:
    plain: dict[str, object] = {}
    for name in ("id", "status", "rolloutState"):
        text = optional_text(fields, name)
        if text:
            plain[name] = text
    for name in ("runningCount", "pendingCount"):
        if fields.has(name):
            plain[name] = fields.integer(name, most=MOST_TASKS)
    # Refuses an unknown status here, with its place.
    read_running(CaseFields({"deployments": [plain]}), 0)
    return plain


def _behind_nlb(fields: CaseFields) -> bool:
    """The ARN of a rule or a listener shows a Network Load Balancer: `.../net/name/...`."""
    rule = optional_text(fields.inner("advancedConfiguration"), "productionListenerRule")
    return rule is not None and "/net/" in rule


def _of_deployment(problem: Problem) -> Problem:
    """The desired count is a sibling of the deployment configuration, not a part of it."""
    beside = problem.place in ("desiredCount", "availabilityZoneRebalancing")
    return problem if beside else problem.within(_CONFIGURATION)


def _of_strategy(problem: Problem) -> Problem:
    beside = problem.place == "launchType"
    return problem if beside else problem.within("capacityProviderStrategy")


def _require_rolling(fields: CaseFields, name: str, known: tuple[str, ...]) -> None:
    """Raises CaseError unless the first of the names, or none, is given."""
    if fields.has(name) and fields.name(name, known) != known[0]:
        remedy = error_text("write {name}, the rolling update", name=known[0])
        raise CaseError(fields.where(name), "{place} is not simulated", remedy)
