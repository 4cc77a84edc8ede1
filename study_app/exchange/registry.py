"""Every format once: its name, its writer and its reader."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from study_app.exchange.anki import reading as anki_reading
from study_app.exchange.anki import writing as anki_writing
from study_app.exchange.drafts import Reading
from study_app.exchange.formats import csv_table, gift, html, markdown, moodle_xml
from study_app.exchange.sheet import Chapter
from study_app.words.language import Language

Write = Callable[[Sequence[Chapter], Language], bytes]
Read = Callable[[bytes], Reading]


@dataclass(frozen=True, slots=True)
class Format:
    """`suffixes` identify a file to be read.

    A package holds each language and the memory state, and the time at which it was written: the
    same content does not make the same bytes.
    """

    write: Write
    read: Read | None = None
    suffixes: tuple[str, ...] = ()
    is_package: bool = False


FORMATS: Final[Mapping[str, Format]] = {
    "anki": Format(anki_writing.write, anki_reading.read, (".apkg",), is_package=True),
    "csv": Format(csv_table.write, csv_table.read, (".csv", ".tsv")),
    "gift": Format(gift.write, gift.read, (".gift", ".txt")),
    "html": Format(html.write),
    "markdown": Format(markdown.write),
    "moodle-xml": Format(moodle_xml.write, moodle_xml.read, (".xml",)),
}
