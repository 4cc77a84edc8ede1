"""Notes, suspending and reports."""

from typing import Final

from study_app.words.text import Text

MORE: Final = (
    Text("More", "더 보기"),
    Text("Write a note", "메모 쓰기"),
    Text("Edit the note", "메모 고치기"),
    Text("Markdown, shown with it, searchable", "Markdown. 함께 보이고 검색됩니다"),
    Text("I guessed", "찍었음"),
    Text("as if not known: the card comes back soon", "모르는 것으로 치고 곧 다시 묻습니다"),
    Text("I was wrong", "내가 틀림"),
    Text("the same, although it was marked right", "맞았다고 채점됐어도 마찬가지입니다"),
    Text("Take that back", "그 말 취소"),
    Text("what you said of this answer last", "이 답에 대해 마지막으로 말한 것"),
    Text("Suspend the question", "문제 보류"),
    Text("Suspend the card", "카드 보류"),
    Text("it is not asked until you take it back", "다시 되돌릴 때까지 묻지 않습니다"),
    Text("none of its questions is asked until then", "그때까지 딸린 문제를 묻지 않습니다"),
    Text("Ask the question again", "문제 다시 묻기"),
    Text("Ask about the card again", "카드 다시 묻기"),
    Text("it is suspended", "보류 중입니다"),
    Text("Report", "알리기"),
    Text("copies id, file and line, and the source", "id, 파일과 줄, 출처 주소를 복사합니다"),
    Text("Suspended", "보류한 것"),
    Text("{count} to take back", "되돌릴 것 {count}개"),
    Text("Copied for a report: {what}", "알릴 내용을 복사했습니다: {what}"),
    Text("Saved the note.", "메모를 저장했습니다."),
    Text("Took the note away.", "메모를 지웠습니다."),
    Text("Noted: you guessed.", "찍은 것으로 기록했습니다."),
    Text("Noted: you were wrong.", "틀린 것으로 기록했습니다."),
    Text("Taken back.", "취소했습니다."),
    Text(
        "Suspended. More shows what is, to take it back.",
        "보류했습니다. 더 보기에서 되돌릴 수 있습니다.",
    ),
    Text("It is asked again.", "다시 묻습니다."),
    Text("Nothing is suspended.", "보류한 것이 없습니다."),
    Text("F8 saves, Esc leaves the note as it was", "F8 저장, Esc 그대로 두기"),
)
