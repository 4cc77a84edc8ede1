"""Reads a package into plain values: a separate program, given the folder of the package.

An untrusted package may be crafted to fill memory or disk, and Anki's library unpacks it before it
can be inspected. Here resources are limited, and a crash does not take the app down.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from study_app.exchange.anki.library import collection
from study_app.exchange.anki.note_types import type_of

if TYPE_CHECKING:
    from anki.collection import Collection
    from anki.notes import Note

PACKAGE: Final = "package.apkg"
FOUND: Final = "found.json"
_MEMORY: Final = 4 * 2**30
_SECONDS: Final = 300
_CLOZE: Final = 1
_OCCLUSION: Final = 6


def main(folder: Path, most_bytes: int) -> None:
    """Write the contents of the package in `folder` to a file there; no file may exceed
    `most_bytes`.

    Raises whatever Anki raises.
    """
    _take_no_more(most_bytes)
    contents = json.dumps(contents_of(folder))
    (folder / FOUND).write_text(contents, encoding="utf-8", errors="surrogatepass")


def contents_of(folder: Path) -> dict[str, Any]:
    """The contents of the package in `folder`, in plain values."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    # With the schedule, only to be able to report that there is one.
    options = ImportAnkiPackageOptions(with_scheduling=True)
    request = ImportAnkiPackageRequest(package_path=str(folder / PACKAGE), options=options)
    with collection(folder) as found:
        log = found.import_anki_package(request).log
        notes = [_plain(found, found.get_note(one)) for one in sorted(found.find_notes(""))]
        return {
            "notes": notes,
            "lost": log.found_notes - len(log.new),
            "reviewed": bool(found.find_cards("-is:new")),
        }


def _take_no_more(most_bytes: int) -> None:
    """Limit memory, CPU time and file size, if the system can."""
    with suppress(ImportError):
        import resource

        for kind, most in (
            (resource.RLIMIT_AS, _MEMORY),
            (resource.RLIMIT_CPU, _SECONDS),
            (resource.RLIMIT_FSIZE, most_bytes),
        ):
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def _plain(found: "Collection", note: "Note") -> dict[str, Any]:
    kind = note.note_type()
    assert kind is not None
    fields = dict(note.items())
    return {
        "guid": note.guid,
        # An empty collection already has note types with these names.
        "type": kind["name"].removesuffix("+"),
        "fields": fields,
        "tags": note.tags,
        "cloze": kind["type"] == _CLOZE,
        "occlusion": kind.get("originalStockKind") == _OCCLUSION,
        "several": kind["type"] == _CLOZE or len(kind["tmpls"]) > 1,
        "cards": list(_cards(found, note, shown=type_of(fields) is None)),
    }


def _cards(found: "Collection", note: "Note", *, shown: bool) -> Iterator[dict[str, Any]]:
    for card in note.cards():
        said = {"place": card.ord + 1, "deck": found.decks.name(card.current_deck_id())}
        if shown:
            output = card.render_output()
            said |= {"question": output.question_text, "answer": output.answer_text}
        yield said


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
