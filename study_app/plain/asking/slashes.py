"""Slash commands: what the screens have keys for."""

from typing import Final

from study_app.words.language import Language
from study_app.words.wording import say

HINT: Final = "/hint"
FLAG: Final = "/flag"
UNDO: Final = "/undo"
RIGHT: Final = "/right"
HELP: Final = "/help"

SLASHES: Final = (HINT, FLAG, UNDO, RIGHT, HELP)
"""What a quiz takes beside answers. Any other line with a slash is an answer: a path may be one."""


def told_at_start(language: Language) -> str:
    """One line that names them all."""
    return say("You can also type: {slashes}.", language, slashes=", ".join(SLASHES))


def help_lines(language: Language) -> tuple[str, ...]:
    """What each of them does."""
    texts = {
        HINT: say("shows the hint", language),
        FLAG: say("flags the question, or removes its flag", language),
        UNDO: say("takes back the last answer and asks it again", language),
        RIGHT: say("says that your last typed answer was right", language),
        HELP: say("lists these lines", language),
    }
    return tuple(f"  {slash}  {texts[slash]}" for slash in SLASHES)
