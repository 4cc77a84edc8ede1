"""How a rolling deployment ends: alarms, bake time, early success.

Times are seconds since the deployment began. Source: deployment-alarm-failure and
early-success-criteria in the developer guide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from study_app.simulator.engines.breaker import rules
from study_app.simulator.engines.breaker.deployment_history import RolloutState
from study_app.simulator.engines.rollout.rollout import Result
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import Problem, Refused
from study_app.simulator.model.trace import Applied, Rule

MOST_BAKE_MINUTES = 1440


@dataclass(frozen=True, slots=True, kw_only=True)
class DeploymentAlarms:
    """The alarms of a deployment configuration, with AWS's own names."""

    alarmNames: tuple[str, ...]  # noqa: N815
    enable: bool = True
    rollback: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmPeriod:
    """An alarm that is in ALARM from `begins` until just before `ends`; None: it has not ended."""

    name: str
    begins: int
    ends: int | None = None

    def covers(self, moment: int) -> bool:
        return self.begins <= moment and (self.ends is None or moment < self.ends)


class OldTasks(StrEnum):
    """When early success removes the old tasks: before or after the deployment completes."""

    BLOCKING = "BLOCKING"
    DEFERRED = "DEFERRED"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlySuccessCriteria:
    """The healthyPercent of the desired count that is enough.

    Source: API_DeploymentEarlySuccessCriteria.
    """

    healthyPercent: int = 100  # noqa: N815
    cleanup: OldTasks = OldTasks.BLOCKING

    def tasks(self, desired: int) -> int:
        """The number of healthy new tasks that is enough: at least one, if there are any."""
        return min(desired, max(1, -(-desired * self.healthyPercent // 100)))

    def step(self, rollout: Result) -> int | None:
        """The number of rollout steps it takes; None if it never gets there."""
        enough = self.tasks(rollout.parameters.desired)
        if enough == 0:
            return 0
        return next(
            (number for number, state in enumerate(rollout.states, 1) if state.new >= enough), None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What a deployment went through.

    `ready_at` is when its bake time begins: all new tasks healthy and no old one left, or the early
    success criteria met; None if it never does. `cleanup` is how long it takes to remove the old
    tasks that are left then. `breaker_at` is when the circuit breaker was triggered.
    """

    ready_at: int | None
    bake_minutes: int = 0
    cleanup: int = 0
    breaker_at: int | None = None
    alarms: DeploymentAlarms | None = None
    in_alarm: tuple[AlarmPeriod, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """rolloutState, and when it was reached; None while the deployment is in progress."""

    rolloutState: RolloutState  # noqa: N815
    at: int | None
    rule: Rule
    trace: tuple[Applied, ...] = ()


def conclude(course: Course, *, explain: bool = False) -> Conclusion:
    """The end of the deployment: its first failure, else its completion after the bake time.

    An alarm that is in ALARM when the deployment begins makes it ignore its alarms. Raises
    Refused for a bake time out of range.
    """
    if not 0 <= course.bake_minutes <= MOST_BAKE_MINUTES:
        problem = Problem.ours(
            "bake_minutes",
            "the bake time is {minutes} minutes",
            "write {least} to {most}",
            minutes=course.bake_minutes,
            least=0,
            most=MOST_BAKE_MINUTES,
        )
        raise Refused([problem])
    notes = Notebook(explain=explain)
    completes = None
    if course.ready_at is not None:
        baked = course.ready_at + 60 * course.bake_minutes
        completes = baked + course.cleanup
        if course.bake_minutes:
            notes.note(
                rules.BAKE, "{} s + {} min = {} s", course.ready_at, course.bake_minutes, baked
            )
    failures: list[tuple[int, Rule]] = []
    if course.breaker_at is not None:
        failures.append((course.breaker_at, rules.BREAKER_FAILED))
    alarm_at = _first_alarm(course, notes)
    if alarm_at is not None:
        failures.append((alarm_at, rules.ALARM_FAILED))

    in_time = [each for each in failures if completes is None or each[0] < completes]
    if in_time:
        at, rule = min(in_time, key=lambda each: each[0])
        notes.note(rule, "{} s: {}", at, RolloutState.FAILED)
        return Conclusion(rolloutState=RolloutState.FAILED, at=at, rule=rule, trace=notes.trace)
    state = RolloutState.IN_PROGRESS if completes is None else RolloutState.COMPLETED
    rule = rules.UNFINISHED if completes is None else rules.FINISHED
    notes.note(rule, "{}", state)
    return Conclusion(rolloutState=state, at=completes, rule=rule, trace=notes.trace)


def _first_alarm(course: Course, notes: Notebook) -> int | None:
    alarms = course.alarms
    if alarms is None or not alarms.enable:
        return None
    watched: Sequence[AlarmPeriod] = [
        period for period in course.in_alarm if period.name in alarms.alarmNames
    ]
    if any(period.covers(0) for period in watched):
        notes.note(rules.ALARMS_IGNORED, "0 s: ALARM")
        return None
    return min((period.begins for period in watched if period.begins > 0), default=None)
