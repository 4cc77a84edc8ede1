"""Topics, cards and their questions."""

from typing import Final

from study_app.words.text import Text

READING: Final = (
    Text("Topics", "주제"),
    Text("Search topics and services", "주제와 서비스 검색"),
    Text("Cards", "카드"),
    Text("Questions on this card", "이 카드의 문제"),
    Text("This question", "이 문제"),
    Text("This session", "이 학습"),
    Text("Trap", "함정"),
    Text("per question", "문제당"),
    Text("answer {count}", "{count}문제 풀기"),
    Text("before", "지난 답"),
    Text("starting at the cursor", "커서가 있는 문제부터"),
    Text("kind", "유형"),
    Text("missed", "틀림"),
    Text("missed, will come back", "다시 나올 틀린 문제"),
    Text("not right", "틀림"),
    Text("right on the last try", "마지막에 맞음"),
    Text("on this card", "이 카드의 문제"),
    Text("one of {count}", "{count}개 중 하나"),
    Text("read", "읽기"),
    Text("right", "맞음"),
    Text("right: {text}", "맞음: {text}"),
    Text("wrong: {text}", "틀림: {text}"),
    Text("skill", "역량"),
    Text("topic", "주제"),
    Text("topics", "주제"),
    Text("{count} unseen", "안 본 문제 {count}개"),
    Text("{some} of {count}", "{count}개 중 {some}개"),
    Text("seen", "봄"),
    Text(
        "No flagged questions. Press F3 on a question to flag it.",
        "표시한 문제가 없습니다. 문제 화면에서 F3으로 표시합니다.",
    ),
    Text(
        "No missed questions: your last answer to each was right.",
        "틀린 문제가 없습니다. 마지막 답이 모두 맞았습니다.",
    ),
    Text("search", "검색"),
    Text(
        "No topic matches. Enter searches everything.",
        "이런 주제가 없습니다. Enter로 모두 검색합니다.",
    ),
)
