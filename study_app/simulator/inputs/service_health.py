"""The input of a case about the health of a service: unhealthy tasks, health checks, the ending."""

from typing import Final

from study_app.simulator.engines.health.deployment import CHECK_INTERVAL, Deploying
from study_app.simulator.engines.health.ending import (
    MOST_BAKE_MINUTES,
    EarlySuccessCriteria,
    OldTasks,
)
from study_app.simulator.engines.health.pace import (
    DEREGISTRATION_DELAY,
    STOP_TIMEOUT,
    HealthChecks,
    Stop,
    TaskPace,
)
from study_app.simulator.engines.health.replacement import Unhealthy
from study_app.simulator.engines.rollout.rollout import MOST_TASKS
from study_app.simulator.inputs.rolling import DESIRED, MAXIMUM, MINIMUM, read_limits, read_rollout
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.parameter import (
    AnyParameter,
    Parameter,
    maybe_whole,
    one_of,
    switch,
    whole,
)
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

MOST_SECONDS: Final = 2_147_483_647
"""The longest health check grace period. Source: service_definition_parameters."""

MOST_DELAY: Final = 3600
"""The longest deregistration delay. Source: the Elastic Load Balancing guide."""


def _behind_a_load_balancer(given: Plain) -> bool:
    return given.get("load_balancer") is True


def _with_early_success(given: Plain) -> bool:
    return given.get("healthyPercent") is not None


ROOM: Final = Parameter(path="cluster_room", read=maybe_whole(most=MOST_TASKS))
UNHEALTHY: Final = Parameter(
    path="unhealthy",
    read=whole(most=MOST_TASKS),
    hint=Text("How many tasks fail their health checks.", "상태 확인에 실패하는 태스크 수."),
)
GRACE: Final = Parameter(path="healthCheckGracePeriodSeconds", read=whole(0, most=MOST_SECONDS))
RUNNING_FOR: Final = Parameter(
    path="running_for",
    read=whole(0, most=MOST_SECONDS),
    hint=Text("Seconds since these tasks started.", "이 태스크들이 시작된 뒤 지난 초."),
)
RUNNING_AFTER: Final = Parameter(
    path="running_after",
    read=whole(0, most=MOST_DELAY),
    hint=Text("Seconds from the start to RUNNING.", "시작에서 RUNNING까지의 초."),
)
LOAD_BALANCER: Final = Parameter(path="load_balancer", read=switch(default=False))
TARGET_HEALTHY: Final = Parameter(
    path="target_healthy_after",
    read=whole(CHECK_INTERVAL, most=MOST_DELAY),
    hint=Text(
        "Seconds from the start until the target group reports healthy; a new target has to "
        "pass one check.",
        "시작에서 대상 그룹이 정상이라고 할 때까지의 초. 새 대상은 한 번만 통과하면 됩니다.",
    ),
    when=_behind_a_load_balancer,
)
CONTAINER_HEALTHY: Final = Parameter(
    path="container_healthy_after",
    read=maybe_whole(most=MOST_DELAY),
    hint=Text(
        "Seconds from the start until the container health check passes; left out without one.",
        "시작에서 컨테이너 상태 확인을 통과할 때까지의 초. 상태 확인이 없으면 비워 둡니다.",
    ),
)
DELAY: Final = Parameter(
    path="deregistration_delay",
    read=whole(DEREGISTRATION_DELAY, most=MOST_DELAY),
    when=_behind_a_load_balancer,
)
EXITS_AFTER: Final = Parameter(
    path="exits_after",
    read=whole(0, most=MOST_DELAY),
    hint=Text(
        "Seconds that a container needs after its stop signal.",
        "중지 신호를 받은 컨테이너가 종료하는 데 걸리는 초.",
    ),
)
STOP_AFTER: Final = Parameter(path="stopTimeout", read=whole(STOP_TIMEOUT, most=MOST_DELAY))
BAKE: Final = Parameter(path="bakeTimeInMinutes", read=whole(0, most=MOST_BAKE_MINUTES))
ALARM_AT: Final = Parameter(
    path="alarm_at",
    read=maybe_whole(most=MOST_SECONDS),
    hint=Text(
        "When an alarm of the deployment goes into ALARM, in seconds; 0 is from the beginning.",
        "배포의 경보가 ALARM이 되는 때(초). 0이면 처음부터입니다.",
    ),
)
HEALTHY_PERCENT: Final = Parameter(
    path="healthyPercent",
    read=maybe_whole(least=1, most=100),
    hint=Text(
        "Of the early success criteria; left out without them.",
        "조기 성공 기준의 값. 기준이 없으면 비워 둡니다.",
    ),
)
CLEANUP: Final = Parameter(
    path="sourceServiceRevisionCleanup",
    read=one_of(OldTasks, OldTasks.BLOCKING),
    hint=Text("BLOCKING or DEFERRED.", "BLOCKING 또는 DEFERRED."),
    when=_with_early_success,
)
_LIMITS: Final[tuple[AnyParameter, ...]] = (DESIRED, MINIMUM, MAXIMUM, ROOM)
REPLACE_PARAMETERS: Final[tuple[AnyParameter, ...]] = (*_LIMITS, UNHEALTHY, GRACE, RUNNING_FOR)
DEPLOY_PARAMETERS: Final[tuple[AnyParameter, ...]] = (
    *_LIMITS, RUNNING_AFTER, LOAD_BALANCER, TARGET_HEALTHY, CONTAINER_HEALTHY, DELAY, EXITS_AFTER,
    STOP_AFTER, BAKE, ALARM_AT, HEALTHY_PERCENT, CLEANUP,
)  # fmt: skip


def read_unhealthy(fields: CaseFields) -> Unhealthy:
    """A service with unhealthy tasks. Raises CaseError if the input is malformed."""
    return Unhealthy(
        desired=DESIRED.of(fields),
        unhealthy=UNHEALTHY.of(fields),
        configuration=read_limits(fields),
        room=ROOM.of(fields),
        grace_period=GRACE.of(fields),
        running_for=RUNNING_FOR.of(fields),
    )


def read_deploying(fields: CaseFields) -> Deploying:
    """A deployment and its pace. Raises CaseError if the input is malformed."""
    balanced = LOAD_BALANCER.of(fields)
    target, delay = TARGET_HEALTHY.of(fields), DELAY.of(fields)
    percent, cleanup = HEALTHY_PERCENT.of(fields), CLEANUP.of(fields)
    return Deploying(
        rollout=read_rollout(fields),
        pace=TaskPace(
            running_after=RUNNING_AFTER.of(fields),
            checks=HealthChecks(
                target_group=target if balanced else None,
                container=CONTAINER_HEALTHY.of(fields),
            ),
            stop=Stop(
                exits_after=EXITS_AFTER.of(fields),
                stop_timeout=STOP_AFTER.of(fields),
                deregistration_delay=delay if balanced else None,
            ),
        ),
        bake_minutes=BAKE.of(fields),
        alarm_at=ALARM_AT.of(fields),
        early=(
            None
            if percent is None
            else EarlySuccessCriteria(healthyPercent=percent, cleanup=cleanup)
        ),
    )
