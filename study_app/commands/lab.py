"""The commands of the lab and of the list of its scenarios."""

from study_app.commands.command import Command


class OpenScenario(Command):
    """Open the chosen scenario."""

    id = "scenarios.open"
    keys = ("enter",)
    label = "open"
    korean = ("열기", "고른 시나리오를 엽니다.")


class OpenOwnFile(Command):
    """Open a file of your own: cases, or JSON of the AWS CLI."""

    id = "scenarios.file"
    keys = ("f4", "ctrl+o")
    label = "own file"
    korean = ("내 파일", "내 파일을 엽니다. 시뮬레이터 사례나 AWS CLI의 JSON입니다.")


class Forward(Command):
    """Go one step forward."""

    id = "lab.forward"
    keys = ("right", "enter")
    label = "step"
    korean = ("다음", "한 단계 앞으로 갑니다.")


class Backward(Command):
    """Go one step back."""

    id = "lab.backward"
    keys = ("left", "backspace")
    label = "step back"
    korean = ("한 단계 뒤로", "한 단계 뒤로 갑니다.")


class Play(Command):
    """Play the steps one after the other, or pause."""

    id = "lab.play"
    keys = ("space", "f8")
    label = "play/pause"
    korean = ("재생/멈춤", "단계를 차례로 재생하거나 멈춥니다.")


class Faster(Command):
    """Play faster."""

    id = "lab.faster"
    keys = ("plus",)
    label = "faster"
    korean = ("빠르게", "더 빨리 재생합니다.")


class Slower(Command):
    """Play slower."""

    id = "lab.slower"
    keys = ("minus",)
    label = "slower"
    korean = ("느리게", "더 천천히 재생합니다.")


class ToEnd(Command):
    """Jump to the end."""

    id = "lab.to-end"
    keys = ("end", "G")
    label = "to the end"
    korean = ("끝으로", "마지막 단계로 갑니다.")


class ToStart(Command):
    """Jump to the start."""

    id = "lab.to-start"
    keys = ("home", "g")
    label = "start"
    korean = ("처음", "첫 단계로 갑니다.")
    in_footer = False


class Predict(Command):
    """Say what happens next before you see it."""

    id = "lab.predict"
    keys = ("p", "f3")
    label = "predict"
    korean = ("예측", "다음에 일어날 일을 먼저 맞혀 봅니다.")


class Edit(Command):
    """Edit the parameters and see the change at once; once more to close the form."""

    id = "lab.edit"
    keys = ("e", "f2")
    label = "edit"
    korean = ("편집", "값을 바꾸고 결과를 바로 봅니다. 다시 누르면 닫습니다.")


class Reset(Command):
    """Go back to the parameters that were opened."""

    id = "lab.reset"
    keys = ("r", "f5")
    label = "reset"
    korean = ("되돌리기", "처음 열었던 값으로 되돌립니다.")


class Beside(Command):
    """Let the case beside this one lead, to compare the two."""

    id = "lab.beside"
    keys = ("b", "f10")
    label = "compare"
    korean = ("비교", "옆의 사례와 자리를 바꾸어 비교합니다.")


class OpenFile(Command):
    """Open a file of your own: cases, or JSON of the AWS CLI laid over this case."""

    id = "lab.file"
    keys = ("o", "f4")
    label = "open"
    korean = ("열기", "내 파일을 엽니다. AWS CLI의 JSON은 이 사례 위에 얹습니다.")


class Save(Command):
    """Save this case to a new file."""

    id = "lab.save"
    keys = ("s", "f9")
    label = "save"
    korean = ("저장", "이 사례를 새 파일로 저장합니다.")


class CopyTrace(Command):
    """Copy the whole trace as Markdown."""

    id = "lab.copy"
    keys = ("c", "ctrl+y")
    label = "copy"
    korean = ("복사", "전체 추적을 Markdown으로 복사합니다.")


class GivePrediction(Command):
    """Give the prediction."""

    id = "lab.answer"
    keys = ("enter",)
    label = "answer"
    korean = ("답하기", "예측을 냅니다.")


class ScrollUp(Command):
    """Scroll the reasons up."""

    id = "lab.scroll-up"
    keys = ("up",)
    label = "scroll up"
    korean = ("위로", "이유를 위로 넘깁니다.")
    in_footer = False


class ScrollDown(Command):
    """Scroll the reasons down."""

    id = "lab.scroll-down"
    keys = ("down",)
    label = "scroll down"
    korean = ("아래로", "이유를 아래로 넘깁니다.")
    in_footer = False


class ClusterUp(Command):
    """Scroll a large cluster up."""

    id = "lab.cluster-up"
    keys = ("pageup",)
    label = "cluster up"
    korean = ("클러스터 위로", "큰 클러스터를 위로 넘깁니다.")
    in_footer = False


class ClusterDown(Command):
    """Scroll a large cluster down."""

    id = "lab.cluster-down"
    keys = ("pagedown",)
    label = "cluster down"
    korean = ("클러스터 아래로", "큰 클러스터를 아래로 넘깁니다.")
    in_footer = False


class LeaveLab(Command):
    """Close what is open beside the cluster, or go back to where you came from."""

    id = "lab.leave"
    keys = ("escape",)
    label = "back"
    korean = ("뒤로", "옆에 열린 것을 닫거나 이전 화면으로 돌아갑니다.")
