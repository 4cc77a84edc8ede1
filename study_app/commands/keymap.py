"""The user keymap, checked at startup for keys that are unknown or assigned twice."""

from collections.abc import Iterator, Mapping
from typing import Final

from study_app.commands.command import Command, Place
from study_app.commands.keys import CHARACTERS, FUNCTION_KEYS, NAMED
from study_app.commands.places.everywhere import EVERYWHERE
from study_app.commands.table import PLACES, every_command
from study_app.words.errors import TextError

_MODIFIERS: Final = frozenset({"ctrl", "alt", "shift"})


class BadKeymap(TextError, ValueError):
    """An invalid keymap; the text says what is wrong and what is valid."""


def own_keys(keymap: Mapping[str, str]) -> dict[Command, tuple[str, ...]]:
    """The keys that a user keymap assigns to commands: `{"quiz.hint": "f9, x"}`.

    An empty string disables a command's keys. Commands that act on their key (`answer.number`) keep
    their own. Raises `BadKeymap` for an id that no command has, for a key that no keyboard sends,
    and for a key that would mean two things in one place.
    """
    commands = {command.id: command for command in every_command() if not command.passes_key}
    unknown = sorted(keymap.keys() - commands.keys())
    if unknown:
        known = ", ".join(sorted(commands))
        raise BadKeymap(
            "keys: there is no command {name} (known: {known})", name=repr(unknown[0]), known=known
        )
    own = {commands[name]: tuple(_keys(name, keys)) for name, keys in keymap.items()}
    for place in PLACES:
        _expect_one_meaning(place, own)
    return own


def _keys(name: str, keys: str) -> Iterator[str]:
    for key in filter(None, map(str.strip, keys.split(","))):
        *modifiers, last = key.split("+") if key != "+" else [key]
        last = CHARACTERS.get(last, last)
        if not _MODIFIERS.issuperset(modifiers) or not (last in NAMED or _is_character(last)):
            named = ", ".join(["f1 to f24", *sorted(NAMED - set(FUNCTION_KEYS))])
            raise BadKeymap(
                "keys: {name} has the unknown key {key}. A key is one letter or digit, or one of "
                "{named}; ctrl+, alt+ or shift+ may come before it",
                name=repr(name),
                key=repr(key),
                named=named,
            )
        yield "+".join((*modifiers, last))


def _is_character(key: str) -> bool:
    return len(key) == 1 and key.isalnum()


def _expect_one_meaning(place: Place, own: Mapping[Command, tuple[str, ...]]) -> None:
    """Refuse a key of the learner's own that another command has where both work.

    Commands that have a key in common by design never work at once.
    """
    here = [*place.commands, *(EVERYWHERE.commands if place is not EVERYWHERE else ())]
    for command in here:
        for key in own.get(command, ()):
            for other in here:
                by_design = key in command.keys and key in other.keys
                taken = other is not command and key in own.get(other, other.keys)
                if taken and not by_design:
                    raise BadKeymap(
                        "keys: {key} is the key of {one} and of {other}",
                        key=repr(key),
                        one=repr(command.id),
                        other=repr(other.id),
                    )
