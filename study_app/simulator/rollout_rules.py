"""The rules of a rolling update, each with the page it comes from."""

from typing import Final

from study_app.simulator.trace import Basis, Rule

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_API = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference"

_LIMITS_PAGE = f"{_API}/API_DeploymentConfiguration.html"
_TRACES_PAGE = f"{_GUIDE}/service-options.html"
_EVENTS_PAGE = f"{_GUIDE}/service-event-messages-list.html"

LOWER: Final = Rule("rollout.lower", Basis.DOCUMENTED, _LIMITS_PAGE)
UPPER: Final = Rule("rollout.upper", Basis.DOCUMENTED, _LIMITS_PAGE)
# AWS documents the limits and three worked traces, and no order. The trace of 6 tasks at 50/200
# percent with room for 8 (stop 3, start 5, stop 3, start 1) leaves only this one.
STOP: Final = Rule("rollout.stop", Basis.ASSUMED, _TRACES_PAGE)
START: Final = Rule("rollout.start", Basis.ASSUMED, _TRACES_PAGE)
ROOM: Final = Rule("rollout.room", Basis.DOCUMENTED, _LIMITS_PAGE)
COMPLETED: Final = Rule(
    "rollout.completed", Basis.DOCUMENTED, f"{_GUIDE}/early-success-criteria.html"
)
STUCK_LIMITS: Final = Rule("rollout.stuck-limits", Basis.DOCUMENTED, _EVENTS_PAGE)
STUCK_ROOM: Final = Rule("rollout.stuck-room", Basis.DOCUMENTED, _EVENTS_PAGE)
UNUSUAL_MAXIMUM: Final = Rule("rollout.unusual-maximum", Basis.ASSUMED, _LIMITS_PAGE)
SHORT_OF_ROOM: Final = Rule("rollout.short-of-room", Basis.ASSUMED, _LIMITS_PAGE)
STUCK_PROTECTED: Final = Rule(
    "rollout.stuck-protected", Basis.DOCUMENTED, f"{_GUIDE}/task-scale-in-protection.html"
)
PLACED: Final = Rule("rollout.placed", Basis.DOCUMENTED, _EVENTS_PAGE)
ZONES: Final = Rule("rollout.zones", Basis.DOCUMENTED, f"{_GUIDE}/service-rebalancing.html")
DRAIN_STOP: Final = Rule(
    "rollout.drain-stop", Basis.ASSUMED, f"{_GUIDE}/container-instance-draining.html"
)
DRAIN_START: Final = Rule(
    "rollout.drain-start", Basis.ASSUMED, f"{_GUIDE}/container-instance-draining.html"
)
DRAINED: Final = Rule(
    "rollout.drained", Basis.DOCUMENTED, f"{_GUIDE}/container-instance-draining.html"
)
DRAIN_PENDING: Final = Rule(
    "rollout.drain-pending", Basis.DOCUMENTED, f"{_GUIDE}/container-instance-draining.html"
)
