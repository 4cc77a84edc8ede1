"""The rules of capacity providers, each with the page it comes from."""

from typing import Final

from study_app.simulator.trace import Basis, Rule

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_BEHAVIOR_PAGE = f"{_GUIDE}/managed-scaling-behavior.html"
_CLUSTER_PAGE = f"{_GUIDE}/cluster-auto-scaling.html"
_STRATEGIES_PAGE = f"{_GUIDE}/task-placement-strategies.html"
_ITEM_PAGE = (
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/"
    "API_CapacityProviderStrategyItem.html"
)

RESERVATION: Final = Rule("capacity.reservation", Basis.DOCUMENTED, _BEHAVIOR_PAGE)
# The guide only documents needed / running; a blog of AWS gives the two values without instances.
RESERVATION_EMPTY: Final = Rule("capacity.reservation-empty", Basis.ASSUMED, _BEHAVIOR_PAGE)
ACTION: Final = Rule("capacity.action", Basis.DOCUMENTED, _CLUSTER_PAGE)
DESIRED: Final = Rule("capacity.desired", Basis.ASSUMED, _CLUSTER_PAGE)
FROM_ZERO: Final = Rule("capacity.from-zero", Basis.DOCUMENTED, _BEHAVIOR_PAGE)
BUSY: Final = Rule("capacity.busy", Basis.DOCUMENTED, _BEHAVIOR_PAGE)
LEFT_OUT: Final = Rule("capacity.left-out", Basis.DOCUMENTED, _BEHAVIOR_PAGE)
GROUP: Final = Rule("capacity.group", Basis.DOCUMENTED, _BEHAVIOR_PAGE)
NEEDED: Final = Rule("capacity.needed", Basis.ASSUMED, _BEHAVIOR_PAGE)
STEP_SIZE: Final = Rule("capacity.step-size", Basis.DOCUMENTED, _BEHAVIOR_PAGE)
WARMUP: Final = Rule("capacity.warmup", Basis.DOCUMENTED, _BEHAVIOR_PAGE)
SCALE_IN_WAIT: Final = Rule("capacity.scale-in-wait", Basis.DOCUMENTED, _BEHAVIOR_PAGE)
SCALE_IN: Final = Rule("capacity.scale-in", Basis.ASSUMED, _BEHAVIOR_PAGE)
# AWS publishes no clock of the whole; the strategies page says which instance binpack chooses,
# for a task that starts and for one that stops.
NEXT_MINUTE: Final = Rule("capacity.next-minute", Basis.ASSUMED, _BEHAVIOR_PAGE)
PLACE: Final = Rule("capacity.place", Basis.ASSUMED, _STRATEGIES_PAGE)
STOP: Final = Rule("capacity.stop", Basis.ASSUMED, _STRATEGIES_PAGE)
BASE: Final = Rule("capacity.base", Basis.DOCUMENTED, _ITEM_PAGE)
WEIGHT: Final = Rule("capacity.weight", Basis.ASSUMED, _ITEM_PAGE)
