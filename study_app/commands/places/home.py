"""The commands of home and of the list of topics."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

GO_ON = Command(
    "home.go-on",
    ("enter",),
    Text("start", "시작"),
    Text(
        "Start what is due today, or resume the last session.",
        "오늘 할 것을 시작하거나 멈춘 학습을 잇습니다.",
    ),
)
START_ANEW = Command(
    "home.start-anew",
    ("n", "f8"),
    Text("new session", "새 학습"),
    Text(
        "Start what is due today; the unfinished session is kept.",
        "오늘 할 것을 시작합니다. 멈춘 학습은 그대로 기다립니다.",
    ),
)
SET_PLAN = Command(
    "home.plan",
    ("d", "f9"),
    Text("exam date", "시험 날짜"),
    Text(
        "Set exam, date and minutes a day; see whether the time is enough.",
        "시험, 날짜, 하루 시간을 정하고 시간이 충분한지 봅니다.",
    ),
)
WEAKEST = Command(
    "home.weakest",
    ("w", "f3"),
    Text("weakest", "약한 역량"),
    Text(
        "Practice the skill that you get right least often.",
        "맞은 비율이 가장 낮은 역량을 연습합니다.",
    ),
)
ROW = Command(
    "home.row",
    ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
    Text("open", "열기"),
    Text("Open this row of the list.", "목록의 이 줄을 엽니다."),
    passes_key=True,
)
PRACTICE = Command(
    "home.practice",
    ("x",),
    Text("practice", "연습"),
    Text(
        "Practice by domain, topic or kind of question.",
        "도메인, 주제, 문제 유형을 골라 연습합니다.",
    ),
    in_footer=False,
)
MISSED = Command(
    "home.missed",
    ("m",),
    Text("missed", "틀린 문제"),
    Text("List the questions you missed on the last try.", "마지막에 틀린 문제를 봅니다."),
    in_footer=False,
)
FLAGGED = Command(
    "home.flagged",
    ("f",),
    Text("flagged", "표시한 문제"),
    Text("List the questions that you flagged.", "표시한 문제를 봅니다."),
    in_footer=False,
)
TOPICS = Command(
    "home.topics",
    ("t", "f2"),
    Text("topics", "주제"),
    Text("List the topics to search and choose from.", "주제 목록에서 검색하고 고릅니다."),
    in_footer=False,
)
SEARCH = Command(
    "home.search",
    ("slash",),
    Text("search", "검색"),
    Text("Search all cards and questions.", "모든 카드와 문제를 검색합니다."),
    in_footer=False,
)
OPEN_LAB = Command(
    "home.lab",
    ("l", "f4"),
    Text("lab", "실험실"),
    Text(
        "Open the lab: watch Amazon ECS work, step by step.",
        "실험실을 엽니다. Amazon ECS의 동작을 단계별로 봅니다.",
    ),
    in_footer=False,
)
UNFINISHED = Command(
    "home.unfinished",
    ("r",),
    Text("unfinished", "멈춘 학습"),
    Text(
        "List the sessions you can resume.",
        "이어서 할 수 있는 학습을 봅니다.",
    ),
    in_footer=False,
)
OPEN_PROGRESS = Command(
    "home.progress",
    ("p",),
    Text("progress", "학습 현황"),
    Text(
        "Show your habits, your mistakes and the map of skills.",
        "학습 습관, 헷갈린 것, 역량 지도를 봅니다.",
    ),
    in_footer=False,
)
MOCK_EXAM = Command(
    "home.exam",
    ("e", "f10"),
    Text("mock exam", "모의시험"),
    Text("Take a mock exam, or resume the paused one.", "모의시험을 보거나 멈춘 시험을 잇습니다."),
    in_footer=False,
)
TELL_OUTCOME = Command(
    "home.outcome",
    ("o", "f12"),
    Text("outcome", "시험 결과"),
    Text(
        "Record how the exam went, once its date has passed.",
        "시험 날짜가 지나면 어떻게 되었는지 적습니다.",
    ),
    in_footer=False,
)
LISTED = (
    TELL_OUTCOME,
    PRACTICE,
    MOCK_EXAM,
    FLAGGED,
    TOPICS,
    OPEN_PROGRESS,
    SEARCH,
    OPEN_LAB,
    MISSED,
    UNFINISHED,
)
"""The rows of home's list, in their order. The digit of its place opens each as well, so that a
new row needs no digit of its own."""

READ_CARDS = Command(
    "home.cards",
    ("c", "f5"),
    Text("cards", "카드"),
    Text("Read the cards on the topic that comes next.", "다음에 나올 주제의 카드를 읽습니다."),
    in_footer=False,
)
LEAVE = Command(
    "home.leave",
    ("q",),
    Text("quit", "종료"),
    Text(
        "Quit the app. Everything is already saved.", "앱을 끝냅니다. 모두 이미 저장되어 있습니다."
    ),
)
HOME = Place(
    "home",
    Text("Home", "홈"),
    (
        GO_ON,
        START_ANEW,
        SET_PLAN,
        WEAKEST,
        ROW,
        *LISTED,
        READ_CARDS,
        LEAVE,
    ),
)

QUIZ_TOPIC = Command(
    "topics.quiz",
    ("enter",),
    Text("quiz", "퀴즈"),
    Text("Start a quiz on the chosen topic.", "고른 주제로 퀴즈를 시작합니다."),
)
TOPIC_CARDS = Command(
    "topics.cards",
    ("f5", "ctrl+d"),
    Text("cards", "카드"),
    Text("Read the cards on the chosen topic.", "고른 주제의 카드를 읽습니다."),
)
TOPIC_LIST = Place(
    "topics",
    Text("Topics", "주제"),
    (
        QUIZ_TOPIC,
        TOPIC_CARDS,
    ),
)

QUIZ_LIST = Command(
    "list.quiz",
    ("enter",),
    Text("ask them", "풀기"),
    Text("Start a session with the questions in the list.", "목록의 문제로 학습을 시작합니다."),
)
UNFLAG = Command(
    "list.flag",
    ("f", "f3"),
    Text("flag", "표시"),
    Text(
        "Flag the question under the cursor, or remove its flag.",
        "커서가 있는 문제를 표시하거나 표시를 지웁니다.",
    ),
)
QUESTION_LIST = Place(
    "list",
    Text("Missed and flagged", "틀린 문제와 표시한 문제"),
    (
        QUIZ_LIST,
        UNFLAG,
    ),
)

RESUME = Command(
    "sessions.resume",
    ("enter",),
    Text("resume", "이어서 하기"),
    Text("Resume the chosen session.", "고른 학습을 이어서 합니다."),
)
END_SESSION = Command(
    "sessions.end",
    ("x", "delete", "f8"),
    Text("end it", "끝내기"),
    Text(
        "End the chosen session for good; press twice to confirm.",
        "고른 학습을 아주 끝냅니다. 두 번 눌러야 끝납니다.",
    ),
)
SESSIONS = Place(
    "sessions",
    Text("Unfinished sessions", "멈춘 학습"),
    (
        RESUME,
        END_SESSION,
    ),
)
