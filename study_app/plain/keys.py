"""The key table as lines: for `dva keys`, and as Markdown for the README."""

from collections.abc import Iterator

from study_app.commands.keys import key_names
from study_app.commands.table import PLACES
from study_app.words.language import Language
from study_app.words.width import ljust


def key_lines(language: Language) -> Iterator[str]:
    """Each place with its commands: keys, what they do, and the id for a keymap."""
    spoken = language.spoken
    for place in PLACES:
        yield place.title.to(spoken)
        for command in place.commands:
            keys, sentence = key_names(command.keys), command.sentence.to(spoken)
            yield f"  {ljust(keys, 14)}{ljust(sentence, 64)}{command.id}".rstrip()
        yield ""


def key_table() -> str:
    """The same as a Markdown table in English."""
    rows = ["| Where | Keys | What it does | Id |", "|---|---|---|---|"]
    for place in PLACES:
        for command in place.commands:
            keys = key_names(command.keys)
            rows.append(f"| {place.title.en} | {keys} | {command.sentence.en} | `{command.id}` |")
    return "\n".join(rows)
