"""Anki's library: whether it is installed, and a temporary collection."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from study_app.words.errors import TextError

if TYPE_CHECKING:
    from anki.collection import Collection


class NoAnki(TextError):
    """The library is not installed; the text says how to install it."""


class NotWritten(TextError):
    """Anki could not write; the text says what to do."""


class BadPackage(TextError, ValueError):
    """Anki cannot read the file as a package; the text says what to do."""


def expect_anki() -> None:
    """Raise `NoAnki` if the library is not installed."""
    if find_spec("anki") is None:
        raise NoAnki(
            "Anki packages need the extra 'anki', which is not installed: "
            "uv run --extra anki dva, or pip install 'dva-study[anki]'."
        )


@contextmanager
def collection(folder: Path) -> Iterator["Collection"]:
    """An empty collection in `folder`, closed at the end. Texts are not normalized."""
    from anki.collection import Collection

    found = Collection(str(folder / "collection.anki2"))
    try:
        found.set_config("normalize_note_text", False)
        yield found
    finally:
        found.close()
