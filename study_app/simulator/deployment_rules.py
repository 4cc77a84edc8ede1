"""The rules of how deployments fail, complete and shift traffic, each with its page."""

from typing import Final

from study_app.simulator.trace import Basis, Rule

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_BREAKER_PAGE = f"{_GUIDE}/deployment-circuit-breaker.html"
_ALARM_PAGE = f"{_GUIDE}/deployment-alarm-failure.html"
_EARLY_PAGE = f"{_GUIDE}/early-success-criteria.html"

BREAKER_THRESHOLD: Final = Rule("deployment.breaker-threshold", Basis.DOCUMENTED, _BREAKER_PAGE)
BREAKER_STAGE_1: Final = Rule("deployment.breaker-stage-1", Basis.DOCUMENTED, _BREAKER_PAGE)
BREAKER_STAGE_2: Final = Rule("deployment.breaker-stage-2", Basis.DOCUMENTED, _BREAKER_PAGE)
BREAKER_RESET: Final = Rule("deployment.breaker-reset", Basis.DOCUMENTED, _BREAKER_PAGE)
BREAKER_DIGEST: Final = Rule(
    "deployment.breaker-digest", Basis.DOCUMENTED, f"{_GUIDE}/deployment-type-ecs.html"
)
BREAKER_FAILED: Final = Rule("deployment.breaker-failed", Basis.DOCUMENTED, _BREAKER_PAGE)
ROLLED_BACK: Final = Rule("deployment.rolled-back", Basis.DOCUMENTED, _BREAKER_PAGE)
STALLED: Final = Rule("deployment.stalled", Basis.DOCUMENTED, _BREAKER_PAGE)
ALARM_FAILED: Final = Rule("deployment.alarm-failed", Basis.DOCUMENTED, _ALARM_PAGE)
ALARMS_IGNORED: Final = Rule("deployment.alarms-ignored", Basis.DOCUMENTED, _ALARM_PAGE)
BAKE: Final = Rule("deployment.bake", Basis.DOCUMENTED, _ALARM_PAGE)
FINISHED: Final = Rule("deployment.finished", Basis.DOCUMENTED, _EARLY_PAGE)
UNFINISHED: Final = Rule("deployment.unfinished", Basis.DOCUMENTED, _EARLY_PAGE)
