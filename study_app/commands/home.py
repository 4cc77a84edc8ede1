"""The commands of home and of the list of topics."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

GO_ON = Command(
    "home.go-on",
    ("enter",),
    Text("go on", "계속"),
    Text(
        "Start the best next session, or resume the last.",
        "알맞은 다음 학습을 시작하거나 멈춘 학습을 잇습니다.",
    ),
)
START_ANEW = Command(
    "home.start-anew",
    ("n", "f8"),
    Text("start anew", "새로 시작"),
    Text(
        "End the session that was left, and start the next one.",
        "멈춘 학습을 끝내고 다음 학습을 시작합니다.",
    ),
)
TOPICS = Command(
    "home.topics",
    ("t", "slash", "f2"),
    Text("topics", "주제"),
    Text("List the topics, to search and to choose from.", "주제 목록에서 검색하고 고릅니다."),
)
READ_CARDS = Command(
    "home.cards",
    ("c", "f5"),
    Text("cards", "카드"),
    Text("Read the cards of the topic.", "이 주제의 카드를 읽습니다."),
)
OPEN_LAB = Command(
    "home.lab",
    ("l", "f4"),
    Text("lab", "실험실"),
    Text(
        "Open the lab: watch Amazon ECS work, step by step.",
        "실험실을 엽니다. Amazon ECS의 동작을 단계별로 봅니다.",
    ),
)
LEAVE = Command(
    "home.leave",
    ("q",),
    Text("quit", "종료"),
    Text(
        "Leave the app. Everything is saved already.", "앱을 끝냅니다. 모두 이미 저장되어 있습니다."
    ),
)
HOME = Place(
    "home",
    Text("Home", "홈"),
    (
        GO_ON,
        START_ANEW,
        TOPICS,
        READ_CARDS,
        OPEN_LAB,
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
    Text("Read the cards of the chosen topic.", "고른 주제의 카드를 읽습니다."),
)
TOPIC_LIST = Place(
    "topics",
    Text("Topics", "주제"),
    (
        QUIZ_TOPIC,
        TOPIC_CARDS,
    ),
)
