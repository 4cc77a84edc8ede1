"""What a command is."""

from typing import ClassVar

from study_app.words.language import Language


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
