"""The rules of shifting traffic to a new revision, each with the page it comes from."""

from typing import Final

from study_app.simulator.trace import Basis, Rule

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_BLUE_GREEN_PAGE = f"{_GUIDE}/deployment-type-blue-green.html"
_LINEAR_PAGE = f"{_GUIDE}/deployment-type-linear.html"
_CANARY_PAGE = f"{_GUIDE}/canary-deployment.html"

DOUBLE: Final = Rule("traffic.double", Basis.DOCUMENTED, _LINEAR_PAGE)
SHIFT: Final = Rule("traffic.shift", Basis.DOCUMENTED, _LINEAR_PAGE)
SHIFT_CANARY: Final = Rule("traffic.shift-canary", Basis.DOCUMENTED, _CANARY_PAGE)
SHIFT_ALL: Final = Rule("traffic.shift-all", Basis.DOCUMENTED, _BLUE_GREEN_PAGE)
BAKE: Final = Rule("traffic.bake", Basis.DOCUMENTED, _BLUE_GREEN_PAGE)
# AWS says that the test and the production traffic shift each take ten more minutes, and not
# whether before or after the shift itself.
NLB: Final = Rule("traffic.nlb", Basis.ASSUMED, _BLUE_GREEN_PAGE)
ROLLBACK: Final = Rule("traffic.rollback", Basis.DOCUMENTED, _BLUE_GREEN_PAGE)
