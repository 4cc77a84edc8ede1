"""The rules of placement, termination and daemons, each with the page it comes from."""

from typing import Final

from study_app.simulator.trace import Basis, Rule

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_API = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference"

_FAILURES = f"{_GUIDE}/api_failures_messages.html"
_PLACEMENT = f"{_GUIDE}/task-placement.html"
_CONSTRAINTS = f"{_GUIDE}/task-placement-constraints.html"
_STRATEGIES = f"{_GUIDE}/task-placement-strategies.html"
_SERVICE = f"{_GUIDE}/ecs_service-options.html"
_QUERY = f"{_GUIDE}/cluster-query-language.html"

AGENT: Final = Rule("placement.agent", Basis.DOCUMENTED, _FAILURES)
LOCATION: Final = Rule("placement.location", Basis.DOCUMENTED, _FAILURES)
ATTRIBUTE: Final = Rule("placement.attribute", Basis.DOCUMENTED, _FAILURES)
CPU: Final = Rule("placement.cpu", Basis.DOCUMENTED, _PLACEMENT)
GPU: Final = Rule("placement.gpu", Basis.DOCUMENTED, _PLACEMENT)
MEMORY: Final = Rule("placement.memory", Basis.DOCUMENTED, _PLACEMENT)
PORTS: Final = Rule("placement.ports", Basis.DOCUMENTED, f"{_API}/API_PortMapping.html")
PORT_LIMIT: Final = Rule("placement.port-limit", Basis.DOCUMENTED, f"{_API}/API_PortMapping.html")
ENI: Final = Rule("placement.eni", Basis.DOCUMENTED, f"{_GUIDE}/container-instance-eni.html")
DISTINCT_INSTANCE: Final = Rule("placement.distinct-instance", Basis.DOCUMENTED, _CONSTRAINTS)
MEMBER_OF: Final = Rule("placement.member-of", Basis.DOCUMENTED, _CONSTRAINTS)

SPREAD: Final = Rule("placement.spread", Basis.DOCUMENTED, _STRATEGIES)
BINPACK: Final = Rule("placement.binpack", Basis.DOCUMENTED, _STRATEGIES)
RANDOM: Final = Rule("placement.random", Basis.DOCUMENTED, _STRATEGIES)
SELECTED: Final = Rule("placement.selected", Basis.DOCUMENTED, _PLACEMENT)
TIE: Final = Rule("placement.tie", Basis.ASSUMED, _STRATEGIES)
UNPLACED: Final = Rule(
    "placement.unplaced", Basis.DOCUMENTED, f"{_GUIDE}/service-event-messages-list.html"
)

PROTECTED: Final = Rule(
    "termination.protected", Basis.DOCUMENTED, f"{_GUIDE}/task-scale-in-protection.html"
)
OLDEST_DEPLOYMENT: Final = Rule("termination.oldest-deployment", Basis.ASSUMED, _SERVICE)
STOP_SPREAD: Final = Rule("termination.spread", Basis.DOCUMENTED, _STRATEGIES)
STOP_BINPACK: Final = Rule("termination.binpack", Basis.DOCUMENTED, _STRATEGIES)
STOP_RANDOM: Final = Rule("termination.random", Basis.ASSUMED, _STRATEGIES)
STOP_TIE: Final = Rule("termination.tie", Basis.ASSUMED, _STRATEGIES)

DAEMON_START: Final = Rule("daemon.start", Basis.DOCUMENTED, _SERVICE)
DAEMON_KEEP: Final = Rule("daemon.keep", Basis.DOCUMENTED, _SERVICE)
DAEMON_STOP: Final = Rule("daemon.stop", Basis.DOCUMENTED, _SERVICE)

QUERY_PART: Final = Rule("query.part", Basis.DOCUMENTED, _QUERY)
QUERY_MISSING: Final = Rule("query.missing", Basis.ASSUMED, _QUERY)
