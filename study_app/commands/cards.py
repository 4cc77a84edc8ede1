"""The commands of the card reader."""

from study_app.commands.command import Command


class NextCard(Command):
    """Go to the next card."""

    id = "cards.next"
    keys = ("right", "n")
    label = "next"
    korean = ("다음", "다음 카드로 갑니다.")


class PreviousCard(Command):
    """Go to the card before."""

    id = "cards.previous"
    keys = ("left", "p")
    label = "previous"
    korean = ("이전", "앞 카드로 갑니다.")


class AskCard(Command):
    """Answer the questions of this card."""

    id = "cards.questions"
    keys = ("enter", "a")
    label = "its questions"
    korean = ("이 카드의 문제", "이 카드에 딸린 문제를 풉니다.")


class StepForward(Command):
    """Show the next step of the worked example."""

    id = "cards.step-forward"
    keys = ("space", "full_stop", "f8")
    label = "step"
    korean = ("한 단계", "예제의 다음 단계를 보여 줍니다.")


class StepBack(Command):
    """Go one step back in the worked example."""

    id = "cards.step-back"
    keys = ("backspace", "comma", "f9")
    label = "step back"
    korean = ("한 단계 뒤로", "예제에서 한 단계 뒤로 갑니다.")


class CardLab(Command):
    """Open the worked example of this card in the lab."""

    id = "cards.lab"
    keys = ("l", "f4")
    label = "lab"
    korean = ("실험실", "이 카드의 예제를 실험실에서 엽니다.")
