"""Every format once: what it is called, and who writes and reads it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from study_app.exchange import csv_table, gift, html, markdown, moodle_xml
from study_app.exchange.drafts import Reading
from study_app.exchange.sheet import Chapter
from study_app.words.language import Language

Write = Callable[[Sequence[Chapter], Language], bytes]
Read = Callable[[bytes], Reading]


@dataclass(frozen=True, slots=True)
class Format:
    """`suffixes` are ends of file names, by which a file to be read is recognized."""

    write: Write
    read: Read | None = None
    suffixes: tuple[str, ...] = ()


FORMATS: Final[Mapping[str, Format]] = {
    "csv": Format(csv_table.write, csv_table.read, (".csv", ".tsv")),
    "gift": Format(gift.write, gift.read, (".gift", ".txt")),
    "html": Format(html.write),
    "markdown": Format(markdown.write),
    "moodle-xml": Format(moodle_xml.write, moodle_xml.read, (".xml",)),
}
