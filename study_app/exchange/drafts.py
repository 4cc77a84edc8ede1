"""What a reader finds in a file: a `Draft` of all that it understands, and why not the rest."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from study_app.exchange.provenance import Tags, read_tags
from study_app.learning.material.items import Option
from study_app.words.errors import TextError, error_text
from study_app.words.text import Text

NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
PARTLY: Final = Text(
    "an option that is partly right counts as wrong", "일부만 맞는 보기는 오답으로 칩니다"
)
MOST_ENTRIES: Final = 10_000
"""Cards and questions of a file, and what of it is left out: 10,000 take seconds to check."""
MOST_ANSWERS: Final = 100
TOO_MANY_ANSWERS: Final = Text(
    "it has {count} answers, and at most {most} are read",
    "답이 {count}개입니다. {most}개까지만 읽습니다",
)


@dataclass(frozen=True, slots=True)
class ImportNote:
    """Something that is changed or left out: its line, what it is about, and why.

    Line 0 and no name mean the file as a whole. `left_out`: nothing of it was imported.
    """

    line: int
    what: str
    why: Text
    left_out: bool = True


class TooMany(TextError, ValueError):
    """The file holds more than is read from one; the text says where, and what to do."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """One card or question of a file.

    Texts are Markdown, those of options and answers plain. `id` is `topic/name`, a name alone, or
    empty. Texts that the file lacks are empty. A choice has `options` of (text, why, right); in an
    ordering only their texts count.
    """

    line: int
    kind: str
    prompt: str
    title: str = ""
    id: str = ""
    chapter: str = ""
    options: list[Option] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    accept: list[str] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    why: str = ""
    hint: str = ""
    exam: str = ""
    today: str = ""
    source: str = ""
    checked: date | None = None
    tags: Tags = field(default_factory=Tags)
    notes: list[Text] = field(default_factory=list)
    korean: "Draft | None" = None
    """The same in Korean, if the file has both."""

    @property
    def named(self) -> str:
        """A short name that a learner would recognize."""
        return " ".join((self.title or self.prompt or self.id).split())[:60]

    def explain(self, answer: str, why: str) -> None:
        """Add the feedback on one typed answer to `why`, which is one text for all of them."""
        if why:
            line = f"- {answer}: {why}" if answer else f"- {why}"
            gap = "\n" if self.why.rpartition("\n")[2].startswith("- ") else "\n\n"
            self.why = f"{self.why}{gap}{line}" if self.why else line


@dataclass(slots=True)
class Reading:
    """What a reader found in a file."""

    drafts: list[Draft] = field(default_factory=list)
    notes: list[ImportNote] = field(default_factory=list)

    def add(self, draft: Draft) -> None:
        """Raises TooMany, as `refuse` does."""
        self._expect_room(draft.line)
        self.drafts.append(draft)

    def refuse(self, line: int, what: str, why: Text) -> None:
        self._expect_room(line)
        self.notes.append(ImportNote(line, " ".join(what[:600].split())[:60], why))

    def _expect_room(self, line: int) -> None:
        if len(self.drafts) + len(self.notes) >= MOST_ENTRIES:
            what = error_text(
                "more than {most} cards and questions; split the file", most=MOST_ENTRIES
            )
            raise TooMany("line {line}: {what}", line=line, what=what)


def add_tags(draft: Draft, tags: Iterable[str]) -> None:
    draft.tags = read_tags(tags)
