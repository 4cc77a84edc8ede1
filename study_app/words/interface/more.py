"""Notes, suspending and reports."""

from typing import Final

from study_app.words.text import Text

MORE: Final = (
    Text("More", "더 보기"),
    Text("Write a note", "메모 쓰기"),
    Text("Edit the note", "메모 고치기"),
    Text("Markdown, shown with it, searchable", "Markdown. 함께 보이고 검색됩니다"),
    Text("I guessed", "찍었음"),
    Text("counts as not known: the card comes back soon", "모르는 것으로 치고 곧 다시 묻습니다"),
    Text("I was wrong", "내가 틀림"),
    Text(
        "counts as not known, even though it was marked right", "맞았다고 채점됐어도 마찬가지입니다"
    ),
    Text("Undo that", "그 말 취소"),
    Text("what you last said about this answer", "이 답에 대해 마지막으로 말한 것"),
    Text("Suspend the question", "문제 보류"),
    Text("Suspend the card", "카드 보류"),
    Text("it is not asked until you undo this", "다시 되돌릴 때까지 묻지 않습니다"),
    Text("its questions are not asked until you undo this", "그때까지 딸린 문제를 묻지 않습니다"),
    Text("Ask the question again", "문제 다시 묻기"),
    Text("Ask about the card again", "카드 다시 묻기"),
    Text("it is suspended", "보류 중입니다"),
    Text("Report", "알리기"),
    Text("copies id, file and line, and the source", "id, 파일과 줄, 출처 주소를 복사합니다"),
    Text("Suspended", "보류한 것"),
    Text("{count} to restore", "되돌릴 것 {count}개"),
    Text("Copied for a report: {what}", "알릴 내용을 복사했습니다: {what}"),
    Text("Saved the note.", "메모를 저장했습니다."),
    Text("Note deleted.", "메모를 지웠습니다."),
    Text("Marked as a guess.", "찍은 것으로 기록했습니다."),
    Text("Marked as wrong.", "틀린 것으로 기록했습니다."),
    Text("Undone.", "취소했습니다."),
    Text("Suspended. More can undo it.", "보류했습니다. 더 보기에서 되돌립니다."),
    Text("It will be asked again.", "다시 묻습니다."),
    Text("Nothing is suspended.", "보류한 것이 없습니다."),
    Text("F8 saves, Esc leaves the note as it was", "F8 저장, Esc 그대로 두기"),
    Text(
        "Not saved yet. F8 saves, Esc again discards what you typed",
        "아직 저장하지 않았습니다. F8 저장, Esc를 한 번 더 누르면 입력한 내용을 버립니다",
    ),
)
