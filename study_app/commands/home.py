"""The commands of home and of the list of topics."""

from study_app.commands.command import Command


class GoOn(Command):
    """Start the best next session, or resume the last."""

    id = "home.go-on"
    keys = ("enter",)
    label = "go on"
    korean = ("계속", "알맞은 다음 학습을 시작하거나 멈춘 학습을 잇습니다.")


class StartAnew(Command):
    """End the session that was left, and start the next one."""

    id = "home.start-anew"
    keys = ("n", "f8")
    label = "start anew"
    korean = ("새로 시작", "멈춘 학습을 끝내고 다음 학습을 시작합니다.")


class Topics(Command):
    """List the topics, to search and to choose from."""

    id = "home.topics"
    keys = ("t", "slash", "f2")
    label = "topics"
    korean = ("주제", "주제 목록에서 검색하고 고릅니다.")


class ReadCards(Command):
    """Read the cards of the topic."""

    id = "home.cards"
    keys = ("c", "f5")
    label = "cards"
    korean = ("카드", "이 주제의 카드를 읽습니다.")


class OpenLab(Command):
    """Open the lab: watch Amazon ECS work, step by step."""

    id = "home.lab"
    keys = ("l", "f4")
    label = "lab"
    korean = ("실험실", "실험실을 엽니다. Amazon ECS의 동작을 단계별로 봅니다.")


class Leave(Command):
    """Leave the app. Everything is saved already."""

    id = "home.leave"
    keys = ("q",)
    label = "quit"
    korean = ("종료", "앱을 끝냅니다. 모두 이미 저장되어 있습니다.")


class QuizTopic(Command):
    """Start a quiz on the chosen topic."""

    id = "topics.quiz"
    keys = ("enter",)
    label = "quiz"
    korean = ("퀴즈", "고른 주제로 퀴즈를 시작합니다.")


class TopicCards(Command):
    """Read the cards of the chosen topic."""

    id = "topics.cards"
    keys = ("f5", "ctrl+d")
    label = "cards"
    korean = ("카드", "고른 주제의 카드를 읽습니다.")
