"""The commands of the plan: exam, date, minutes a day."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

TYPE_VALUE = Command(
    "plan.type",
    ("enter",),
    Text("type it", "입력"),
    Text(
        "Type the date or the minutes, or go to the next value.",
        "날짜나 시간을 입력하거나 다음 값으로 바꿉니다.",
    ),
)
LESS = Command(
    "plan.less",
    ("left", "minus"),
    Text("less", "줄이기"),
    Text("Go to the previous value, one day earlier.", "이전 값으로, 날짜는 하루 이르게 바꿉니다."),
)
MORE = Command(
    "plan.more",
    ("right", "plus"),
    Text("more", "늘리기"),
    Text("Go to the next value, one day later.", "다음 값으로, 날짜는 하루 늦게 바꿉니다."),
)
CLEAR = Command(
    "plan.clear",
    ("delete", "backspace"),
    Text("no date", "날짜 없음"),
    Text("Plan without an exam date.", "시험 날짜 없이 계획합니다."),
)
REMEDY = Command(
    "plan.remedy",
    ("1", "2"),
    Text("take this", "이대로 바꾸기"),
    Text(
        "If time is short: switch to the minutes or the date that would be enough.",
        "시간이 모자랄 때 충분한 시간이나 날짜로 바꿉니다.",
    ),
    passes_key=True,
)
PLAN = Place(
    "plan",
    Text("Exam and date", "시험과 날짜"),
    (TYPE_VALUE, LESS, MORE, CLEAR, REMEDY),
)
