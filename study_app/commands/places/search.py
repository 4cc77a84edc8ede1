"""The commands of search."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

OPEN_FOUND = Command(
    "search.open",
    ("enter",),
    Text("open", "열기"),
    Text("Read the card, or answer the question.", "카드를 읽거나 문제를 풉니다."),
)
CARDS_ONLY = Command(
    "search.cards",
    ("f2",),
    Text("cards only", "카드만"),
    Text("Show cards only, or everything again.", "카드만 보거나 다시 모두 봅니다."),
)
QUESTIONS_ONLY = Command(
    "search.questions",
    ("f3",),
    Text("questions only", "문제만"),
    Text("Show questions only, or everything again.", "문제만 보거나 다시 모두 봅니다."),
)
LEAVE_SEARCH = Command(
    "search.leave",
    ("escape",),
    Text("clear, then back", "지우기, 뒤로"),
    Text("Clear what was typed, then go back.", "입력을 지우고, 그다음 뒤로 갑니다."),
)
SEARCHING = Place(
    "search",
    Text("Search", "검색"),
    (OPEN_FOUND, CARDS_ONLY, QUESTIONS_ONLY, LEAVE_SEARCH),
)
