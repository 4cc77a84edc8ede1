"""What an instance must satisfy before any strategy sees it: resources, then constraints.

Each filter can also explain itself, with numbers; nothing else decides whether a task fits. Source:
task-placement; the order in which reasons are reported is assumed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias, assert_never

from study_app.simulator.engines.placement import rules
from study_app.simulator.engines.placement.strategy import (
    DistinctInstance,
    MemberOf,
    PlacementConstraint,
    PlacementRequest,
)
from study_app.simulator.engines.query.query import Query
from study_app.simulator.model.cluster import ContainerInstance
from study_app.simulator.model.resources import MOST_RESERVED_PORTS, Requirements
from study_app.simulator.model.trace import Applied, Considered, Rule
from study_app.words.errors import error_text
from study_app.words.text import Text


class FailureReason(StrEnum):
    """Why an instance cannot take a task, in AWS's words. Source: api_failures_messages.

    AWS's page has no text for distinctInstance; this one is worded like its neighbor.
    """

    AGENT = "AGENT"
    LOCATION = "LOCATION"
    ATTRIBUTE = "ATTRIBUTE"
    CPU = "RESOURCE:CPU"
    GPU = "RESOURCE:GPU"
    MEMORY = "RESOURCE:MEMORY"
    PORTS = "RESOURCE:PORTS"
    ENI = "RESOURCE:ENI"
    DISTINCT_INSTANCE = "DistinctInstance placement constraint unsatisfied"
    MEMBER_OF = "MemberOf placement constraint unsatisfied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One condition on an instance; `formula` shows the same numbers that `passes` compares.

    `unknown` is the rule used instead if an instance lacks the compared value.
    """

    rule: Rule
    reason: FailureReason
    passes: Callable[[ContainerInstance], bool]
    formula: Callable[[ContainerInstance], Text | str]
    unknown: Callable[[ContainerInstance], Rule | None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Filters:
    """All conditions of one request, in order: agent, resources, constraints."""

    all: tuple[Filter, ...] = field(default=())

    def passed(self, instance: ContainerInstance) -> bool:
        return self.failed(instance) is None

    def failed(self, instance: ContainerInstance) -> tuple[int, Filter] | None:
        """The first condition that `instance` fails, with its index; None if it passes all."""
        for number, condition in enumerate(self.all):
            if not condition.passes(instance):
                return number, condition
        return None

    def explain(self, instance: ContainerInstance) -> Iterator[Considered]:
        """A line for each condition up to the first that `instance` fails."""
        for condition in self.all:
            kept = condition.passes(instance)
            formula = condition.formula(instance)
            rule = condition.unknown(instance) or condition.rule
            yield Considered(instance.id, Applied(rule, formula), kept)
            if not kept:
                return


def filters(request: PlacementRequest) -> Filters:
    """The conditions of `request`, without those that require nothing."""
    return Filters(
        (
            _AGENT,
            *_location_filters(request.availability_zones),
            *(_attribute_filter(name) for name in request.required_attributes),
            *_resource_filters(request.task.requirements),
            *constraint_filters(request.constraints, request.task.group).all,
        )
    )


def constraint_filters(constraints: Iterable[PlacementConstraint], group: str) -> Filters:
    """The conditions of `constraints` for a task of `group`."""
    return Filters(tuple(_constraint_filter(constraint, group) for constraint in constraints))


_AGENT = Filter(
    rule=rules.AGENT,
    reason=FailureReason.AGENT,
    passes=lambda instance: instance.takes_tasks,
    formula=lambda instance: (
        f"status = {instance.status}, agentConnected = {str(instance.agent_connected).lower()}"
    ),
)


def _location_filters(zones: frozenset[str] | None) -> Iterator[Filter]:
    if zones is not None:
        listed = ", ".join(sorted(zones))
        yield Filter(
            rule=rules.LOCATION,
            reason=FailureReason.LOCATION,
            passes=lambda instance: instance.availability_zone in zones,
            formula=lambda instance: f"{instance.availability_zone} in [{listed}]",
        )


def _attribute_filter(name: str) -> Filter:
    return Filter(
        rule=rules.ATTRIBUTE,
        reason=FailureReason.ATTRIBUTE,
        passes=lambda instance: name in instance.attributes,
        formula=lambda instance: (
            f"attribute:{name} exists: {str(name in instance.attributes).lower()}"
        ),
    )


_Amount: TypeAlias = Callable[[ContainerInstance], int]


def _resource_filters(needed: Requirements) -> Iterator[Filter]:
    yield _amount(rules.CPU, FailureReason.CPU, needed.cpu, lambda instance: instance.remaining.cpu)
    if needed.gpu:
        yield _amount(
            rules.GPU, FailureReason.GPU, needed.gpu, lambda instance: instance.remaining.gpu
        )
    yield _amount(
        rules.MEMORY,
        FailureReason.MEMORY,
        needed.memory,
        lambda instance: instance.remaining.memory,
    )
    if needed.ports:
        yield from _port_filters(needed.ports)
    if needed.enis:
        yield _eni_filter(needed.enis)


def _amount(rule: Rule, reason: FailureReason, needed: int, remaining: _Amount) -> Filter:
    return Filter(
        rule=rule,
        reason=reason,
        passes=lambda instance: needed <= remaining(instance),
        formula=lambda instance: f"{needed} <= {remaining(instance)}",
    )


def _port_filters(ports: frozenset[int]) -> Iterator[Filter]:
    yield Filter(
        rule=rules.PORTS,
        reason=FailureReason.PORTS,
        passes=lambda instance: ports.isdisjoint(instance.remaining.ports),
        formula=lambda instance: error_text(
            "taken: {code}", code=sorted(ports & instance.remaining.ports)
        ),
    )
    yield Filter(
        rule=rules.PORT_LIMIT,
        reason=FailureReason.PORTS,
        passes=lambda instance: len(ports) + len(instance.remaining.ports) <= MOST_RESERVED_PORTS,
        formula=lambda instance: (
            f"{len(ports)} + {len(instance.remaining.ports)} <= {MOST_RESERVED_PORTS}"
        ),
    )


def _eni_filter(needed: int) -> Filter:
    def passes(instance: ContainerInstance) -> bool:
        free = instance.remaining.enis
        return free is None or needed <= free

    def formula(instance: ContainerInstance) -> Text | str:
        free = instance.remaining.enis
        if free is None:
            return error_text("{needed} <= no limit", needed=needed)
        return f"{needed} <= {free}"

    def unknown(instance: ContainerInstance) -> Rule | None:
        return rules.ENI_UNKNOWN if instance.remaining.enis is None else None

    return Filter(
        rule=rules.ENI,
        reason=FailureReason.ENI,
        passes=passes,
        formula=formula,
        unknown=unknown,
    )


def _constraint_filter(constraint: PlacementConstraint, group: str) -> Filter:
    match constraint:
        case DistinctInstance():
            return Filter(
                rule=rules.DISTINCT_INSTANCE,
                reason=FailureReason.DISTINCT_INSTANCE,
                passes=lambda instance: not instance.tasks_of(group),
                formula=lambda instance: error_text(
                    "tasks of {group}: {count}",
                    group=group,
                    count=len(instance.tasks_of(group)),
                ),
            )
        case MemberOf(query):
            return _member_of_filter(query)
        case _:
            assert_never(constraint)


def _member_of_filter(query: Query) -> Filter:
    return Filter(
        rule=rules.MEMBER_OF,
        reason=FailureReason.MEMBER_OF,
        passes=query.matches,
        formula=lambda instance: ", ".join(
            f"{part}: {str(matches).lower()}" for part, matches in query.explain(instance)
        ),
    )
