"""The key table as lines: for `dva keys`, and as Markdown for the README."""

from collections.abc import Iterator

from study_app.commands.keys import key_names
from study_app.commands.table import PLACES
from study_app.words.language import Language
from study_app.words.width import ljust


def key_lines(language: Language) -> Iterator[str]:
    """Each place with its commands: keys, what they do, and the id for a keymap."""
    for titles, commands in PLACES.values():
        yield titles[language is Language.KO]
        for command in commands:
            keys = key_names(command.keys)
            yield f"  {ljust(keys, 14)}{ljust(command.sentence(language), 64)}{command.id}".rstrip()
        yield ""


def key_table() -> str:
    """The same as a Markdown table in English."""
    rows = ["| Where | Keys | What it does | Id |", "|---|---|---|---|"]
    for titles, commands in PLACES.values():
        for command in commands:
            keys = key_names(command.keys)
            sentence = command.sentence(Language.EN)
            rows.append(f"| {titles[0]} | {keys} | {sentence} | `{command.id}` |")
    return "\n".join(rows)
