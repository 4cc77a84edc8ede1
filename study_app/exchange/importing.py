"""From another program's file to a content folder that `dva check` accepts.

What was read is written to a temporary folder and checked there. Items that the check refuses are
left out and reported with its reason, until nothing is refused.
"""

import errno
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from study_app.bank.checking.check import check
from study_app.bank.content_saving import topic_text, translation_text
from study_app.bank.contents import Layer, read_layers
from study_app.bank.places import shipped_content
from study_app.bank.problems import ContentProblem, unread
from study_app.bank.reading.topics import MOST_POSITION
from study_app.exchange.anki.library import BadPackage, NoAnki
from study_app.exchange.drafts import ImportNote, TooMany
from study_app.exchange.finishing import NO_KOREAN, Defaults, FinishedDrafts, finish_drafts, slug
from study_app.exchange.formats.xml_tree import BadXml
from study_app.exchange.registry import FORMATS
from study_app.exchange.sheet import Chapter
from study_app.files import read_whole, reason, write_whole
from study_app.words.text import Text

_KOREAN: Final = "ko/"
LARGEST: Final = 8_000_000
"""The most bytes of a text to import: 10,000 questions with reasons."""

LARGEST_PACKAGE: Final = 64_000_000
"""The same for a package, which may have pictures in it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The texts of the files by their name within the folder, and what to report, by line."""

    files: Mapping[str, str]
    notes: tuple[ImportNote, ...]
    cards: int
    questions: int


def format_of(file: Path) -> str | None:
    """The format of a file, by its suffix."""
    suffix = file.suffix.casefold()
    return next((name for name, one in FORMATS.items() if suffix in one.suffixes), None)


def read_file(file: Path, format_: str, today: date, source: str) -> Imported:
    """Read `file` as content. Raises DataError if none of it can be read."""
    chosen = FORMATS[format_]
    read = chosen.read
    assert read is not None
    try:
        data = read_whole(file, LARGEST_PACKAGE if chosen.is_package else LARGEST)
    except OSError as error:
        message = "{what}. Name a file that can be read"
        if error.errno == errno.EFBIG:
            message = "{what}; split it"
            if chosen.is_package:
                message = "{what}; export it from Anki without media"
        raise unread(file, message, what=reason(error)) from error
    try:
        reading = read(data)
    except UnicodeDecodeError as error:
        message = "not UTF-8 at byte {byte}; save the file as UTF-8"
        raise unread(file, message, byte=error.start) from error
    except (BadXml, BadPackage, NoAnki, TooMany) as error:
        raise unread(file, error.text) from error
    return drop_refused(
        finish_drafts(reading, Defaults(today, slug(file.stem) or "imported", source)), today
    )


def drop_refused(found: FinishedDrafts, today: date) -> Imported:
    """The part of `found` that the check accepts."""
    chapters, notes = found.chapters, list(found.notes)
    shipped = read_layers([shipped_content()], []) if chapters else []
    while True:
        files = contents(chapters)
        places = _places(files)
        refused: dict[str, Text] = {}
        untranslated: dict[str, Text] = {}
        for problem in _checked(files, shipped, today):
            name = "/".join(Path(problem.file).parts[-3:])
            is_korean = name.startswith(_KOREAN)
            name = name if is_korean else name.partition("/")[2]
            item = _item_at(places.get(name, ()), problem.line)
            (untranslated if is_korean else refused).setdefault(item, problem.what)
        notes += (
            ImportNote(found.lines.get(item, 0), item, why, left_out=bool(item))
            for item, why in refused.items()
        )
        notes += (
            ImportNote(found.lines.get(item, 0), item, NO_KOREAN.filled(why=why))
            for item, why in untranslated.items()
        )
        if not any(refused) and not any(untranslated):
            break
        chapters = _without(chapters, refused, untranslated)
    return Imported(
        files,
        tuple(sorted(notes, key=lambda one: one.line)),
        sum(len(chapter.cards) for chapter in chapters),
        sum(len(chapter.questions) for chapter in chapters),
    )


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files, each whole or not at all. Raises OSError."""
    for name, text in files.items():
        write_whole(folder / name, text.encode("utf-8", "replace"))


def contents(chapters: Iterable[Chapter]) -> dict[str, str]:
    """The texts of content files by their name within the folder."""
    files: dict[str, str] = {}
    for number, one in enumerate(chapters, start=1):
        files[f"topics/{one.id}.yaml"] = topic_text(
            one.id, one.title, one.cards, one.questions, min(10 * number, MOST_POSITION)
        )
        translated = [(item, one.korean[item.id]) for item in one.items if item.id in one.korean]
        if translated:
            text = translation_text(one.id, one.title, translated)
            files[f"{_KOREAN}topics/{one.id}.yaml"] = text
    return files


Places = Sequence[tuple[int, str]]
"""The line at which each item of a file begins, and its id."""


def _places(files: Mapping[str, str]) -> dict[str, Places]:
    """The places in each file, by its name within the folder."""
    places: dict[str, Places] = {}
    for name, text in files.items():
        file = Path(name)
        places[name] = [
            (line, f"{file.stem}/{written.removeprefix('  - id: ')}")
            for line, written in enumerate(text.split("\n"), start=1)
            if written.startswith("  - id: ")
        ]
    return places


def _checked(
    files: Mapping[str, str], shipped: Sequence[Layer], today: date
) -> Sequence[ContentProblem]:
    if not files:
        return ()
    with TemporaryDirectory() as folder:
        write(Path(folder), files)
        return check([Path(folder)], today, below=shipped).problems


def _item_at(places: Places, line: int) -> str:
    """The item that a line belongs to; empty for the file as a whole."""
    before = bisect_right(places, line, key=itemgetter(0))
    return places[before - 1][1] if before else ""


def _without(
    chapters: Iterable[Chapter], refused: Collection[str], untranslated: Collection[str]
) -> tuple[Chapter, ...]:
    kept = (
        replace(
            chapter,
            cards=tuple(one for one in chapter.cards if one.id not in refused),
            questions=tuple(
                replace(one, card=None) if one.card in refused else one
                for one in chapter.questions
                if one.id not in refused
            ),
            korean={item: one for item, one in chapter.korean.items() if item not in untranslated},
        )
        for chapter in chapters
    )
    return tuple(chapter for chapter in kept if chapter.cards or chapter.questions)
