"""The commands of Progress and of the map of skills."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

SHOW_PAGE = Command(
    "progress.page",
    ("1", "2", "3"),
    Text("page", "쪽"),
    Text("Show the page with this number.", "이 번호의 쪽을 봅니다."),
    passes_key=True,
)
OPEN_MAP = Command(
    "progress.map",
    ("m", "f2"),
    Text("map of skills", "역량 지도"),
    Text(
        "Show how well each domain, task and skill of the exam is known.",
        "시험의 도메인, 작업, 역량을 얼마나 아는지 봅니다.",
    ),
)
PRACTICE_WEAKEST = Command(
    "progress.weakest",
    ("p", "f3"),
    Text("what helps most", "가장 도움이 되는 연습"),
    Text(
        (
            "Practice the skill that raises your chance most, or, below 20 answers, the one "
            "you know least."
        ),
        "합격 가능성을 가장 높이는 역량을 연습합니다. 답이 20개가 안 되면 가장 모르는 역량입니다.",
    ),
)
PRACTICE_BOTH = Command(
    "progress.both",
    ("enter",),
    Text("practice both", "둘 다 연습"),
    Text(
        "Practice the two that you mixed up.",
        "서로 헷갈린 둘을 함께 연습합니다.",
    ),
)
PROGRESS_PAGES = Place(
    "progress",
    Text("Progress", "학습 현황"),
    (
        SHOW_PAGE,
        OPEN_MAP,
        PRACTICE_WEAKEST,
        PRACTICE_BOTH,
    ),
)

PRACTICE_PART = Command(
    "skills.practice",
    ("enter",),
    Text("practice", "연습"),
    Text("Practice the task or skill under the cursor.", "커서가 있는 작업이나 역량을 연습합니다."),
)
NEXT_SKILL = Command(
    "skills.next",
    ("right",),
    Text("skills", "역량"),
    Text("Open the skills of the task, then go to the next skill.", "작업의 다음 역량으로 갑니다."),
)
PREVIOUS_SKILL = Command(
    "skills.previous",
    ("left",),
    Text("back to the task", "작업으로"),
    Text("Go to the previous skill, then back to the task.", "앞 역량으로, 다시 작업으로 갑니다."),
    in_footer=False,
)
GO_TO_DOMAIN = Command(
    "skills.domain",
    ("1", "2", "3", "4"),
    Text("domain", "도메인"),
    Text("Go to the domain with this number.", "이 번호의 도메인으로 갑니다."),
    passes_key=True,
)
SKILL_CARDS = Command(
    "skills.cards",
    ("c", "f5"),
    Text("cards", "카드"),
    Text("Read the cards of the task or skill.", "작업이나 역량의 카드를 읽습니다."),
)
SKILLS = Place(
    "skills",
    Text("Map of skills", "역량 지도"),
    (
        PRACTICE_PART,
        NEXT_SKILL,
        PREVIOUS_SKILL,
        GO_TO_DOMAIN,
        SKILL_CARDS,
    ),
)
