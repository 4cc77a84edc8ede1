"""The key table as lines, for `dva keys`."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from study_app.commands.command import Command
from study_app.commands.keys import key_names
from study_app.commands.table import PLACES
from study_app.words.language import Language
from study_app.words.width import ljust
from study_app.words.wording import say


def key_lines(
    language: Language, own: Mapping[Command, tuple[str, ...]] = MappingProxyType({})
) -> Iterator[str]:
    """Each place with its commands: keys, what they do, and the id for a keymap.

    `own` are the keys that the learner's keymap gives.
    """
    for place in PLACES:
        yield say(place.title, language)
        for command in place.commands:
            keys = key_names(own.get(command, command.keys)) or say("off", language)
            sentence = say(command.sentence, language)
            yield f"  {ljust(keys, 14)}{ljust(sentence, 63)} {command.id}".rstrip()
        yield ""
