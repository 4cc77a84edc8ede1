"""Replacing the unhealthy tasks of a service: what can start first, and what must stop first.

Sources: ecs_services, API_DeploymentConfiguration. Replacements become healthy at once.
"""

from dataclasses import dataclass

from study_app.simulator.engines.health import rules
from study_app.simulator.engines.rollout.deployment import DeploymentConfiguration, range_problems
from study_app.simulator.engines.rollout.rollout import MOST_TASKS, explain_limits
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import Problem, Refused
from study_app.simulator.model.trace import Applied


@dataclass(frozen=True, slots=True, kw_only=True)
class Unhealthy:
    """A service of which `unhealthy` tasks fail their checks, `running_for` seconds after start.

    `room` is how many of its tasks the cluster can hold at once; None is no limit.
    """

    desired: int
    unhealthy: int
    configuration: DeploymentConfiguration
    room: int | None = None
    grace_period: int = 0
    running_for: int = 0

    @property
    def waits(self) -> int:
        """The seconds left of the grace period."""
        return max(0, self.grace_period - self.running_for)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacementStep:
    """`count` tasks started, or stopped if negative, and the resulting state."""

    count: int
    healthy: int
    unhealthy: int
    trace: tuple[Applied, ...] = ()

    def __str__(self) -> str:
        return f"{self.count:+d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacing:
    """The steps in order; every second one undoes the surplus or shortage of the one before."""

    service: Unhealthy
    lower: int
    upper: int
    steps: tuple[ReplacementStep, ...]
    opening: tuple[Applied, ...] = ()
    closing: tuple[Applied, ...] = ()

    @property
    def trace(self) -> tuple[Applied, ...]:
        """Every decision in order; empty unless a trace was asked for."""
        by_step = (line for step in self.steps for line in step.trace)
        return (*self.opening, *by_step, *self.closing)


def replace_unhealthy(service: Unhealthy, *, explain: bool = False) -> Replacing:
    """Replace every unhealthy task. Raises Refused for numbers out of range."""
    _require_simulable(service)
    configuration = service.configuration
    lower, upper = configuration.lower(service.desired), configuration.upper(service.desired)
    most = upper if service.room is None else min(upper, service.room)
    notes = Notebook(explain=explain)
    if service.waits:
        notes.note(
            rules.GRACE, "{} - {} = {} s", service.grace_period, service.running_for, service.waits
        )
    elif service.grace_period:
        notes.note(rules.GRACE, "{} >= {}: 0 s", service.running_for, service.grace_period)
    opening = (*notes.trace, *(explain_limits(service.desired, configuration) if explain else ()))
    healthy, bad = service.desired - service.unhealthy, service.unhealthy
    steps: list[ReplacementStep] = []
    while bad:
        running = healthy + bad
        first = max(0, min(bad, most - running))
        notes = Notebook(explain=explain)
        notes.note(rules.START_FIRST, "start = max(0, min({}, {} - {})) = {}", bad, most, running,
                   first)  # fmt: skip
        if first:
            healthy += first
            steps.append(_step(first, healthy, bad, notes))
            notes = Notebook(explain=explain)
            notes.note(rules.STOP_REPLACED, "stop = {}", first)
            bad -= first
            steps.append(_step(-first, healthy, bad, notes))
        else:
            notes.note(rules.NOT_HEALTHY, "healthy = {}, lower = {}", healthy, lower)
            notes.note(rules.STOP_ONE, "stop = 1 of {}", bad)
            bad -= 1
            steps.append(_step(-1, healthy, bad, notes))
            healthy += 1
            notes = Notebook(explain=explain)
            notes.note(rules.START_FIRST, "start = 1")
            steps.append(_step(1, healthy, bad, notes))
    notes = Notebook(explain=explain)
    notes.note(rules.REPLACED, "unhealthy = 0, healthy = {}", healthy)
    return Replacing(
        service=service,
        lower=lower,
        upper=upper,
        steps=tuple(steps),
        opening=opening,
        closing=notes.trace,
    )


def _step(count: int, healthy: int, unhealthy: int, notes: Notebook) -> ReplacementStep:
    return ReplacementStep(count=count, healthy=healthy, unhealthy=unhealthy, trace=notes.trace)


def _require_simulable(service: Unhealthy) -> None:
    problems = list(range_problems(service.configuration))
    if not 0 <= service.desired <= MOST_TASKS:
        problems.append(Problem.out_of_range("desired", service.desired, 0, MOST_TASKS))
    elif not 0 <= service.unhealthy <= service.desired:
        problems.append(
            Problem.ours(
                "unhealthy",
                "{place} is {shown}",
                "write at most the desired count",
                shown=service.unhealthy,
            )
        )
    if problems:
        raise Refused(problems)
