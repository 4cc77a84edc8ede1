"""The commands of a session, of its result and of its review."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

ANSWER = Command(
    "quiz.answer",
    ("enter",),
    Text("answer", "답하기"),
    Text("Submit the answer.", "답을 제출합니다."),
)
CONTINUE = Command(
    "quiz.continue",
    ("enter", "right"),
    Text("next question", "다음 문제"),
    Text("Go to the next question.", "다음 문제로 갑니다."),
)
HINT = Command(
    "quiz.hint",
    ("h", "f2"),
    Text("hint", "힌트"),
    Text("Show a hint, if the question has one.", "문제에 힌트가 있으면 보여 줍니다."),
)
FLAG = Command(
    "quiz.flag",
    ("f", "f3"),
    Text("flag", "표시"),
    Text("Flag the question to look at again later.", "나중에 다시 볼 문제로 표시합니다."),
)
SKIP = Command(
    "quiz.skip",
    ("s", "f4"),
    Text("skip", "건너뛰기"),
    Text("Leave the question unanswered.", "답하지 않고 건너뜁니다."),
)
SHOW_CARD = Command(
    "quiz.card",
    ("c", "f5"),
    Text("card", "카드"),
    Text("Read the card that teaches this question.", "이 문제를 설명하는 카드를 읽습니다."),
)
QUIZ_LAB = Command(
    "quiz.lab",
    ("l", "f9"),
    Text("lab", "실험실"),
    Text("Open what this question is about in the lab.", "이 문제의 사례를 실험실에서 엽니다."),
)
UNDO = Command(
    "quiz.undo",
    ("u", "ctrl+z"),
    Text("undo", "되돌리기"),
    Text(
        "Undo the last answer and ask its question again.",
        "마지막 답을 되돌리고 그 문제를 다시 묻습니다.",
    ),
)
SOURCE = Command(
    "quiz.source",
    ("w", "f12"),
    Text("source", "출처"),
    Text(
        "Open the page that confirms this, or copy its address.",
        "이 내용을 확인한 문서를 열거나 주소를 복사합니다.",
    ),
)
BETTER = Command(
    "quiz.better",
    ("plus",),
    Text("known better", "더 잘 앎"),
    Text(
        "Rate the answer one step better: the card comes back later.",
        "답을 한 단계 높게 평가합니다. 카드가 더 나중에 나옵니다.",
    ),
    in_footer=False,
)
WORSE = Command(
    "quiz.worse",
    ("minus",),
    Text("known worse", "덜 앎"),
    Text(
        "Rate the answer one step worse: the card comes back sooner.",
        "답을 한 단계 낮게 평가합니다. 카드가 더 일찍 나옵니다.",
    ),
    in_footer=False,
)
OVERRULE = Command(
    "quiz.overrule",
    ("o", "ctrl+o"),
    Text("I was right", "내가 맞음"),
    Text("Count the answer as right.", "내 답이 맞았다고 기록합니다."),
)
MORE = Command(
    "quiz.more",
    ("m", "f10"),
    Text("more", "더 보기"),
    Text(
        "Write a note, say that you guessed or were wrong, suspend, or report.",
        "메모를 쓰거나, 찍었거나 틀렸다고 하거나, 보류하거나, 알립니다.",
    ),
)
LEAVING = Command(
    "quiz.leave",
    ("escape",),
    Text("leave", "나가기"),
    Text(
        "Leave the session. It can be resumed from home.",
        "학습에서 나갑니다. 홈에서 이어서 할 수 있습니다.",
    ),
)
QUESTIONS = Place(
    "quiz",
    Text("Questions", "문제"),
    (
        ANSWER,
        CONTINUE,
        BETTER,
        WORSE,
        HINT,
        SKIP,
        FLAG,
        SHOW_CARD,
        SOURCE,
        QUIZ_LAB,
        UNDO,
        OVERRULE,
        MORE,
        LEAVING,
    ),
)

REVIEW_WRONG = Command(
    "result.review-wrong",
    ("enter",),
    Text("review missed", "틀린 문제"),
    Text("Review the answers that were not right.", "맞지 않은 답만 다시 봅니다."),
)
REVIEW_ALL = Command(
    "result.review-all",
    ("a", "3", "f4"),
    Text("all", "모두"),
    Text("Review all answers.", "모든 답을 다시 봅니다."),
)
RETRY_MISSED = Command(
    "result.retry",
    ("r", "2", "f5"),
    Text("ask again", "다시 풀기"),
    Text(
        "Ask the missed questions again in a new session.",
        "틀린 문제만 새 학습으로 다시 풉니다.",
    ),
)
NEXT_SESSION = Command(
    "result.next",
    ("n", "f8"),
    Text("next session", "다음 학습"),
    Text("Start what is left for today.", "오늘 남은 것을 시작합니다."),
)
GO_HOME = Command(
    "result.home",
    ("escape", "4", "f10"),
    Text("home", "홈"),
    Text("Go to the home screen.", "홈 화면으로 갑니다."),
)
RESULT = Place(
    "result",
    Text("Result", "결과"),
    (
        REVIEW_WRONG,
        REVIEW_ALL,
        RETRY_MISSED,
        NEXT_SESSION,
        GO_HOME,
    ),
)

NEXT_ANSWER = Command(
    "review.next",
    ("right", "enter", "n"),
    Text("next", "다음"),
    Text("Go to the next answer.", "다음 답으로 갑니다."),
)
PREVIOUS_ANSWER = Command(
    "review.previous",
    ("left", "p"),
    Text("previous", "이전"),
    Text("Go to the previous answer.", "앞 답으로 갑니다."),
)
OVERRULE_REVIEWED = Command(
    "review.overrule",
    ("o", "ctrl+o"),
    Text("I was right", "내가 맞음"),
    Text("Count this answer as right.", "이 답이 맞았다고 기록합니다."),
)
REVIEWED_CARD = Command(
    "review.card",
    ("c", "f5"),
    Text("card", "카드"),
    Text("Read the card that teaches this question.", "이 문제를 설명하는 카드를 읽습니다."),
)
REVIEWED_LAB = Command(
    "review.lab",
    ("l", "f9"),
    Text("lab", "실험실"),
    Text("Open what this question is about in the lab.", "이 문제의 사례를 실험실에서 엽니다."),
)
REVIEWED_SOURCE = Command(
    "review.source",
    ("w", "f12"),
    Text("source", "출처"),
    Text(
        "Open the page that confirms this, or copy its address.",
        "이 내용을 확인한 문서를 열거나 주소를 복사합니다.",
    ),
)
REVIEW = Place(
    "review",
    Text("Review", "다시 보기"),
    (
        NEXT_ANSWER,
        PREVIOUS_ANSWER,
        REVIEWED_CARD,
        REVIEWED_SOURCE,
        REVIEWED_LAB,
        OVERRULE_REVIEWED,
    ),
)
