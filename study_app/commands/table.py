"""All commands by the place where they work."""

from collections.abc import Iterator, Mapping
from typing import Final

from study_app.commands.answers import ANSWERS
from study_app.commands.cards import CARD_READER
from study_app.commands.command import Command, Place
from study_app.commands.everywhere import EVERYWHERE
from study_app.commands.home import HOME, QUESTION_LIST, SESSIONS, TOPIC_LIST
from study_app.commands.lab import LAB, SCENARIOS
from study_app.commands.progress import PROGRESS_PAGES, SKILLS
from study_app.commands.quiz import QUESTIONS, RESULT, REVIEW

PLACES: Final[tuple[Place, ...]] = (
    EVERYWHERE,
    HOME,
    TOPIC_LIST,
    QUESTION_LIST,
    SESSIONS,
    PROGRESS_PAGES,
    SKILLS,
    CARD_READER,
    ANSWERS,
    QUESTIONS,
    RESULT,
    REVIEW,
    SCENARIOS,
    LAB,
)
"""In the order of the help screen."""


def every_command() -> Iterator[Command]:
    """All commands, in the order of the help screen."""
    for place in PLACES:
        yield from place.commands


class UnknownCommand(ValueError):
    """A keymap names a command that there is none of; the message says which there are."""


def own_keys(keymap: Mapping[str, str]) -> dict[Command, tuple[str, ...]]:
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
