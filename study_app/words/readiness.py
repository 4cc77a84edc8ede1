"""What the screens say of the chance of passing, in English and Korean."""

from collections.abc import Mapping
from typing import Final

READINESS: Final[Mapping[str, str]] = {
    "Chance of passing": "합격 가능성",
    "after {count} answers": "{count}문제를 답하면",
    "{share}% right expected": "예상 정답률 {share}%",
    "from {count} {count:answer|answers}": "답 {count}개 기준",
    "Readiness": "준비 정도",
    "readiness, habits, mistakes": "준비 정도, 습관, 헷갈린 것",
    "90% interval": "90% 구간",
    "By week": "주별",
    "shown after a week": "한 주가 지나면 표시됩니다",
    "Expected share right": "예상 정답률",
    "90% interval, │ {mark}% to pass": "90% 구간, │ 합격선 {mark}%",
    "All": "전체",
    "What helps most": "가장 도움이 되는 것",
    "chance": "가능성",
    "{skill} helps most: chance +{gain}": "가장 도움이 되는 역량: {skill}, 가능성 +{gain}",
    "Nothing in particular: no skill is far behind.": (
        "특별히 없습니다. 많이 뒤처진 역량이 없습니다."
    ),
    "So much once new questions on the skill are 90% right.": (
        "그 역량의 새 문제를 90% 맞히게 되면 오르는 만큼입니다."
    ),
    "What the chance assumes": "가능성이 가정하는 것",
    "Assumes that the exam asks new questions on the cards in this app, as hard as those here, "
    "weighted as in the exam guide, taken today without help; {mark}% right passes.": (
        "오늘 도움 없이, 이 앱의 카드에 대한 새 문제가 같은 난이도와 시험 안내서의 비중으로 "
        "출제되고, {mark}%를 맞히면 합격한다고 가정합니다."
    ),
    "Real exam": "실제 시험",
    "passed": "합격",
    "not passed": "불합격",
    "score {score}": "점수 {score}",
    "predicted that day: {chance}% ({low} to {high})": ("그날의 예측: {chance}% ({low}~{high})"),
    "no prediction that day": "그날의 예측 없음",
}
