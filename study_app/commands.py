"""Every command of the app, once: footer, palette, help, `dva keys` and the README come from here.

A command is a class: its docstring is what help and palette say, `korean` the same in Korean.
This module stays free of Textual, so that `dva keys` answers at once.

Letters do nothing while a text box has the focus, and a Korean keyboard layout sends jamo for
them; so each command has a key of another sort as well; `with_jamo` adds the jamo.
"""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from study_app.learning.language import Language


class Command:
    """The base of all commands. `id` is `place.name`; keymaps of users name it."""

    id: ClassVar[str]
    keys: ClassVar[tuple[str, ...]]
    label: ClassVar[str]
    korean: ClassVar[tuple[str, str]]
    """Label and sentence in Korean."""
    in_footer: ClassVar[bool] = True
    passes_key: ClassVar[bool] = False
    """Whether the action is told which of the keys was pressed."""

    @classmethod
    def name(cls, language: Language) -> str:
        """The word beside the key in the footer."""
        return cls.korean[0] if language is Language.KO else cls.label

    @classmethod
    def sentence(cls, language: Language) -> str:
        """What the command does, in one sentence."""
        return cls.korean[1] if language is Language.KO else (cls.__doc__ or "").strip()

    @classmethod
    def action(cls) -> str:
        """The name of the Textual action that carries it out."""
        return cls.id.partition(".")[2].replace("-", "_")

    @classmethod
    def full_action(cls) -> str:
        """The action with who carries it out: the app, or the screen that is shown."""
        return f"{'app' if cls.id.startswith('app.') else 'screen'}.{cls.action()}"


class Help(Command):
    """Show the keys that work here."""

    id = "app.help"
    keys = ("question_mark", "f1")
    label = "keys"
    korean = ("키", "여기서 쓸 수 있는 키를 보여 줍니다.")


class SwitchLanguage(Command):
    """Switch between English, Korean and both."""

    id = "app.language"
    keys = ("f6", "ctrl+l")
    label = "language"
    korean = ("언어", "영어, 한국어, 둘 다를 차례로 바꿉니다.")
    in_footer = False


class SwitchTheme(Command):
    """Switch between the dark and the light theme."""

    id = "app.theme"
    keys = ("f7", "ctrl+t")
    label = "theme"
    korean = ("테마", "어두운 테마와 밝은 테마를 바꿉니다.")
    in_footer = False


class Palette(Command):
    """Search all commands."""

    id = "app.palette"
    keys = ("ctrl+p",)
    label = "commands"
    korean = ("명령", "모든 명령을 검색합니다.")
    in_footer = False


class Quit(Command):
    """Leave the app. Everything is saved already."""

    id = "app.quit"
    keys = ("ctrl+q",)
    label = "quit"
    korean = ("종료", "앱을 끝냅니다. 모두 이미 저장되어 있습니다.")
    in_footer = False


class Back(Command):
    """Go back to where you came from."""

    id = "screen.back"
    keys = ("escape",)
    label = "back"
    korean = ("뒤로", "이전 화면으로 돌아갑니다.")


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


class CursorUp(Command):
    """Go one line up."""

    id = "answer.up"
    keys = ("up",)
    label = "up"
    korean = ("위", "한 줄 위로 갑니다.")
    in_footer = False


class CursorDown(Command):
    """Go one line down."""

    id = "answer.down"
    keys = ("down",)
    label = "down"
    korean = ("아래", "한 줄 아래로 갑니다.")
    in_footer = False


class Number(Command):
    """Choose the option with this number; in an ordering, put this item next."""

    id = "answer.number"
    keys = ("1", "2", "3", "4", "5", "6")
    label = "choose"
    korean = ("선택", "이 번호의 보기를 고릅니다. 순서 문제에서는 다음 자리에 놓습니다.")
    passes_key = True


class Toggle(Command):
    """Choose the option under the cursor, or take the choice back."""

    id = "answer.toggle-choice"
    keys = ("space",)
    label = "choose"
    korean = ("선택", "커서가 있는 보기를 고르거나 고른 것을 무릅니다.")
    in_footer = False


class Letter(Command):
    """Join the line under the cursor with the text of this letter."""

    id = "answer.letter"
    keys = ("a", "b", "c", "d", "e")
    label = "join"
    korean = ("짝짓기", "커서가 있는 줄을 이 글자의 항목과 짝짓습니다.")
    passes_key = True


class NextLetter(Command):
    """Join the line under the cursor with the next text on the right."""

    id = "answer.next-letter"
    keys = ("right",)
    label = "next letter"
    korean = ("다음 글자", "커서가 있는 줄을 오른쪽의 다음 항목과 짝짓습니다.")
    in_footer = False


class PreviousLetter(Command):
    """Join the line under the cursor with the text before on the right."""

    id = "answer.previous-letter"
    keys = ("left",)
    label = "letter before"
    korean = ("앞 글자", "커서가 있는 줄을 오른쪽의 앞 항목과 짝짓습니다.")
    in_footer = False


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


PLACES: dict[str, tuple[tuple[str, str], tuple[type[Command], ...]]] = {
    "app": (("Everywhere", "어디서나"), (Help, SwitchLanguage, SwitchTheme, Palette, Quit, Back)),
    "home": (("Home", "홈"), (GoOn, StartAnew, Topics, ReadCards, Leave)),
    "topics": (("Topics", "주제"), (QuizTopic, TopicCards)),
    "cards": (("Cards", "카드"), (NextCard, PreviousCard, AskCard, StepForward, StepBack)),
    "answer": (
        ("Answers", "답"),
        (CursorUp, CursorDown, Number, Toggle, Letter, NextLetter, PreviousLetter),
    ),
    "quiz": (
        ("Questions", "문제"),
        (Answer, Continue, Hint, Skip, Flag, ShowCard, Undo, Overrule, Leaving),
    ),
    "result": (("Result", "결과"), (ReviewWrong, ReviewAll, RetryMissed, NextSession, GoHome)),
    "review": (
        ("Review", "다시 보기"),
        (NextAnswer, PreviousAnswer, ReviewedCard, OverruleReviewed),
    ),
}
"""The commands by place, each place with its title in English and Korean."""


def every_command() -> Iterator[type[Command]]:
    """All commands, in the order of the help screen."""
    for _, commands in PLACES.values():
        yield from commands


class UnknownCommand(ValueError):
    """A keymap names a command that there is none of; the message says which there are."""


def own_keys(keymap: Mapping[str, str]) -> dict[type[Command], tuple[str, ...]]:
    """The keys that a learner's keymap gives to commands: `{"quiz.hint": "f9, x"}`.

    Raises `UnknownCommand` for an id that no command has. Commands that are told their key
    (`answer.number`) keep their own, since the key is what they mean.
    """
    commands = {command.id: command for command in every_command() if not command.passes_key}
    unknown = sorted(keymap.keys() - commands.keys())
    if unknown:
        known = ", ".join(sorted(commands))
        raise UnknownCommand(f"keys: there is no command {unknown[0]!r} (known: {known})")
    return {
        commands[name]: tuple(key.strip() for key in keys.split(",") if key.strip())
        for name, keys in keymap.items()
    }


_KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "backspace": "Bksp",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


def key_name(key: str) -> str:
    """How a key is written for a reader: `ctrl+o` as `^o`, `escape` as `Esc`, `f1` as `F1`."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    if key.startswith("f") and key[1:].isdecimal():
        return key.upper()
    return _KEY_NAMES.get(key, key)


def key_names(keys: tuple[str, ...]) -> str:
    """`keys` for a reader, a run of digits or letters as `1-6`."""
    if len(keys) > 3 and all(len(key) == 1 for key in keys):
        return f"{keys[0]}-{keys[-1]}"
    return ", ".join(map(key_name, keys))


_JAMO = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnm",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
        strict=True,
    )
)


def with_jamo(keys: tuple[str, ...]) -> tuple[str, ...]:
    """`keys`, and for each letter the jamo on the same key of the Korean two-set layout."""
    return (*keys, *(_JAMO[key] for key in keys if key in _JAMO))
