"""A cache of the bank in one file, so that startup does not parse YAML.

The file begins with a fingerprint of what it was made from (every content file and the program that
read them) and a hash of the rest. If either differs, or the file is damaged, the content is read
again, so an edit shows at the next start. The file is disposable: nothing is lost with it. It is
JSON, one part a line: whatever it says, values are all that can come of it.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from study_app.bank.bank import Bank, Overlay, Translation
from study_app.bank.plain_values import as_plain, reader
from study_app.files import read_whole, write_disposable
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.items import Asking, Card, Topic
from study_app.learning.material.scenarios import Scenario
from study_app.learning.material.syllabus import CardOutline, QuestionOutline
from study_app.version import __version__

if TYPE_CHECKING:
    from study_app.grading.terms.entry import Entry

PACKAGE: Final = Path(__file__).resolve().parent.parent
DEPTHS: Final = ("*.yaml", "*/*.yaml", "*/*/*.yaml")
"""Where content files lie. Unlike `rglob`, these see through links, as `load` does."""

MOST_BYTES: Final = 100_000_000
"""What is larger is no kept bank: that of 10,000 questions has a third of it."""

UNREADABLE: Final = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What comes of reading a kept bank that the app did not write."""

ValueT = TypeVar("ValueT")


def load_kept(folders: Sequence[Path], kept: Path) -> Bank:
    """The bank in `folders`: from the cache file `kept` if it matches these contents, else read.

    Raises ContentError as `loading.load` does. Content with problems is never cached.
    """
    wanted = fingerprint(folders)

    @cache
    def read() -> Bank:
        from study_app.bank.loading import load

        bank = load(folders)
        _keep(bank, kept, wanted)
        return bank

    return _recalled(kept, wanted, read) or read()


def fingerprint(folders: Sequence[Path]) -> bytes:
    """32 bytes over the names, sizes and times of all content files, and of the program's own.

    Times are in nanoseconds, so an edit that keeps the size is seen as well.
    """
    content = (str(file) for folder in folders for depth in DEPTHS for file in folder.glob(depth))
    states = sorted(map(_state, (*_sources(), *content)))
    made_of = [__version__, sys.version, *map(str, folders), *states]
    return hashlib.sha256("\n".join(made_of).encode("utf-8", "surrogateescape")).digest()


def _sources() -> Iterator[str]:
    """The modules that decide what a content file means."""
    for room in ("bank", "learning", "grading", "worked", "simulator", "words"):
        for folder, _, names in os.walk(PACKAGE / room):
            yield from (f"{folder}/{name}" for name in names if name.endswith(".py"))


def _state(file: str) -> str:
    try:
        state = os.stat(file)  # noqa: PTH116 - of 400 files a `Path` each would take as long
    except OSError:  # whatever cannot be read, `load` will name
        return file
    return f"{file} {state.st_size} {state.st_mtime_ns} {state.st_ino}"


class _Later(Mapping[str, ValueT]):
    """A mapping that is parsed on first access, since startup needs little of it.

    `values` gives what makes one value; each is made when it is asked for. `instead` gives all of
    them from the content, where the line turns out to be of no such values, or to lack one: who
    does not know whether a key is there asks with `in` or `get`.
    """

    def __init__(
        self,
        line: memoryview,
        values: Callable[[], Callable[[Any], ValueT]],
        instead: Callable[[], Mapping[str, ValueT]],
        outlines: Mapping[str, object] | None = None,
    ) -> None:
        self.outlines = outlines
        """What `Bank.syllabus` needs of each value, where there is such."""
        self._line = line
        self._values = values
        self._instead = instead
        self._made: dict[str, ValueT] = {}

    @cached_property
    def _data(self) -> Mapping[str, Any]:
        try:
            data: object = json.loads(bytes(self._line))
        except (ValueError, RecursionError):
            data = None
        return data if isinstance(data, dict) else self._replaced()

    @cached_property
    def _read(self) -> Callable[[Any], ValueT]:
        return self._values()

    def __getitem__(self, key: str) -> ValueT:
        if key not in self._made:
            try:
                data = self._data[key]
                if key not in self._made:  # else all of it was replaced
                    self._made[key] = self._read(data)
            except UNREADABLE:
                self._replaced()
        return self._made[key]

    def get(self, key: str, default: Any = None) -> Any:
        if key not in self:
            return default
        return self[key]

    def _replaced(self) -> Mapping[str, ValueT]:
        """Use the content instead: the line was written by something else."""
        self._made = dict(self._instead())
        self._data = self._made
        return self._made

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)


def _entry() -> Callable[[Any], "Entry"]:
    from study_app.grading.terms.entry import Entry

    return reader(Entry)


def _recalled(kept: Path, wanted: bytes, read_again: Callable[[], Bank]) -> Bank | None:
    try:
        data = read_whole(kept, MOST_BYTES)
    except OSError:
        return None
    # Nothing is copied but what is parsed: of the shipped bank a start needs a tenth.
    at = data.find(b"\n") + 1
    body = memoryview(data)[at:]
    if not at or data[: at - 1] != _head(wanted, body):
        return None
    try:
        return _unpacked(_lines(data, at), read_again)
    except UNREADABLE:  # its hash is right, so somebody else wrote it
        return None


def _lines(data: bytes, at: int) -> list[memoryview]:
    """The lines of `data` from the place `at` on."""
    whole = memoryview(data)
    found = []
    while (end := data.find(b"\n", at)) >= 0:
        found.append(whole[at:end])
        at = end + 1
    return [*found, whole[at:]]


def _keep(bank: Bank, kept: Path, wanted: bytes) -> None:
    body = b"\n".join(_packed(bank))
    if len(body) >= MOST_BYTES:
        return
    with suppress(OSError):  # a folder that cannot be written costs time, nothing else
        write_disposable(kept, _head(wanted, body) + b"\n" + body)


def _head(wanted: bytes, body: bytes | memoryview) -> bytes:
    return f"{wanted.hex()} {hashlib.sha256(body).hexdigest()}".encode()


def _packed(bank: Bank) -> Iterator[bytes]:
    """The lines of `bank`: what every start needs in the first, then a part each."""
    first = {
        "topics": bank.topics,
        "blueprints": bank.blueprints,
        "titles": {language: one.titles for language, one in bank.translations.items()},
    }
    overlays = (one.overlays for one in bank.translations.values())
    syllabus = bank.syllabus()
    parts = (
        first,
        syllabus.cards,
        syllabus.questions,
        bank.cards,
        bank.questions,
        bank.scenarios,
        bank.glossary,
        *overlays,
    )
    for part in parts:
        yield json.dumps(as_plain(part), ensure_ascii=False, separators=(",", ":")).encode()


def _unpacked(lines: Sequence[memoryview], again: Callable[[], Bank]) -> Bank:
    """The bank in `lines`; `again` reads the content, for a line that turns out to be broken."""
    line, of_cards, of_questions, cards, questions, scenarios, glossary, *overlays = lines
    first = json.loads(bytes(line))
    return Bank(
        topics=reader(Mapping[str, Topic])(first["topics"]),
        cards=_Later(
            cards,
            lambda: reader(Card),
            lambda: again().cards,
            _Later(of_cards, lambda: reader(CardOutline), lambda: again().syllabus().cards),
        ),
        questions=_Later(
            questions,
            lambda: reader(Asking),
            lambda: again().questions,
            _Later(
                of_questions, lambda: reader(QuestionOutline), lambda: again().syllabus().questions
            ),
        ),
        blueprints=reader(Mapping[str, Blueprint])(first["blueprints"]),
        scenarios=_Later(scenarios, lambda: reader(Scenario), lambda: again().scenarios),
        translations={
            language: Translation(titles, _overlays(language, overlay, again))
            for (language, titles), overlay in zip(first["titles"].items(), overlays, strict=True)
        },
        glossary=_Later(glossary, _entry, lambda: again().glossary),
    )


def _overlays(language: str, line: memoryview, again: Callable[[], Bank]) -> Mapping[str, Overlay]:
    return _Later(line, lambda: reader(Overlay), lambda: again().translations[language].overlays)
