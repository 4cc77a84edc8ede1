"""Reads an Anki package: our own notes by their fields, other notes by their cards."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from study_app.exchange.anki.foreign import PackagedNote, read_note
from study_app.exchange.anki.library import BadPackage, expect_anki
from study_app.exchange.anki.note_types import type_of
from study_app.exchange.anki.notes import drafted
from study_app.exchange.anki.unpacking import FOUND, PACKAGE
from study_app.exchange.drafts import ImportNote, Reading
from study_app.words.text import Text

LARGEST: Final = 512 * 2**20
"""The most bytes that a package may unpack to."""

_UNPACKING: Final = "study_app.exchange.anki.unpacking"
_LOOK_EVERY: Final = 0.1
"""Seconds between two checks of the unpacked size."""


def read(data: bytes) -> Reading:
    """What the package says; a note counts as a line. Raises `NoAnki`, `BadPackage`, `TooMany`."""
    expect_anki()
    said = _unpacked(data)
    reading = Reading()
    if said["lost"]:
        why = Text(
            "{count} {count:note|notes} that Anki itself cannot extract from the package",
            "Anki도 꾸러미에서 꺼내지 못하는 노트 {count}개",
        )
        reading.notes.append(ImportNote(0, "", why.filled(count=said["lost"])))
    if said["reviewed"]:
        why = Text(
            "Anki's review schedule: progress here comes only from answers given here",
            "Anki의 복습 일정: 여기의 학습 기록은 여기서 한 답으로만 만들어집니다",
        )
        reading.notes.append(ImportNote(0, "", why))
    for number, one in enumerate(said["notes"], start=1):
        note = PackagedNote(number=number, **one)
        kind = type_of(note.fields)
        if kind is None:
            read_note(reading, note)
            continue
        draft = drafted(kind, note.fields, note.tags, note.chapter, number)
        draft.id = draft.id or note.name
        reading.add(draft)
    return reading


def _unpacked(data: bytes) -> dict[str, Any]:
    """What `unpacking` found, run in a separate process."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / PACKAGE).write_bytes(data)
        temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), name)
        child = subprocess.Popen(  # noqa: S603 - our own module, and a folder that we made
            [sys.executable, "-P", "-m", _UNPACKING, name, str(LARGEST)],
            env=os.environ | temporary | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while child.poll() is None:
                with suppress(subprocess.TimeoutExpired):
                    child.wait(_LOOK_EVERY)
                if sum(_sizes(folder)) > LARGEST:
                    raise BadPackage(
                        "it unpacks to more than {size} MiB; export it from Anki without media",
                        size=LARGEST // 2**20,
                    )
        finally:
            child.kill()
            child.wait()
        if child.returncode:
            raise BadPackage(
                "Anki cannot read it as a package of a deck; export it from Anki again as .apkg"
            )
        found: dict[str, Any] = json.loads((folder / FOUND).read_bytes())
        return found


def _sizes(folder: Path) -> Iterator[int]:
    for place, _, files in os.walk(folder):
        for file in files:
            with suppress(OSError):  # deleted in the meantime
                yield Path(place, file).stat().st_size
