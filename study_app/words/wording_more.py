"""What notes, suspending and reports say, in English and Korean."""

from collections.abc import Mapping
from typing import Final

MORE: Final[Mapping[str, str]] = {
    "More": "더 보기",
    "Your note": "내 메모",
    "Write a note": "메모 쓰기",
    "Edit the note": "메모 고치기",
    "Markdown, shown with it, searchable": "Markdown. 함께 보이고 검색됩니다",
    "I guessed": "찍었음",
    "as if not known: the card comes back soon": "모르는 것으로 치고 곧 다시 묻습니다",
    "I was wrong": "내가 틀림",
    "the same, although it was marked right": "맞았다고 채점됐어도 마찬가지입니다",
    "Take that back": "그 말 취소",
    "what you said of this answer last": "이 답에 대해 마지막으로 말한 것",
    "Suspend the question": "문제 보류",
    "Suspend the card": "카드 보류",
    "it is not asked until you take it back": "다시 되돌릴 때까지 묻지 않습니다",
    "none of its questions is asked until then": "그때까지 딸린 문제를 묻지 않습니다",
    "Ask the question again": "문제 다시 묻기",
    "Ask about the card again": "카드 다시 묻기",
    "it is suspended": "보류 중입니다",
    "Report": "알리기",
    "copies id, file and line, and the source": "id, 파일과 줄, 출처 주소를 복사합니다",
    "Suspended": "보류한 것",
    "{count} to take back": "되돌릴 것 {count}개",
    "Copied for a report: {what}": "알릴 내용을 복사했습니다: {what}",
    "Saved the note.": "메모를 저장했습니다.",
    "Took the note away.": "메모를 지웠습니다.",
    "Noted: you guessed.": "찍은 것으로 기록했습니다.",
    "Noted: you were wrong.": "틀린 것으로 기록했습니다.",
    "Taken back.": "취소했습니다.",
    "Suspended. More shows what is, to take it back.": (
        "보류했습니다. 더 보기에서 되돌릴 수 있습니다."
    ),
    "It is asked again.": "다시 묻습니다.",
    "The answer is {key}": "정답: {key}",
    "off": "꺼짐",
    "Nothing is suspended.": "보류한 것이 없습니다.",
    "F8 saves, Esc leaves the note as it was": "F8 저장, Esc 그대로 두기",
}
