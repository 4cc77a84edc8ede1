"""Textual bindings made from the command table."""

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from study_app.commands.command import Command
from study_app.commands.keys import with_jamo


def bindings(*commands: Command) -> list[BindingType]:
    """A binding for each command, under its id, so that a keymap can name it."""
    return [binding for command in commands for binding in _bindings_of(command)]


def _bindings_of(command: Command) -> Iterator[Binding]:
    if command.passes_key:
        for key in command.keys:
            action = f"{command.action}('{key}')"
            yield _binding(command, (key,), action, f"{command.id}.{key}")
    else:
        yield _binding(command, command.keys, command.action, command.id)


def _binding(command: Command, keys: tuple[str, ...], action: str, key_id: str) -> Binding:
    tooltip = command.sentence.en
    return Binding(
        ",".join(with_jamo(keys)), action, command.name.en, show=False, tooltip=tooltip, id=key_id
    )
