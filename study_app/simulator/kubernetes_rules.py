"""The rules of a Kubernetes Deployment's RollingUpdate, each with the page it comes from."""

from typing import Final

from study_app.simulator.trace import Basis, Rule

_PAGE = "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/"

SURGE: Final = Rule("kubernetes.surge", Basis.DOCUMENTED, _PAGE)
UNAVAILABLE: Final = Rule("kubernetes.unavailable", Basis.DOCUMENTED, _PAGE)
# The page only refuses two plain zeros. That two percentages which come to 0 give way is in the
# source of the controller (ResolveFenceposts in deployment_util.go).
NO_DEADLOCK: Final = Rule("kubernetes.no-deadlock", Basis.ASSUMED, _PAGE)
# The page documents the limits and that new pods come first, and not how many at once.
START: Final = Rule("kubernetes.start", Basis.ASSUMED, _PAGE)
STOP: Final = Rule("kubernetes.stop", Basis.ASSUMED, _PAGE)
COMPLETED: Final = Rule("kubernetes.completed", Basis.DOCUMENTED, _PAGE)
