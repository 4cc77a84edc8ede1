"""Anki's library: whether it is there, and a collection of it that is thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anki.collection import Collection


class NoAnki(Exception):
    """The library is not installed; the message says how it is."""


class NotWritten(Exception):
    """Anki could not write; the message says what to do."""


class BadPackage(ValueError):
    """A file is no package that Anki can read; the message says what to do."""


def expect_anki() -> None:
    """Raise `NoAnki` where the library is not installed."""
    if find_spec("anki") is None:
        raise NoAnki(
            "Anki packages need the extra 'anki', which is not installed: "
            "uv run --extra anki dva, or pip install 'dva-study[anki]'."
        )


@contextmanager
def collection(folder: Path) -> Iterator["Collection"]:
    """An empty collection in `folder`, closed at the end. Texts stay as they are given."""
    from anki.collection import Collection

    found = Collection(str(folder / "collection.anki2"))
    try:
        found.set_config("normalize_note_text", False)
        yield found
    finally:
        found.close()
