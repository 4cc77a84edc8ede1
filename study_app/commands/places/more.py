"""The commands of the More menu and of the list of suspended items."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

CHOOSE = Command(
    "more.choose",
    ("enter",),
    Text("choose", "고르기"),
    Text("Run the action under the cursor.", "커서가 있는 것을 합니다."),
)
CHOOSE_NUMBER = Command(
    "more.number",
    ("1", "2", "3", "4", "5", "6", "7"),
    Text("choose", "고르기"),
    Text("Run the action with this number.", "이 번호의 것을 합니다."),
    passes_key=True,
)
MORE_MENU = Place("more", Text("More", "더 보기"), (CHOOSE, CHOOSE_NUMBER))

SAVE_NOTE = Command(
    "note.save",
    ("f8", "ctrl+o"),
    Text("save", "저장"),
    Text("Save the note; an empty note is deleted.", "메모를 저장합니다. 비우면 지웁니다."),
)
NOTE_EDITOR = Place("note", Text("Note", "메모"), (SAVE_NOTE,))

PUT_BACK = Command(
    "suspended.put-back",
    ("enter", "x"),
    Text("ask it again", "다시 묻기"),
    Text(
        "Restore what is under the cursor, so that it is asked again.",
        "커서가 있는 것을 다시 묻게 합니다.",
    ),
)
SUSPENDED = Place("suspended", Text("Suspended", "보류"), (PUT_BACK,))
