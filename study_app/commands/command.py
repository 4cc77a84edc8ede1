"""What a command is, and the place where it works."""

from dataclasses import dataclass

from study_app.words.text import Text


@dataclass(frozen=True, slots=True)
class Command:
    """An action with its keys. `id` is `place.name`, which user keymaps refer to."""

    id: str
    keys: tuple[str, ...]
    name: Text
    """The word beside the key in the footer."""
    sentence: Text
    """What the command does, in one sentence."""
    in_footer: bool = True
    passes_key: bool = False
    """Whether the action is told which of the keys was pressed."""

    @property
    def action(self) -> str:
        """The name of the Textual action that carries it out."""
        return self.id.partition(".")[2].replace("-", "_")

    @property
    def full_action(self) -> str:
        """The action with who carries it out: the app, or the screen that is shown."""
        return f"{'app' if self.id.startswith('app.') else 'screen'}.{self.action}"


@dataclass(frozen=True, slots=True)
class Place:
    """A place where commands work, with the commands in help order."""

    id: str
    title: Text
    commands: tuple[Command, ...]
