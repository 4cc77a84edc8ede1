"""The commands of the card reader."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

NEXT_CARD = Command(
    "cards.next",
    ("right", "n"),
    Text("next", "다음"),
    Text("Go to the next card.", "다음 카드로 갑니다."),
)
PREVIOUS_CARD = Command(
    "cards.previous",
    ("left", "p"),
    Text("previous", "이전"),
    Text("Go to the previous card.", "앞 카드로 갑니다."),
)
ASK_CARD = Command(
    "cards.questions",
    ("enter", "a"),
    Text("answer them", "문제 풀기"),
    Text("Answer the questions of this card.", "이 카드에 딸린 문제를 풉니다."),
)
STEP_FORWARD = Command(
    "cards.step-forward",
    ("space", "full_stop", "f8"),
    Text("step", "한 단계"),
    Text("Show the next step of the worked example.", "예제의 다음 단계를 보여 줍니다."),
)
STEP_BACK = Command(
    "cards.step-back",
    ("backspace", "comma"),
    Text("step back", "한 단계 뒤로"),
    Text("Go one step back in the worked example.", "예제에서 한 단계 뒤로 갑니다."),
)
CARD_LAB = Command(
    "cards.lab",
    ("l", "f9", "f4"),
    Text("lab", "실험실"),
    Text("Open the worked example of this card in the lab.", "이 카드의 예제를 실험실에서 엽니다."),
)
CARD_SOURCE = Command(
    "cards.source",
    ("w", "f12"),
    Text("source", "출처"),
    Text(
        "Open the page that confirms this, or copy its address.",
        "이 내용을 확인한 문서를 열거나 주소를 복사합니다.",
    ),
)
CARD_MORE = Command(
    "cards.more",
    ("m", "f10"),
    Text("more", "더 보기"),
    Text("Write a note, suspend the card, or report it.", "메모를 쓰거나 보류하거나 알립니다."),
)
JUMP = Command(
    "cards.jump",
    tuple("123456789"),
    Text("jump", "이동"),
    Text("Go to the card with this number.", "이 번호의 카드로 갑니다."),
    passes_key=True,
)
CARD_READER = Place(
    "cards",
    Text("Cards", "카드"),
    (
        NEXT_CARD,
        PREVIOUS_CARD,
        JUMP,
        ASK_CARD,
        STEP_FORWARD,
        STEP_BACK,
        CARD_SOURCE,
        CARD_LAB,
        CARD_MORE,
    ),
)
