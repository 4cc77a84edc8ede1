"""The commands of the practice picker."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

START_READY = Command(
    "practice.ready",
    ("1", "2", "3", "4", "5"),
    Text("start", "시작"),
    Text("Start the ready-made practice with this number.", "이 번호의 연습을 바로 시작합니다."),
    passes_key=True,
)
START_PICKED = Command(
    "practice.start",
    ("enter",),
    Text("start", "시작"),
    Text("Start the practice under the cursor.", "커서가 있는 연습을 시작합니다."),
)
NEXT_VALUE = Command(
    "practice.next",
    ("right", "space"),
    Text("change", "바꾸기"),
    Text("Pick the next value in the row.", "줄의 다음 값을 고릅니다."),
)
PREVIOUS_VALUE = Command(
    "practice.previous",
    ("left", "backspace"),
    Text("change back", "거꾸로 바꾸기"),
    Text("Pick the previous value in the row.", "줄의 앞 값을 고릅니다."),
    in_footer=False,
)
PRACTICE_PICKER = Place(
    "practice",
    Text("Practice", "연습"),
    (START_READY, START_PICKED, NEXT_VALUE, PREVIOUS_VALUE),
)
