"""The rules of shifting traffic to a new revision, each with the page it comes from."""

from typing import Final

from study_app.simulator.model.trace import Basis, Rule
from study_app.words.text import Text

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_BLUE_GREEN_PAGE = f"{_GUIDE}/deployment-type-blue-green.html"
_CLOUDFORMATION_PAGE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-properties-ecs-service-deploymentconfiguration.html"
)
_LINEAR_PAGE = f"{_GUIDE}/deployment-type-linear.html"
_CANARY_PAGE = f"{_GUIDE}/canary-deployment.html"

DOUBLE: Final = Rule(
    "traffic.double",
    Basis.DOCUMENTED,
    _LINEAR_PAGE,
    Text(
        "green has all its tasks before production traffic: up to twice the resources",
        "프로덕션 트래픽 전에 그린 태스크가 모두 실행되어 자원이 최대 두 배 듭니다",
    ),
)
SHIFT: Final = Rule(
    "traffic.shift",
    Basis.DOCUMENTED,
    _LINEAR_PAGE,
    Text(
        "equal shares, with the step's bake time after each but the last",
        "같은 비율씩 옮기고, 마지막을 뺀 매 단계 뒤에 단계 베이크 타임을 둡니다",
    ),
)
SHIFT_CANARY: Final = Rule(
    "traffic.shift-canary",
    Basis.DOCUMENTED,
    _CANARY_PAGE,
    Text(
        "the canary's share first, and after its bake time all of the rest",
        "먼저 카나리 비율만, 카나리 베이크 타임 뒤에 나머지를 모두 옮깁니다",
    ),
)
SHIFT_ALL: Final = Rule(
    "traffic.shift-all",
    Basis.DOCUMENTED,
    _BLUE_GREEN_PAGE,
    Text(
        "all production traffic goes to green at once",
        "프로덕션 트래픽을 한 번에 모두 그린으로 옮깁니다",
    ),
)
BAKE: Final = Rule(
    "traffic.bake",
    Basis.DOCUMENTED,
    _BLUE_GREEN_PAGE,
    Text(
        "both revisions stay until the bake time is over",
        "베이크 타임이 끝날 때까지 두 리비전이 함께 유지됩니다",
    ),
)
BAKE_UNLESS_SET: Final = Rule(
    "traffic.bake-unless-set",
    Basis.DOCUMENTED,
    _CLOUDFORMATION_PAGE,
    Text(
        "no bake time is set, and CloudFormation fills in 15 minutes",
        "베이크 타임을 정하지 않으면 CloudFormation이 15분으로 채웁니다",
    ),
)
# AWS says that the test and the production traffic shift each take ten more minutes, but not
# whether before or after the shift itself.
NLB: Final = Rule(
    "traffic.nlb",
    Basis.ASSUMED,
    _BLUE_GREEN_PAGE,
    Text(
        "with a Network Load Balancer both traffic shifts take ten more minutes",
        "Network Load Balancer에서는 두 번의 트래픽 전환이 각각 10분 더 걸립니다",
    ),
)
ROLLBACK: Final = Rule(
    "traffic.rollback",
    Basis.DOCUMENTED,
    _BLUE_GREEN_PAGE,
    Text(
        "a failure sends all traffic back to blue at once",
        "실패하면 모든 트래픽이 곧바로 블루로 돌아갑니다",
    ),
)
