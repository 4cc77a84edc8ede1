"""How long a rolling deployment takes, and how it ends: health checks, draining, alarms, bake time.

Times are seconds since the deployment began. Sources: API_DeploymentConfiguration,
load-balancer-healthcheck, load-balancer-connection-draining, deployment-alarm-failure,
early-success-criteria.
"""

from dataclasses import dataclass, field

from study_app.simulator.engines.health import rules
from study_app.simulator.engines.health.ending import (
    AlarmPeriod,
    Conclusion,
    Course,
    DeploymentAlarms,
    EarlySuccessCriteria,
    OldTasks,
    conclude,
)
from study_app.simulator.engines.health.pace import TaskPace, times
from study_app.simulator.engines.rollout.rollout import (
    Result,
    RolloutInput,
    RolloutOutcome,
    StepKind,
    roll_out,
)
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.trace import Applied

CHECK_INTERVAL = 30
"""Seconds between the health checks of a target group; a new target has to pass one."""

_ALARM = "alarm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deploying:
    """A rollout with the pace of its tasks. `alarm_at` is when an alarm goes into ALARM.

    0: it is in ALARM when the deployment begins.
    """

    rollout: RolloutInput
    pace: TaskPace = field(default_factory=TaskPace)
    bake_minutes: int = 0
    alarm_at: int | None = None
    early: EarlySuccessCriteria | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployed:
    """A rollout with the time at which each step is over, and how the deployment ends.

    `ready_at` is when its bake time begins; None if it never does. `needed` are the steps until
    then.
    """

    deploying: Deploying
    rollout: Result
    times: tuple[int, ...]
    ready_at: int | None
    needed: int
    conclusion: Conclusion
    opening: tuple[Applied, ...] = ()
    ending: tuple[Applied, ...] = ()

    @property
    def trace(self) -> tuple[Applied, ...]:
        """Every decision in order; empty unless a trace was requested."""
        if not self.opening:
            return ()
        return (*self.opening, *self.rollout.trace, *self.ending, *self.conclusion.trace)


def deploy(deploying: Deploying, *, explain: bool = False) -> Deployed:
    """The deployment from its first step to its end. Raises Refused for numbers out of range."""
    rollout = roll_out(deploying.rollout, explain=explain)
    moments = tuple(times(rollout, deploying.pace))
    needed = _needed(rollout, deploying.early)
    ready_at = None if needed is None else (moments[needed - 1] if needed else 0)
    notes = Notebook(explain=explain)
    cleanup = 0
    early = deploying.early
    if early is not None and needed is not None:
        enough = early.tasks(deploying.rollout.desired)
        notes.note(rules.EARLY, "ceil({} x {} / 100) = {}", deploying.rollout.desired,
                   early.healthyPercent, enough)  # fmt: skip
        old = rollout.steps[needed - 1].old if needed else deploying.rollout.initial.old
        if early.cleanup is OldTasks.DEFERRED:
            notes.note(rules.LEFT_FOR_LATER, "old = {}", old)
        elif old:
            cleanup = deploying.pace.stop.seconds
            notes.note(rules.CLEANED_UP, "old = {}: + {} s", old, cleanup)
    at = deploying.alarm_at
    course = Course(
        ready_at=ready_at,
        bake_minutes=deploying.bake_minutes,
        cleanup=cleanup,
        alarms=None if at is None else DeploymentAlarms(alarmNames=(_ALARM,)),
        in_alarm=() if at is None else (AlarmPeriod(name=_ALARM, begins=at),),
    )
    return Deployed(
        deploying=deploying,
        rollout=rollout,
        times=moments,
        ready_at=ready_at,
        needed=len(moments) if needed is None else needed,
        conclusion=conclude(course, explain=explain),
        opening=_pace(deploying.pace, rollout) if explain else (),
        ending=notes.trace,
    )


def _needed(rollout: Result, early: EarlySuccessCriteria | None) -> int | None:
    """The number of steps until the bake time begins; None if it never does."""
    if early is not None:
        return early.step(rollout)
    return len(rollout.steps) if rollout.outcome is RolloutOutcome.COMPLETED else None


def _pace(pace: TaskPace, rollout: Result) -> tuple[Applied, ...]:
    """How long a start and a stop take."""
    notes = Notebook(explain=True)
    checks, stop = pace.checks, pace.stop
    healthy = checks.healthy_at(pace.running_after)
    passed = [one for one in (checks.target_group, checks.container) if one is not None]
    if passed:
        shown = ", ".join(map(str, (pace.running_after, *passed)))
        notes.note(rules.CHECKS, "healthy after max({}): {} s", shown, healthy)
    else:
        notes.note(
            rules.NO_CHECKS,
            "RUNNING after {} s, healthy 40 s later: {} s",
            pace.running_after,
            healthy,
        )
    if stop.deregistration_delay is not None:
        notes.note(rules.DEREGISTERED, "deregistration delay = {} s", stop.deregistration_delay)
    notes.note(rules.STOPPED, "stopped after {} + min({}, {}): {} s",
               stop.deregistration_delay or 0, stop.exits_after, stop.stop_timeout,
               stop.seconds)  # fmt: skip
    starts = sum(step.kind is StepKind.START for step in rollout.steps)
    stops = len(rollout.steps) - starts
    total = starts * healthy + stops * stop.seconds
    notes.note(rules.IN_TURN, "{} x {} s + {} x {} s: {} s", starts, healthy, stops, stop.seconds,
               total)  # fmt: skip
    return notes.trace
