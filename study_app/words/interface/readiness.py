"""The chance of passing."""

from typing import Final

from study_app.words.text import Text

READINESS: Final = (
    Text("Chance of passing", "합격 가능성"),
    Text("after {count} answers", "{count}문제를 답하면"),
    Text("{share}% right expected", "예상 정답률 {share}%"),
    Text("from {count} {count:answer|answers}", "답 {count}개 기준"),
    Text("Readiness", "준비 정도"),
    Text("readiness, habits, mistakes", "준비 정도, 습관, 헷갈린 것"),
    Text("90% interval", "90% 구간"),
    Text("By week", "주별"),
    Text("shown after a week", "한 주가 지나면 표시됩니다"),
    Text("Expected share right", "예상 정답률"),
    Text("90% interval, │ {mark}% to pass", "90% 구간, │ 합격선 {mark}%"),
    Text("All", "전체"),
    Text("What helps most", "가장 도움이 되는 것"),
    Text("chance", "가능성"),
    Text("{skill} helps most: chance +{gain}", "가장 도움이 되는 역량: {skill}, 가능성 +{gain}"),
    Text(
        "Nothing in particular: no skill is far behind.",
        "특별히 없습니다. 많이 뒤처진 역량이 없습니다.",
    ),
    Text(
        "The gain once you get 90% of new questions on the skill right.",
        "그 역량의 새 문제를 90% 맞히게 되면 오르는 만큼입니다.",
    ),
    Text("What the chance assumes", "가능성이 가정하는 것"),
    Text(
        "Assumes that the exam asks new questions on the cards in this app, as hard as those "
        "here, weighted as in the exam guide, taken today without help; {mark}% right passes.",
        "오늘 도움 없이, 이 앱의 카드에 대한 새 문제가 "
        "같은 난이도와 시험 안내서의 비중으로 출제되고, {mark}%를 맞히면 합격한다고 가정합니다.",
    ),
    Text("Real exam", "실제 시험"),
    Text("passed", "합격"),
    Text("not passed", "불합격"),
    Text("score {score}", "점수 {score}"),
    Text(
        "predicted that day: {chance}% ({low} to {high})", "그날의 예측: {chance}% ({low}~{high})"
    ),
    Text("no prediction that day", "그날의 예측 없음"),
    Text(
        "Chance of passing {code}: shown after {count} answers",
        "{code} 합격 가능성: {count}문제를 답하면 표시됩니다",
    ),
    Text(
        "Chance of passing {code} today: {chance}% (90% interval: {low} to {high}%)",
        "오늘 {code} 합격 가능성: {chance}% (90% 구간: {low}~{high}%)",
    ),
    Text(
        "Expected on new questions: {expected}% right; {mark}% is assumed as the passing score",
        "새 문제 예상 정답률: {expected}%, 합격선은 {mark}%로 가정",
    ),
)
