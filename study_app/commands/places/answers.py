"""The commands that give an answer."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

CURSOR_UP = Command(
    "answer.up",
    ("up", "k"),
    Text("up", "위"),
    Text("Go one line up.", "한 줄 위로 갑니다."),
    in_footer=False,
)
CURSOR_DOWN = Command(
    "answer.down",
    ("down", "j"),
    Text("down", "아래"),
    Text("Go one line down.", "한 줄 아래로 갑니다."),
    in_footer=False,
)
NUMBER = Command(
    "answer.number",
    ("1", "2", "3", "4", "5", "6"),
    Text("choose", "선택"),
    Text(
        "Choose the option with this number; in an ordering, put this item next.",
        "이 번호의 보기를 고릅니다. 순서 문제에서는 다음 자리에 놓습니다.",
    ),
    passes_key=True,
)
TOGGLE = Command(
    "answer.toggle-choice",
    ("space",),
    Text("choose", "선택"),
    Text(
        "Choose the option under the cursor, or undo the choice.",
        "커서가 있는 보기를 고르거나 선택을 취소합니다.",
    ),
    in_footer=False,
)
LETTER = Command(
    "answer.letter",
    ("a", "b", "c", "d", "e"),
    Text("join", "짝짓기"),
    Text(
        "Match the line under the cursor with the text of this letter.",
        "커서가 있는 줄을 이 글자의 항목과 짝짓습니다.",
    ),
    passes_key=True,
)
NEXT_LETTER = Command(
    "answer.next-letter",
    ("right",),
    Text("next letter", "다음 글자"),
    Text(
        "Match the line under the cursor with the next text on the right.",
        "커서가 있는 줄을 오른쪽의 다음 항목과 짝짓습니다.",
    ),
    in_footer=False,
)
PREVIOUS_LETTER = Command(
    "answer.previous-letter",
    ("left",),
    Text("previous letter", "앞 글자"),
    Text(
        "Match the line under the cursor with the previous text on the right.",
        "커서가 있는 줄을 오른쪽의 앞 항목과 짝짓습니다.",
    ),
    in_footer=False,
)
ANSWERS = Place(
    "answer",
    Text("Answers", "답"),
    (
        CURSOR_UP,
        CURSOR_DOWN,
        NUMBER,
        TOGGLE,
        LETTER,
        NEXT_LETTER,
        PREVIOUS_LETTER,
    ),
)
