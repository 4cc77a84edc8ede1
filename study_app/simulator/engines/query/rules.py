"""The rules of the cluster query language, with their page."""

from typing import Final

from study_app.simulator.model.trace import Basis, Rule
from study_app.words.text import Text

_QUERY = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html"

QUERY_PART: Final = Rule(
    "query.part",
    Basis.DOCUMENTED,
    _QUERY,
    Text(
        "how the instance evaluates this part of the expression",
        "표현식의 이 부분에 대한 인스턴스의 결과",
    ),
)
QUERY_OTHER_GROUP: Final = Rule(
    "query.other-group",
    Basis.ASSUMED,
    _QUERY,
    Text(
        "a task of another group is enough; to say that none is of the group, use not(...)",
        "다른 그룹의 태스크가 하나만 있어도 일치합니다. 그 그룹이 없다는 뜻은 not(...)입니다",
    ),
)
QUERY_MISSING: Final = Rule(
    "query.missing",
    Basis.ASSUMED,
    _QUERY,
    Text(
        "an instance without the attribute matches no comparison of it, not even !=",
        "속성이 없는 인스턴스는 !=를 포함해 그 속성의 어떤 비교와도 일치하지 않습니다",
    ),
)
