"""The commands of the mock exam: its start, its questions, the grid, the result."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

BEGIN_EXAM = Command(
    "mock.begin",
    ("enter",),
    Text("start", "시작"),
    Text("Start the exam, or resume the paused one.", "시험을 시작하거나 멈춘 시험을 잇습니다."),
)
NEW_EXAM = Command(
    "mock.anew",
    ("n", "f8"),
    Text("new exam", "새 시험"),
    Text(
        "Start another exam and give up the paused one; press twice to confirm.",
        "멈춘 시험을 그만두고 새로 시작합니다. 두 번 눌러야 시작합니다.",
    ),
)
NEXT_VALUE = Command(
    "mock.next-value",
    ("right", "space"),
    Text("change", "바꾸기"),
    Text("Pick the next value in the row under the cursor.", "커서가 있는 줄의 값을 바꿉니다."),
)
PREVIOUS_VALUE = Command(
    "mock.previous-value",
    ("left",),
    Text("back", "이전 값"),
    Text(
        "Pick the previous value in the row under the cursor.",
        "커서가 있는 줄의 값을 거꾸로 바꿉니다.",
    ),
    in_footer=False,
)
EXAM_START = Place(
    "mock",
    Text("Starting a mock exam", "모의시험 시작"),
    (BEGIN_EXAM, NEW_EXAM, NEXT_VALUE, PREVIOUS_VALUE),
)

NEXT_QUESTION = Command(
    "exam.next",
    ("enter",),
    Text("next", "다음"),
    Text(
        "Go to the next question, once this one is answered.", "답을 고른 다음 다음 문제로 갑니다."
    ),
)
TURN_FORWARD = Command(
    "exam.forward",
    ("right",),
    Text("forward", "다음 문제"),
    Text("Go to the next question.", "다음 문제로 갑니다."),
    in_footer=False,
)
TURN_BACK = Command(
    "exam.backward",
    ("left",),
    Text("back", "앞 문제"),
    Text("Go to the previous question.", "앞 문제로 갑니다."),
    in_footer=False,
)
STRIKE = Command(
    "exam.strike",
    ("x", "backspace"),
    Text("strike", "줄 긋기"),
    Text(
        "Strike out the option under the cursor, or undo that.",
        "커서가 있는 보기에 줄을 긋거나 지웁니다.",
    ),
)
FLAG_QUESTION = Command(
    "exam.flag",
    ("f", "f3"),
    Text("flag", "표시"),
    Text("Flag the question to come back to it.", "나중에 돌아올 문제로 표시합니다."),
)
OPEN_GRID = Command(
    "exam.grid",
    ("g", "f2"),
    Text("grid", "전체 문제"),
    Text("Show all questions, and submit from there.", "모든 문제를 보고, 거기서 제출합니다."),
)
HIDE_TIME = Command(
    "exam.time",
    ("t", "f4"),
    Text("time", "시간"),
    Text("Hide the time, or show it again.", "시간을 숨기거나 다시 보입니다."),
)
TAKE_NOTE = Command(
    "exam.note",
    ("m", "f10"),
    Text("note", "메모"),
    Text("Write a note on the question.", "문제에 메모를 남깁니다."),
)
PAUSE = Command(
    "exam.pause",
    ("escape",),
    Text("pause", "멈춤"),
    Text("Pause the exam: the clock stops.", "시험을 멈춥니다. 시계도 멈춥니다."),
)
EXAM = Place(
    "exam",
    Text("Mock exam", "모의시험"),
    (
        NEXT_QUESTION,
        TURN_FORWARD,
        TURN_BACK,
        STRIKE,
        FLAG_QUESTION,
        OPEN_GRID,
        HIDE_TIME,
        TAKE_NOTE,
        PAUSE,
    ),
)

GO_TO_QUESTION = Command(
    "grid.open",
    ("enter",),
    Text("go there", "그 문제로"),
    Text("Go to the question under the cursor.", "커서가 있는 문제로 갑니다."),
)
LEFT_IN_GRID = Command(
    "grid.left",
    ("left",),
    Text("left", "왼쪽"),
    Text("Go one question back.", "이전 문제로 갑니다."),
    in_footer=False,
)
RIGHT_IN_GRID = Command(
    "grid.right",
    ("right",),
    Text("right", "오른쪽"),
    Text("Go one question forward.", "다음 문제로 갑니다."),
    in_footer=False,
)
NEXT_OPEN = Command(
    "grid.next-open",
    ("tab",),
    Text("next blank", "다음 빈 문제"),
    Text("Go to the next question without an answer.", "답하지 않은 다음 문제로 갑니다."),
)
FLAG_IN_GRID = Command(
    "grid.flag",
    ("f", "f3"),
    Text("flag", "표시"),
    Text("Flag the question under the cursor.", "커서가 있는 문제를 표시합니다."),
)
SUBMIT = Command(
    "grid.submit",
    ("s", "f8"),
    Text("submit", "제출"),
    Text("Submit the exam; press twice to confirm.", "시험을 제출합니다. 두 번 눌러야 제출합니다."),
)
HIDE_TIME_IN_GRID = Command(
    "grid.time",
    ("t", "f4"),
    Text("time", "시간"),
    Text("Hide the time, or show it again.", "시간을 숨기거나 다시 보입니다."),
)
GRID = Place(
    "grid",
    Text("All questions of an exam", "시험의 전체 문제"),
    (
        GO_TO_QUESTION,
        LEFT_IN_GRID,
        RIGHT_IN_GRID,
        NEXT_OPEN,
        FLAG_IN_GRID,
        SUBMIT,
        HIDE_TIME_IN_GRID,
    ),
)

SHOW_WRONG = Command(
    "score.wrong",
    ("enter",),
    Text("review missed", "틀린 문제"),
    Text("Review what was not right.", "맞지 않은 문제를 다시 봅니다."),
)
SEND_MISSES = Command(
    "score.reviews",
    ("1", "r", "f5"),
    Text("ask again", "다시 풀기"),
    Text("Add the missed questions to today's reviews.", "틀린 문제를 오늘 복습으로 다시 풉니다."),
)
PRACTICE_WEAKEST = Command(
    "score.weakest",
    ("2", "p", "f9"),
    Text("weakest domain", "약한 도메인"),
    Text(
        "Practice the domain where you missed the most questions.",
        "가장 많이 틀린 도메인을 연습합니다.",
    ),
)
SHOW_ALL = Command(
    "score.all",
    ("3", "a", "f4"),
    Text("all", "모두"),
    Text("Review all answers.", "모든 답을 다시 봅니다."),
)
EXAM_TO_HOME = Command(
    "score.home",
    ("escape", "4"),
    Text("home", "홈"),
    Text("Go to the home screen.", "홈 화면으로 갑니다."),
)
SHOW_FLAGGED = Command(
    "score.flagged",
    ("5", "f", "f3"),
    Text("flagged", "표시한 문제"),
    Text("Review the flagged questions.", "표시한 문제를 다시 봅니다."),
)
SHOW_SLOW = Command(
    "score.slow",
    ("6", "s", "f8"),
    Text("slow", "느린 문제"),
    Text("Review what took more than two minutes.", "2분을 넘긴 문제를 다시 봅니다."),
)
EXAM_RESULT = Place(
    "score",
    Text("Result of an exam", "시험 결과"),
    (
        SHOW_WRONG,
        SEND_MISSES,
        PRACTICE_WEAKEST,
        SHOW_ALL,
        SHOW_FLAGGED,
        SHOW_SLOW,
        EXAM_TO_HOME,
    ),
)
