"""Fill in `of` in every translation: the hash of the English text as it is now.

Run it by hand once the English texts are settled and their translations have been read against
them; it takes every translation for up to date:

    python tests/repo/refresh_translations.py [FOLDER]
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from study_app.bank.contents import read_layers
from study_app.bank.loading import bank_of
from study_app.bank.places import shipped_content
from study_app.bank.problems import ContentError, ContentProblem
from study_app.bank.reading.overlays import OverlayFile
from study_app.learning.material.texts import text_hash

WRITTEN_HASH = re.compile("""(["']?)[0-9a-f]{8}\\1""", re.ASCII)


def refreshed(text: str, file: OverlayFile, hashes: Mapping[str, str]) -> str:
    """`text`, from which `file` was read, with `of` of each item as `hashes` has it by full id.

    Everything else stays as it is, character by character.
    """
    lines = text.split("\n")
    for item_id in reversed(list(file.items)):  # from the end, so that the places before stay right
        place = file.items[item_id].node.values["of"]
        if item_id in hashes:
            line, start = lines[place.line - 1], place.column - 1
            rest = WRITTEN_HASH.sub(f'"{hashes[item_id]}"', line[start:], count=1)
            lines[place.line - 1] = line[:start] + rest
    return "\n".join(lines)


def refresh(folder: Path) -> int:
    """Rewrite the translations in `folder` and say how many files changed.

    Raises ContentError where the content cannot be read.
    """
    problems: list[ContentProblem] = []
    (layer,) = read_layers([folder], problems)
    if problems:
        raise ContentError(problems)
    bank = bank_of([layer])
    hashes = {item.id: text_hash(item) for item in bank.cards.values()}
    hashes |= {item.id: text_hash(item) for item in bank.questions.values()}
    changed = 0
    for files in layer.overlays.values():
        for file in files.values():
            path = Path(file.source.name)
            before = path.read_text(encoding="utf-8")
            after = refreshed(before, file, hashes)
            if after != before:
                path.write_text(after, encoding="utf-8", newline="\n")
                changed += 1
    return changed


if __name__ == "__main__":
    folders = [Path(argument) for argument in sys.argv[1:]] or [shipped_content()]
    for each in folders:
        print(f"{each}: {refresh(each)} files changed")
