"""The rules of service auto scaling, each with the page it comes from."""

from typing import Final

from study_app.simulator.trace import Basis, Rule

_GUIDE = "https://docs.aws.amazon.com/autoscaling/application/userguide"
_STEP_PAGE = f"{_GUIDE}/step-scaling-policy-overview.html"
_TRACKING_PAGE = f"{_GUIDE}/target-tracking-scaling-policy-overview.html"
_POLICY_PAGE = (
    "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html"
)
_SERVICE_PAGE = (
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html"
)

EXACT: Final = Rule("scaling.exact", Basis.DOCUMENTED, _STEP_PAGE)
CHANGE: Final = Rule("scaling.change", Basis.DOCUMENTED, _STEP_PAGE)
PERCENT: Final = Rule("scaling.percent", Basis.DOCUMENTED, _STEP_PAGE)
MAGNITUDE: Final = Rule("scaling.magnitude", Basis.DOCUMENTED, _STEP_PAGE)
STEP: Final = Rule("scaling.step", Basis.DOCUMENTED, _STEP_PAGE)
NO_STEP: Final = Rule("scaling.no-step", Basis.DOCUMENTED, _STEP_PAGE)
# AWS documents that tracking is proportional and which way it rounds, and no formula.
TRACK: Final = Rule("scaling.track", Basis.ASSUMED, _TRACKING_PAGE)
FROM_ZERO: Final = Rule("scaling.from-zero", Basis.DOCUMENTED, _TRACKING_PAGE)
NOT_IN: Final = Rule("scaling.not-in", Basis.DOCUMENTED, _TRACKING_PAGE)
NO_DATA: Final = Rule("scaling.no-data", Basis.DOCUMENTED, _TRACKING_PAGE)
ALL_IN: Final = Rule("scaling.all-in", Basis.DOCUMENTED, _TRACKING_PAGE)
LARGEST: Final = Rule("scaling.largest", Basis.DOCUMENTED, _POLICY_PAGE)
LIMITS: Final = Rule("scaling.limits", Basis.DOCUMENTED, _SERVICE_PAGE)
OUTSIDE: Final = Rule("scaling.outside", Basis.DOCUMENTED, _SERVICE_PAGE)
DEPLOYING: Final = Rule("scaling.deploying", Basis.DOCUMENTED, _SERVICE_PAGE)
COOLDOWN_OUT: Final = Rule("scaling.cooldown-out", Basis.DOCUMENTED, _STEP_PAGE)
COOLDOWN_IN: Final = Rule("scaling.cooldown-in", Basis.DOCUMENTED, _STEP_PAGE)
# AWS only says that a metric has to follow the capacity. Here one task takes its even share, and
# tasks that were added take theirs at the next reading.
LOAD: Final = Rule("scaling.load", Basis.ASSUMED, _TRACKING_PAGE)
SCHEDULED: Final = Rule(
    "scaling.scheduled",
    Basis.DOCUMENTED,
    f"{_GUIDE}/application-auto-scaling-scheduled-scaling.html",
)
