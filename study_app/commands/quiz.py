"""The commands of a session, of its result and of its review."""

from study_app.commands.command import Command


class Answer(Command):
    """Give the answer."""

    id = "quiz.answer"
    keys = ("enter",)
    label = "answer"
    korean = ("답하기", "답을 냅니다.")


class Continue(Command):
    """Go to the next question."""

    id = "quiz.continue"
    keys = ("enter", "right")
    label = "next"
    korean = ("다음", "다음 문제로 갑니다.")


class Hint(Command):
    """Show a hint, where the question has one."""

    id = "quiz.hint"
    keys = ("h", "f2")
    label = "hint"
    korean = ("힌트", "문제에 힌트가 있으면 보여 줍니다.")


class Flag(Command):
    """Mark the question, to look at it again later."""

    id = "quiz.flag"
    keys = ("f", "f3")
    label = "flag"
    korean = ("표시", "나중에 다시 볼 문제로 표시합니다.")


class Skip(Command):
    """Leave the question unanswered."""

    id = "quiz.skip"
    keys = ("s", "f4")
    label = "skip"
    korean = ("건너뛰기", "답하지 않고 건너뜁니다.")


class ShowCard(Command):
    """Read the card that teaches this question."""

    id = "quiz.card"
    keys = ("c", "f5")
    label = "card"
    korean = ("카드", "이 문제를 가르치는 카드를 읽습니다.")


class QuizLab(Command):
    """Open what this question is about in the lab."""

    id = "quiz.lab"
    keys = ("l", "f9")
    label = "lab"
    korean = ("실험실", "이 문제의 사례를 실험실에서 엽니다.")


class Undo(Command):
    """Take back the last answer and ask its question again."""

    id = "quiz.undo"
    keys = ("u", "ctrl+z")
    label = "undo"
    korean = ("되돌리기", "마지막 답을 되돌리고 그 문제를 다시 묻습니다.")


class Overrule(Command):
    """Count the answer as right: I was right."""

    id = "quiz.overrule"
    keys = ("o", "ctrl+o")
    label = "I was right"
    korean = ("내가 맞음", "내 답이 맞았다고 기록합니다.")


class Leaving(Command):
    """Leave the session. It can be resumed from home."""

    id = "quiz.leave"
    keys = ("escape",)
    label = "leave"
    korean = ("나가기", "학습에서 나갑니다. 홈에서 이어서 할 수 있습니다.")


class ReviewWrong(Command):
    """Look at the answers that were not right."""

    id = "result.review-wrong"
    keys = ("enter",)
    label = "review wrong"
    korean = ("틀린 문제", "맞지 않은 답만 다시 봅니다.")


class ReviewAll(Command):
    """Look at all answers."""

    id = "result.review-all"
    keys = ("a", "f4")
    label = "all"
    korean = ("모두", "모든 답을 다시 봅니다.")


class RetryMissed(Command):
    """Ask the missed questions once more, as a session of their own."""

    id = "result.retry"
    keys = ("r", "f5")
    label = "ask again"
    korean = ("다시 풀기", "틀린 문제만 새 학습으로 다시 풉니다.")


class NextSession(Command):
    """Start the best next session."""

    id = "result.next"
    keys = ("n", "f8")
    label = "next session"
    korean = ("다음 학습", "가장 알맞은 다음 학습을 시작합니다.")


class GoHome(Command):
    """Go to the home screen."""

    id = "result.home"
    keys = ("escape", "f10")
    label = "home"
    korean = ("홈", "홈 화면으로 갑니다.")


class NextAnswer(Command):
    """Go to the next answer."""

    id = "review.next"
    keys = ("right", "enter", "n")
    label = "next"
    korean = ("다음", "다음 답으로 갑니다.")


class PreviousAnswer(Command):
    """Go to the answer before."""

    id = "review.previous"
    keys = ("left", "p")
    label = "previous"
    korean = ("이전", "앞 답으로 갑니다.")


class OverruleReviewed(Command):
    """Count this answer as right: I was right."""

    id = "review.overrule"
    keys = ("o", "ctrl+o")
    label = "I was right"
    korean = ("내가 맞음", "이 답이 맞았다고 기록합니다.")


class ReviewedCard(Command):
    """Read the card that teaches this question."""

    id = "review.card"
    keys = ("c", "f5")
    label = "card"
    korean = ("카드", "이 문제를 가르치는 카드를 읽습니다.")


class ReviewedLab(Command):
    """Open what this question is about in the lab."""

    id = "review.lab"
    keys = ("l", "f9")
    label = "lab"
    korean = ("실험실", "이 문제의 사례를 실험실에서 엽니다.")
