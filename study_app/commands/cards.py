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
    Text("Go to the card before.", "앞 카드로 갑니다."),
)
ASK_CARD = Command(
    "cards.questions",
    ("enter", "a"),
    Text("its questions", "이 카드의 문제"),
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
    ("backspace", "comma", "f9"),
    Text("step back", "한 단계 뒤로"),
    Text("Go one step back in the worked example.", "예제에서 한 단계 뒤로 갑니다."),
)
CARD_LAB = Command(
    "cards.lab",
    ("l", "f4"),
    Text("lab", "실험실"),
    Text("Open the worked example of this card in the lab.", "이 카드의 예제를 실험실에서 엽니다."),
)
CARD_READER = Place(
    "cards",
    Text("Cards", "카드"),
    (
        NEXT_CARD,
        PREVIOUS_CARD,
        ASK_CARD,
        STEP_FORWARD,
        STEP_BACK,
        CARD_LAB,
    ),
)
