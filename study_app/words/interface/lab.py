"""The lab."""

from typing import Final

from study_app.words.text import Text

LAB: Final = (
    Text("documented", "문서에 있음"),
    Text("assumed by this model", "이 모델의 가정"),
    Text("{cases} {cases:case|cases}: {ways}", "사례 {cases}개: {ways}"),
    Text("{count} matched", "일치 {count}"),
    Text("{count} did not match", "불일치 {count}"),
    Text("{count} with nothing to compare", "비교할 값 없음 {count}"),
    Text("{count} malformed", "형식 오류 {count}"),
    Text("{unplaced} not placed", "배치하지 못한 태스크 {unplaced}개"),
    Text("old", "기존"),
    Text("instances", "인스턴스"),
    Text("load", "부하"),
    Text("capacity", "용량"),
    Text("metric", "지표"),
    Text("tasks", "태스크"),
    Text("wanted", "필요"),
    Text("failures", "실패"),
    Text("blue %", "블루 %"),
    Text("green %", "그린 %"),
    Text("draining", "드레이닝"),
    Text("elsewhere", "다른 곳"),
    Text("new", "새 태스크"),
    Text("Open one with: dva lab {example}", "여는 방법: dva lab {example}"),
    Text("Search scenarios", "시나리오 검색"),
    Text("edited", "편집됨"),
    Text(
        "Copied the trace to the clipboard as Markdown.",
        "추적을 Markdown으로 클립보드에 복사했습니다.",
    ),
    Text(
        "Not applied: {texts}. The case keeps its last valid values.",
        "반영하지 않은 값: {texts}. 사례는 마지막으로 맞았던 값을 유지합니다.",
    ),
    Text("Relative paths start in {folder}", "폴더 없이 쓴 이름은 {folder} 안에서 찾습니다"),
    Text("No scenario matches.", "찾는 시나리오가 없습니다."),
    Text("scenarios", "시나리오"),
    Text("close", "닫기"),
    Text("next step", "다음 단계"),
    Text("edit", "편집"),
    Text("Parameters", "값"),
    Text("What happened", "지금까지"),
    Text("... {steps} {steps:step|steps} left out", "... {steps}단계 생략"),
)
