"""All commands by the place where they work."""

from collections.abc import Iterator, Mapping

from study_app.commands.answers import (
    CursorDown,
    CursorUp,
    Letter,
    NextLetter,
    Number,
    PreviousLetter,
    Toggle,
)
from study_app.commands.cards import (
    AskCard,
    CardLab,
    NextCard,
    PreviousCard,
    StepBack,
    StepForward,
)
from study_app.commands.command import (
    Command,
)
from study_app.commands.everywhere import (
    Back,
    Help,
    Palette,
    Quit,
    SwitchLanguage,
    SwitchTheme,
)
from study_app.commands.home import (
    GoOn,
    Leave,
    OpenLab,
    QuizTopic,
    ReadCards,
    StartAnew,
    TopicCards,
    Topics,
)
from study_app.commands.lab import (
    Backward,
    Beside,
    ClusterDown,
    ClusterUp,
    CopyTrace,
    Edit,
    Faster,
    Forward,
    GivePrediction,
    LeaveLab,
    OpenFile,
    OpenOwnFile,
    OpenScenario,
    Play,
    Predict,
    Reset,
    Save,
    ScrollDown,
    ScrollUp,
    Slower,
    ToEnd,
    ToStart,
)
from study_app.commands.quiz import (
    Answer,
    Continue,
    Flag,
    GoHome,
    Hint,
    Leaving,
    NextAnswer,
    NextSession,
    Overrule,
    OverruleReviewed,
    PreviousAnswer,
    QuizLab,
    RetryMissed,
    ReviewAll,
    ReviewedCard,
    ReviewedLab,
    ReviewWrong,
    ShowCard,
    Skip,
    Undo,
)

PLACES: dict[str, tuple[tuple[str, str], tuple[type[Command], ...]]] = {
    "app": (("Everywhere", "어디서나"), (Help, SwitchLanguage, SwitchTheme, Palette, Quit, Back)),
    "home": (("Home", "홈"), (GoOn, StartAnew, Topics, ReadCards, OpenLab, Leave)),
    "topics": (("Topics", "주제"), (QuizTopic, TopicCards)),
    "cards": (("Cards", "카드"), (NextCard, PreviousCard, AskCard, StepForward, StepBack, CardLab)),
    "answer": (
        ("Answers", "답"),
        (CursorUp, CursorDown, Number, Toggle, Letter, NextLetter, PreviousLetter),
    ),
    "quiz": (
        ("Questions", "문제"),
        (Answer, Continue, Hint, Skip, Flag, ShowCard, QuizLab, Undo, Overrule, Leaving),
    ),
    "result": (("Result", "결과"), (ReviewWrong, ReviewAll, RetryMissed, NextSession, GoHome)),
    "review": (
        ("Review", "다시 보기"),
        (NextAnswer, PreviousAnswer, ReviewedCard, ReviewedLab, OverruleReviewed),
    ),
    "scenarios": (("Scenarios", "시나리오"), (OpenScenario, OpenOwnFile)),
    "lab": (
        ("Lab", "실험실"),
        (
            Forward,
            Backward,
            Play,
            Faster,
            Slower,
            ToEnd,
            ToStart,
            Predict,
            GivePrediction,
            Edit,
            Reset,
            Beside,
            OpenFile,
            Save,
            CopyTrace,
            ScrollUp,
            ScrollDown,
            ClusterUp,
            ClusterDown,
            LeaveLab,
        ),
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
